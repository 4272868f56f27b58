import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectFits, expectGoodOnEveryScreen } from './support.ts'

const sizes = [
  { name: '320', viewport: { width: 320, height: 640 } },
  { name: '390', viewport: { width: 390, height: 844 } },
  { name: '1366', viewport: { width: 1366, height: 768 } },
] as const

for (const { name, viewport } of sizes)
  test(`cụ 78 tuổi hỏi trên màn hình ${name}: chín câu, 540.000 đ, không gì rời khỏi máy`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    const sent: string[] = []
    await page.goto('/')
    await expectFits(page)
    await expectAccessible(page, { isContrastAaa: true })
    await page
      .getByRole('link', { name: /Tôi có được hưởng không/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Tiếp tục' }).waitFor()
    page.on('request', (request) =>
      sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
    )

    await choose(page, 'Ông/bà đang hỏi cho ai?', 'Cho chính tôi')
    await choose(page, 'Có chuyện nào dưới đây đang xảy ra không?', 'Không có chuyện nào')
    await expect(page.getByRole('heading', { name: 'Ông/bà sinh ngày nào?' })).toBeVisible()
    await expect(page.getByText('Câu 3, còn khoảng 6 câu')).toBeVisible()
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await expect(page.getByRole('alert')).toContainText('Chưa có năm sinh')
    await expect(page).toHaveTitle(/^Cần sửa:/)
    await expectAccessible(page, { isContrastAaa: true })
    await page.getByLabel('Ngày', { exact: true }).fill('12')
    await page.getByLabel('Tháng', { exact: true }).fill('5')
    await page.getByLabel('Năm', { exact: true }).fill('1948')
    await page.getByRole('button', { name: 'Tiếp tục' }).click()

    await page.getByLabel('Xã, phường, đặc khu').fill('nhu thuy')
    await page.getByRole('radio', { name: /Xã Như Thụy nay là Xã Tam Sơn/ }).check()
    await expectFits(page)
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await choose(page, 'Năm nay, hộ của ông/bà được xã công nhận là hộ gì?', 'Không phải hai loại trên')
    await choose(page, 'Hiện nay ông/bà ở đâu?', 'Ở nhà với gia đình')
    await choose(page, 'Mỗi tháng ông/bà có nhận khoản nào dưới đây không?', 'Không nhận khoản nào')
    await choose(page, /^Ông\/bà có khuyết tật/, 'Không')
    await page.getByRole('button', { name: 'Tiếp tục' }).click()

    await expect(page.getByRole('heading', { name: 'Ông/bà có thể được hưởng' })).toBeVisible()
    await expect(page.getByText('540.000 đ').first()).toBeVisible()
    await expect(page.getByText('78 tuổi (cần từ đủ 75 tuổi)')).toBeVisible()
    await expect(page.getByText('Bộ phận Một cửa Xã Tam Sơn')).toBeVisible()
    await expectFits(page)
    await expectAccessible(page, { isContrastAaa: true })

    // To a desk goes what is ticked, and nothing else.
    await page.getByText('Mã QR mang đến Bộ phận Một cửa').click()
    await expect(page.getByRole('img', { name: /^Mã QR/ }).locator('svg')).toBeVisible()
    await page.getByRole('checkbox', { name: /được xã công nhận là hộ gì/ }).check()
    await expectFits(page)
    await expectAccessible(page, { isContrastAaa: true })

    expect(page.url()).toMatch(/\/kiem-tra#cau-10$/)
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ])
    const answered = sent.filter((request) => /1948|nhu|Tam|tam-son|neither|nothing|POST|PUT/i.test(request))
    expect(answered).toEqual([])
  })

