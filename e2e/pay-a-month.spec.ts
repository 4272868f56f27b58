import { expect, test, type Page } from '@playwright/test'
import { addMonths, monthOf, todayInVietnam } from '#kernel/civil-date'
import { expectAccessible, signIn, signOut, sizes } from './support.ts'

const next = addMonths(monthOf(todayInVietnam()), 1)
const month = next.split('-').toReversed().join('/')

test.describe.configure({ mode: 'serial' })

test('kế toán lập kỳ của tháng sau, xem vì sao chênh lệch, mở từng dòng và gửi phê duyệt', async ({
  page,
}) => {
  await signIn(page, 'ketoan')
  await page.goto('/nghiep-vu/ky-chi-tra')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Lập kỳ mới' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lập danh sách chi trả' })
  await dialog.getByLabel('Tháng chi trả').selectOption(month)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Lập danh sách' }).click()

  await expect(page.getByRole('heading', { name: `Kỳ chi trả ${month}` })).toBeVisible()
  await expect(page.getByText('Hai cách tính khớp')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Chưa giải thích được: 0 đ')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('tab', { name: 'Theo xã, phường' }).click()
  await page.getByRole('tabpanel').getByRole('link', { name: 'Xã Tam Sơn' }).click()
  await expect(page.getByRole('heading', { name: `Danh sách kỳ ${month}` })).toBeVisible()
  await expect(
    page
      .getByRole('region', { name: /Dòng chi trả/ })
      .getByRole('row')
      .nth(1),
  ).toContainText('Xã Tam Sơn')
  await expectAccessible(page)

  await page.goBack()
  await page.getByRole('button', { name: 'Gửi phê duyệt' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi phê duyệt' }).click()
  await expect(page.getByText('Đã gửi phê duyệt')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Phê duyệt', exact: true })).toHaveCount(0)
})

test('trên điện thoại, trang của kỳ mở từng phần; một lý do dẫn đến đúng những người của nó', async ({
  page,
}) => {
  await page.setViewportSize(sizes[1].viewport)
  await signIn(page, 'ketoan')
  await openRun(page)
  const changes = page.getByRole('table', { name: 'Người có thay đổi so với kỳ trước' })
  await expect(changes).toBeHidden()
  const reason = page
    .getByRole('table', { name: 'Lý do chênh lệch so với kỳ trước' })
    .getByRole('link')
    .first()
  const words = await reason.innerText()
  await reason.click()
  await expect(page.getByText(`Đang xem: ${words}`)).toBeInViewport()
  await expect(changes).toBeVisible()
  // High enough that the bar at the foot lies over nothing: what it covers is chance.
  await page.setViewportSize({ ...sizes[1].viewport, height: 20_000 })
  await expectAccessible(page)
  await page.setViewportSize(sizes[1].viewport)
  await page.getByRole('link', { name: 'Xem mọi lý do' }).click()
  await expect(changes).toBeHidden()
  await page.getByText(/^Xem từng dòng/).click()
  await expect(changes).toBeVisible()
})

test('một tháng không lập hai lần cho cùng một xã', async ({ page }) => {
  await signIn(page, 'ketoan')
  await page.goto('/nghiep-vu/ky-chi-tra')
  await page.getByRole('button', { name: 'Lập kỳ mới' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lập danh sách chi trả' })
  await dialog.getByLabel('Tháng chi trả').selectOption(month)
  await dialog.getByRole('button', { name: 'Lập danh sách' }).click()
  await expect(dialog.getByText('Một xã chỉ nằm trong một kỳ mỗi tháng')).toBeVisible()
  await expect(dialog.getByLabel('Tháng chi trả')).toHaveValue(next)
})

test('người phê duyệt trả lại kèm lý do, kế toán lập lại, người phê duyệt đồng ý và tải danh sách', async ({
  page,
}) => {
  await signIn(page, 'duyet')
  await openRun(page)
  await page.getByRole('button', { name: 'Trả lại' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Trả lại' })).toBeDisabled()
  await dialog.getByLabel('Lý do trả lại').fill('Kiểm tra lại hai người mới hưởng')
  await dialog.getByRole('button', { name: 'Trả lại' }).click()
  await expect(page.getByText('Đã trả lại kèm lý do')).toBeVisible()
  await signOut(page)

  await signIn(page, 'ketoan')
  await openRun(page)
  await expect(page.getByText('Kiểm tra lại hai người mới hưởng')).toBeVisible()
  await page.getByRole('button', { name: 'Lập lại' }).click()
  await expect(page.getByRole('button', { name: 'Gửi phê duyệt' })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Gửi phê duyệt' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi phê duyệt' }).click()
  await expect(page.getByText('Đã gửi phê duyệt')).toBeVisible()
  await signOut(page)

  await signIn(page, 'duyet')
  await openRun(page)
  await page.getByRole('button', { name: 'Phê duyệt' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Phê duyệt' }).click()
  await expect(page.getByText('Đã phê duyệt. Có thể tải danh sách ký nhận.')).toBeVisible()

  await page.getByRole('tab', { name: 'Theo xã, phường' }).click()
  await page.getByRole('tabpanel').getByRole('link', { name: 'Xã Tam Sơn' }).click()
  for (const [button, ending] of [
    ['Tải Excel', '.xlsx'],
    ['Tải PDF', '.pdf'],
  ] as const) {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    expect((await download).suggestedFilename()).toContain(ending)
  }
})

async function openRun(page: Page) {
  await page.goto('/nghiep-vu/ky-chi-tra')
  await page.getByRole('link', { name: month }).first().click()
  await expect(page.getByRole('heading', { name: `Kỳ chi trả ${month}` })).toBeVisible()
}
