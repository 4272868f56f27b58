import { expect, test, type Locator, type Page } from '@playwright/test'
import { expectGoodOnEveryScreen } from './support.ts'

test.use({
  viewport: { width: 390, height: 844 },
  contextOptions: { reducedMotion: 'reduce' },
  // What the worker fetches for a page nobody can make fail.
  serviceWorkers: 'block',
})

const tooOften = { status: 429, json: { code: 'too_many_requests', data: { seconds: 840 } } }
const failing = { status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' }
const wait = 'chờ 14 phút rồi thử lại'

test('khi máy chủ hỏng, mạng mất hay bị gửi quá nhiều, mọi biểu mẫu nói rõ, không mất chữ nào và gửi lại được', async ({
  page,
}) => {
  await page.goto('/phan-anh')
  const send = page.getByRole('button', { name: 'Gửi góp ý' })
  await expect(send).toBeEnabled()
  await typePlace(page)
  await page.getByLabel('Nội dung').fill('Bàn tiếp dân nên có ghế cho người già.')
  await refusedAlike(page, { send, challenge: true, kept: page.getByLabel('Nội dung') })

  await page.goto('/nop-ho-so')
  await page.getByRole('textbox', { name: 'Mã tiếp tục' }).fill('7KQ4-MX2P-0000')
  const open = page.getByRole('button', { name: 'Mở bản đang làm dở' })
  await expect(open).toBeEnabled()
  await open.press('Enter')
  await expect(page.getByText('Không thấy bản nào có mã này.', { exact: false })).toBeVisible()
  await expectGood(page)
  await page.route('**/api/portal/drafts/opened', (route) => route.fulfill(tooOften))
  await open.press('Enter')
  await expect(page.getByText(wait, { exact: false })).toBeVisible()
  await page.unroute('**/api/portal/drafts/opened')

  await page.goto('/nop-ho-so/monthly_allowance')
  await expectGood(page)
  await fillIn(page)
  await photograph(page)
  await page.route('**/api/portal/challenge', (route) => route.fulfill(failing))
  await page.getByRole('button', { name: 'Lưu và làm tiếp sau' }).press('Enter')
  await expect(page.getByText('máy chủ gặp sự cố', { exact: false })).toBeVisible()
  await expectGood(page)
  await page.unroute('**/api/portal/challenge')

  await page.getByRole('button', { name: 'Kiểm tra lại và gửi' }).press('Enter')
  await expectGood(page)
  await refusedAlike(page, {
    send: page.getByRole('button', { name: 'Gửi hồ sơ' }),
    challenge: false,
    kept: page.getByText('Phan Thị Nết'),
  })
  // What was photographed long ago is gone from the server: it is named, and everything else is still there.
  await page.route('**/api/portal/applications', async (route) => {
    const { papers } = route.request().postDataJSON() as { papers: { uploadId: string }[] }
    const uploadIds = papers.map(({ uploadId }) => uploadId)
    await route.fulfill({ status: 409, json: { code: 'applications.upload_not_found', data: { uploadIds } } })
  })
  await page.getByRole('button', { name: 'Gửi hồ sơ' }).press('Enter')
  await expect(page.getByText('Máy chủ đã xóa ảnh cũ của:', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Người được trợ giúp/ })).toContainText('Đã xong')
  await expectGood(page)
  await page.getByRole('button', { name: 'Kiểm tra lại và gửi' }).press('Enter')
  await expect(page.getByText('Còn phần chưa xong.', { exact: false })).toBeVisible()
  await expectGood(page)
  await page.goBack()
  await page.getByRole('button', { name: 'Xóa bản nháp trên máy này' }).press('Enter')
  await expect(page.getByText('Đã xóa bản nháp trên máy này.')).toBeVisible()
  await expectGood(page)
})

test('câu hỏi: chưa chọn, danh sách xã không tải được, nhiều nơi cùng tên, và không có khoản nào', async ({
  page,
}) => {
  await page.route('**/cong/noi-o.json', (route) => route.abort())
  await page.goto('/kiem-tra')
  const onward = page.getByRole('button', { name: 'Tiếp tục', exact: true })
  await page.getByLabel('Cho chính tôi').press('Space')
  await onward.press('Enter')
  await expect(page.getByRole('heading', { name: /^Có chuyện nào/ })).toBeVisible()
  await onward.press('Enter')
  await expect(page.getByRole('alert')).toContainText('chưa chọn câu trả lời')
  await expectGood(page)
  await page.getByRole('checkbox', { name: 'Không có chuyện nào' }).press('Space')
  await onward.press('Enter')
  await page.getByLabel('Năm', { exact: true }).fill('1990')
  await page.getByLabel('Tôi chỉ nhớ năm sinh').press('Space')
  await onward.press('Enter')
  await page.getByLabel('Xã, phường, đặc khu').fill('xom mo')
  await expect(page.getByText('Chưa tải được danh sách xã.', { exact: false })).toBeVisible()
  await expectGood(page)
  await page.unroute('**/cong/noi-o.json')
  await page.getByLabel('Xã, phường, đặc khu').fill('tan')
  await expect(
    page
      .getByText(/^Thấy \d+ nơi/)
      .or(page.getByRole('radio').nth(2))
      .first(),
  ).toBeVisible()
  await expectGood(page)
})

