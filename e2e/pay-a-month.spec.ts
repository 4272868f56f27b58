import { expect, test, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { addMonths, monthOf, todayInVietnam } from '#kernel/civil-date'
import { openBank } from '../simulators/bank/bank.ts'
import { colleague, giveBudget, type Envelope } from './colleagues.ts'
import { expectAccessible, signIn, signOut, sizes } from './support.ts'

const next = addMonths(monthOf(todayInVietnam()), 1)
const month = next.split('-').toReversed().join('/')

test.describe.configure({ mode: 'serial' })

test('kế toán lập kỳ của tháng sau, xem vì sao chênh lệch, mở từng dòng và gửi phê duyệt', async ({
  page,
}) => {
  await signIn(page, 'ketoan')
  await page.goto('/nghiep-vu/ky-chi-tra')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Lập kỳ mới' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lập danh sách chi trả' })
  await dialog.getByLabel('Tháng chi trả').selectOption(month)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Lập danh sách' }).click()

  await expect(page.getByRole('heading', { name: `Kỳ chi trả ${month}` })).toBeVisible()
  await expect(page.getByText('Hai cách tính khớp')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Chưa giải thích được: 0 đ')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('tab', { name: 'Theo xã, phường' }).click()
  await page.getByRole('tabpanel').getByRole('link', { name: 'Xã Tam Sơn' }).click()
  await expect(page.getByRole('heading', { name: `Danh sách kỳ ${month}` })).toBeVisible()
  await expect(
    page
      .getByRole('region', { name: /Dòng chi trả/ })
      .getByRole('row')
      .nth(1),
  ).toContainText('Xã Tam Sơn')
  await expectAccessible(page)

  await page.goBack()
  await page.getByRole('button', { name: 'Gửi phê duyệt' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi phê duyệt' }).click()
  await expect(page.getByText('Đã gửi phê duyệt')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Phê duyệt', exact: true })).toHaveCount(0)
})

test('trên điện thoại, trang của kỳ mở từng phần; một lý do dẫn đến đúng những người của nó', async ({
  page,
}) => {
  await page.setViewportSize(sizes[1].viewport)
  await signIn(page, 'ketoan')
  await openRun(page)
  const changes = page.getByRole('table', { name: 'Người có thay đổi so với kỳ trước' })
  await expect(changes).toBeHidden()
  const reason = page
    .getByRole('table', { name: 'Lý do chênh lệch so với kỳ trước' })
    .getByRole('link')
    .first()
  const words = await reason.innerText()
  await reason.click()
  await expect(page.getByText(`Đang xem: ${words}`)).toBeInViewport()
  await expect(changes).toBeVisible()
  // High enough that the bar at the foot lies over nothing: what it covers is chance.
  await page.setViewportSize({ ...sizes[1].viewport, height: 20_000 })
  await expectAccessible(page)
  await page.setViewportSize(sizes[1].viewport)
  await page.getByRole('link', { name: 'Xem mọi lý do' }).click()
  await expect(changes).toBeHidden()
  await page.getByText(/^Xem từng dòng/).click()
  await expect(changes).toBeVisible()
})

test('một tháng không lập hai lần cho cùng một xã', async ({ page }) => {
  await signIn(page, 'ketoan')
  await page.goto('/nghiep-vu/ky-chi-tra')
  await page.getByRole('button', { name: 'Lập kỳ mới' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lập danh sách chi trả' })
  await dialog.getByLabel('Tháng chi trả').selectOption(month)
  await dialog.getByRole('button', { name: 'Lập danh sách' }).click()
  await expect(dialog.getByText('Một xã chỉ nằm trong một kỳ mỗi tháng')).toBeVisible()
  await expect(dialog.getByLabel('Tháng chi trả')).toHaveValue(next)
})

test('người phê duyệt trả lại kèm lý do, kế toán lập lại, người phê duyệt đồng ý và tải danh sách', async ({
  page,
}) => {
  await signIn(page, 'duyet')
  await openRun(page)
  await page.getByRole('button', { name: 'Trả lại' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Trả lại' })).toBeDisabled()
  await dialog.getByLabel('Lý do trả lại').fill('Kiểm tra lại hai người mới hưởng')
  await dialog.getByRole('button', { name: 'Trả lại' }).click()
  await expect(page.getByText('Đã trả lại kèm lý do')).toBeVisible()
  await signOut(page)

  await signIn(page, 'ketoan')
  await openRun(page)
  await expect(page.getByText('Kiểm tra lại hai người mới hưởng')).toBeVisible()
  await expect(page.getByText(/Trả lại: Vũ Đức Thắng/)).toBeVisible()
  await page.getByRole('button', { name: 'Lập lại' }).click()
  await expect(page.getByRole('dialog')).toContainText('Danh sách đang có được thay')
  await page.getByRole('dialog').getByRole('button', { name: 'Lập lại' }).click()
  await expect(page.getByRole('button', { name: 'Gửi phê duyệt' })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Gửi phê duyệt' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi phê duyệt' }).click()
  await expect(page.getByText('Đã gửi phê duyệt')).toBeVisible()
  await signOut(page)

  await signIn(page, 'duyet')
  await openRun(page)
  await page.getByRole('button', { name: 'Phê duyệt' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Phê duyệt' }).click()
  await expect(page.getByText('Đã phê duyệt. Có thể tải danh sách ký nhận.')).toBeVisible()

  await page.getByRole('tab', { name: 'Theo xã, phường' }).click()
  await page.getByRole('tabpanel').getByRole('link', { name: 'Xã Tam Sơn' }).click()
  for (const [button, ending] of [
    ['Tải Excel', '.xlsx'],
    ['Tải PDF', '.pdf'],
  ] as const) {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    expect((await download).suggestedFilename()).toContain(ending)
  }
})

test('đợt chi qua ba người; ngân hàng trả lại một khoản; tiền mặt chi khi mất mạng; rồi quyết toán', async ({
  page,
  context,
  playwright,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const staff = (username: string) => colleague(playwright, baseURL!, username)
  const [accountant, approver] = [await staff('ketoan'), await staff('duyet')]
  await giveBudget(accountant, Number(next.slice(0, 4)))
  await signIn(page, 'chitra')
  await page.goto('/nghiep-vu/dot-chi')
  await page.getByRole('button', { name: `Lập đợt chi kỳ ${month}` }).click()
  await expect(page.getByText('Đã lập đợt chi.', { exact: false })).toBeVisible()
  const envelopes = (await accountant.get<Envelope[]>('/payment-envelopes')).filter(
    (one) => one.month === next,
  )
  for (const { id } of envelopes) {
    await accountant.post(`/payment-envelopes/${id}/check`)
    await approver.post(`/payment-envelopes/${id}/approval`)
  }

  // To the bank and back: one of its orders comes back the day after.
  const toBank = envelopes.find(({ provider }) => provider.kind === 'bank')!
  await page.goto(`/nghiep-vu/dot-chi/${toBank.id}`)
  await page.getByRole('button', { name: 'Gửi cho đơn vị chi trả' }).click()
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'Gửi cho đơn vị chi trả' })
    .click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải tệp lệnh chi' }).click()
  const orders = await readFile(await (await download).path())
  const ending = /<CdtrAcct>.*?<Id>\w*?(\d{4})<\/Id>/s.exec(orders.toString('utf8'))![1]!
  const bank = openBank({
    path: ':memory:',
    account: '3713012345678',
    funds: 10_000_000_000,
    statements: 'camt.053',
    day: todayInVietnam(),
    fates: { [ending]: 'returned' },
  })
  expect(bank.receive('orders.xml', orders)).toMatchObject({ status: 202 })
  bank.closeDay()
  bank.closeDay()
  await page.goto('/nghiep-vu/doi-soat')
  for (const name of bank.listAnswers()) {
    await page.getByLabel('Đơn vị chi trả').selectOption({ label: toBank.provider.name })
    const file = { name, mimeType: 'application/xml', buffer: Buffer.from(bank.readAnswer(name)!) }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('button', { name: 'Đọc tệp trả lời' }).click()
    await expect(page.getByRole('cell', { name }).or(page.getByRole('rowheader', { name }))).toBeVisible()
  }
  await page.goto(`/nghiep-vu/dot-chi/${toBank.id}`)
  await expect(page.getByRole('row', { name: /Bị trả lại 1 / })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Gửi lại lệnh chưa tới tay' }).click()
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'Gửi lại lệnh chưa tới tay' })
    .click()
  await expect(page.getByText('Đã lập 1 đợt chi mới.')).toBeVisible()

  // Each figure of the identity opens its entries, and an entry what it rests on.
  const identity = page.getByRole('region', { name: /Đẳng thức tiền/ })
  await expect(identity).toContainText('cân')
  const paid = await identity.getByRole('link').nth(2).innerText()
  await identity.getByRole('link').nth(2).click()
  await expect(page.getByText(`chênh ${paid}`, { exact: false })).toBeVisible()
  await expectAccessible(page)
  await page
    .getByRole('link', { name: /^Bút toán \d+$/ })
    .first()
    .click()
  await expect(page.getByRole('link', { name: toBank.code })).toBeVisible()
  await expectAccessible(page)

  // Cash: the list on a phone, opened and written to without a network.
  const toPost = envelopes.find(
    ({ provider, purpose }) => provider.kind === 'post_office' && purpose === 'run',
  )!
  await page.goto(`/nghiep-vu/dot-chi/${toPost.id}`)
  await page.getByRole('button', { name: 'Gửi cho đơn vị chi trả' }).click()
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'Gửi cho đơn vị chi trả' })
    .click()
  await expect(page.getByRole('button', { name: 'Tải tệp lệnh chi' })).toBeVisible()
  await page.setViewportSize(sizes[1].viewport)
  await page.goto('/nghiep-vu/chi-tien-mat/may')
  await expect(page.getByText('Trang này đã lưu trên máy')).toBeVisible()
  await page.getByLabel('Điểm chi').selectOption({ index: 1 })
  await page.getByLabel('Đặt mã mở danh sách').fill('246810')
  await page.getByRole('button', { name: 'Lấy danh sách' }).click()
  await expect(page.getByLabel('Tìm người nhận')).toBeVisible()
  await expectAccessible(page)
  await context.setOffline(true)
  await page.reload()
  await page.getByLabel('Mã mở danh sách').fill('135790')
  await page.getByRole('button', { name: 'Mở danh sách' }).click()
  await expect(page.getByText('Mã không đúng.')).toBeVisible()
  await page.getByLabel('Mã mở danh sách').fill('246810')
  await page.getByRole('button', { name: 'Mở danh sách' }).click()
  await page.getByLabel('Tìm người nhận').fill('1')
  await page.getByLabel('Tìm người nhận').press('Enter')
  await expect(page.getByRole('button', { name: 'Đã chi' })).toBeFocused()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Đã chi' }).press('Enter')
  await expect(page.getByText('1 ghi nhận chưa gửi').first()).toBeVisible()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Gửi 1 ghi nhận' }).click()
  await page.getByRole('button', { name: 'Nộp danh sách' }).click()
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'Nộp danh sách' })
    .click()
  await expect(page.getByLabel('Đặt mã mở danh sách')).toBeVisible()
  await page.setViewportSize(sizes[0].viewport)
  await page.goto('/nghiep-vu/chi-tien-mat')
  await expect(page.getByText('đã nộp · đã báo chi 1')).toBeVisible()
  await expectAccessible(page)
  await signOut(page)

  await signIn(page, 'ketoan')
  await page.goto('/nghiep-vu/quyet-toan')
  await page.getByRole('button', { name: 'Lập quyết toán' }).click()
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await dialog.getByLabel('Có tháng').fill(month)
  await dialog.getByRole('button', { name: 'Lập quyết toán' }).click()
  await page.getByRole('link', { name: `Tháng ${month}` }).click()
  await expect(page.getByText('Chưa nhập báo cáo của đơn vị chi trả.')).toBeVisible()
  await expect(page.getByText(/sau ngày đó mới khóa được/)).toBeVisible()
  await expectAccessible(page)
  const paper = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải PDF' }).click()
  expect((await paper).suggestedFilename()).toContain('Quyết toán')
})

async function openRun(page: Page) {
  await page.goto('/nghiep-vu/ky-chi-tra')
  await page.getByRole('link', { name: month }).first().click()
  await expect(page.getByRole('heading', { name: `Kỳ chi trả ${month}` })).toBeVisible()
}
