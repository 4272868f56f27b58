import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { home } from './outside.ts'
import { follow, settled } from './settled.ts'

const password = 'an-sinh-2026'

/** Gives a browser the session of a demonstration account; the journey goes on to the page it is about. */
export async function signIn(page: Page, username: string) {
  follow(page)
  const answer = await page.request.post('/api/sign-in/sign-in/username', {
    data: { username, password },
    headers: { origin: home },
  })
  expect(answer.status(), 'what signing in is answered').toBe(200)
}

/** Signs in the way a person does, and waits for the page they begin with. */
export async function signInAtTheDoor(page: Page, username: string) {
  follow(page)
  await page.goto('/dang-nhap')
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  const answer = page.waitForResponse(/\/api\/sign-in\/sign-in/)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  expect((await answer).status(), 'what signing in is answered').toBe(200)
  await page.waitForURL(/\/nghiep-vu/)
}

/** Ends the session, so that somebody else may have one in the same browser. */
export async function signOut(page: Page) {
  // Whatever the page is still asking for would be refused without the cookie, and lead to the sign-in page a second time.
  await page.goto('about:blank')
  await page.context().clearCookies()
}

/** Nothing on the page, as it stands now, breaks a rule of WCAG 2.2 AA that a program can check. */
export async function expectAccessible(page: Page, { isContrastAaa = false } = {}) {
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.locator('.skeleton')).toHaveCount(0)
  await settled(page)
  const isDialogOpen = (await page.locator('[role=dialog], [role=alertdialog]').count()) > 0
  const rules = {
    // A dialog hides the page and its heading.
    'page-has-heading-one': { enabled: !isDialogOpen },
    'color-contrast-enhanced': { enabled: isContrastAaa },
  }
  const found = await breachesOn(page, { runOnly: [...standards], rules, resultTypes: ['violations'] })
  expect(found).toEqual([])
}

const axeSource = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const

/**
 * What axe finds on the page, each rule with the elements that break it. It runs inside the page itself: its own link to
 * Playwright opens a second, empty page for every look, which costs five times as much. The one frame of ours holds a scanned paper.
 */
async function breachesOn(page: Page, options: axe.RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  return page.evaluate(async (options) => {
    // A bar that stays while the page scrolls covers whatever chance has put under it: for the look it takes a place of its own.
    const bars = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) =>
        /fixed|sticky/.test(getComputedStyle(element).position) &&
        !element.querySelector('[role=dialog], [role=alertdialog]'),
    )
    const before = bars.map(({ style }) => style.position)
    for (const { style } of bars) style.position = 'static'
    try {
      // What lies under the pointer now may be another thing, and shows it a frame later.
      for (let frame = 0; frame < 2; frame++) await new Promise((drawn) => requestAnimationFrame(drawn))
      // A colour on its way to another is neither; what turns without end is left to turn.
      const passing = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
      await Promise.allSettled(passing.map(({ finished }) => finished))
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, options) // Just put there.
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    } finally {
      for (const [index, { style }] of bars.entries()) style.position = before[index]!
    }
  }, options)
}

/** Nothing of the page has to be looked for to the side. */
export async function expectFits(page: Page) {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
}

/** The screens of the portal. The narrowest is also one of 1280 × 1024 at 400 %: 320 × 256 points. */
const portalScreens = [
  { width: 320, height: 256 },
  { width: 390, height: 844 },
  { width: 1366, height: 768 },
] as const

/** A page of the portal, as it stands now, fits every screen and is accessible on each, with the contrast of AAA. */
export async function expectGoodOnEveryScreen(page: Page) {
  const before = page.viewportSize()
  for (const screen of portalScreens) {
    await page.setViewportSize(screen)
    await expectFits(page)
    await expectAccessible(page, { isContrastAaa: true })
  }
  if (before) await page.setViewportSize(before)
}

/** The two screens every page is made for: the shared computer of a commune, and a phone. */
export const sizes = [
  { name: '1366×768', viewport: { width: 1366, height: 768 } },
  { name: '390×844', viewport: { width: 390, height: 844 } },
] as const

type Found = { readonly id: string; readonly fullName: string; readonly number: string }
type Wanted = {
  readonly number?: 'personal_id' | 'legacy_id'
  readonly circumstance?: string
  readonly receives?: boolean
  readonly hasDied?: boolean
}

/** The first person a search finds who is as wanted; further names are tried where nobody is. */
export async function someone(page: Page, q: string, wanted: Wanted = {}): Promise<Found> {
  const get = async (path: string, params: Record<string, string> = {}) =>
    (await (await page.request.get(`/api${path}`, { params })).json()) as unknown
  for (const search of [q, 'nguyen', 'tran', 'le', 'luu', 'pham', 'ha', 'hoang', 'vu', 'dinh', 'trieu']) {
    const { hits = [] } = (await get('/people/search', {
      q: search,
      includeDead: String(wanted.hasDied ?? false),
    })) as { hits?: { id: string }[] }
    for (const { id } of hits) {
      const person = (await get(`/people/${id}`)) as {
        fullName: string
        diedOn: string | null
        identifiers: { kind: string; number: string }[]
        circumstances: { kind: string }[]
      }
      const { circumstance, number, receives, hasDied = false } = wanted
      if (hasDied !== (person.diedOn !== null)) continue
      const own = person.identifiers.find(({ kind }) => kind === (number ?? kind))
      if (number && !own) continue
      if (circumstance && !person.circumstances.some(({ kind }) => kind === circumstance)) continue
      if (receives) {
        const rights = (await get(`/people/${id}/entitlements`)) as { spells: { through: string | null }[] }
        if (!rights.spells.some(({ through }) => through === null)) continue
      }
      return { id, fullName: person.fullName, number: own?.number ?? '' }
    }
  }
  throw new Error(`Nobody in the demonstration is found by «${q}»`)
}
