import { expect, test } from '@playwright/test'
import { expectAccessible, signIn, signOut, sizes } from '../support.ts'

/** What is seen by whoever hands the money out, and who lays out the files between them and the province. */
export function handOut() {
  test('người chi tiền ở xã quét, xem rồi bấm lùi trên điện thoại; quản trị đổi bố cục tệp của bưu điện', async ({
    page,
  }) => {
    await page.setViewportSize(sizes[1].viewport)
    await signIn(page, 'diemchi')
    await page.goto('/nghiep-vu')
    await expectAccessible(page)
    await page.goto('/nghiep-vu/chi-tien-mat/may')
    await expect(page.getByText('Trang này đã lưu trên máy')).toBeVisible()
    await page.getByLabel('Điểm chi').selectOption({ index: 1 })
    await page.getByLabel('Đặt mã mở danh sách').fill('246810')
    await page.getByRole('button', { name: 'Lấy danh sách' }).click()
    await page.getByLabel('Tìm người nhận').fill('2')
    await page.getByLabel('Tìm người nhận').press('Enter')
    await expect(page.getByRole('button', { name: 'Về danh sách' })).toBeVisible()
    await page.goBack()
    await expect(page.getByLabel('Tìm người nhận')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Về danh sách' })).toHaveCount(0)
    await signOut(page)

    await page.setViewportSize(sizes[0].viewport)
    await signIn(page, 'quantri')
    await page.goto('/nghiep-vu/bo-cuc-tep')
    await expectAccessible(page)
    await page.getByRole('link', { name: /Bưu điện/ }).click()
    const column = page.getByRole('group', { name: 'Cột 2', exact: true })
    await column.getByLabel('Tên cột').fill('ma_lenh')
    await expect(page.getByText('Hai cột trùng tên.', { exact: false })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Dùng bố cục này' })).toBeDisabled()
    await column.getByLabel('Tên cột').fill('Họ và tên')
    await page.getByRole('button', { name: 'Xem thử' }).click()
    const preview = page.getByRole('table', { name: /Những dòng đầu của DC-/ })
    await expect(preview.getByRole('columnheader', { name: 'Họ và tên' })).toBeVisible()
    await expect(preview).toContainText('•')
    await expectAccessible(page)
    const answer = 'ma_lenh,ket_qua,so_tien\nDC-1,mat_tich,540000\n'
    await page.locator('input[type=file]').setInputFiles({
      name: 'tra-loi.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(answer),
    })
    await page.getByRole('button', { name: 'Đọc thử' }).click()
    await expect(page.getByText(/Tệp không có bố cục này/)).toBeVisible()
    await page.getByRole('button', { name: 'Dùng bố cục này' }).click()
    await expect(page.getByText('Đã đặt bố cục.', { exact: false })).toBeVisible()
    await page.setViewportSize(sizes[1].viewport)
    await expectAccessible(page)
  })
}
