import { expect, test } from '@playwright/test'
import { colleague } from './colleagues.ts'
import { givenPerson } from './given.ts'
import { expectAccessible, expectFits, signIn, sizes } from './support.ts'

for (const { name, viewport } of sizes)
  test.describe(name, () => {
    test.use({ viewport })

    test('người bị thương do lốc: quầy ghi việc đã xảy ra, luật cho mức, cán bộ chọn cách khẩn cấp và trình ngay', async ({
      page,
      playwright,
      baseURL,
    }) => {
      const officer = await colleague(playwright, baseURL!, 'canbo')
      const fullName = name === sizes[0].name ? 'Lộ Thị Thương' : 'Lộ Thị Hoài'
      await givenPerson(officer, { fullName, born: '1971-02-03' })
      await signIn(page, 'canbo')
      await page.goto('/nghiep-vu/tiep-nhan?thutuc=emergency_relief')
      await page.getByLabel('Họ tên, năm sinh, số định danh').fill(fullName)
      await page.getByRole('button', { name: 'Tìm trong sổ người' }).click()
      await page.getByRole('button', { name: /^Chọn/ }).first().click()
      await page.getByLabel('Cần trợ giúp gì?').selectOption({ label: 'Bị thương nặng tại nơi cư trú' })
      const happened = page.getByRole('group', { name: 'Việc đã xảy ra' })
      await happened.getByLabel('Ngày xảy ra').fill('20/11/2026')
      await happened.getByLabel('Nguyên nhân').selectOption({ label: 'Thiên tai, thảm họa' })
      await happened.getByLabel('Số ngày cấp cứu, điều trị').fill('5')
      await expect(page.getByText('5.400.000').first()).toBeVisible()
      await page.getByLabel(/^Giấy tờ về cấp cứu/).check()
      await expectAccessible(page)
      await expectFits(page)
      await page.getByRole('button', { name: /^Tiếp nhận hồ sơ/ }).click()
      await expect(page.getByText(/Mở hồ sơ để chọn bước tiếp theo/)).toBeVisible()
      await page.getByRole('link', { name: 'Mở hồ sơ' }).click()

      // Nothing is missing, and still it is for the officer to say whether the village meets.
      await expect(page.getByRole('button', { name: /^Gửi danh sách cho xã/ })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Việc đã xảy ra' })).toBeVisible()
      await expect(page.getByText('20/11/2026')).toBeVisible()
      await expect(page.getByText('5.400.000').first()).toBeVisible()
      await expectAccessible(page)
      await expectFits(page)
      await page.getByRole('button', { name: /^Đặc biệt khẩn cấp/ }).click()
      const dialog = page.getByRole('dialog', { name: `Trình ký: ${fullName}` })
      await expect(dialog.getByLabel('Ngày xảy ra')).toHaveValue('20/11/2026')
      await expect(dialog.getByLabel('Nguyên nhân')).toHaveValue('disaster')
      await expect(dialog.getByLabel('Số ngày cấp cứu, điều trị')).toHaveValue('5')
      await dialog.getByLabel('Số ngày cấp cứu, điều trị').fill('6')
      await expect(dialog.getByText('5.400.000').first()).toBeVisible()
      await dialog.getByLabel('Lý do').fill('Bị thương do lốc, đang điều trị.')
      await expectAccessible(page)
      await expectFits(page)
      await dialog.getByRole('button', { name: 'Trình ký' }).click()
      await expect(page.getByText(/đang chờ ký\./)).toBeVisible()
      const kept = page.getByRole('main').getByText('Số ngày cấp cứu, điều trị')
      await expect(kept.locator('xpath=..')).toContainText('6')
    })
  })

test('tạm dừng: quầy cho thấy khoản đang hưởng, không hỏi lại cả luật, không hỏi cách nhận tiền', async ({
  page,
}) => {
  await signIn(page, 'canbo')
  await page.goto('/nghiep-vu/tiep-nhan?thutuc=suspension')
  await page.getByLabel('Họ tên, năm sinh, số định danh').fill('Nguyễn Thị Bình')
  await page.getByRole('button', { name: 'Tìm trong sổ người' }).click()
  await page.getByRole('button', { name: /^Chọn/ }).first().click()
  await expect(page.getByText('Đang hưởng', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: '3. Chỉ hỏi điều còn thiếu (1)' })).toBeVisible()
  await expect(page.getByText('Hình thức nhận tiền')).toHaveCount(0)
  await expectAccessible(page)
})
