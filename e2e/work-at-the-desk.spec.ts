import { expect, test, type Browser, type Page } from '@playwright/test'
import { tryAnswers, type Challenge } from '#platform/contract/proof-of-work'
import { jpegOf, redAndBlue } from '../modules/documents/server/picture-samples.ts'
import { home } from './outside.ts'
import { expectAccessible, signIn, signOut, sizes } from './support.ts'

test.use({ viewport: sizes[0].viewport })

test('tiếp nhận không mất chữ, yêu cầu bổ sung, hai người một hồ sơ, xin lỗi vì chậm, danh sách chuyển mức, ký cùng lúc, xác minh trên cổng', async ({
  page,
  browser,
}, { retry }) => {
  test.slow()
  // Whoever was taken in before is in the register already.
  const fullName = retry === 0 ? 'Tống Thị Nhạn' : 'Tống Thị Én'
  await signIn(page, 'canbo')
  await page.goto('/nghiep-vu/tiep-nhan?thutuc=social_pension')
  await page.getByLabel('Họ tên, năm sinh, số định danh').fill(`${fullName} 1949`)
  await page.getByRole('button', { name: 'Tìm trong sổ người' }).click()
  await page.getByText('Người này chưa có trong sổ: ghi mới').click()
  await page.getByLabel('Họ và tên').fill(fullName)
  await page.getByLabel('Giới tính').selectOption('female')
  await page.getByLabel('Ngày', { exact: true }).fill('5')
  await page.getByLabel('Tháng', { exact: true }).fill('3')
  await page.getByLabel('Năm', { exact: true }).fill('1949')
  await page.reload()
  await expect(page.getByLabel('Họ và tên')).toHaveValue(fullName)
  await expect(page.getByLabel('Năm', { exact: true })).toHaveValue('1949')
  await expect(page.getByText('tải lại trang không mất')).toBeVisible()
  // Another procedure is another file; the one that was begun is found where it was left.
  await page.goto('/nghiep-vu/tiep-nhan?thutuc=temporary_care')
  await expect(page.getByLabel('Thủ tục')).toHaveValue('temporary_care')
  await page.goBack()
  await expect(page.getByLabel('Họ và tên')).toHaveValue(fullName)
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Tiếp nhận và in giấy hẹn/ }).click()
  await expect(page.getByText(/^Hẹn trả kết quả trước 17:00 ngày/)).toBeVisible()
  await page.getByRole('link', { name: 'Mở hồ sơ' }).click()
  await expect(page.getByRole('heading', { level: 1, name: fullName })).toBeVisible()
  const file = page.url()

  // Somebody else opens it meanwhile, and is overtaken.
  const other = await elsewhere(browser, 'canbo')
  await other.goto(file)
  await other.getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
  await other.getByRole('dialog').getByLabel('Nội dung khác').fill('Tờ khai chưa ký tên.')
  // Had the other window looked again by itself meanwhile, it would know before it is told.
  const looking = /\/api\/applications\/[0-9a-f-]{36}$/
  await other.route(looking, (route) => route.abort())
  await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
  await page.getByRole('dialog').getByLabel('Nội dung khác').fill('Ảnh thẻ căn cước bị mờ.')
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click()
  await expect(page.getByText('Tạm dừng từ').first()).toBeVisible()
  await other.getByRole('dialog').getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click()
  await expect(other.getByText(/vừa sửa hồ sơ này lúc/)).toBeVisible()
  await expect(other.getByLabel('Nội dung khác')).toHaveValue('Tờ khai chưa ký tên.')
  await expectAccessible(other)
  await other.unroute(looking)
  await other.getByRole('button', { name: 'Lấy bản mới rồi làm tiếp' }).click()
  await expect(other.getByText('Ở bước hiện nay không còn thao tác này.')).toBeVisible()
  await other.context().close()

  await page.getByRole('button', { name: 'Nhận giấy tờ bổ sung' }).click()
  await expect(page.getByText('Đã xong: Nhận giấy tờ bổ sung.')).toBeVisible()
  await page.getByRole('button', { name: 'Trình giải quyết' }).click()
  await expect(page.getByRole('dialog').getByText('540.000').first()).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Trình ký' }).click()
  await expect(page.getByText(/đang chờ ký\./)).toBeVisible()

  // A file is late: the person gets an apology and a new day.
  await page.goto('/nghiep-vu/ho-so?xem=qua-han')
  const late = page.getByRole('main').getByRole('row')
  // Another journey has a file that is late on purpose, and goes on with it.
  await late.filter({ hasNotText: 'Bùi Văn Thìn' }).getByRole('link').first().click()
  await page.getByRole('button', { name: 'Xin lỗi và hẹn lại ngày' }).click()
  await page.getByRole('dialog').getByLabel('Vì sao chậm').fill('Xã chờ giấy xác minh của công an.')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Lập phiếu xin lỗi' }).click()
  await expect(page.getByText('Đã lập phiếu xin lỗi và hẹn lại', { exact: false })).toBeVisible()

  // A law moved everybody’s amount; the payments of this province have given it already, so nobody is moved twice.
  await page.goto('/nghiep-vu/trinh-ky/danh-sach')
  await expect(page.getByText('Không ai trong xã đổi mức ở khoản này.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Trình danh sách/ })).toHaveCount(0)
  await expectAccessible(page)
  await signOut(page)

  await signIn(page, 'chutich')
  await page.goto('/nghiep-vu/trinh-ky')
  await expect(page.getByText('Chưa có ủy quyền nào: chỉ Chủ tịch ký.')).toBeVisible()
  await page.getByText(/^Chọn cả \d+ quyết định giống kết quả tính$/).click()
  // What other journeys are about to sign is left to them.
  for (const other of await page
    .getByRole('row')
    .filter({ hasText: /Thìn|Hợi|Tỵ/ })
    .getByRole('checkbox')
    .all())
    await other.uncheck()
  await page.getByRole('button', { name: /^Ký \d+ quyết định đã chọn$/ }).click()
  const asked = page.getByRole('dialog')
  await expectAccessible(page)
  await asked.getByRole('button', { name: /^Ký \d+ quyết định$/ }).click()
  await expect(page.getByText(/Đã ký \d+ quyết định, số/)).toBeVisible()
  await page.goto('/nghiep-vu/quyet-dinh?tim=nhan')
  const row = page.getByRole('row').filter({ hasText: fullName })
  await expect(row.getByRole('button', { name: /^Tải PDF/ })).toBeVisible({ timeout: 60_000 })
  const [number = ''] = /\d+\/QĐ-UBND/.exec(await row.innerText()) ?? []
  const [code = ''] = /V(-[0-9A-Z]{4}){3}/.exec(await row.innerText()) ?? []
  await expectAccessible(page)
  await page.goto(`/xac-minh/${code}`)
  await expect(page.getByRole('heading', { name: 'Giấy tờ có thật' })).toBeVisible()
  await expect(page.getByText(number)).toBeVisible()
})

