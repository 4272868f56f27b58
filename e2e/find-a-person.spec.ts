import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, signIn, signOut, sizes, someone } from './support.ts'

test.use({ viewport: sizes[0].viewport })

for (const { name, viewport } of sizes)
  test.describe(name, () => {
    test.use({ viewport })

    test('cán bộ xã tìm người không cần dấu, theo một phần tên, năm sinh và tên xã cũ', async ({ page }) => {
      await signIn(page, 'canbo')
      await page.goto('/nghiep-vu/nguoi')
      await expect(page.getByText('Tìm một người trong địa bàn.')).toBeVisible()
      await expectAccessible(page)

      await find(page, 'phung thi man')
      await expect(hit(page, 'Phùng Thị Mận')).toContainText('11/02/1986')
      await expect(hit(page, 'Phùng Thị Mận')).toContainText('Đơn thân nuôi con')
      await expectAccessible(page)

      await find(page, 'thi nhan 1988')
      await expect(hit(page, 'Lưu Thị Nhàn')).toContainText('năm sinh')

      await find(page, 'Nguyeenx Thij Hoaf 1938 nhu thuy')
      await expect(page.getByText('tìm trong Xã Tam Sơn')).toBeVisible()
      await expect(hit(page, 'Nguyễn Thị Hoà')).toContainText('Xã Như Thụy (cũ)')

      await find(page, 'khong co ai ten nay')
      await expect(page.getByText('Không tìm thấy ai.')).toBeVisible()
      await expectAccessible(page)

      await find(page, 'a')
      await expect(page.getByRole('alert')).toContainText('quá ngắn')
      await expectAccessible(page)
    })

    test('trang người nói ai, ở đâu, hộ nào, hoàn cảnh nào và đang hưởng gì', async ({ page }) => {
      await signIn(page, 'canbo')
      await page.goto('/nghiep-vu/nguoi')
      await find(page, 'phung thi man')
      await page.getByRole('link', { name: 'Phùng Thị Mận' }).click()
      const main = page.getByRole('main')
      await expect(main.getByRole('heading', { name: 'Phùng Thị Mận' })).toBeVisible()
      await expect(main.getByText('Đang hưởng', { exact: true })).toBeVisible()
      await expect(panel(page, /^Hoàn cảnh tại ngày/)).toContainText('Khuyết tật nặng')
      await expect(panel(page, /^Hoàn cảnh tại ngày/)).toContainText('Giấy xác nhận khuyết tật')
      await expect(panel(page, 'Nơi ở qua các thời kỳ')).toContainText('Thị trấn Tam Sơn')
      await expect(panel(page, /^Hộ tại ngày/)).toContainText('chủ hộ')
      await expectAccessible(page)

      await part(page, 'Quyền lợi')
      await expect(panel(page, /^Tháng hưởng/)).toContainText('1.890.000')
      await expect(panel(page, 'Các thời kỳ hưởng')).toContainText(
        'Khuyết tật nặng, từ đủ 16 đến dưới 60 tuổi',
      )
      await expect(panel(page, 'Thay đổi đã biết trước')).toContainText('Đủ 60 tuổi ngày 11/02/2046')
      await expect(panel(page, 'Quyết định đang mở')).toContainText('Tự nhận')
      await expectAccessible(page)
      await expectNothingCut(page)

      await part(page, 'Chi trả')
      await expect(main.getByText('1.080.000').first()).toBeVisible()
      await expectAccessible(page)

      await part(page, 'Chung')
      await panel(page, /^Hộ tại ngày/)
        .getByRole('link', { name: 'Phùng Văn Nam' })
        .click()
      await expect(main.getByRole('heading', { name: 'Phùng Văn Nam' })).toBeVisible()
      await expect(main.getByText('Chưa hưởng')).toBeVisible()
      await expect(panel(page, 'Quan hệ')).toContainText('cha hoặc mẹ')
    })

    test('xem quá khứ: người và số tiền như biết đến ngày ấy, ở mọi phần của trang', async ({ page }) => {
      await signIn(page, 'canbo')
      const { id } = await someone(page, 'ta van khai')
      await page.goto(`/nghiep-vu/nguoi/${id}`)
      const main = page.getByRole('main')
      await expect(main.getByText('24/06/1950').first()).toBeVisible()
      await page.getByLabel('Tại ngày').fill('31/01/2026')
      await page.getByLabel('Biết đến').fill('31/01/2026')
      await page.getByRole('button', { name: 'Xem', exact: true }).click()
      await expect(main.getByText('Đang xem tình trạng ngày 31/01/2026')).toBeVisible()
      await expect(main.getByText('Còn thiếu ngày, tháng sinh')).toBeVisible()
      await expect(main.getByText('24/06/1950')).toHaveCount(0)
      await expectAccessible(page)
      await part(page, 'Quyền lợi')
      await expect(panel(page, 'Tháng hưởng 01/2026')).toContainText('500.000')
      await expectAccessible(page)
      await panel(page, /^Tháng hưởng/)
        .getByRole('link', { name: /^Vì sao/ })
        .click()
      await expect(
        main.getByRole('heading', { name: 'Được hưởng 500.000 đ trong tháng 01/2026' }),
      ).toBeVisible()
      await expect(main.getByText('Đang xem tình trạng ngày 31/01/2026')).toBeVisible()
      await main.getByRole('link', { name: 'Về hôm nay' }).click()
      await expect(main.getByText('Đang xem tình trạng')).toHaveCount(0)
    })
  })

