import { expect, test, type Page } from '@playwright/test'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { heic } from '../modules/documents/server/picture-samples.ts'
import { expectAccessible, expectFits, expectGoodOnEveryScreen } from './support.ts'

const pages = [
  ['/', 'Trợ giúp xã hội tỉnh Phú Thọ'],
  ['/muc-huong', 'Mức tiền và thủ tục'],
  ['/cong-khai', 'Công khai'],
  ['/cong-khai/niem-yet', 'Danh sách đang niêm yết'],
  ['/nop-ho-so', 'Nộp hồ sơ'],
  ['/tra-cuu', 'Tra cứu hồ sơ'],
  ['/phan-anh', 'Phản ánh, khiếu nại'],
  ['/xac-minh', 'Xác minh giấy tờ'],
  ['/tim-co-so', 'Tìm nơi giúp đỡ'],
  ['/quyen-rieng-tu', 'Quyền riêng tư'],
  ['/kha-nang-tiep-can', 'Khả năng tiếp cận'],
  ['/khong-co-trang-nay', 'Không có trang này'],
] as const

// The narrowest is also a screen of 1280 × 1024 at 400 %: 320 × 256 points, each of four times four.
for (const [width, height, deviceScaleFactor] of [
  [320, 256, 4],
  [390, 844, 2],
  [1366, 768, 1],
] as const)
  test(`mọi trang của cổng đọc được và vừa màn hình ${width}`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor,
      locale: 'vi-VN',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    for (const [path, heading] of pages) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
      await expectFits(page)
      await expectAccessible(page, { isContrastAaa: true })
    }
    await page.goto('/en/muc-huong')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expectAccessible(page)
    await page.getByText('Menu', { exact: true }).click()
    const moving = () => page.evaluate(() => document.getAnimations().length)
    expect(await moving(), 'nothing moves for whoever asked for that').toBe(0)
    await context.close()
  })

test.describe('không có JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('mức tiền, thủ tục và tra cứu đọc được khi tắt JavaScript', async ({ page }) => {
    await page.goto('/muc-huong')
    await expect(page.getByRole('heading', { name: 'Hưu trí xã hội, từ đủ 75 tuổi' })).toBeVisible()
    await expect(page.getByText('540.000 đ').first()).toBeVisible()
    await page.getByText('Mục', { exact: true }).click()
    await page
      .getByRole('navigation', { name: 'Các mục của trang' })
      .getByRole('link', { name: 'Tra cứu hồ sơ' })
      .click()
    await page.getByLabel('Mã hồ sơ').fill('HS-26-7KQ4-MX2')
    await page.getByLabel('Năm', { exact: true }).fill('1948')
    await page.getByRole('button', { name: 'Tra cứu hồ sơ' }).click()
    await expect(page.getByRole('alert')).toContainText('Không thấy hồ sơ nào có mã và ngày sinh này')
    await expect(page.getByLabel('Mã hồ sơ')).toHaveValue('HS-26-7KQ4-MX2')
    expect(new URL(page.url()).search).toBe('')
  })
})