test('tra cứu không thấy, xác minh mã lạ, mã góp ý lạ: nói cách làm tiếp, giữ chữ đã gõ', async ({
  page,
}) => {
  await page.goto('/tra-cuu')
  await page.getByLabel('Mã hồ sơ').fill('HS-26-7KQ4-MX2')
  await page.getByLabel('Năm', { exact: true }).fill('1948')
  await page.getByRole('button', { name: 'Tra cứu hồ sơ' }).press('Enter')
  await expect(page.getByRole('alert')).toContainText('Không thấy hồ sơ nào có mã và ngày sinh này')
  await expectGood(page)
  await page.goto('/xac-minh/7KQ4-MX2P-0000')
  await expect(page.getByRole('heading', { name: 'Không có giấy tờ nào mang mã này' })).toBeVisible()
  await expectGood(page)
  await page.goto('/phan-anh')
  await page.getByLabel('Mã của ông/bà').fill('P-7KQ4-MX2P-0000')
  await page.getByRole('button', { name: 'Xem trả lời' }).press('Enter')
  await expect(page.getByText('Không thấy mã này.', { exact: false })).toBeVisible()
  await expectGood(page)
})

type Form = {
  readonly send: Locator
  /** Whether the riddle itself is refused; otherwise it is the sending. */
  readonly challenge: boolean
  /** What was written, and must be there afterwards. */
  readonly kept: Locator
}

/** Sent while the server fails, is asked too often, and is not reached at all: each is said, and nothing is lost. */
async function refusedAlike(page: Page, { send, challenge, kept }: Form) {
  const door = challenge ? '**/api/portal/challenge' : '**/api/portal/applications'
  for (const [answer, words] of [
    [failing, 'máy chủ gặp sự cố'],
    [tooOften, wait],
  ] as const) {
    await page.route(door, (route) => route.fulfill(answer))
    await send.press('Enter')
    await expect(page.getByText(words, { exact: false })).toBeVisible()
    await expectGood(page)
    await page.unroute(door)
  }
  await page.context().setOffline(true)
  await send.press('Enter')
  await expect(page.getByText('Mất kết nối mạng.', { exact: false })).toBeVisible()
  await expectGood(page)
  await page.context().setOffline(false)
  await expect(kept).toBeVisible()
}

/** Every part of an application with what it asks for, and first with what is wrong in it. */
async function fillIn(page: Page) {
  const part = async (name: RegExp, fill: () => Promise<void>) => {
    await page.getByRole('button', { name }).press('Enter')
    await fill()
    await page.getByRole('button', { name: 'Xong phần này' }).press('Enter')
    await expect(page.getByRole('button', { name })).toContainText('Đã xong')
  }
  await part(/^Người được trợ giúp/, async () => {
    await page.getByLabel('Họ và tên').fill('Phan Thị Nết')
    await page.getByLabel('Năm', { exact: true }).fill('1986')
    await page.getByLabel('Nữ').press('Space')
    await typePlace(page)
  })
  await part(/^Ai làm hồ sơ này/, async () => {
    await page.getByLabel('Tôi làm giúp người khác').press('Space')
    await page.getByRole('button', { name: 'Xong phần này' }).press('Enter')
    await expect(page.getByRole('alert')).toContainText('Có 2 chỗ cần sửa')
    await expectGood(page)
    await page.getByLabel('Cho chính tôi').press('Space')
  })
  const questions = page.getByRole('button', { name: /^Điều còn thiếu/ })
  if ((await questions.count()) > 0)
    await part(/^Điều còn thiếu/, async () => {
      for (const group of await page.getByRole('group').all())
        await group.getByRole('radio').first().press('Space')
      await expectGood(page)
    })
  await part(/^Nhận tiền/, async () => {
    await page.getByLabel('Chuyển vào tài khoản ngân hàng').press('Space')
    await page.getByRole('button', { name: 'Xong phần này' }).press('Enter')
    await expect(page.getByRole('alert')).toContainText('Có 3 chỗ cần sửa')
    await expectGood(page)
    await page.getByLabel('Tiền mặt tại điểm chi trả').press('Space')
  })
}

/** Photographs that cannot be sent at once: refused for a while, without a network, and then on their way by themselves. */
async function photograph(page: Page) {
  await page.getByRole('button', { name: /^Giấy tờ/ }).press('Enter')
  const camera = page.getByLabel(/Chụp hoặc chọn ảnh: /).first()
  const picture = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg' }) }
  await page.route('**/api/portal/uploads', (route) => route.fulfill(tooOften))
  await camera.setInputFiles(picture)
  await expect(page.getByText(wait, { exact: false })).toBeVisible()
  // Another way to fail first, or the try that comes by itself would succeed in between.
  await page.route('**/api/portal/challenge', (route) => route.fulfill(failing))
  await page.unroute('**/api/portal/uploads')
  await page.getByRole('button', { name: /^Gửi lại/ }).press('Enter')
  await expect(page.getByText('Bấm «Gửi lại»', { exact: false })).toBeVisible()
  await expectGood(page)
  await page.unroute('**/api/portal/challenge')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(page.getByText('Đã gửi', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Xong phần này' }).press('Enter')
}

async function typePlace(page: Page) {
  await page.getByRole('textbox', { name: 'Xã, phường, đặc khu' }).fill('tam son')
  await page
    .getByRole('radio', { name: /^Xã Tam Sơn/ })
    .first()
    .press('Space')
}

/** The state as it stands fits every screen and is accessible on each, and nothing moves for whoever asked for that. */
async function expectGood(page: Page) {
  await expectGoodOnEveryScreen(page)
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
}
