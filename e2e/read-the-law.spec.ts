import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, signIn, sizes, someone } from './support.ts'

const book = '/nghiep-vu/phap-luat'

test.use({ viewport: sizes[0].viewport })

for (const { name, viewport } of sizes)
  test.describe(name, () => {
    test.use({ viewport })

    test('mở sổ luật ở một ngày bất kỳ', async ({ page }) => {
      test.slow() // The whole law is a long page, and it is checked twice.
      await signIn(page, 'canbo')
      await page.goto(book)
      await expect(page.getByRole('heading', { level: 1, name: 'Sổ luật' })).toBeVisible()
      const standard = rule(page, 'Mức chuẩn trợ giúp xã hội')
      await expect(standard).toContainText('540.000 đ')
      await expect(standard).toContainText('khoản 2 Điều 4, khoản 3 Điều 32 Nghị định 335/2026/NĐ-CP')
      await expect(standard).toContainText('Đã đối chiếu')
      await expectAccessible(page)

      await page.getByLabel('Ngày xem').fill('31/05/2023')
      await page.getByRole('button', { name: 'Mở', exact: true }).click()
      await expect(standard).toContainText('360.000 đ')
      await expect(rule(page, 'Mức chuẩn của tỉnh')).toContainText('447.000 đ')
      await expect(rule(page, 'Người khuyết tật nặng, đặc biệt nặng')).toContainText('670.500 đ')
      await expectAccessible(page)
    })

    test('một quy tắc: điều kiện, các thời kỳ, ví dụ vừa chạy, người và tiền được áp dụng', async ({
      page,
    }) => {
      await signIn(page, 'canbo')
      await page.goto(book)
      await page
        .getByRole('link', { name: 'Người cao tuổi thuộc hộ nghèo, không có người phụng dưỡng' })
        .click()
      await expect(page.getByRole('listitem').filter({ hasText: /^Từ đủ 60 tuổi$/ })).toBeVisible()
      await expect(page.getByText('Đang áp dụng')).toBeVisible()
      await expect(page.getByText(/^(\d+)\/\1 ví dụ đúng, vừa chạy xong$/)).toBeVisible()
      const versions = page.getByRole('table', { name: 'Các bản của quy tắc, mới nhất ở trên' })
      await expect(versions).toContainText('từ đủ 80 tuổi: hệ số 2,0')
      await expect(versions).toContainText('từ đủ 75 tuổi: hệ số 2,0')
      await expect(page.getByRole('heading', { name: 'Đang hưởng theo quy tắc này' })).toBeVisible()
      await expect(page.getByText(/Kỳ chi trả \d\d\/\d{4}, Xã Tam Sơn/)).toBeVisible()
      await page.getByRole('link', { name: 'Câu 11' }).click()
      await expect(page.locator('[aria-current=true]').filter({ hasText: 'Câu 11' })).toBeVisible()
      await expectAccessible(page)
    })

    test('so sánh hai ngày, tìm theo từ và theo số tiền', async ({ page }) => {
      await signIn(page, 'canbo')
      await page.goto(book)
      await page.getByRole('link', { name: 'So sánh hai thời điểm' }).click()
      await page.getByLabel('Ngày trước').fill('30/06/2025')
      await page.getByLabel('Ngày sau').fill('01/07/2025')
      await page.getByRole('button', { name: 'So sánh', exact: true }).click()
      await expect(page.getByText('Không còn: 2')).toBeVisible()
      await expect(rule(page, 'Hưu trí xã hội, từ đủ 75 tuổi')).toContainText('Từ đủ 75 tuổi')
      await expect(rule(page, 'Tháng bắt đầu, điều chỉnh')).toContainText('10 ngày làm việc')
      await expectAccessible(page)

      await page.goto(book)
      await page.getByLabel('Tìm theo từ hoặc số tiền').fill('don than')
      await page.getByRole('button', { name: 'Tìm', exact: true }).click()
      await expect(
        page.getByRole('heading', { level: 1, name: 'Tìm “don than” trong sổ luật' }),
      ).toBeVisible()
      await expect(rule(page, 'Người đơn thân nghèo đang nuôi con')).toContainText('khoản 4 Điều 5')
      await expect(rule(page, 'Trường hợp được hưởng cả hai').locator('mark')).toHaveText(['đơn', 'thân'])
      await page.getByLabel('Tìm theo từ hoặc số tiền').fill('670.500')
      await page.getByRole('button', { name: 'Tìm', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Tìm “670.500” trong sổ luật' })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Ở thời kỳ khác' })).toBeVisible()
      await expect(rule(page, 'Người khuyết tật nặng, đặc biệt nặng').first()).toContainText('670.500')
      await expectAccessible(page)
    })

    test('tính thử một hộ gặp thiên tai: quyền lợi của từng người, của từng việc, và cần thay đổi gì', async ({
      page,
    }) => {
      test.slow() // Two persons and two events are told by hand, and the page is checked twice.
      await signIn(page, 'canbo')
      await page.goto(`${book}/tinh-thu`)
      await page.getByLabel('Tháng hưởng').fill('12/2026')
      const mother = page.getByRole('group', { name: 'Người 1', exact: true })
      await mother.getByLabel('Chỉ biết năm').check()
      await mother.getByLabel('Năm', { exact: true }).fill('1950')
      await mother.getByLabel('Hộ gia đình').selectOption('Hộ cận nghèo')
      await page.getByRole('button', { name: 'Thêm người trong hộ' }).click()
      const son = page.getByRole('group', { name: 'Người 2', exact: true })
      await expect(son.getByLabel('Hộ gia đình')).toHaveValue('near_poor')
      await son.getByLabel('Ngày', { exact: true }).fill('12')
      await son.getByLabel('Tháng', { exact: true }).fill('7')
      await son.getByLabel('Năm', { exact: true }).fill('1985')
      await son.getByLabel('Là con của người 1').check()
      await son.getByLabel('Mức độ khuyết tật').selectOption('Nặng')

      await page.getByRole('button', { name: 'Thêm việc đã xảy ra' }).click()
      const injury = page.getByRole('group', { name: 'Sự việc 1', exact: true })
      await injury.getByLabel('Việc đã xảy ra').selectOption('Bị thương')
      await expect(injury.getByLabel('Số tháng đề nghị')).toHaveCount(0)
      await injury.getByLabel('Ngày xảy ra').fill('03/11/1949')
      await injury.getByLabel('Nguyên nhân').selectOption('Thiên tai, thảm họa')
      await injury.getByLabel('Số ngày cấp cứu, điều trị').fill('hai')
      await page.getByRole('button', { name: 'Tính', exact: true }).click()
      await expect(page.getByText('Có 2 chỗ cần sửa')).toBeVisible()
      await expect(injury.getByLabel('Số ngày cấp cứu, điều trị')).toHaveValue('hai')
      await injury.getByLabel('Xảy ra với').selectOption('Người 1')
      await injury.getByLabel('Số ngày cấp cứu, điều trị').fill('2')
      await expect(
        injury.getByText('Hệ thống không có quy định cho sự việc trước ngày 01/07/2021.'),
      ).toBeVisible()
      await expectAccessible(page)
      await injury.getByLabel('Ngày xảy ra').fill('03/11/2026')

      await page.getByRole('button', { name: 'Thêm việc đã xảy ra' }).click()
      const death = page.getByRole('group', { name: 'Sự việc 2', exact: true })
      await death.getByLabel('Việc đã xảy ra').selectOption('Chết hoặc mất tích')
      await death.getByLabel('Ngày xảy ra').fill('03/11/2026')
      await death.getByLabel('Xảy ra với').selectOption('Người 2')
      await death.getByLabel('Nguyên nhân').selectOption('Thiên tai, thảm họa')
      await page.getByRole('button', { name: 'Tính', exact: true }).click()

      await expect(
        page.getByRole('heading', { level: 2, name: 'Được hưởng 540.000 đ trong tháng 12/2026' }),
      ).toBeVisible()
      const given = page.getByRole('table', { name: /Mọi khoản tiền/ })
      const pension = given.getByRole('row', { name: /Hưu trí xã hội.*Người 1/ })
      await expect(pension).toContainText('540.000 đ')
      await expect(pension).toContainText('Đủ điều kiện từ tháng 07/2025')
      await expect(given.getByRole('row', { name: /Hộ có người chết.*Người 2/ })).toContainText(
        'Chi cho hộ gia đình',
      )
      const hurt = page.getByRole('treegrid', { name: 'Bị thương, ngày 03/11/2026, người 1' })
      await expect(hurt).toContainText('từ 3 ngày')
      await hurt
        .getByRole('row', { name: /từ 3 ngày/ })
        .first()
        .focus()
      await page.keyboard.press('ArrowRight')
      await expect(hurt).toContainText('Cần thay đổi')
      await expectAccessible(page)

      const address = new URL(page.url())
      await page.goto('/nghiep-vu')
      await page.goto(address.pathname + address.hash)
      await page
        .getByRole('table', { name: /Mọi khoản tiền/ })
        .getByRole('row', { name: /Hộ có người chết/ })
        .getByRole('link')
        .click()
      await expect(page).toHaveURL(/quy-tac\/EMG-\w+\?ngay=2026-11-03$/)
      await expect(page.getByRole('heading', { level: 1, name: /Hộ có người chết/ })).toBeVisible()
    })
  })

