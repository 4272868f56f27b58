import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Signs in as a demonstration account, the way a person does. */
export async function signIn(page: Page, username: string) {
  await page.goto('/dang-nhap')
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill('an-sinh-2026')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL(/\/nghiep-vu/)
}

/** Ends the session and leaves the sign-in page open for somebody else. */
export async function signOut(page: Page) {
  await page.context().clearCookies()
  await page.goto('/dang-nhap')
}

/** Nothing on the page, as it stands now, breaks a rule of WCAG 2.2 AA that a program can check. */
export async function expectAccessible(page: Page) {
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.locator('.skeleton')).toHaveCount(0)
  const isDialogOpen = (await page.locator('[role=dialog], [role=alertdialog]').count()) > 0
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules(isDialogOpen ? ['page-has-heading-one'] : []) // A dialog hides the page and its heading.
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect(found).toEqual([])
}