test('con nộp hồ sơ giúp mẹ trên điện thoại: lưu, mở lại bằng mã, kiểm tra, gửi, rồi tra cứu', async ({
  page,
  browser,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/nop-ho-so')
  await page.getByRole('link', { name: 'Trợ cấp xã hội hằng tháng', exact: true }).click()
  await page.getByRole('button', { name: /^Người được trợ giúp/ }).click()
  await page.getByRole('button', { name: 'Xong phần này' }).click()
  await expect(page.getByRole('alert')).toContainText('Có 4 chỗ cần sửa')
  await expectGoodOnEveryScreen(page)
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Hòa')
  await page.getByLabel('Năm', { exact: true }).fill('1948')
  await page.getByLabel('Nữ').check()
  await page.getByRole('textbox', { name: 'Xã, phường, đặc khu' }).fill('tam son')
  await page
    .getByRole('radio', { name: /^Xã Tam Sơn/ })
    .first()
    .check()

  // The page is gone in the middle of a part, at once or after the page’s own way back: what was typed is still there.
  const person = page.getByRole('button', { name: /^Người được trợ giúp/ })
  await page.reload()
  await expect(person).toContainText('Đang làm dở')
  await person.click()
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Nguyễn Thị Hòa')
  await expect(page.getByLabel('Nữ')).toBeChecked()
  await expect(page.getByRole('textbox', { name: 'Xã, phường, đặc khu' })).toHaveValue('Xã Tam Sơn')
  await page.getByLabel('Thôn').fill('Đồng Mới')
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await person.click()
  await expect(page.getByLabel('Thôn')).toHaveValue('Đồng Mới')
  await page.getByRole('button', { name: 'Xong phần này' }).click()
  await expect(person).toContainText('Đã xong')

  // A part changed after it was done is not done, until it is finished again.
  await person.click()
  await page.getByLabel('Thôn').fill('Đồng')
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await expect(person).toContainText('Đang làm dở')
  await person.click()
  await page.getByLabel('Thôn').fill('Đồng Mới')
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await expect(person).toContainText('Đã xong')

  // What is not finished is saved with the rest, and is there when the draft is opened by its code.
  const applicant = page.getByRole('button', { name: /^Ai làm hồ sơ này/ })
  await applicant.click()
  await page.getByLabel('Tôi làm giúp người khác').check()
  await page.getByLabel('Họ và tên').fill('Lê Văn')
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await expect(applicant).toContainText('Đang làm dở')
  const sent = page.waitForRequest('**/api/portal/drafts')
  await page.getByRole('button', { name: 'Lưu và làm tiếp sau' }).click()
  const body = (await sent).postData()
  expect(body).toContain('Nguyễn Thị Hòa')
  expect(body).toContain('Lê Văn')
  const kept = await page.getByText(/Mã tiếp tục/).innerText()
  const [draft] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(kept)!
  await expectGoodOnEveryScreen(page)

  await page.goto('/nop-ho-so')
  await page.getByRole('textbox', { name: 'Mã tiếp tục' }).fill(draft)
  await page.getByRole('button', { name: 'Mở bản đang làm dở' }).click()
  await applicant.click()
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Lê Văn')

  const otherPhone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'vi-VN' })
  const elsewhere = await otherPhone.newPage()
  await elsewhere.goto('/nop-ho-so')
  await elsewhere.getByRole('textbox', { name: 'Mã tiếp tục' }).fill(draft.toLowerCase())
  await elsewhere.getByRole('button', { name: 'Mở bản đang làm dở' }).click()
  await expect(elsewhere.getByRole('button', { name: /^Người được trợ giúp/ })).toContainText('Đã xong')

  await elsewhere.getByRole('button', { name: /^Ai làm hồ sơ này/ }).click()
  await expect(elsewhere.getByLabel('Họ và tên')).toHaveValue('Lê Văn')
  await elsewhere.getByLabel('Họ và tên').fill('Lê Văn Nam')
  await elsewhere.getByLabel('Con', { exact: true }).check()
  await elsewhere.getByRole('button', { name: 'Xong phần này' }).click()
  const questions = elsewhere.getByRole('button', { name: /^Điều còn thiếu/ })
  if ((await questions.count()) > 0) {
    await questions.click()
    for (const group of await elsewhere.getByRole('group').all())
      await group.getByRole('radio').first().check()
    await elsewhere.getByRole('button', { name: 'Xong phần này' }).click()
  }
  await elsewhere.getByRole('button', { name: /^Nhận tiền/ }).click()
  await elsewhere.getByLabel('Tôi nhận thay').check()
  await elsewhere.getByLabel('Tiền mặt tại điểm chi trả').check()
  await elsewhere.getByRole('button', { name: 'Xong phần này' }).click()
  await elsewhere.getByRole('button', { name: /^Giấy tờ/ }).click()
  await photographPapers(elsewhere)
  await expectGoodOnEveryScreen(elsewhere)
  await elsewhere.getByRole('button', { name: 'Xong phần này' }).click()
  await elsewhere.getByRole('button', { name: 'Kiểm tra lại và gửi' }).click()
  await expect(elsewhere.getByText('Lê Văn Nam')).toBeVisible()
  await expect(elsewhere.getByText('Giấy khai sinh của trẻ em: 2 trang')).toBeVisible()
  await expectGoodOnEveryScreen(elsewhere)

  // The network is gone for a moment: nothing is lost, and the same application is sent once.
  await otherPhone.setOffline(true)
  await elsewhere.getByRole('button', { name: 'Gửi hồ sơ' }).click()
  await expect(elsewhere.getByText('Mất kết nối mạng', { exact: false })).toBeVisible()
  await otherPhone.setOffline(false)
  await elsewhere.getByRole('button', { name: 'Gửi hồ sơ' }).click()
  await expect(elsewhere.getByRole('heading', { name: 'Đã nhận hồ sơ' })).toBeVisible()
  await expect(elsewhere.getByText(/^Nếu giấy tờ đã đủ: trả lời chậm nhất ngày \d/)).toBeVisible()
  await expectGoodOnEveryScreen(elsewhere)
  const code = await elsewhere.getByText(/^HS-\d\d-/).innerText()

  await elsewhere.getByRole('main').getByRole('link', { name: 'Tra cứu hồ sơ' }).click()
  await elsewhere.getByLabel('Mã hồ sơ').fill(code)
  await elsewhere.getByLabel('Năm', { exact: true }).fill('1948')
  await elsewhere.getByRole('button', { name: 'Tra cứu hồ sơ' }).click()
  await expect(elsewhere.getByRole('heading', { name: `Hồ sơ ${code}` })).toBeVisible()
  await expect(elsewhere.getByText('Nơi giải quyết: Xã Tam Sơn')).toBeVisible()
  await expectGoodOnEveryScreen(elsewhere)
  expect(elsewhere.url()).not.toContain('HS-')
  await otherPhone.close()
})

