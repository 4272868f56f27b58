import { expect, type Locator, type Page, type Request } from '@playwright/test'

/** What a page has asked for and not heard yet. */
const underWay = new WeakMap<Page, Set<Request>>()

/** Follows what a page asks for from now on; one that is loaded anew has asked for nothing. */
export function follow(page: Page) {
  if (underWay.has(page)) return
  const asked = new Set<Request>()
  underWay.set(page, asked)
  page.on('request', (request) => {
    if (request.isNavigationRequest()) asked.clear()
    else if (['fetch', 'xhr', 'script'].includes(request.resourceType())) asked.add(request)
  })
  const heard = (request: Request) => void asked.delete(request)
  page.on('requestfinished', heard).on('requestfailed', heard)
}

/** Waits until a page has heard what it asked for and drawn it, so that nothing changes under whoever looks or types. */
export async function settled(page: Page) {
  const asked = underWay.get(page)
  const waiting = async () => {
    await page.evaluate(async () => {
      // In the first what was heard is drawn, in the second what the drawing asks for is asked.
      for (let frame = 0; frame < 2; frame++) await new Promise((drawn) => requestAnimationFrame(drawn))
    })
    return [...(asked ?? [])].map((request) => request.url())
  }
  await expect.poll(waiting, { intervals: [50], message: 'what the page still asks for' }).toEqual([])
}

/** What is done a moment after it was asked for is on a page that does not ask again only when that is loaded anew. */
export async function reloadUntil(page: Page, thing: Locator) {
  const isThere = async () => {
    await settled(page)
    if (await thing.isVisible()) return true
    await page.reload()
    return false
  }
  await expect.poll(isThere, { timeout: 60_000, message: 'what the page shows at last' }).toBe(true)
}

/** A key the whole page answers to, which it does once it is drawn. */
export async function press(page: Page, key: string) {
  await settled(page)
  await page.keyboard.press(key)
}
