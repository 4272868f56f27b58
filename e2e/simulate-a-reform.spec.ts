import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, signIn, signOut, sizes } from './support.ts'

const saved = 'Nâng mức chuẩn trợ giúp xã hội của Vĩnh Phúc từ 447.000 lên 500.000 đồng'

for (const { name, viewport } of sizes)
  test.describe(name, () => {
    test.use({ viewport })

    test('chuyên viên thử nâng mức chuẩn, sửa chỗ bị từ chối, lưu, chia sẻ và tải phụ lục', async ({
      page,
    }) => {
      test.setTimeout(300_000) // Every page of it is checked by axe.
      await signIn(page, 'chuyenvien')
      await page.goto('/nghiep-vu/mo-phong')
      await expect(page.getByRole('link', { name: saved })).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('link', { name: 'Kịch bản mới' }).click()

      await fill(page, 'Lấy số liệu tháng', '10/2023')
      await page.getByLabel('Địa bàn áp dụng').selectOption('Tỉnh Vĩnh Phúc (đến 30/06/2025)')
      await fill(page, 'Thực hiện từ tháng', '01/2024')
      await page.getByLabel('Thêm thay đổi').selectOption('Mức chuẩn của tỉnh')
      await page.getByRole('button', { name: 'Tính', exact: true }).click()
      await expect(page.getByText('Nhập mức mới, từ 1 đến 20.000.000 đồng.').first()).toBeVisible()

      await fill(page, 'Mức mới', '300.000')
      await page.getByRole('button', { name: 'Tính', exact: true }).click()
      await expect(page.getByText('Mức này thấp hơn mức chuẩn chung 360.000 đ').first()).toBeVisible()
      await expect(page.getByLabel('Mức mới')).toHaveValue('300.000')
      await expectAccessible(page)

      await fill(page, 'Mức mới', '550.000')
      await page.getByRole('button', { name: 'Tính', exact: true }).click()
      await expect(tile(page, 'Tăng thêm mỗi tháng')).toContainText('+', { timeout: 60_000 })
      await expect(page.getByText('Chưa lưu')).toBeVisible()
      await expectAccessible(page)
      for (const tab of ['Theo xã, phường', 'Theo giới, tuổi, hộ', 'Nội dung và căn cứ']) {
        await page.getByRole('tab', { name: tab }).click()
        await expectAccessible(page)
      }

      await page.getByRole('listbox', { name: /theo xã, phường/ }).focus()
      await page.keyboard.press('ArrowRight')
      await expect(page.locator('.pick b')).not.toBeEmpty()

      const own = `Mức chuẩn 550.000 đ, ${name}`
      await page.getByRole('button', { name: 'Lưu kịch bản' }).click()
      await page.getByLabel('Tên kịch bản').fill(saved)
      await page.getByRole('button', { name: 'Lưu', exact: true }).click()
      await expect(page.getByRole('dialog')).toContainText('đã có một kịch bản mang tên này')
      await page.getByLabel('Tên kịch bản').fill(own)
      await page.getByLabel('Chia sẻ cho người có quyền xem').check()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Lưu', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: own })).toBeVisible()
      const address = page.url()

      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Phụ lục tờ trình (PDF)' }).click()
      expect((await download).suggestedFilename()).toContain('Mô phỏng')

      await page.goto('/nghiep-vu/mo-phong')
      await page.getByLabel(`So sánh ${saved}`).check()
      await page.getByLabel(`So sánh ${own}`).check()
      await page.getByRole('link', { name: 'So sánh 2 kịch bản' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'So sánh kịch bản' })).toBeVisible()
      await expect(page.getByRole('link', { name: own })).toBeVisible()
      await expectAccessible(page)

      await signOut(page)
      await signIn(page, 'ketoan')
      await page.goto(address)
      await expect(tile(page, 'Tăng thêm mỗi tháng')).toContainText('+')
      await expect(page.getByRole('button', { name: 'Tính', exact: true })).toHaveCount(0)
      await expect(page.getByRole('button', { name: 'Đổi tên, chia sẻ' })).toHaveCount(0)
      await expectAccessible(page)

      await signOut(page)
      await signIn(page, 'canbo')
      await page.goto(address)
      await expect(page.getByText('không có quyền xem mục này').first()).toBeVisible()

      await signOut(page)
      await signIn(page, 'chuyenvien')
      await page.goto(address)
      await page.getByRole('button', { name: 'Xóa', exact: true }).click()
      await page.getByRole('button', { name: 'Xóa kịch bản' }).click()
      await expect(page.getByRole('link', { name: own })).toHaveCount(0)
    })
  })

async function fill(page: Page, label: string, text: string) {
  const field = page.getByLabel(label)
  await field.fill(text)
  await field.blur()
}

function tile(page: Page, label: string) {
  return page.locator('.tile').filter({ hasText: label })
}
