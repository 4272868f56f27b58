import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, signIn, signOut, sizes } from './support.ts'

for (const { name, viewport } of sizes)
  test.describe(name, () => {
    test.use({ viewport })

    test('kế toán lập dự toán năm tới, mở từng con số, so sánh; lãnh đạo khóa một bản để trình', async ({
      page,
    }) => {
      test.setTimeout(300_000) // Every page of it is checked by axe.
      const isFirst = name === sizes[0].name
      const own = `Dự toán ${name}`
      await signIn(page, 'ketoan')
      await page.goto('/nghiep-vu/du-toan?nam=2026')
      await expect(page.getByRole('heading', { level: 1, name: 'Dự toán năm 2026' })).toBeVisible()
      await expectAccessible(page)

      await page.getByRole('button', { name: 'Lập dự toán' }).click()
      await fill(page, 'Tên bản dự toán', own)
      await fill(page, 'Năm', isFirst ? '2027' : '2028')
      await fill(page, 'Nhìn xu hướng trong (tháng)', '2')
      await expect(page.getByText('Nhập số từ 3 đến 24.')).toBeVisible()
      await fill(page, 'Nhìn xu hướng trong (tháng)', '3')
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Tính và lưu' }).click()
      await expect(page.getByRole('heading', { level: 1, name: own })).toBeVisible({ timeout: 120_000 })
      await expect(page.getByRole('row', { name: /Đối tượng đang hưởng/ })).toBeVisible()
      await expect(page.getByRole('row', { name: /Giảm do chết/ })).toContainText('−')
      await expectAccessible(page)
      for (const tab of ['Theo xã, phường', 'Giả định, căn cứ', 'Kiểm nghiệm']) {
        await page.getByRole('tab', { name: tab }).click()
        await expectAccessible(page)
      }

      await page.getByRole('tab', { name: 'Theo chế độ, nhóm' }).click()
      await page.getByRole('link', { name: /từ đủ 75 tuổi/ }).click()
      await expect(page.getByText('Đang xem riêng:')).toContainText('75 tuổi')
      await page.getByRole('link', { name: 'Xem toàn bộ' }).click()
      const address = page.url()
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Biểu dự toán (PDF)' }).click()
      expect((await download).suggestedFilename()).toMatch(/\.pdf$/)

      // Nobody submits what they made themselves.
      await expect(page.getByRole('button', { name: 'Khóa để trình' })).toHaveCount(0)
      await signOut(page)
      await signIn(page, 'duyet')
      await page.goto(address)
      await page.getByRole('button', { name: 'Khóa để trình' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Khóa để trình' }).click()
      await expect(page.getByText('đã khóa bản này để trình')).toBeVisible()

      await signOut(page)
      await signIn(page, 'canbo')
      await page.goto('/nghiep-vu/du-toan')
      await page.getByRole('link', { name: own }).click()
      await expect(page.getByRole('button', { name: 'Xóa bản nháp' })).toHaveCount(0)
      await page.getByRole('tab', { name: 'Theo xã, phường' }).click()
      await expect(page.getByRole('tabpanel').getByRole('link')).toHaveCount(1)
      await expectAccessible(page)
    })
  })

async function fill(page: Page, label: string, text: string) {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await field.fill(text)
  await field.blur()
}
