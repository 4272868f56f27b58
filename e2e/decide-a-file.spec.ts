import { expect, test } from '@playwright/test'
import { colleague } from './colleagues.ts'
import { givenFile } from './given.ts'
import { reloadUntil } from './settled.ts'
import { expectAccessible, expectFits, signIn, signOut, sizes } from './support.ts'

/**
 * Each size decides a file of its own, about a person of its own, for both write into one register. That of the phone came
 * before 5 October 2026: it keeps the days of the former law, and is decided by the law of the day.
 */
const about = {
  '1366×768': { fullName: 'Khổng Thị Hợi', born: '1984-05-10', receivedAt: undefined },
  '390×844': { fullName: 'Bùi Văn Thìn', born: '1979-03-02', receivedAt: '2026-10-02T02:00:00Z' },
} as const

for (const { name, viewport } of sizes)
  test.describe(name, () => {
    test.use({ viewport })

    test('hồ sơ đi từ hàng chờ đến quyết định có số', async ({ page, playwright, baseURL }) => {
      test.slow() // Three people, each with pages that are looked at whole.
      const { fullName, born, receivedAt } = about[name]
      const officer = await colleague(playwright, baseURL!, 'canbo')
      const { code } = await givenFile(officer, { fullName, born, receivedAt })
      await signIn(page, 'canbo')

      await page.goto('/nghiep-vu/ho-so')
      await expect(
        page.getByRole('heading', { level: 1, name: /^Hàng chờ: \d+ hồ sơ đang giải quyết/ }),
      ).toBeVisible()
      await page.getByLabel('Tìm trong hàng chờ').fill(code)
      await page.getByRole('button', { name: 'Tìm', exact: true }).click()
      await expect(page.getByText(`Đang lọc: có “${code}”`)).toBeVisible()
      await expectAccessible(page)

      // No population register is connected here: what it would have said comes from us.
      const compared = { outcome: 'mismatch', differs: ['born'], verifiedAt: '2026-11-20T02:00:00Z' }
      await page.route('**/api/people/*/verification', (route) =>
        route.fulfill({ json: { isConnected: true, last: compared, history: [] } }),
      )
      await page.getByRole('main').getByRole('link', { name: fullName }).click()
      await expect(page.getByRole('heading', { level: 1, name: fullName })).toBeVisible()
      await expect(page.getByText('Khác cơ sở dữ liệu dân cư ở: ngày sinh', { exact: false })).toBeVisible()
      await expect(page.getByText('Đủ giấy tờ.')).toBeVisible()
      await expect(page.getByText('Đủ điều kiện', { exact: true })).toBeVisible()
      await expectAccessible(page)

      await page.getByRole('button', { name: 'Nhận hồ sơ đủ giấy tờ' }).click()
      await expect(page.getByText('Đã xong: Nhận hồ sơ đủ giấy tờ.')).toBeVisible()
      await expect(page.getByText(receivedAt ? /^Quá hạn \d/ : 'Còn 7 ngày làm việc').first()).toBeVisible()
      if (receivedAt)
        await expect(page.getByText('Hồ sơ nhận trước khi luật đổi', { exact: false })).toBeVisible()
      await page.getByRole('button', { name: 'Cách đếm ngày' }).click()
      const last = receivedAt ? 'ngày 10' : 'ngày 7'
      await expect(page.getByRole('dialog').getByText(last, { exact: true })).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click()

      // Nothing is sent that was not seen, however long the law takes to say what it gives.
      const { promise: seen, resolve: show } = Promise.withResolvers<void>()
      await page.route('**/decision-previews', (route) => seen.then(() => route.continue()))
      await page.getByRole('button', { name: 'Trình giải quyết' }).click()
      const dialog = page.getByRole('dialog', { name: `Trình ký: ${fullName}` })
      await expect(dialog.getByRole('button', { name: 'Trình ký' })).toBeDisabled()
      show()
      await expect(dialog.getByText('810.000').first()).toBeVisible()
      await expectAccessible(page)
      await dialog.getByRole('button', { name: 'Trình ký' }).click()
      await expect(page.getByText(/đang chờ ký\./)).toBeVisible()
      await expectAccessible(page)
      const file = page.url()
      await signOut(page)

      await signIn(page, 'chutich')
      await page.goto('/nghiep-vu')
      await page.getByRole('link', { name: /^Thông báo: / }).click()
      await reloadUntil(page, page.getByRole('link', { name: `Chờ ký: ${fullName}` }))
      await expectAccessible(page)
      await page.goto('/nghiep-vu/trinh-ky')
      await expect(page.getByRole('heading', { level: 1, name: /quyết định chờ ký/ })).toBeVisible()
      const whole = page.getByText(/^Xem cả danh sách/)
      if (await whole.isVisible()) await whole.click() // A phone shows one decision at a time, the list below.
      await page.getByRole('main').getByRole('link', { name: fullName, exact: true }).click()
      await expect(page.getByRole('heading', { level: 2, name: fullName })).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Ký quyết định này' }).click()
      const asked = page.getByRole('dialog', { name: 'Ký quyết định này?' })
      await expect(asked.getByText('không rút lại được')).toBeVisible()
      await expectAccessible(page)
      await asked.getByRole('button', { name: 'Ký quyết định này' }).click()
      await expect(page.getByText(/Đã ký quyết định số \d+\/QĐ-UBND\./)).toBeVisible()
      await expectAccessible(page)
      await signOut(page)

      await signIn(page, 'canbo')
      await page.goto(file)
      await expect(page.getByText(/^Quyết định số \d+\/QĐ-UBND$/)).toBeVisible()
      const paper = page.getByRole('button', { name: /^Tải PDF: Quyết định số/ })
      await expect(paper).toBeVisible({ timeout: 60_000 })
      const download = page.waitForEvent('download')
      await paper.click()
      expect((await download).suggestedFilename()).toMatch(/^Quyết định .*\.pdf$/)
      await expectAccessible(page)
      await page.goto('/nghiep-vu/tin-gui-nguoi-dan')
      const toTell = page.getByRole('row').filter({ hasText: fullName })
      await reloadUntil(page, toTell.filter({ hasText: 'Đã có kết quả' }))
      await expectAccessible(page)
      await toTell.getByRole('button', { name: 'Ghi kết quả' }).click()
      await page.getByRole('radio', { name: /^Đã báo qua điện thoại/ }).check()
      await page.getByRole('dialog').getByRole('button', { name: 'Ghi kết quả' }).click()
      await expect(page.getByText(`Đã ghi kết quả báo cho ${fullName}.`)).toBeVisible()
      await expect(toTell).toHaveCount(0)
      await page.goto(file)
      await page.getByRole('button', { name: 'Trả kết quả', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Trả kết quả' }).click()
      await expect(page.getByText('Hồ sơ đã giải quyết xong, không sửa được nữa.')).toBeVisible()
      await expectAccessible(page)
    })
  })

test('hỗ trợ mai táng ghi người nhận, tờ khai in sẵn; vào cơ sở do người đứng đầu cơ sở ký; người nhận mất thì đổi người nhận', async ({
  page,
  playwright,
  baseURL,
}) => {
  test.slow()
  await signIn(page, 'canbo')
  await page.goto('/nghiep-vu/ho-so?thutuc=funeral_support')
  await page.getByRole('main').getByRole('table').getByRole('link').first().click()
  await expect(page.getByText('20 × 540.000 đồng')).toBeVisible()
  const { pathname: funeralFile } = new URL(page.url())
  await expectAccessible(page)
  const declaration = page.waitForEvent('download')
  await page.getByRole('button', { name: 'In tờ khai' }).click()
  expect((await declaration).suggestedFilename()).toMatch(/^Tờ khai HS-.*\.pdf$/)
  await page.getByRole('button', { name: 'Nhận hồ sơ đủ giấy tờ' }).click()
  await page.getByRole('button', { name: 'Trình giải quyết' }).click()
  const funeral = page.getByRole('dialog', { name: /^Trình ký: / })
  await expect(funeral.getByText('10.800.000').first()).toBeVisible()
  await funeral.getByRole('button', { name: 'Trình ký' }).click()
  await expect(funeral.getByText('Ghi người nhận tiền', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await funeral.getByLabel('Người nhận tiền').fill('Nguyễn Văn Sơn')
  await funeral.getByLabel('Quan hệ với người được trợ giúp').fill('con trai')
  await funeral.getByLabel('Số định danh người nhận').fill('026070001234')
  await funeral.getByRole('button', { name: 'Trình ký' }).click()
  await expect(page.getByText(/đang chờ ký\./)).toBeVisible()

  const who = { fullName: 'Khổng Văn Tỵ', born: '1950-02-03' }
  const { code } = await givenFile(await colleague(playwright, baseURL!, 'canbo'), {
    ...who,
    level: 'exceptionally_severe',
    procedure: 'facility_admission',
  })
  await page.goto(`/nghiep-vu/ho-so?tim=${code}`)
  await page.getByRole('main').getByRole('link', { name: who.fullName }).click()
  await page.getByRole('button', { name: 'Nhận hồ sơ đủ giấy tờ' }).click()
  await page.getByRole('button', { name: 'Trình giải quyết' }).click()
  const admission = page.getByRole('dialog', { name: `Trình ký: ${who.fullName}` })
  await admission.getByLabel('Cơ sở tiếp nhận').selectOption({ index: 1 })
  await admission.getByLabel('Vào từ ngày').fill('25/11/2026')
  await expect(admission.getByText('2.160.000').first()).toBeVisible()
  await expectAccessible(page)
  await admission.getByRole('button', { name: 'Trình ký' }).click()
  await expect(page.getByText(/đang chờ ký\./)).toBeVisible()
  await signOut(page)

  await signIn(page, 'giamdoc')
  await page.goto('/nghiep-vu/trinh-ky')
  await expect(page.getByRole('heading', { level: 2, name: who.fullName })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ký quyết định này' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ký quyết định này' }).click()
  await expect(page.getByText(/Đã ký quyết định số \d+\/QĐ-TTBTXH\./)).toBeVisible()
  await signOut(page)

  // Signed, not yet paid, and whoever was to receive it has died: the file is decided once more.
  const chair = await colleague(playwright, baseURL!, 'chutich')
  const id = funeralFile.split('/').at(-1)
  const { proposal } = await chair.get<{ proposal: { id: string } }>(`/applications/${id}`)
  const signing = { ids: [proposal.id], isRead: true, requestId: crypto.randomUUID() }
  await chair.post('/decision-signatures', signing)
  await signIn(page, 'canbo')
  await page.goto(funeralFile)
  await page.getByRole('button', { name: 'Đổi người nhận vì đã mất' }).click()
  const again = page.getByRole('dialog', { name: 'Giải quyết lại để đổi người nhận tiền?' })
  await expect(again).toContainText('người nhận khác thay Nguyễn Văn Sơn')
  await expect(again.getByRole('button', { name: 'Giải quyết lại' })).toBeDisabled()
  for (const { viewport } of sizes) {
    await page.setViewportSize(viewport)
    await expectFits(page)
    await expectAccessible(page)
  }
  await again.getByLabel('Căn cứ: người nhận mất khi nào, giấy tờ nào').fill('Trích lục khai tử số 31.')
  await again.getByRole('button', { name: 'Giải quyết lại' }).click()
  await expect(page.getByText('Trình quyết định mới với người nhận khác.', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Trình giải quyết' })).toBeVisible()
  await expectAccessible(page)
})
