import { expect, test, type Page } from '@playwright/test'
import { colleague } from './colleagues.ts'
import { givenPerson } from './given.ts'
import { expectAccessible, signIn, signOut, sizes } from './support.ts'

/** Each size changes people of its own, for both write into one register. */
const about = {
  '1366×768': { fullName: 'Khổng Thị Biến', born: '1982-06-11' },
  '390×844': { fullName: 'Bùi Văn Động', born: '1981-04-03' },
} as const

for (const { name, viewport } of sizes)
  test.describe(name, () => {
    test.use({ viewport })

    test('biến động được trình với giấy tờ, xem trước mức hưởng, và người khác duyệt', async ({
      page,
      playwright,
      baseURL,
    }) => {
      test.slow() // Two people, each with pages that are looked at whole.
      const { fullName, born } = about[name]
      const id = await givenPerson(await colleague(playwright, baseURL!, 'canbo'), { fullName, born })
      await signIn(page, 'canbo')

      await page.goto(`/nghiep-vu/bien-dong/moi?nguoi=${id}`)
      await comeFromWhereItWasTold(page)
      await expect(page.getByText('Cần người thứ hai duyệt')).toBeVisible()
      await expect(page.getByLabel('Biến động gì?', { exact: true })).toHaveValue('circumstance')
      await expect(page.getByText(/Lương hưu – 900\.000.đ mỗi tháng/)).toBeVisible()
      await expect(page.getByLabel('Loại giấy tờ')).toHaveValue('Kết quả tra cứu BHXH')
      await page.getByRole('button', { name: 'Xem trước ảnh hưởng' }).click()
      await expect(page.getByRole('row', { name: /^Hoàn cảnh/ })).toContainText('Lương hưu')

      await page.goto(`/nghiep-vu/nguoi/${id}`)
      await page.getByRole('link', { name: 'Ghi biến động' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Ghi biến động' })).toBeVisible()
      await page.getByRole('button', { name: 'Trình duyệt' }).click()
      await expect(page.getByText('Ghi loại giấy tờ làm căn cứ.')).toBeVisible()
      await choose(page, 'Biến động gì?', 'Người giám hộ')
      await expect(page.getByText('Chưa ghi người giám hộ nào.')).toBeVisible()
      await page.getByLabel('Tìm người giám hộ mới').fill('nguyen')
      await page.getByRole('button', { name: 'Tìm', exact: true }).click()
      const chosen = page.waitForResponse(/\/api\/people\/[0-9a-f-]{36}$/)
      await page.getByRole('radio').first().check()
      await chosen
      await page.getByLabel('Từ ngày').fill('10/11/2026')
      await page.getByLabel('Người giám hộ nhận tiền thay').check()
      await page.getByRole('button', { name: 'Xem trước ảnh hưởng' }).click()
      await expect(page.getByRole('row', { name: /^Người giám hộ/ })).toContainText('Nguyễn')
      await expectAccessible(page)

      await choose(page, 'Biến động gì?', 'Người chăm sóc')
      await expect(page.getByText('Chưa ghi người chăm sóc nào.')).toBeVisible()
      await choose(page, 'Biến động gì?', 'Cha, mẹ, con')
      await choose(page, 'Người kia là gì của người này?', 'Cha hoặc mẹ')
      await expect(page.getByLabel('Tìm cha hoặc mẹ')).toBeVisible()

      await choose(page, 'Biến động gì?', 'Mức độ khuyết tật mới')
      await choose(page, 'Mức độ khuyết tật', 'nặng')
      await page.getByLabel('nhìn').check()
      await page.getByLabel('Số giấy xác nhận').fill('12/GXN')
      await page.getByLabel('Ngày cấp giấy').fill('10/11/2026')
      await page.getByLabel('Loại giấy tờ').fill('Giấy xác nhận khuyết tật')
      await page.getByRole('button', { name: 'Xem trước ảnh hưởng' }).click()
      await expect(page.getByText(/từ tháng 11\/2026.*0.*→.*810\.000/)).toBeVisible()
      await expect(page.getByText('nếu làm hồ sơ')).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Trình duyệt' }).click()

      await expect(page.getByRole('heading', { level: 1, name: 'Mức độ khuyết tật mới' })).toBeVisible()
      await expect(page.getByText('Chờ duyệt').first()).toBeVisible()
      await expect(page.getByRole('button', { name: 'Duyệt và ghi vào sổ' })).toHaveCount(0)
      const request = page.url()
      await page.goto(`/nghiep-vu/nguoi/${id}/bien-dong`)
      await expect(page.getByRole('link', { name: 'Mức độ khuyết tật mới' })).toBeVisible()
      await expectAccessible(page)
      await signOut(page)

      await signIn(page, 'chutich')
      await page.goto('/nghiep-vu/bien-dong')
      await expect(
        page.getByRole('heading', { level: 1, name: /^Biến động: \d+ việc đang chờ/ }),
      ).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('link', { name: fullName }).click()
      await expect(page).toHaveURL(request)
      await expect(page.getByRole('heading', { level: 1, name: 'Mức độ khuyết tật mới' })).toBeVisible()
      await expect(page.getByRole('row', { name: /^Mức độ khuyết tật/ })).toContainText('nặng')
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Duyệt và ghi vào sổ' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Duyệt và ghi vào sổ' }).click()
      await expect(page.getByText('Đã duyệt và ghi vào sổ.')).toBeVisible()
      await expect(page.getByText('Duyệt, đã ghi vào sổ')).toBeVisible()
      await page.goto(`/nghiep-vu/nguoi/${id}`)
      await expect(page.getByRole('rowheader', { name: /^Khuyết tật nặng nhìn/ })).toBeVisible()
    })
  })

async function choose(page: Page, label: string, option: string) {
  await page.getByLabel(label, { exact: true }).selectOption({ label: option })
}

/** As a file leads here with a fact it may not record, because somebody would be paid otherwise. */
async function comeFromWhereItWasTold(page: Page) {
  // The router writes into the same state while it opens the page.
  await expect(page.getByRole('heading', { level: 1, name: 'Ghi biến động' })).toBeVisible()
  await page.evaluate((asked) => history.replaceState({ ...history.state, asked }, ''), {
    change: {
      kind: 'circumstance',
      circumstance: 'pension',
      detail: { monthly: 900_000 },
      from: '2026-11-01',
    },
    evidence: { document: 'Kết quả tra cứu BHXH' },
  })
  await page.reload()
}