test('bản chụp giấy tờ xem ngay tại hồ sơ, bằng phím và không tải về', async ({ page }) => {
  await signIn(page, 'canbo')
  const { areaId } = (await (await page.request.get('/api/me')).json()) as { areaId: number }
  const code = await givenPhotographed(page, areaId)
  await page.goto(`/nghiep-vu/ho-so?tim=${code}`)
  await page.getByRole('main').getByRole('link', { name: 'Tống Văn Sáng' }).click()
  await page.getByRole('button', { name: 'Xem bản chụp: Giấy xác nhận khuyết tật' }).click()
  const dialog = page.getByRole('dialog', { name: 'Giấy xác nhận khuyết tật' })
  await expect(dialog.getByRole('img', { name: 'Bản chụp Giấy xác nhận khuyết tật' })).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('region', { name: /^Bản chụp/ }).press('+')
  await expect(dialog.getByText('150 %')).toBeVisible()
  await dialog.getByRole('button', { name: 'Xoay' }).click()
  await dialog.getByRole('button', { name: 'Đã đối chiếu: Giấy xác nhận khuyết tật' }).click()
  await expect(dialog.getByText('đã đối chiếu')).toBeVisible()
  await page.setViewportSize(sizes[1].viewport)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Đóng' }).click()

  // Another paper is brought to the counter and photographed there.
  const add = page.getByRole('button', { name: /^Thêm bản chụp: (?!Giấy xác nhận khuyết tật)/ }).first()
  const paper = (await add.getAttribute('aria-label'))!.replace('Thêm bản chụp: ', '')
  await add.click()
  const adding = page.getByRole('dialog', { name: /^Thêm bản chụp/ })
  await expect(adding.getByRole('button', { name: 'Thêm vào hồ sơ' })).toBeDisabled()
  await expectAccessible(page)
  const locked = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << /Encrypt 5 0 R >>')
  const scan = adding.getByLabel('Ảnh chụp hoặc bản quét')
  await scan.setInputFiles({ name: 'khóa.pdf', mimeType: 'application/pdf', buffer: locked })
  await adding.getByRole('button', { name: 'Thêm vào hồ sơ' }).click()
  await expect(adding.getByText(/^(Tệp PDF có mật khẩu|Không mở được tệp PDF)/)).toBeVisible()
  await expectAccessible(page)
  const picture = Buffer.from(await jpegOf(redAndBlue(600, 400)))
  await scan.setInputFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer: picture })
  await adding.getByRole('button', { name: 'Thêm vào hồ sơ' }).click()
  await expect(page.getByText(`Đã thêm bản chụp: ${paper}.`)).toBeVisible()
  await page.setViewportSize(sizes[0].viewport)
  await page.getByRole('button', { name: `Xem bản chụp: ${paper}` }).click()
  await expect(page.getByRole('img', { name: `Bản chụp ${paper}` })).toBeVisible()
})