test('đi giữa các bản bằng phím; tháng áp dụng trở lại; ngày không có luật', async ({ page }) => {
  await signIn(page, 'canbo')
  await page.goto(`${book}?ngay=2023-05-31`)
  const standard = rule(page, 'Mức chuẩn trợ giúp xã hội')
  await expect(standard).toContainText('360.000 đ')
  await page.getByRole('region', { name: 'Dòng thời gian của luật' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(standard).toContainText('500.000 đ')
  await expect(rule(page, 'Mức chuẩn của tỉnh')).toContainText('thấp hơn trung ương, nên áp dụng 500.000 đ')
  await page.keyboard.press('ArrowLeft')
  await expect(standard).toContainText('360.000 đ')

  await page.goto(`${book}?ngay=2026-08-15&biet=2026-09-30`)
  await expect(standard).toContainText('500.000 đ')
  await page.goto(`${book}?ngay=2026-08-15`)
  await expect(standard).toContainText('540.000 đ')
  await expect(page.getByText('ở trước khi văn bản có hiệu lực')).toBeVisible()
  await page.goto(`${book}?ngay=2014-06-01`)
  await expect(page.getByText('Hệ thống không có quy định trước tháng 01/2015')).toBeVisible()
  await page.goto(`${book}?ngay=2026-02-30`)
  await expect(page.getByText('không có ngày này')).toBeVisible()
})

test('quy tắc đã hết vẫn đọc được; quy tắc không có thì không có trang', async ({ page }) => {
  await signIn(page, 'canbo')
  await page.goto(`${book}/quy-tac/MSA-5C`)
  await expect(page.getByText('Không còn áp dụng')).toBeVisible()
  await expect(page.getByText('không còn từ 01/07/2025')).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${book}/quy-tac/CONVERSION`)
  await expect(page.getByRole('row', { name: /B-TRN-05-PAST-22/ })).toContainText('05/2025')
  await expectAccessible(page)
  await page.goto(`${book}/quy-tac/MSA-99`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không có trang này')
})

test('dẫn chiếu ở trang “Vì sao?” mở đúng quy tắc ở đúng tháng', async ({ page }) => {
  await signIn(page, 'canbo')
  const { id } = await someone(page, 'phung thi man')
  await page.goto(`/nghiep-vu/nguoi/${id}/vi-sao?thang=2026-05`)
  await page
    .getByRole('row')
    .filter({ hasText: 'Khuyết tật nặng, từ đủ 16' })
    .first()
    .getByRole('link')
    .click()
  await expect(page).toHaveURL(/quy-tac\/MSA-6\?ngay=2026-05-31$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Người khuyết tật nặng, đặc biệt nặng')
  await expect(page.getByRole('region', { name: 'Luật nói gì' }).or(page.locator('.law-rule'))).toContainText(
    'Nghị định 20/2021/NĐ-CP',
  )
})

test('tính thử một trường hợp: sai thì được chỉ ra ở ô, đúng thì có cây giải thích và liên kết chia sẻ', async ({
  page,
}) => {
  await signIn(page, 'canbo')
  await page.goto(`${book}/tinh-thu`)
  await page.getByLabel('Tháng hưởng').fill('06/2014')
  await page.getByRole('button', { name: 'Tính', exact: true }).click()
  await expect(page.getByText('Có 2 chỗ cần sửa')).toBeVisible()
  await page.getByLabel('Ngày', { exact: true }).fill('2')
  await page.getByLabel('Tháng', { exact: true }).fill('2')
  await page.getByLabel('Năm', { exact: true }).fill('1951')
  await expect(page.getByText('Hệ thống chỉ có luật từ tháng 01/2015').first()).toBeVisible()
  await page.getByLabel('Tháng hưởng').fill('09/2026')
  await page.getByLabel('Năm', { exact: true }).fill('2016')
  const wage = page.getByRole('checkbox', { name: /^Có tiền lương/ })
  await wage.check()
  await expect(wage).toHaveAccessibleDescription(/^Có tiền lương khi 10 tuổi/)
  await expectAccessible(page)
  await wage.uncheck()
  await page.getByLabel('Năm', { exact: true }).fill('1951')
  await page.getByLabel('Hộ gia đình').selectOption('Hộ nghèo')
  await page.getByLabel('Người đơn thân').selectOption('Vợ/chồng đã chết')
  await page.getByRole('button', { name: 'Thêm một con' }).click()
  await page.getByLabel('Sinh ngày').fill('04/04/2014')
  await page.getByRole('button', { name: 'Tính', exact: true }).click()
  await expect(
    page.getByRole('heading', { level: 2, name: 'Được hưởng 540.000 đ trong tháng 09/2026' }),
  ).toBeVisible()
  await expect(page.getByRole('treegrid', { name: /Vì sao được hưởng/ })).toContainText(
    'Hưu trí xã hội, từ đủ 75 tuổi',
  )
  await expect(page.getByRole('button', { name: 'Chép liên kết' })).toBeVisible()
  await expectAccessible(page)

  const address = new URL(page.url())
  expect(address.search).toBe('')
  expect(new Set(new URLSearchParams(address.hash.slice(1)).keys())).toEqual(
    new Set(['sinh', 'thang', 'household', 'singleParent', 'con']),
  )
  await page.goto('/nghiep-vu')
  await page.goto(address.pathname + address.hash)
  await expect(page.getByRole('heading', { level: 2, name: /540.000 đ/ })).toBeVisible()
})

/** A rule as a row of the book: what it says, and its margin. */
function rule(page: Page, title: string) {
  return page
    .locator('li.law-rule')
    .filter({ has: page.getByRole('heading', { level: 3, name: title }) })
    .first()
}
