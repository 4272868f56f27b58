import { expect, test } from '@playwright/test'
import { askFromPhone, asking, decideFor } from '../asking.ts'
import { colleague } from '../colleagues.ts'
import { expectAccessible, signIn, signOut, sizes } from '../support.ts'
import { moveAway, moving } from '../moving.ts'
import { dialogOn, month, next, openRun, pressTwice } from './month.ts'

/** What is asked and decided before the list of the month. */
export function askBefore() {
  test('từ câu hỏi trên điện thoại đến hồ sơ, quyết định và mã xác minh của người dân', async ({
    page,
    playwright,
    baseURL,
  }) => {
    test.slow()
    await page.setViewportSize(sizes[1].viewport)
    const code = await askFromPhone(page)
    const verification = await decideFor(code, {
      officer: await colleague(playwright, baseURL!, 'canbo'),
      chair: await colleague(playwright, baseURL!, 'chutich'),
    })
    await page.goto('/tra-cuu')
    await page.getByLabel('Mã hồ sơ').fill(code)
    await page.getByLabel('Năm', { exact: true }).fill(asking.year)
    await page.getByRole('button', { name: 'Tra cứu hồ sơ' }).click()
    await expect(page.getByText(/^Quyết định/).first()).toBeVisible()
    await page.goto(`/xac-minh/${verification}`)
    await expect(page.getByRole('heading', { name: 'Giấy tờ có thật' })).toBeVisible()
  })

  test('và người đang hưởng chuyển sang xã khác', async ({ playwright, baseURL }, { retry }) => {
    await moveAway(playwright, baseURL!, { attempt: retry })
  })
}

/** The list of the month: how it is drawn up, explained, sent back and approved. */
export function drawUp() {
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
    const run = new URL(page.url()).pathname
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

    await page.goto(`${run}/danh-sach?ten=${encodeURIComponent(asking.fullName)}`)
    const lines = page.getByRole('region', { name: /Dòng chi trả/ }).getByRole('row')
    await expect(lines.filter({ hasText: asking.fullName, hasNotText: 'Truy lĩnh' })).toContainText('540.000')
    await expect(lines.filter({ hasText: 'Truy lĩnh' })).toContainText('540.000')
    // Whoever moved is paid where they live now, the month before the move with it: each month once.
    await page.goto(`${run}/danh-sach?ten=${encodeURIComponent(moving.fullName)}`)
    const moved = lines.filter({ hasText: moving.fullName })
    await expect(moved).toHaveCount(2)
    await expect(moved.filter({ hasText: /Xã Sông Lô.*810\.000/ })).toHaveCount(2)
    await expect(moved.filter({ hasText: 'Truy lĩnh' })).toHaveCount(1)
    await page.goto(run)
    await pressTwice(page, 'Gửi phê duyệt')
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
    await expectAccessible(page)
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
    const dialog = dialogOn(page)
    await expect(dialog.getByRole('button', { name: 'Trả lại' })).toBeDisabled()
    await dialog.getByLabel('Lý do trả lại').fill('Kiểm tra lại hai người mới hưởng')
    await dialog.getByRole('button', { name: 'Trả lại' }).click()
    await expect(page.getByText('Đã trả lại kèm lý do')).toBeVisible()
    await signOut(page)

    await signIn(page, 'ketoan')
    await openRun(page)
    await expect(page.getByText('Kiểm tra lại hai người mới hưởng')).toBeVisible()
    await expect(page.getByText(/Trả lại: Vũ Đức Thắng/)).toBeVisible()
    await page.getByRole('button', { name: 'Lập lại' }).click()
    await expect(page.getByRole('dialog')).toContainText('Danh sách đang có được thay')
    await page.getByRole('dialog').getByRole('button', { name: 'Lập lại' }).click()
    await expect(page.getByRole('button', { name: 'Gửi phê duyệt' })).toBeVisible({ timeout: 60_000 })
    await pressTwice(page, 'Gửi phê duyệt')
    await expect(page.getByText('Đã gửi phê duyệt')).toBeVisible()
    await signOut(page)

    await signIn(page, 'duyet')
    await openRun(page)
    await pressTwice(page, 'Phê duyệt')
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
}