test('thư của người dân được trả lời, khiếu nại được thụ lý và giải quyết; chữ đang gõ không mất', async ({
  page,
}) => {
  await signIn(page, 'canbo')
  await page.goto('/nghiep-vu/phan-anh?loai=complaint')
  await expect(page.getByRole('heading', { level: 1, name: /^Phản ánh, khiếu nại: \d+/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Trả lời').fill('Xã xin lỗi bà và đã dán danh sách giấy tờ tại Một cửa.')
  await page.reload()
  await expect(page.getByLabel('Trả lời')).toHaveValue(/^Xã xin lỗi bà/)
  await page.getByRole('button', { name: 'Gửi trả lời và kết thúc' }).click()
  await expect(page.getByText('Đã trả lời và kết thúc.')).toBeVisible()
  await expectAccessible(page)

  await page.goto('/nghiep-vu/phan-anh?loai=appeal')
  const appeals = page.getByRole('table')
  const untaken = appeals.getByRole('row').filter({ hasText: 'thụ lý trước' })
  await untaken.filter({ hasNotText: 'Đỗ Thị Sửu' }).getByRole('link').click() // Hers is of another journey.
  await page.getByRole('button', { name: 'Thụ lý khiếu nại' }).click()
  await expect(page.getByText('Đã thụ lý khiếu nại.')).toBeVisible()
  await expect(page.getByText('Chỉ người ký quyết định được giải quyết khiếu nại')).toBeVisible()
  await expectAccessible(page)
  const appeal = page.url()
  await signOut(page)

  await signIn(page, 'chutich')
  await page.setViewportSize(sizes[1].viewport)
  await page.goto(appeal)
  await page.getByText('Chấp nhận khiếu nại', { exact: true }).click()
  await page
    .getByLabel('Quyết định giải quyết, lý do')
    .fill('Giấy khai sinh cho thấy ông/bà sinh năm 1951; xã ra quyết định mới.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Giải quyết khiếu nại' }).click()
  await expect(page.getByText(/Hồ sơ HS-.* đã được mở lại/)).toBeVisible()
  await expectAccessible(page)
  await signOut(page)

  await signIn(page, 'ketoan')
  await page.goto('/nghiep-vu/phan-anh')
  await expect(page.getByText('Anh/chị không có quyền xem mục này', { exact: false })).toBeVisible()
})

/** Another browser, of somebody at the next table. */
async function elsewhere(browser: Browser, username: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'vi-VN', viewport: sizes[0].viewport })).newPage()
  await signIn(page, username)
  return page
}

/** A file from home with a photograph of one paper. */
async function givenPhotographed(page: Page, areaId: number): Promise<string> {
  const proof = async () => {
    const challenge = (await (await page.request.get('/api/portal/challenge')).json()) as Challenge
    return tryAnswers(challenge, { from: 1, count: 10_000_000 })! // Far more than a riddle needs.
  }
  const headers = { origin: home }
  const buffer = Buffer.from(await jpegOf(redAndBlue(600, 400)))
  const { challenge, answer } = await proof()
  const sent = await page.request.post('/api/portal/uploads', {
    headers,
    multipart: {
      file: { name: 'giay.jpg', mimeType: 'image/jpeg', buffer },
      'proof[challenge]': challenge,
      'proof[answer]': answer,
      requestId: crypto.randomUUID(),
    },
  })
  expect(sent.status(), await sent.text()).toBe(200)
  const { uploadId } = (await sent.json()) as { uploadId: string }
  const response = await page.request.post('/api/portal/applications', {
    headers,
    data: {
      procedure: 'monthly_allowance',
      areaId,
      subject: { fullName: 'Tống Văn Sáng', sex: 'male', born: '1988-04-09' },
      asked: { standing: { disability: 'severe' } },
      papers: [{ kind: 'disability_certificate', uploadId }],
      proof: await proof(),
      requestId: crypto.randomUUID(),
    },
  })
  expect(response.status(), await response.text()).toBe(200)
  return ((await response.json()) as { code: string }).code
}
