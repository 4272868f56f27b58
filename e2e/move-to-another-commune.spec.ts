import { expect, test, type Page } from '@playwright/test'
import { todayInVietnam } from '#kernel/civil-date'
import { formatDay } from '#kernel/written'
import { colleague } from './colleagues.ts'
import { givenAllowance } from './given.ts'
import { expectAccessible, expectFits, signIn, signOut, sizes } from './support.ts'

/** Somebody paid in Xã Tam Sơn moves to Xã Sông Lô, the other commune of the demonstration. */
const about = {
  '1366×768': { fullName: 'Ngụy Thị Chuyển', born: '1975-04-09', username: 'songlo.a' },
  '390×844': { fullName: 'Ngụy Thị Dời', born: '1976-06-12', username: 'songlo.b' },
} as const

for (const { name, viewport } of sizes)
  test.describe(name, () => {
    test.use({ viewport })

    test('chuyển nơi ở: xã mới nhận, xã cũ thôi chi trả, xã mới chi trả tiếp', async ({
      page,
      playwright,
      baseURL,
    }, { retry }) => {
      test.slow() // Five people at four desks, each with pages that are looked at whole.
      const { fullName, born, username } = about[name]
      await givenAllowance(
        {
          officer: await colleague(playwright, baseURL!, 'canbo'),
          chair: await colleague(playwright, baseURL!, 'chutich'),
        },
        { fullName, born },
      )
      const [officer, chair] = [`${username}${retry}.canbo`, `${username}${retry}.chutich`]
      await signIn(page, 'quantri')
      await giveAccount(page, { username: officer, role: 'Công chức văn hóa – xã hội cấp xã' })
      await giveAccount(page, { username: chair, role: 'Chủ tịch UBND cấp xã' })
      await signOut(page)

      // The new commune takes the request in; its register does not know who it is.
      await signIn(page, officer)
      await page.goto('/nghiep-vu/tiep-nhan?thutuc=residence_transfer')
      await page.getByLabel('Họ tên, năm sinh, số định danh').fill(fullName)
      await page.getByRole('button', { name: 'Tìm trong sổ người' }).click()
      await page.getByLabel(/^Người này còn trong sổ của nơi ở cũ/).check()
      await page.getByLabel('Họ và tên').fill(fullName)
      await page.getByLabel('Giới tính').selectOption({ label: 'Nữ' })
      const [year, month, day] = born.split('-')
      for (const [label, value] of [
        ['Ngày', day],
        ['Tháng', month],
        ['Năm', year],
      ] as const)
        await page.getByLabel(label, { exact: true }).fill(value!)
      await expect(page.getByText('Khoản đang hưởng do nơi ở cũ chi trả', { exact: false })).toBeVisible()
      await expectAccessible(page)
      await expectFits(page)
      await page.getByRole('button', { name: /^Tiếp nhận hồ sơ/ }).click()
      await page.getByRole('link', { name: 'Mở hồ sơ' }).click()
      await expect(page.getByRole('heading', { level: 1, name: fullName })).toBeVisible()
      const file = new URL(page.url()).pathname
      await expectAccessible(page)
      await page.getByRole('button', { name: /^Nhận hồ sơ đủ giấy tờ/ }).click()
      const where = page.getByRole('dialog')
      await where.getByRole('combobox', { name: 'Xã, phường nhận hồ sơ' }).fill('Tam Sơn')
      await page.getByRole('option', { name: 'Xã Tam Sơn' }).click()
      await expectAccessible(page)
      await where.getByRole('button', { name: 'Nhận hồ sơ đủ giấy tờ' }).click()
      await expect(page.getByText('Hồ sơ đang do Xã Tam Sơn giải quyết; ở đây chỉ xem.')).toBeVisible()
      await expect(page.getByText('Xã Tam Sơn đang giữ hồ sơ', { exact: false })).toBeVisible()
      await expectAccessible(page)
      await signOut(page)

      // The old one says who it is, and since when they live elsewhere.
      await signIn(page, 'canbo')
      await page.goto(file)
      await page.getByRole('button', { name: new RegExp(`^Đúng là người này: ${fullName}`) }).click()
      await expect(page.getByText('Đã khớp với sổ người', { exact: false }).first()).toBeVisible()
      await expectAccessible(page)
      await expectFits(page)
      await page.getByRole('button', { name: /^Soạn: Ký thôi chi trả tại nơi cũ/ }).click()
      const leaving = page.getByRole('dialog', { name: `Trình ký: ${fullName}` })
      await leaving.getByLabel(/^Ngày đến ở nơi mới/).fill(formatDay(todayInVietnam()))
      await expect(leaving.getByText('810.000').first()).toBeVisible()
      await expectAccessible(page)
      await leaving.getByRole('button', { name: 'Trình ký' }).click()
      await expect(page.getByText(/đang chờ ký\./)).toBeVisible()
      await signOut(page)
      await sign(page, 'chutich', fullName)

      // The new one finds the file in its queue, and the person in its register.
      await signIn(page, officer)
      await page.goto('/nghiep-vu/ho-so')
      await page.getByRole('main').getByRole('link', { name: fullName }).click()
      await expect(page.getByRole('link', { name: 'Mở trang người' })).toBeVisible()
      await expect(page.getByText('đã có kết quả')).toHaveCount(0)
      await expectAccessible(page)
      await expectFits(page)
      await page.getByRole('button', { name: /^Trình giải quyết/ }).click()
      const arriving = page.getByRole('dialog', { name: `Trình ký: ${fullName}` })
      await expect(arriving.getByText('810.000').first()).toBeVisible()
      await expectAccessible(page)
      await arriving.getByRole('button', { name: 'Trình ký' }).click()
      await expect(page.getByText(/đang chờ ký\./)).toBeVisible()
      await signOut(page)
      await sign(page, chair, fullName)

      await signIn(page, officer)
      await page.goto(file)
      await page.getByRole('button', { name: 'Trả kết quả', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Trả kết quả' }).click()
      await expect(page.getByText('Hồ sơ đã giải quyết xong, không sửa được nữa.')).toBeVisible()
      await page.getByRole('link', { name: 'Mở trang người' }).click()
      await expect(page.getByRole('heading', { level: 1, name: fullName })).toBeVisible()
      await expect(page.getByText('Đang hưởng', { exact: true })).toBeVisible()
      const homes = page.getByRole('table', { name: /Nơi ở/ })
      await expect(homes.getByRole('row').filter({ hasText: 'Xã Sông Lô' })).toContainText('Quyết định số')
      await expectAccessible(page)
      await expectFits(page)
    })
  })

/** A new account at Xã Sông Lô, made by the administrator on the page of accounts. */
async function giveAccount(page: Page, { username, role }: { username: string; role: string }) {
  await page.goto('/nghiep-vu/nguoi-dung')
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click()
  const dialog = page.getByRole('dialog', { name: 'Tạo tài khoản' })
  await dialog.getByLabel('Họ tên').fill(`Triệu Thị ${role === 'Chủ tịch UBND cấp xã' ? 'Hòa' : 'Bình'}`)
  await dialog.getByLabel('Tên đăng nhập').fill(username)
  await dialog.getByLabel('Mật khẩu ban đầu').fill('an-sinh-2026')
  await dialog.getByLabel('Vai trò').selectOption({ label: role })
  await dialog.getByRole('combobox', { name: 'Phạm vi' }).fill('song lo')
  await page.getByRole('option', { name: 'Xã Sông Lô Tỉnh Phú Thọ' }).click()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click()
  await expect(page.getByText(/^Đã tạo tài khoản cho Triệu Thị/)).toBeVisible()
}

/** The chair of a commune reads the decision about somebody and signs it. */
async function sign(page: Page, username: string, fullName: string) {
  await signIn(page, username)
  await page.goto('/nghiep-vu/trinh-ky')
  await expect(page.getByRole('heading', { level: 1, name: /quyết định chờ ký/ })).toBeVisible()
  const whole = page.getByText(/^Xem cả danh sách/)
  if (await whole.isVisible()) await whole.click() // A phone shows one decision at a time, the list below.
  await page.getByRole('main').getByRole('link', { name: fullName, exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: fullName })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ký quyết định này' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ký quyết định này' }).click()
  await expect(page.getByText(/Đã ký quyết định số \d+\/QĐ-UBND\./)).toBeVisible()
  await signOut(page)
}