test('tìm theo số định danh 12 số, số chứng minh 9 số và 4 số cuối', async ({ page }) => {
  await signIn(page, 'canbo')
  const { fullName: man, number } = await someone(page, 'phung thi man', { number: 'personal_id' })
  await page.goto('/nghiep-vu/nguoi')
  await find(page, number)
  await expect(hit(page, man)).toContainText(`…${number.slice(-4)}`)
  await find(page, `mận ${number.slice(-4)}`)
  await expect(hit(page, man)).toContainText('số cuối')

  const old = await someone(page, 'thi', { number: 'legacy_id' })
  expect(old.number).toHaveLength(9)
  await find(page, old.number)
  await expect(hit(page, old.fullName)).toContainText('số chứng minh cũ')
  await expect(page.getByText(old.number)).toHaveCount(0)
})

test('không thấy người của xã khác, và trang của họ nói như không có ai', async ({ page }) => {
  await signIn(page, 'chuyenvien')
  await page.goto('/nghiep-vu/nguoi')
  await find(page, 'tran gia bao')
  await hit(page, 'Trần Gia Bảo').getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Trần Gia Bảo' })).toBeVisible()
  const elsewhere = new URL(page.url()).pathname

  await signOut(page)
  await signIn(page, 'canbo')
  await page.goto('/nghiep-vu/nguoi')
  await find(page, 'tran gia bao')
  await expect(page.getByText('Trần Gia Bảo')).toHaveCount(0)
  const main = page.getByRole('main')
  await page.goto(elsewhere)
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
  const words = await main.innerText()
  await expectAccessible(page)
  await page.goto('/nghiep-vu/nguoi/01900000-0000-7000-8000-000000000000')
  await expect(main).toContainText(words.split('\n').at(-1)!)
  expect(await main.innerText()).toBe(words)
})

test('quản trị không xem được người hưởng', async ({ page }) => {
  await signIn(page, 'canbo')
  const { id } = await someone(page, 'phung thi man')
  await signOut(page)
  await signIn(page, 'quantri')
  await page.goto(`/nghiep-vu/nguoi/${id}`)
  await expect(page.getByText('Anh/chị không có quyền xem mục này.')).toBeVisible()
  await expect(page.getByText('Phùng')).toHaveCount(0)
  await expectAccessible(page)
})

test('khi máy chủ không trả lời, trang nói rõ và cho thử lại', async ({ page }) => {
  await signIn(page, 'canbo')
  await page.goto('/nghiep-vu/nguoi')
  await page.route('**/api/people/search*', (route) => route.abort())
  await find(page, 'phung thi man')
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page)
  await page.unroute('**/api/people/search*')
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await expect(hit(page, 'Phùng Thị Mận')).toBeVisible()
})

async function find(page: Page, text: string) {
  await page.getByLabel('Tên, số giấy tờ, năm sinh, xã').fill(text)
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === text)
}

function hit(page: Page, name: string) {
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) })
    .first()
}

async function part(page: Page, name: string) {
  const parts = page.getByRole('navigation', { name: 'Các phần của trang người' })
  await parts.getByRole('link', { name, exact: true }).click()
}

function panel(page: Page, title: string | RegExp) {
  return page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: title }) })
    .first()
}

/** No link of a table lies outside what one sees of it. */
async function expectNothingCut(page: Page) {
  const cut = await page
    .locator('.table-wrap')
    .evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent?.slice(0, 80)),
    )
  expect(cut).toEqual([])
}