test('câu trả lời sửa được, nút quay lại của máy dùng được, và câu không còn cần thì biến mất', async ({
  page,
}) => {
  await page.goto('/kiem-tra')
  await choose(page, 'Ông/bà đang hỏi cho ai?', 'Cho trẻ em tôi đang nuôi')
  await choose(page, 'Có chuyện nào dưới đây đang xảy ra không?', 'Không có chuyện nào')
  await page.goBack()
  await expect(page.getByRole('checkbox', { name: 'Không có chuyện nào' })).toBeChecked()
  await page.goBack()
  await expect(page.getByRole('radio', { name: 'Cho trẻ em tôi đang nuôi' })).toBeChecked()
  await choose(page, 'Ông/bà đang hỏi cho ai?', 'Cho người vừa qua đời')
  await page.getByLabel('Tôi chỉ nhớ năm sinh').check()
  await page.getByLabel('Năm', { exact: true }).fill('1948')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await choose(page, /^Người đã mất đã sống ở xã/, 'Tôi không biết')
  await choose(page, 'Người đã mất thuộc trường hợp nào?', 'Đang nhận trợ cấp hưu trí xã hội')
  await choose(page, /^Đã có ai nhận tiền mai táng/, 'Chưa')
  await expect(page.getByRole('heading', { name: 'Hỗ trợ chi phí mai táng' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Chuẩn bị' })).toContainText(
    'thôi hưởng trợ cấp tuất',
  )
  await expect(page.getByText('ít nhất 10.800.000 đ')).toBeVisible()
  await expectAccessible(page, { isContrastAaa: true })

  await page.getByText('Câu trả lời', { exact: true }).click()
  await page.getByRole('button', { name: /^Sửa.*Người đã mất thuộc trường hợp nào/ }).click()
  await page.getByLabel('Đang nhận trợ cấp hưu trí xã hội').uncheck()
  await choose(page, 'Người đã mất thuộc trường hợp nào?', 'Không thuộc trường hợp nào')
  // An allowance for meritorious service counts too, so now it matters.
  await choose(page, /^Lúc còn sống, mỗi tháng người đã mất/, 'Không nhận khoản nào')
  await expect(page.getByRole('heading', { name: 'Hiện chưa thấy khoản nào phù hợp' })).toBeVisible()
  await expectAccessible(page, { isContrastAaa: true })
})

test('điều không biết: kết quả nói còn tùy câu nào, giấy tờ của khoản chưa chắc để riêng, và trả lời lại được', async ({
  page,
}) => {
  await page.goto('/kiem-tra')
  await choose(page, 'Ông/bà đang hỏi cho ai?', 'Cho chính tôi')
  await choose(page, 'Có chuyện nào dưới đây đang xảy ra không?', 'Không có chuyện nào')
  await page.getByLabel('Tôi chỉ nhớ năm sinh').check()
  await page.getByLabel('Năm', { exact: true }).fill('1954')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await choose(page, /^Ông\/bà đang sống ở xã/, 'Tôi không biết')
  await choose(page, 'Năm nay, hộ của ông/bà được xã công nhận là hộ gì?', 'Tôi không biết')
  await choose(page, 'Hiện nay ông/bà ở đâu?', 'Ở nhà với gia đình')
  await choose(page, 'Mỗi tháng ông/bà có nhận khoản nào dưới đây không?', 'Không nhận khoản nào')
  await choose(page, /^Ông\/bà có khuyết tật/, 'Không')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()

  await expect(
    page.getByRole('heading', { name: 'Có được hưởng hay không, còn tùy một điều chưa rõ' }),
  ).toBeVisible()
  await expect(page.getByText(/^Chỉ khi đủ điều kiện – /).first()).toBeVisible()
  await expectGoodOnEveryScreen(page)
  await page
    .getByRole('button', { name: /^Trả lời lại.*hộ gì/ })
    .first()
    .click()
  await choose(page, 'Năm nay, hộ của ông/bà được xã công nhận là hộ gì?', 'Không phải hai loại trên')
  await expect(page.getByRole('heading', { name: 'Hiện chưa thấy khoản nào phù hợp' })).toBeVisible()
})

test('người đang bị hại thấy ba số điện thoại, tên trang trung tính, và thoát được ngay', async ({
  page,
}) => {
  await page.route('https://vi.wikipedia.org/**', (route) =>
    route.fulfill({ body: '<h1>Thời tiết</h1>', contentType: 'text/html; charset=utf-8' }),
  )
  await page.goto('/kiem-tra')
  await choose(page, 'Ông/bà đang hỏi cho ai?', 'Cho chính tôi')
  await choose(page, 'Có chuyện nào dưới đây đang xảy ra không?', /^Bị đánh đập/)
  await expect(page.getByRole('heading', { name: 'Ông/bà hoặc trẻ em đang gặp nguy hiểm?' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^111/ })).toHaveAttribute('href', 'tel:111')
  await expect(page).toHaveTitle('Thông tin xã hội')
  await expectAccessible(page, { isContrastAaa: true })
  await page.getByRole('button', { name: 'Tiếp tục các câu hỏi' }).click()
  await expect(page.getByRole('heading', { name: 'Ông/bà sinh ngày nào?' })).toBeVisible()
  await expect(page).toHaveTitle('Thông tin xã hội')
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift')
  await expect(page).toHaveURL(/vi\.wikipedia\.org/)
  await page.goBack()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
})

test('mọi câu trả lời được bằng bàn phím, chữ lớn và tương phản mạnh vẫn vừa 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/kiem-tra')
  await page.getByRole('button', { name: /A\+\+/ }).click()
  await page.getByRole('button', { name: 'Tương phản' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  await expectFits(page)
  await expectAccessible(page, { isContrastAaa: true })
  // Until then nothing is sent, by whatever key.
  await expect(page.getByRole('button', { name: 'Tiếp tục', exact: true })).toBeEnabled()
  await page.getByRole('radio', { name: 'Cho chính tôi' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Có chuyện nào dưới đây đang xảy ra không?' })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  await expectFits(page)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-size', 'a-plus-plus')
  await expect(page.getByRole('heading', { name: 'Ông/bà đang hỏi cho ai?' })).toBeVisible()
})

test.describe('không có JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('các câu hỏi vẫn trả lời được, câu trả lời chỉ ở trong biểu mẫu', async ({ page, context }) => {
    await page.goto('/kiem-tra')
    await choose(page, 'Ông/bà đang hỏi cho ai?', 'Cho chính tôi')
    await choose(page, 'Có chuyện nào dưới đây đang xảy ra không?', 'Không có chuyện nào')
    await page.getByLabel('Ngày', { exact: true }).fill('12')
    await page.getByLabel('Tháng', { exact: true }).fill('5')
    await page.getByLabel('Năm', { exact: true }).fill('1948')
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByLabel('Xã, phường, đặc khu').fill('Như Thụy')
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await choose(page, 'Năm nay, hộ của ông/bà được xã công nhận là hộ gì?', 'Không phải hai loại trên')
    await choose(page, 'Hiện nay ông/bà ở đâu?', 'Ở nhà với gia đình')
    await choose(page, 'Mỗi tháng ông/bà có nhận khoản nào dưới đây không?', 'Không nhận khoản nào')
    await choose(page, /^Ông\/bà có khuyết tật/, 'Không')
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await expect(page.getByRole('heading', { name: 'Ông/bà có thể được hưởng' })).toBeVisible()
    await expect(page.getByText('Bộ phận Một cửa Xã Tam Sơn')).toBeVisible()
    expect(page.url()).toMatch(/\/kiem-tra$/)
    expect(await context.cookies()).toEqual([])
  })

  test('chữ lớn chọn được bằng biểu mẫu, và đường dẫn lạ không dẫn đi đâu', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('button', { name: /A\+ / }).click()
    await expect(page.locator('html')).toHaveAttribute('data-size', 'a-plus')
    await page.goto('/cach-xem?co=a&ve=//example.org')
    expect(new URL(page.url()).pathname).toBe('/')
  })
})

async function choose(page: Page, question: string | RegExp, answer: string | RegExp) {
  await expect(page.getByRole('heading', { name: question })).toBeVisible()
  await page.getByLabel(answer, { exact: true }).check()
  await page.getByRole('button', { name: 'Tiếp tục', exact: true }).click()
}
