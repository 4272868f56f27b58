import { expect, test } from '@playwright/test'
import { colleague } from './colleagues.ts'
import { givenPerson } from './given.ts'
import { reloadUntil } from './settled.ts'
import { expectAccessible, signIn, sizes } from './support.ts'

/** Somebody of their own for each size, for both journeys write into one register. */
const people = {
  '1366×768': { fullName: 'Tống Thị Bích Quyên', number: '026160777001', wrong: '026060777001' },
  '390×844': { fullName: 'Tống Thị Bích Liên', number: '026160777002', wrong: '026060777002' },
} as const

for (const { name, viewport } of sizes)
  test.describe(name, () => {
    test.use({ viewport })

    test('cán bộ xã sửa dữ liệu chưa đúng ngay trong danh sách, và ghi «đúng như vậy»', async ({
      page,
      playwright,
      baseURL,
    }) => {
      const { fullName, number, wrong } = people[name]
      const officer = await colleague(playwright, baseURL!, 'canbo')
      await givenPerson(officer, { fullName, born: '1960-02-03', village: 'Thôn Tân Lập' })
      await signIn(page, 'canbo')

      await page.goto('/nghiep-vu/chat-luong')
      const rule = page.getByRole('link', { name: /^Chưa có số định danh cá nhân/ })
      await reloadUntil(page, rule)
      await expectAccessible(page)
      await rule.click()

      const row = page.getByRole('row').filter({ hasText: fullName })
      await reloadUntil(page, row)
      await expectAccessible(page)

      await row.getByRole('button', { name: `Ghi «đúng như vậy» cho ${fullName}` }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Vì sao đúng').fill('Cụ không có giấy tờ, đang chờ công an cấp số')
      await expectAccessible(page)
      await dialog.getByRole('button', { name: 'Ghi «đúng như vậy»' }).click()
      await expect(row).toHaveCount(0)

      await page.getByRole('link', { name: /^Đúng như vậy/ }).click()
      await expect(row).toContainText('đang chờ công an cấp số')
      await expect(row).toContainText('Nguyễn Thị Lan')
      await row.getByRole('button', { name: `Đưa ${fullName} lại vào danh sách phải sửa` }).click()
      await expect(row).toHaveCount(0)

      await page.getByRole('link', { name: /^Phải sửa/ }).click()
      await row.getByRole('button', { name: `Ghi số định danh: ${fullName}` }).click()
      await dialog.getByLabel('Số định danh cá nhân').fill(wrong)
      await dialog.getByLabel('Ghi theo giấy tờ nào').fill('Thẻ căn cước')
      await dialog.getByRole('button', { name: 'Ghi số', exact: true }).click()
      await expect(dialog).toContainText('Số không khớp giới tính')
      await dialog.getByLabel('Số định danh cá nhân').fill(number)
      await dialog.getByRole('button', { name: 'Ghi số', exact: true }).click()
      await expect(dialog).toHaveCount(0)
      // The rule is asked again by itself, and the row goes without anybody loading the page anew.
      await expect(row).toHaveCount(0)
    })
  })
