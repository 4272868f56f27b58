import { expect, test } from '@playwright/test'
import { reloadUntil } from './settled.ts'
import { expectAccessible, signIn, signOut, sizes } from './support.ts'

const base = '/nghiep-vu/khong-tien-mat'

test('from a plan of waves to a door, and from a no to being left alone', async ({ page }) => {
  await signIn(page, 'chuyenvien')
  await page.goto(base)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chi trả không dùng tiền mặt')
  // The figures are counted by a job after the start.
  await reloadUntil(page, page.getByText('Người nhận tiền', { exact: true }))
  await expect(page.getByRole('img', { name: /Tỷ lệ không dùng tiền mặt từng tháng/ })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Xã Tam Sơn' })).toContainText('Đợt 1 – thí điểm')
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Kế hoạch', exact: true }).click()
  const pilot = page.getByRole('article', { name: 'Đợt 1 – thí điểm' })
  await pilot.getByText('Lịch sử (2)').click()
  await expect(pilot).toContainText('Lý do: Thêm chỉ tiêu giữa năm 2027')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lập đợt', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tên đợt').fill('Đợt thử')
  await dialog.getByLabel('Bắt đầu từ tháng').fill('03/2027')
  await dialog.getByLabel('Chỉ tiêu 1: từ tháng').fill('03/2027')
  await dialog.getByLabel('Chỉ tiêu 1: số người trên 100').fill('30')
  await dialog.getByLabel('Tìm xã, phường').fill('tam sơn')
  await dialog.getByRole('checkbox', { name: /^Xã Tam Sơn/ }).check()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Lưu đợt' }).click()
  await expect(dialog).toContainText('Xã Tam Sơn đã thuộc Đợt 1 – thí điểm trong thời gian này.')
  await dialog.getByRole('button', { name: 'Thôi' }).click()

  await page.getByRole('link', { name: 'Hiệu quả', exact: true }).click()
  await expect(
    page.getByText('Đây là so sánh, không phải bằng chứng về nguyên nhân', { exact: false }),
  ).toBeVisible()
  await expect(page.getByRole('region', { name: 'Tỷ lệ không dùng tiền mặt' })).toContainText('trước')
  await expectAccessible(page)

  await signOut(page)
  await signIn(page, 'canbo')
  await page.setViewportSize(sizes[1].viewport)
  await page.goto(`${base}/van-dong?tinhtrang=open`)
  await expectAccessible(page)
  const note = page.getByRole('button', { name: /^Ghi kết quả hỏi/ }).first()
  const name = (await note.getAttribute('aria-label'))!.replace('Ghi kết quả hỏi ', '')
  await note.click()
  await dialog.getByRole('radio', { name: 'Không muốn' }).check()
  await dialog.getByRole('button', { name: 'Ghi kết quả' }).click()
  await expect(dialog).toContainText('Chọn lý do.')
  await dialog.getByLabel('Lý do').selectOption({ label: 'quen dùng tiền mặt' })
  await dialog.getByRole('radio', { name: 'Sau 1 năm' }).check()
  await dialog.getByRole('button', { name: 'Ghi kết quả' }).click()
  await expect(page.getByText(`Đã ghi kết quả hỏi ${name}.`)).toBeVisible()
  await page.goto(`${base}/van-dong?tinhtrang=declined`)
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('hỏi lại từ')

  await page.goto(`${base}/van-dong?tinhtrang=opened`)
  await page
    .getByRole('link', { name: /^Lập đề nghị đổi cách nhận cho/ })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toContainText('Đề nghị đổi cách nhận tiền của')
})
