import { expect, test } from '@playwright/test'
import { expectAccessible, signIn, sizes } from './support.ts'

for (const { name, viewport } of sizes)
  test.describe(name, () => {
    test.use({ viewport })

    test('mở sổ tay thủ tục và đếm thời hạn của một hồ sơ', async ({ page }) => {
      test.slow() // Two long pages, each checked.
      await signIn(page, 'canbo')
      await page.goto('/nghiep-vu/thu-tuc')
      await expect(page.getByRole('heading', { level: 1, name: 'Thủ tục' })).toBeVisible()
      const table = page.getByRole('table')
      await expect(table.getByRole('row').filter({ hasText: 'Trợ cấp hưu trí xã hội' })).toContainText(
        '7 ngày làm việc',
      )
      await expectAccessible(page)

      await page.getByRole('textbox', { name: 'Hồ sơ đủ ngày' }).fill('02/10/2026')
      await page.getByRole('button', { name: 'Xem', exact: true }).click()
      await expect(table.getByRole('row').filter({ hasText: 'Trợ cấp hưu trí xã hội' })).toContainText(
        '10 ngày làm việc',
      )
      await table.getByRole('link', { name: 'Trợ cấp xã hội hằng tháng' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Trợ cấp xã hội hằng tháng' })).toBeVisible()
      await expect(page.getByText('Trả lời chậm nhất ngày 16/10/2026')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Xác minh' })).toBeVisible()
      await expect(
        page.getByText('khoản 1 Điều 5 Nghị định 147/2025/NĐ-CP', { exact: false }).first(),
      ).toBeVisible()
      await expectAccessible(page)

      await page.getByRole('link', { name: /Hồ sơ đủ từ 01\/07\/2021/ }).click()
      await expect(page.getByRole('heading', { name: 'Niêm yết công khai' }).first()).toBeVisible()
      await expect(page.getByText('Thông tin về HIV/AIDS', { exact: false })).toBeVisible()
    })
  })

test('trước tháng 07/2021 và ngày không có trong lịch được nói ra', async ({ page }) => {
  await signIn(page, 'quantri')
  await page.goto('/nghiep-vu/thu-tuc?ngay=2020-01-01')
  await expect(page.getByText('Hệ thống biết thủ tục từ 01/07/2021')).toBeVisible()
  await page.goto('/nghiep-vu/thu-tuc/monthly_allowance?ngay=2020-01-01')
  await expect(page.getByText('Hệ thống biết thủ tục từ 01/07/2021')).toBeVisible()
  await page.goto('/nghiep-vu/thu-tuc?ngay=2026-02-30')
  await expect(page.getByText('Không có ngày “2026-02-30”')).toBeVisible()
  await page.goto('/nghiep-vu/thu-tuc/khong-co')
  await expect(page.getByRole('table')).toHaveCount(0)
})