test('góp ý không ghi tên: gửi đi, nhận mã, và xem lại bằng mã', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/phan-anh')
  await page.getByRole('button', { name: 'Gửi góp ý' }).click()
  await expect(page.getByText('Chưa chọn xã', { exact: false })).toBeVisible()
  await page.getByRole('textbox', { name: 'Xã, phường, đặc khu' }).fill('tam son')
  await page
    .getByRole('radio', { name: /^Xã Tam Sơn/ })
    .first()
    .check()
  await page.getByLabel('Nội dung').fill('Bàn tiếp dân nên có ghế cho người già.')
  await page.getByRole('button', { name: 'Gửi góp ý' }).click()
  const [code] = /P-[0-9A-Z-]{14}/.exec(await page.getByText(/^P-/).innerText())!
  await page.getByLabel('Mã của ông/bà').fill(code)
  await page.getByRole('button', { name: 'Xem trả lời' }).click()
  await expect(page.getByText('Bàn tiếp dân nên có ghế cho người già.')).toBeVisible()
  await page.getByLabel('Viết thêm cho xã').fill('Và nên có nước uống.')
  await page.getByRole('button', { name: 'Gửi lời viết thêm' }).click()
  await expect(page.getByText('Và nên có nước uống.')).toBeVisible()
  await expectGoodOnEveryScreen(page)
})

test('mất mạng vẫn mở được trang chủ, mức tiền và các câu hỏi; bản mới không để bản cũ ở lại', async ({
  page,
  context,
}) => {
  await page.goto('/')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1)
  await page.evaluate(() => caches.open('cong-cũ'))
  await page.goto('/nop-ho-so/monthly_allowance')
  await page.getByRole('button', { name: /^Nhận tiền/ }).click()
  await page.getByLabel('Tiền mặt tại điểm chi trả').check()
  await page.getByRole('button', { name: 'Xong phần này' }).click()
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('button', { name: /^Nhận tiền/ })).toContainText('Đã xong')
  for (const [path, heading] of pages.filter(([path]) =>
    /^.(nop-ho-so|tra-cuu|phan-anh|cong-khai|xac-minh)$/.test(path),
  )) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  }
  await page.goto('/xac-minh/7KQ4-MX2P-0000')
  await expect(page.getByRole('heading', { level: 1, name: 'Mất mạng' })).toBeVisible()
  await expectAccessible(page, { isContrastAaa: true })
  await page.goto('/muc-huong')
  await expect(page.getByRole('heading', { name: 'Mức tiền và thủ tục' })).toBeVisible()
  await page.goto('/kiem-tra')
  await page.getByLabel('Cho chính tôi').check()
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(page.getByRole('heading', { name: /^Có chuyện nào/ })).toBeVisible()
  await context.setOffline(false)
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.unregister()
  })
  await page.goto('/')
  await expect
    .poll(() => page.evaluate(async () => (await caches.keys()).filter((name) => name === 'cong-cũ')))
    .toEqual([])
})

/** What telephones and people send: too large, locked, of a kind no browser opens, taken twice, and taken again. */
async function photographPapers(page: Page) {
  const certificate = page.getByLabel('Chụp hoặc chọn ảnh: Giấy khai sinh của trẻ em')
  const photograph = await page.screenshot({ type: 'jpeg' })
  const directory = await mkdtemp(join(tmpdir(), 'anh-'))
  const give = async (name: string, bytes: Uint8Array) => {
    await writeFile(join(directory, name), bytes)
    await certificate.setInputFiles(join(directory, name))
  }
  const tail = new Uint8Array(60 * 1024 * 1024)
  await give('khóa.pdf', Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << /Encrypt 5 0 R >>'))
  await expect(page.getByText('Tệp PDF có mật khẩu', { exact: false })).toBeVisible()
  await give('60 MB.heic', Buffer.concat([Buffer.from('\0\0\0\u001cftypheic'), tail]))
  await expect(page.getByText('Ảnh hoặc tệp quá lớn (60 MB)', { exact: false })).toBeVisible()
  await give('thư.docx', Buffer.from('PK'))
  await expect(page.getByText('Tệp này không phải ảnh hoặc PDF', { exact: false })).toBeVisible()

  // 60 MB that the browser can open are made small here, and a HEIC it cannot open goes as it is.
  await give('60 MB.jpg', Buffer.concat([photograph, tail]))
  await expect(page.getByText('Đã gửi', { exact: true })).toBeVisible()
  await give('trang 2.heic', heic())
  await expect(page.getByText('Đã gửi', { exact: true })).toHaveCount(2)
  await page
    .getByLabel('Chụp lại: Trang 1')
    .setInputFiles({ name: 'a.jpg', mimeType: '', buffer: photograph })
  await expect(page.getByText('Đã gửi', { exact: true })).toHaveCount(2)
  await expect(page.getByRole('img', { name: 'Trang 1, Giấy khai sinh của trẻ em' })).toBeVisible()

  // The page ended while the camera was open: what was sent is still there.
  await page.reload()
  await page.getByRole('button', { name: /^Giấy tờ/ }).click()
  await expect(page.getByRole('img', { name: 'Trang 1, Giấy khai sinh của trẻ em' })).toBeVisible()
  await expect(page.getByText('Đã gửi', { exact: true })).toHaveCount(2)
}
