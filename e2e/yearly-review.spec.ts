import { expect, test, type Page } from '@playwright/test'
import { press } from './settled.ts'
import { expectAccessible, signIn, signOut, sizes } from './support.ts'

const tablet = { width: 820, height: 1180 }

test('rà soát một xã: ghi tại quầy, ghi tại nhà khi mất mạng, hai kết quả khác nhau được một người chọn', async ({
  page,
  context,
  browser,
}) => {
  test.slow() // Two people, a desk and a tablet.
  await page.setViewportSize(sizes[0].viewport)
  await signIn(page, 'canbo')
  await page.goto('/nghiep-vu/ra-soat')
  await expect(page.getByRole('heading', { level: 1, name: 'Rà soát hằng năm' })).toBeVisible()
  await page.getByRole('button', { name: 'Mở đợt rà soát' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mở đợt và lập danh sách' }).click()
  await page.getByRole('rowheader').getByRole('link', { name: 'Xã Tam Sơn' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Xã Tam Sơn: 0 trong \d+ người/ })).toBeVisible()
  await expectAccessible(page)

  // One key, and the next person is there; one more key takes it back.
  await press(page, 'F8')
  const [first, second] = await names(page)
  await expect(page.getByRole('heading', { level: 2, name: first! })).toBeVisible()
  await expectAccessible(page)
  await press(page, 'Control+Enter')
  await expect(page.getByText(`Đã ghi không thay đổi: ${first!}.`)).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: second! })).toBeVisible()
  await page.getByRole('button', { name: 'Thu lại', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: /: 0 trong/ })).toBeVisible()

  // What has changed is a request for somebody else, with its form filled in.
  await press(page, 'F2')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Đã chết').check()
  await dialog.getByRole('button', { name: 'Ghi có thay đổi' }).click()
  await expect(dialog.getByText('Ghi ngày, ví dụ 20/11/2026.')).toBeVisible()
  await dialog.getByLabel('Ngày chết').fill('02/11/2026')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Ghi có thay đổi' }).click()
  await expect(page.getByText('Đã lập 1 yêu cầu thay đổi.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Xác minh: đã chết' })).toBeVisible()
  const desk = page.url()

  // The tablet: taken with a network, written to without one, and still there after the page was loaded anew.
  await page.setViewportSize(tablet)
  await page.goto('/nghiep-vu/ra-soat/may')
  await expect(page.getByText('Trang này đã lưu trên máy')).toBeVisible()
  await page.getByLabel('Danh sách', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel('Đặt mã mở danh sách').fill('246810')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lấy danh sách' }).click()
  await expect(page.getByLabel('Tìm người')).toBeVisible()
  await expectAccessible(page)
  await context.setOffline(true)
  await page.reload()
  await page.getByLabel('Mã mở danh sách').fill('246810')
  await page.getByRole('button', { name: 'Mở danh sách' }).click()
  // «Back» closes whoever is open; the list stays, though there is no page to go back to.
  await open(page, first!)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 2, name: first! })).toHaveCount(0)
  await expect(page.getByLabel('Tìm người')).toBeVisible()
  await open(page, first!)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Có thay đổi' }).click()
  await page.getByLabel('Số điện thoại').check()
  await page.getByLabel('Số điện thoại: thay đổi thế nào?').fill('Số mới 0912 345 678')
  await page.getByRole('button', { name: 'Ghi có thay đổi' }).click()
  await expect(page.getByText('1 ghi nhận chưa gửi').first()).toBeVisible()
  await expect(page.getByText('Mất mạng, vẫn ghi được')).toBeVisible()

  // Meanwhile a colleague at the desk says that nothing has changed with the same person.
  const other = await browser.newContext({ locale: 'vi-VN' })
  const colleague = await other.newPage()
  await signIn(colleague, 'canbo')
  await colleague.goto(desk)
  await colleague.getByRole('link', { name: first!, exact: true }).first().click()
  await colleague.getByRole('button', { name: 'Không có gì thay đổi' }).click()
  await expect(colleague.getByText(`Đã ghi không thay đổi: ${first!}.`)).toBeVisible()

  await page.reload()
  await page.getByLabel('Mã mở danh sách').fill('246810')
  await page.getByRole('button', { name: 'Mở danh sách' }).click()
  // Nobody presses anything: what can no longer be taken back is sent as soon as there is a network.
  await context.setOffline(false)
  await expect(page.getByText('1 người có kết quả khác nhau')).toBeVisible()
  await page.getByRole('button', { name: 'Nộp danh sách' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Nộp danh sách' }).click()
  await expect(page.getByLabel('Đặt mã mở danh sách')).toBeVisible()
  await expect(page.getByLabel('Mã mở danh sách', { exact: true })).toHaveCount(0)

  // Side by side: nothing is lost, and a person takes one.
  await colleague.goto(`${desk.split('?')[0]}?ketqua=conflict`)
  await colleague.getByRole('link', { name: first!, exact: true }).first().click()
  await expect(colleague.getByText('Hai người ghi khác nhau về cùng một mục')).toBeVisible()
  await expect(colleague.getByText('Số mới 0912 345 678').first()).toBeVisible()
  await expectAccessible(colleague)
  await colleague.setViewportSize(sizes[1].viewport)
  await expectAccessible(colleague)
  await colleague
    .getByRole('button', { name: /^Lấy kết quả này/ })
    .last()
    .click()
  await expect(colleague.getByText(`${first!}: có thay đổi.`)).toBeVisible()
  await colleague.goto('/nghiep-vu/ra-soat/viec')
  await expect(colleague.getByText('Ghi vào hồ sơ: số điện thoại')).toBeVisible()
  await expectAccessible(colleague)
  await colleague.goto('/nghiep-vu/ra-soat')
  await expectAccessible(colleague)
  await signOut(colleague)
  await other.close()
})

/** The people on the page, in their order. */
async function names(page: Page): Promise<string[]> {
  const links = page.getByRole('rowheader').getByRole('link')
  await expect(links.first()).toBeVisible()
  return links.allInnerTexts()
}

async function open(page: Page, name: string) {
  await page.getByLabel('Tìm người').fill(name)
  await page.getByRole('button', { name }).first().click()
  await expect(page.getByRole('heading', { level: 2, name })).toBeFocused()
}
