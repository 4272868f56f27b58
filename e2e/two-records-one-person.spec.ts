import { expect, test, type Page } from '@playwright/test'
import { colleague } from './colleagues.ts'
import { givenPerson } from './given.ts'
import { reloadUntil } from './settled.ts'
import { expectAccessible, signIn, signOut, sizes } from './support.ts'

/** What was paid to both records: a month more where another journey has drawn up the next list by then. */
const twice = /(4\.700|5\.240)\.000/

test('hai hồ sơ một người: so, đề nghị gộp, người thứ hai xác nhận, tách lại; giữ riêng; hỏi xã bên kia', async ({
  page,
}) => {
  await signIn(page, 'canbo')
  // The register is compared in the first minutes of the program.
  await page.goto('/nghiep-vu/trung-lap')
  await reloadUntil(page, row(page, 'Nguyễn Thị Hoà').filter({ hasText: twice }))
  for (const { viewport } of sizes) {
    await page.setViewportSize(viewport)
    await expectAccessible(page)
  }
  await page.setViewportSize(sizes[0].viewport)

  // The pair that costs money comes first in the list of whoever works through it.
  const hoa = row(page, 'Nguyễn Thị Hoà')
  await expect(hoa).toContainText('Nguyễn Thị Hòa')
  await expect(hoa).toContainText(twice)
  await hoa.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nguyễn Thị Ho')
  await expect(page.getByText('Đã có tiền chi cho ít nhất một hồ sơ')).toBeVisible()
  const born = page.getByRole('row', { name: /^Ngày sinh/ })
  await expect(born).toContainText('điểm')
  await expect(page.getByRole('heading', { name: 'Chi trùng' })).toBeVisible()
  for (const { viewport } of sizes) {
    await page.setViewportSize(viewport)
    await expectAccessible(page)
  }
  await page.setViewportSize(sizes[0].viewport)
  const address = page.url()
  await page.getByRole('button', { name: 'Đề nghị gộp' }).click()
  const dialog = page.getByRole('dialog')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Đề nghị gộp' }).click()
  await expect(dialog).toContainText('Ghi lý do, ít nhất 5 chữ cái.')
  await dialog.getByLabel('Lý do').fill('Cùng một bà, đã xem thẻ căn cước và hỏi trưởng thôn')
  await dialog.getByRole('button', { name: 'Đề nghị gộp' }).click()
  await expect(page.getByText('Cần người thứ hai xác nhận.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Xác nhận gộp' })).toHaveCount(0)

  // Twins whose names differ by one mark are two people, and stay two.
  await page.goto('/nghiep-vu/trung-lap')
  await row(page, 'Hà Minh Ánh').getByRole('link').click()
  await page.getByRole('button', { name: 'Không phải một người' }).click()
  await page.getByLabel('Lý do').fill('Hai chị em sinh đôi')
  await page.getByRole('dialog').getByRole('button', { name: 'Không phải một người' }).click()
  await expect(page.getByText('Đã giữ riêng hai hồ sơ.')).toBeVisible()
  await page.goto('/nghiep-vu/trung-lap?muc=giu-rieng')
  await expect(row(page, 'Hà Minh Ánh')).toBeVisible()

  // Of somebody in another commune only what one asks by is shown; the answer closes the question.
  await page.goto('/nghiep-vu/trung-lap?noi=khac-xa')
  const across = page.getByRole('row').filter({ hasText: 'ngoài địa bàn' }).first()
  await across.getByRole('link').click()
  await expect(page.getByText('Một hồ sơ ở xã khác nên chỉ hiện phần đủ để hỏi.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Gộp hồ sơ|Đề nghị gộp/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Hỏi xã bên kia' }).click()
  await page.getByLabel('Câu hỏi').fill('Người này có chuyển từ xã mình sang không?')
  await page.getByRole('dialog').getByRole('button', { name: 'Hỏi xã bên kia' }).click()
  await expect(page.getByText('Chưa có trả lời của')).toBeVisible()
  const asked = page.url()

  // Whoever is about to be written down a second time is recognised before it is saved.
  await page.goto('/nghiep-vu/tiep-nhan?thutuc=social_pension')
  await page.getByLabel('Họ tên, năm sinh, số định danh').fill('Lưu Văn Dần 1949')
  await page.getByRole('button', { name: 'Tìm trong sổ người' }).click()
  await page.getByText('Người này chưa có trong sổ: ghi mới').click()
  await page.getByLabel('Họ và tên').fill('LUU VAN DAN')
  await page.getByLabel('Giới tính').selectOption('male')
  await page.getByLabel('Ngày', { exact: true }).fill('12')
  await page.getByLabel('Tháng', { exact: true }).fill('4')
  await page.getByLabel('Năm', { exact: true }).fill('1950')
  await page.getByRole('button', { name: /^Tiếp nhận và in giấy hẹn/ }).click()
  await expect(page.getByText('Có thể người này đã có trong sổ.')).toBeVisible()
  await expectAccessible(page)
  await page
    .getByRole('list', { name: 'Có thể người này đã có trong sổ' })
    .getByRole('button', { name: 'Chọn Lưu Văn Dần, 12/04/1950' })
    .click()
  await expect(page.getByRole('button', { name: 'Chọn người khác' })).toBeVisible()

  await signOut(page)
  await signIn(page, 'chuyenvien')
  await page.goto(asked)
  await page.getByRole('button', { name: 'Trả lời xã đã hỏi' }).click()
  const answer = page.getByRole('dialog')
  await answer.getByRole('radio', { name: /Không rõ/ }).check()
  await answer.getByLabel('Căn cứ').fill('Đang chờ công an xã trả lời')
  await answer.getByRole('button', { name: 'Trả lời xã đã hỏi' }).click()
  await expect(page.getByText('Đang chờ công an xã trả lời')).toBeVisible()

  await signOut(page)
  await signIn(page, 'chutich')
  await page.goto('/nghiep-vu/trung-lap?muc=cho-nguoi-thu-hai')
  await row(page, 'Nguyễn Thị Hoà').getByRole('link').click()
  await expect(page).toHaveURL(address)
  await page.getByRole('button', { name: 'Xác nhận gộp' }).click()
  await page
    .getByRole('dialog')
    .or(page.getByRole('alertdialog'))
    .getByRole('button', { name: 'Xác nhận gộp' })
    .click()
  await expect(
    page.getByText(/Đề nghị thu hồi (4\.700|5\.240)\.000\sđ chi trùng đã được lập\./),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Mở hồ sơ của Nguyễn Thị Hòa' }).click()
  await expect(page.getByText('Hồ sơ này đã gộp vào hồ sơ của cùng một người')).toBeVisible()
  await expectAccessible(page)
  // The record that is kept shows what was granted and paid under the other.
  const kept = await page
    .locator('.notice')
    .getByRole('link', { name: /^Nguyễn Thị Ho/ })
    .getAttribute('href')
  await page.goto(`${kept}/chi-tra`)
  await expect(
    page.getByRole('heading', { name: /^Đã chi dưới hồ sơ đã gộp: Nguyễn Thị Hòa$/ }),
  ).toBeVisible()
  await page.goto(`${kept}/quyen-loi`)
  await expect(page.getByRole('heading', { name: /^Dưới hồ sơ đã gộp: Nguyễn Thị Hòa$/ })).toBeVisible()
  await expectAccessible(page)

  await page.goto(address)
  await page.getByRole('button', { name: 'Tách lại hai hồ sơ' }).click()
  await page.getByLabel('Lý do').fill('Xác nhận nhầm, chờ kết quả xác minh')
  await page.getByRole('dialog').getByRole('button', { name: 'Tách lại hai hồ sơ' }).click()
  await expect(page.getByText('Cặp đã trở lại danh sách cần xem.')).toBeVisible()
  await expect(page.getByText('Lý do: Xác nhận nhầm, chờ kết quả xác minh')).toBeVisible()
})

