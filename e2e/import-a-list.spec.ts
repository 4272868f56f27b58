import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from '@playwright/test'
import { expectAccessible, signIn, signOut } from './support.ts'

test('cán bộ xã nhập danh sách từ Excel, ghi dòng tốt, tải dòng cần sửa; Chủ tịch xã xác nhận việc hưởng, rồi tháng đã chi ghi sai được sửa', async ({
  page,
}) => {
  test.slow() // Two people, each twice, with pages that are looked at whole.
  await signIn(page, 'canbo')
  await page.goto('/nghiep-vu/nhap-du-lieu')
  await expectAccessible(page)
  await page.locator('input[type=file]').setInputFiles({
    name: 'Danh sách xã.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await list(),
  })
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click()

  await expect(page.getByRole('heading', { name: 'Danh sách xã.xlsx' })).toBeVisible()
  const rows = page.getByRole('region', { name: 'Các dòng' })
  await expect(rows.getByRole('row').filter({ hasText: 'Kim Thị Thìn' })).toContainText('Sẵn sàng', {
    timeout: 60_000,
  })
  await expect(rows.getByRole('row').filter({ hasText: '13 chữ số' })).toContainText('Chưa ghi được')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Nhận cả 1 dòng' }).click()
  await expect(page.getByRole('button', { name: 'Ghi 2 dòng' })).toBeVisible()

  // Day and month the other way about: no number and no birth is the same, and yet it is her.
  const like = rows.getByRole('row').filter({ hasText: 'Có thể là Lưu Thị Tý, sinh 1951, Xã Tam Sơn' })
  await expect(like).toContainText('Cần xem')
  const impact = page.locator('.panel').filter({ hasText: 'Tác động khi ghi' })
  await expect(impact).toContainText('1 dòng có thể là người đã có trong sổ')
  await expect(impact.getByRole('row').filter({ hasText: 'Xã Tam Sơn' })).toContainText('2')
  // What would be paid once more is told, until the officer says what the lists before have paid.
  const before = page.locator('.panel').filter({ hasText: 'Những tháng đã chi theo danh sách cũ' })
  await expect(before).toContainText(/Kỳ chi trả tới sẽ truy lĩnh .* cho 1 người/)
  await expect(rows.getByRole('row').filter({ hasText: 'Kim Thị Thìn' })).toContainText('truy lĩnh')
  await before.getByLabel('Danh sách cũ đã chi đến hết tháng').fill('10/2026')
  await before.getByRole('button', { name: 'Ghi tháng đã chi' }).click()
  await expect(before).toContainText('Danh sách cũ đã chi đến hết 10/2026.')
  await like.getByRole('button', { name: /^Dòng \d+ và Lưu Thị Tý là cùng một người$/ }).click()
  await expect(like).toContainText('cùng một người')
  await impact.getByRole('link', { name: /^Xem ảnh hưởng mức hưởng/ }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Ảnh hưởng mức hưởng của danh sách' }),
  ).toBeVisible()
  await expect(page.getByText('Chưa tính. Có 3 dòng sẵn sàng ghi.')).toBeVisible()
  await page.getByRole('button', { name: 'Tính ảnh hưởng' }).click()
  await expect(page.getByRole('heading', { name: 'Tổng cộng' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/cho mọi tháng từ \d+\/\d+ đến \d+\/\d+/)).toBeVisible()
  await expectAccessible(page)
  await page.goBack()
  await page.getByRole('button', { name: 'Ghi 3 dòng' }).click()
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'Ghi 3 dòng' })
    .click()
  await expect(page.getByText('Đã ghi 3 dòng.')).toBeVisible({ timeout: 60_000 })

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải dòng cần sửa' }).click()
  expect((await downloading).suggestedFilename()).toBe('Danh sách xã – dòng cần sửa.xlsx')

  // What the list says is paid waits for somebody else.
  await page.getByRole('link', { name: 'Xem từng dòng của Xã Tam Sơn' }).click()
  await expect(page.getByText('Anh/chị đã nhập danh sách này nên không tự xác nhận được.')).toBeVisible()
  const listed = page.getByRole('row').filter({ hasText: 'Kim Thị Thìn' })
  await expect(listed).toContainText('21/QĐ-UBND, ngày 05/10/2026')
  await expect(page.getByRole('button', { name: /Xác nhận/ })).toHaveCount(0)

  await signOut(page)
  await signIn(page, 'chutich')
  await page.goto('/nghiep-vu')
  await page.getByRole('link', { name: 'Danh sách xã.xlsx' }).click()
  await expect(listed).toContainText('1.080.000')
  await expect(listed).toContainText('đã chi đến hết 10/2026')
  await listed.getByRole('link', { name: 'Kim Thị Thìn', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Kim Thị Thìn' })).toBeVisible()
  await page.getByRole('link', { name: 'Quyền lợi' }).click()
  await expect(page.getByText('Chưa vào kỳ chi trả nào.')).toBeVisible()
  await page.getByRole('link', { name: 'Xem danh sách' }).click()
  await page.getByRole('button', { name: 'Xác nhận cả 1 dòng' }).click()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Xác nhận 1 dòng' }).click()
  await expect(page.getByText('Đã xác nhận 1 dòng.')).toBeVisible()
  await expect(listed).toContainText('Trần Văn Thành')
  await expectAccessible(page)
  await listed.getByRole('link', { name: 'Kim Thị Thìn', exact: true }).click()
  await page.getByRole('link', { name: 'Quyền lợi' }).click()
  await expect(page.getByText('Quyết định hưởng: 21/QĐ-UBND')).toBeVisible()
  await expect(page.getByText('hệ thống chi từ tháng 11/2026')).toBeVisible()
  await page.getByRole('link', { name: 'Vì sao tháng 10/2026?' }).first().click()
  await expect(page.getByText('tháng này đã chi theo danh sách cũ')).toBeVisible()
  await expectAccessible(page)
  await page.goBack()
  await expect(page.getByText('hệ thống chi từ tháng 11/2026')).toBeVisible()
  // Whoever decides asks for nothing.
  await expect(page.getByRole('link', { name: 'Sửa tháng đã chi' })).toHaveCount(0)
  const rights = page.url()
  await signOut(page)

  await signIn(page, 'canbo')
  await page.goto(rights)
  await page.getByRole('link', { name: 'Sửa tháng đã chi' }).click()
  await page.getByRole('button', { name: 'Trình duyệt' }).click()
  await expect(page.getByLabel('Danh sách cũ đã chi đến hết tháng')).toBeFocused()
  await page.getByLabel('Danh sách cũ chưa chi tháng nào').check()
  await page.getByLabel('Loại giấy tờ').fill('Sổ chi trả của xã')
  await page.getByRole('button', { name: 'Trình duyệt' }).click()
  await expect(page.getByText('Ghi vì sao trước đây ghi sai, để người duyệt đối chiếu.')).toBeVisible()
  await page.getByRole('button', { name: 'Xem trước ảnh hưởng' }).click()
  // 2,0 × 540.000 for the one month nobody had paid.
  const nextList = page.getByRole('listitem').filter({ hasText: 'chi bù thêm tháng 10/2026' })
  await expect(nextList).toContainText('+1.080.000')
  await page.getByLabel('Ghi chú cho người duyệt').fill('Sổ chi trả không có tháng 10.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Trình duyệt' }).click()
  const kind = page.getByRole('heading', { level: 1, name: 'Tháng đã chi theo danh sách cũ' })
  await expect(kind).toBeVisible()
  const asked = page.url()
  await expect(page.getByRole('button', { name: 'Duyệt và ghi vào sổ' })).toHaveCount(0)
  await signOut(page)

  await signIn(page, 'chutich')
  await page.goto(asked)
  await expect(nextList).toContainText('+1.080.000')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Duyệt và ghi vào sổ' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Duyệt và ghi vào sổ' }).click()
  await expect(page.getByText('Đã duyệt và ghi vào sổ.')).toBeVisible()
  await page.goto(rights)
  await expect(page.getByText('Chưa có tháng nào chi theo danh sách cũ.')).toBeVisible()
})

async function list(): Promise<Buffer> {
  const book = new Workbook()
  const sheet = book.addWorksheet('DS')
  sheet.addRow(['UBND XÃ'])
  const person = ['STT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Số CCCD', 'Nhóm đối tượng', 'Mức độ KT']
  sheet.addRow([...person, 'Số QĐ', 'Ngày QĐ', 'Hưởng từ tháng', 'Mức trợ cấp'])
  const decision = ['21/QĐ-UBND', '05/10/2026', '10/2026', 1_080_000]
  sheet.addRow([1, 'KIM THỊ THÌN', 'Nữ', '12/03/1952', '', 'khoản 6', 'Nặng', ...decision])
  sheet.addRow([2, 'Kim Văn Tỵ', 'Nam', '5/6/1953', 26053001234, '', ''])
  sheet.addRow([3, 'Kim Văn Ngọ', 'Nam', '1950', '0260500045678', '', ''])
  sheet.addRow([4, 'Lưu Thị Tý', 'Nữ', '03/12/1951', '', '', ''])
  return Buffer.from(await book.xlsx.writeBuffer())
}
