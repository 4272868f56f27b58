import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, signIn, sizes } from './support.ts'

/** Who is told what depends on the size, for both journeys write into one register. */
const told = { '1366×768': 'Lưu Thị Tý', '390×844': 'Cao Thị Dậu' } as const

for (const { name, viewport } of sizes)
  test.describe(name, () => {
    test.use({ viewport })

    test('cán bộ xã bắt đầu ngày với người sắp đủ điều kiện', async ({ page }) => {
      await signIn(page, 'canbo')
      await untilMade(page)
      await page.goto('/nghiep-vu')
      const soon = page
        .getByRole('region')
        .or(page.locator('.panel'))
        .filter({ hasText: 'Sắp đủ điều kiện' })
        .first()
      // Whoever is the next to be 75: that depends on the day.
      const line = soon.getByRole('listitem').filter({ hasText: 'Đủ 75 tuổi ngày' }).first()
      await expect(line).toContainText('540.000 đ')
      const whom = await line.getByRole('link').innerText()
      const said = await line.innerText()
      const [, month = ''] = /Đủ 75 tuổi ngày \d\d\/(\d\d\/\d{4}) · từ \1/.exec(said) ?? []
      expect(month, said).not.toBe('')
      await expectAccessible(page)

      await soon.getByRole('link', { name: /^Xem cả/ }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Sắp đủ điều kiện' })).toBeVisible()
      const next = row(page, whom)
      await expect(next).toContainText(`từ ${month}`)
      await expect(next).toContainText(/hạn nộp \d\d\/\d\d\/\d{4}/)
      await expect(next).toContainText('Hưu trí xã hội, từ đủ 75 tuổi')
      await expect(next).toContainText('mất 540.000 đ')
      await expect(next).toContainText('Tra cứu lương hưu, BHXH')
      await expectAccessible(page)

      await next.getByRole('link', { name: `Vì sao, ${whom}, tháng ${month}` }).click()
      const pension = page
        .getByRole('treegrid')
        .getByRole('row')
        .filter({ hasText: 'Hưu trí xã hội' })
        .first()
      await expect(pension).toContainText('540.000 đ')
    })

    test('người đủ điều kiện mà chưa hưởng được tìm ra, liên hệ và mời', async ({ page }) => {
      await signIn(page, 'canbo')
      await untilMade(page)
      await page.goto('/nghiep-vu/sap-du-dieu-kien?muc=chua-huong')
      for (const planted of ['Lưu Thị Tý', 'Cao Thị Dậu', 'Triệu Văn Lợi', 'Hà Minh Anh', 'Hà Minh Ánh'])
        await expect(row(page, planted)).toBeVisible()
      await expect(row(page, 'Triệu Văn Lợi')).toContainText('1.080.000')
      await expect(row(page, 'Vũ Thị Oanh')).toHaveCount(0)
      await expectAccessible(page)

      const person = told[name]
      await row(page, person)
        .getByRole('button', { name: `Ghi kết quả: ${person}` })
        .click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText('không muốn hưởng').click()
      await dialog.getByRole('button', { name: 'Ghi kết quả' }).click()
      await expect(dialog.getByText('Ghi lý do, để người sau không phải hỏi lại.').first()).toBeVisible()
      await expectAccessible(page)
      await dialog.getByText('đã gặp hoặc gọi điện').click()
      await dialog.getByLabel('Ghi thêm (không bắt buộc)').fill('Con gái sẽ đưa ra xã')
      await dialog.getByRole('button', { name: 'Ghi kết quả' }).click()
      await expect(dialog).toHaveCount(0)
      await expect(page.getByText('Đã ghi cho 1 dòng.')).toBeVisible()
      await expect(row(page, person)).toContainText('Đã liên hệ')
      await expect(row(page, person)).toContainText('Con gái sẽ đưa ra xã')

      await page.getByLabel('Đã làm', { exact: true }).selectOption({ label: 'Chưa làm gì' })
      await page.getByRole('button', { name: 'Lọc', exact: true }).click()
      await expect(page).toHaveURL(/viec=open/)
      await expect(row(page, person)).toHaveCount(0)

      await page.getByRole('checkbox', { name: 'Chọn Triệu Văn Lợi' }).check()
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'In 1 giấy mời' }).click()
      expect((await download).suggestedFilename()).toMatch(/^Giấy mời .*\.pdf$/)
      await expect(page.getByText('Đã tải giấy mời về máy này.')).toBeVisible()
      await expectAccessible(page)
    })

    test('người sắp hết điều kiện, sắp đổi mức, chờ danh sách: mỗi việc một nơi', async ({ page }) => {
      await signIn(page, 'chuyenvien')
      await untilMade(page)
      for (const list of [
        'Sắp hết điều kiện',
        'Sắp đổi mức',
        'Chờ danh sách hộ nghèo năm mới',
        'Giấy khuyết tật phải làm lại',
      ]) {
        await page.goto('/nghiep-vu/sap-het-dieu-kien')
        await page.getByRole('link', { name: new RegExp(`^${list} ?\\d`) }).click()
        await expect(page.getByRole('main').getByRole('rowheader').first()).toBeVisible()
        await expectAccessible(page)
      }
    })
  })

test('kế toán không thấy mục này, và địa chỉ cũng không mở được', async ({ page }) => {
  await signIn(page, 'ketoan')
  await page.goto('/nghiep-vu')
  const rail = page.getByRole('navigation', { name: 'Chức năng', exact: true })
  await expect(rail.getByRole('link', { name: 'Kỳ chi trả' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sắp đủ điều kiện' })).toHaveCount(0)
  await page.goto('/nghiep-vu/sap-du-dieu-kien')
  await expect(page.getByText('không có quyền xem mục này')).toBeVisible()
})

function row(page: Page, name: string) {
  return page
    .getByRole('main')
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) })
}

/** The lists are made when the program starts; a journey begins when they are there. */
async function untilMade(page: Page) {
  await expect
    .poll(
      async () => {
        const response = await page.request.get('/api/outreach')
        return ((await response.json()) as { refreshedAt: string | null }).refreshedAt
      },
      { timeout: 60_000 },
    )
    .not.toBeNull()
}