test('gộp hồ sơ của một chủ hộ: cho biết ai ở lại, hỏi ai làm chủ hộ', async ({
  page,
  playwright,
  baseURL,
}) => {
  const officer = await colleague(playwright, baseURL!, 'canbo')
  const who = { born: '1951-03-18', village: 'Thôn Đông' }
  const kept = await givenPerson(officer, { ...who, fullName: 'Khúc Thị Thơm' })
  const head = await givenPerson(officer, { ...who, fullName: 'Khúc Thị Thởm' })
  const daughter = await givenPerson(officer, { fullName: 'Khúc Thị Lụa', born: '1980-02-01' })
  const joins = (personId: string, relationToHead: string, more: object) =>
    officer.ask<{ householdId: string }>(`/people/${personId}/memberships`, {
      relationToHead,
      from: '2020-01-01',
      source: 'Sổ hộ khẩu',
      ...more,
    })
  await joins(kept, 'chủ hộ', { isHead: true })
  const { householdId } = await joins(head, 'chủ hộ', { isHead: true })
  await joins(daughter, 'con', { householdId })

  await signIn(page, 'canbo')
  await page.goto('/nghiep-vu/trung-lap')
  await reloadUntil(page, row(page, 'Khúc Thị Thởm'))
  await row(page, 'Khúc Thị Thởm').getByRole('link').click()
  await page.getByRole('button', { name: 'Gộp hồ sơ' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Ở lại: Khúc Thị Lụa.')
  await dialog.getByLabel('Lý do').fill('Cùng một bà, đã xem thẻ căn cước')
  await dialog.getByRole('button', { name: 'Gộp hồ sơ' }).click()
  await expect(dialog).toContainText('Chọn ai làm chủ hộ, hoặc ghi chưa rõ.')
  await expectAccessible(page)
  await dialog.getByLabel('Ai làm chủ hộ của những người ở lại?').selectOption('Khúc Thị Lụa')
  await dialog.getByRole('button', { name: 'Gộp hồ sơ' }).click()
  await expect(page.getByText('Đã gộp hai hồ sơ thành một.')).toBeVisible()
  const { household } = await officer.get<{
    household: { members: { person: { id: string }; isHead: boolean }[] }
  }>(`/people/${daughter}`)
  expect(household.members.map(({ person, isHead }) => [person.id, isHead])).toEqual([[daughter, true]])
})

function row(page: Page, name: string) {
  return page.getByRole('row').filter({ hasText: name })
}
