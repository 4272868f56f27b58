import { expect, test, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { addMonths, monthOf, todayInVietnam } from '#kernel/civil-date'
import { openBank } from '../simulators/bank/bank.ts'
import { askFromPhone, asking, decideFor } from './asking.ts'
import { colleague, giveBudget, type Colleague, type Envelope } from './colleagues.ts'
import { expectAccessible, expectFits, signIn, signOut, sizes } from './support.ts'

const next = addMonths(monthOf(todayInVietnam()), 1)
const month = next.split('-').toReversed().join('/')

test.describe.configure({ mode: 'serial' })

test('từ câu hỏi trên điện thoại đến hồ sơ, quyết định và mã xác minh của người dân', async ({
  page,
  playwright,
  baseURL,
}) => {
  test.slow()
  await page.setViewportSize(sizes[1].viewport)
  const code = await askFromPhone(page)
  const verification = await decideFor(code, {
    officer: await colleague(playwright, baseURL!, 'canbo'),
    chair: await colleague(playwright, baseURL!, 'chutich'),
  })
  await page.goto('/tra-cuu')
  await page.getByLabel('Mã hồ sơ').fill(code)
  await page.getByLabel('Năm', { exact: true }).fill(asking.year)
  await page.getByRole('button', { name: 'Tra cứu hồ sơ' }).click()
  await expect(page.getByText(/^Quyết định/).first()).toBeVisible()
  await page.goto(`/xac-minh/${verification}`)
  await expect(page.getByRole('heading', { name: 'Giấy tờ có thật' })).toBeVisible()
})

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
  const run = new URL(page.url()).pathname
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

  await page.goto(`${run}/danh-sach?ten=${encodeURIComponent(asking.fullName)}`)
  const lines = page.getByRole('region', { name: /Dòng chi trả/ }).getByRole('row')
  await expect(lines.filter({ hasText: asking.fullName, hasNotText: 'Truy lĩnh' })).toContainText('540.000')
  await expect(lines.filter({ hasText: 'Truy lĩnh' })).toContainText('540.000')
  await page.goto(run)
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
  await givenDeathsOnTheList(await staff('canbo'), await staff('chutich'))
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
  // The money is not handed out before the card was looked at.
  await expect(page.getByRole('button', { name: 'Đã chi' })).toBeDisabled()
  const isSeen = page.getByRole('checkbox', { name: /^Đã xem giấy tờ của / })
  await expect(isSeen).toBeFocused()
  await expectAccessible(page)
  await isSeen.press('Space')
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

  // Before a year can pay anything, its budget lines are opened and given money.
  await signIn(page, 'ketoan')
  await page.goto(`/nghiep-vu/dong-du-toan?nam=${Number(next.slice(0, 4)) + 2}`)
  await page.getByRole('button', { name: 'Mở dòng dự toán' }).click()
  const line = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await line.getByLabel('Nguồn', { exact: true }).selectOption('Ngân sách cấp tỉnh')
  await line.getByLabel('Mã dòng').fill('TGXH-TX')
  await line.getByRole('button', { name: 'Mở dòng dự toán' }).click()
  await page.getByRole('button', { name: /^Ghi quyết định giao/ }).click()
  await line.getByLabel('Số tiền').fill('90000000')
  await line.getByLabel('Số, ngày quyết định').fill('25/QĐ-UBND')
  await expectAccessible(page)
  await line.getByRole('button', { name: 'Ghi vào sổ' }).click()
  await expect(page.getByText('Đã ghi vào sổ kế toán.')).toBeVisible()
  await expect(page.getByRole('row', { name: /TGXH-TX/ })).toContainText('90.000.000')
  await expectAccessible(page)
  await page.goto('/nghiep-vu/don-vi-chi-tra')
  await expect(page.getByRole('row', { name: /Bưu điện/ })).toContainText('Đang dùng')
  await expectAccessible(page)

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

test('tiền của người mất trước tháng của danh sách: cán bộ đề nghị chi cho người thừa kế hoặc nộp trả, người khác duyệt', async ({
  page,
}) => {
  await page.setViewportSize(sizes[1].viewport)
  await signIn(page, 'canbo')
  await page.goto('/nghiep-vu/tien-nguoi-da-mat')
  await expect(page.getByText('chưa ai đề nghị').nth(1)).toBeVisible()
  await expectFits(page)
  await expectAccessible(page)
  const asking = page.getByRole('button', { name: /^Đề nghị chi phần của / })
  await asking.first().click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Gửi đề nghị' })).toBeDisabled()
  await dialog.getByText('Người khác', { exact: true }).click()
  await dialog.getByLabel('Họ và tên').fill('Phùng Thị Lan')
  await dialog.getByLabel('Là gì của người đã mất').fill('con')
  await dialog.getByLabel('Số định danh hoặc số chứng minh').fill('026188001234')
  await dialog.getByLabel('Giấy tờ chứng minh').fill('Biên bản thỏa thuận ngày 20/11/2026')
  for (const { viewport } of sizes.toReversed()) {
    await page.setViewportSize(viewport)
    await expectFits(page)
    await expectAccessible(page)
  }
  await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await expect(page.getByText('Phùng Thị Lan (con)')).toBeVisible()
  await asking.first().click()
  await dialog.getByText('Không có ai: nộp trả ngân sách').click()
  await dialog.getByLabel('Giấy tờ chứng minh').fill('Biên bản của thôn: không còn người thân')
  await expect(dialog).toContainText('dự toán đã giữ được trả lại')
  await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await expect(page.getByText('Nguyễn Thị Lan đề nghị, chờ duyệt', { exact: false })).toHaveCount(2)
  await signOut(page)

  await signIn(page, 'duyet')
  await page.goto('/nghiep-vu/tien-nguoi-da-mat')
  const toHeir = page.getByRole('row').filter({ hasText: 'Phùng Thị Lan' })
  await toHeir.getByRole('button', { name: /^Duyệt phần của / }).click()
  await expect(dialog).toContainText('026188001234')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expect(page.getByText('Vũ Đức Thắng đã duyệt', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: /^Không duyệt phần của / }).click()
  await expect(dialog.getByRole('button', { name: 'Không duyệt' })).toBeDisabled()
  await dialog.getByLabel('Vì sao').fill('Còn người cháu ở xã bên.')
  await page.setViewportSize(sizes[1].viewport)
  await expectFits(page)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Không duyệt' }).click()
  await expect(page.getByText('không duyệt: Còn người cháu ở xã bên.', { exact: false })).toBeVisible()
  await expectAccessible(page)
})

test('người chết sau khi đã gửi và đã chi: gọi lệnh về, thu hồi; tiền nằm lại được hoàn trả; mọi con số khớp', async ({
  page,
  playwright,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const staff = (username: string) => colleague(playwright, baseURL!, username)
  const [officer, chair, clerk, accountant] = [
    await staff('canbo'),
    await staff('chutich'),
    await staff('chitra'),
    await staff('ketoan'),
  ]
  const envelopes = (await clerk.get<Envelope[]>('/payment-envelopes')).filter(
    ({ month: of, purpose }) => of === next && purpose === 'run',
  )
  const orderOf = async (kind: string, state: string) => {
    const { id } = envelopes.find(({ provider }) => provider.kind === kind)!
    const { rows } = await clerk.get<{ rows: { payee: { id: string; name: string } }[] }>(
      `/payment-envelopes/${id}/instructions?state=${state}`,
    )
    for (const { payee } of rows.toReversed()) {
      const { id: known } = await chair.get<{ id?: string }>(`/people/${payee.id}`)
      if (known !== undefined) return { envelopeId: id, payee }
    }
    throw new Error(`Nobody of the commune is among the ${state} of ${kind}`)
  }
  const [paid, sent] = [await orderOf('bank', 'paid'), await orderOf('post_office', 'sent')]
  for (const { payee } of [paid, sent]) await recordDeath(payee.id, officer, chair)
  await expect
    .poll(
      async () =>
        (await accountant.get<{ total: number }>('/payment-recoveries?state=proposed&page=1')).total,
    )
    .toBeGreaterThan(0)

  // What was sent is called back; the page of the envelope names the order for whoever calls the post office.
  const called = async () => {
    const { rows } = await clerk.get<{ rows: { isRecallAsked: boolean }[] }>(
      `/payment-envelopes/${sent.envelopeId}/instructions?state=sent`,
    )
    return rows.some(({ isRecallAsked }) => isRecallAsked)
  }
  await expect.poll(called).toBe(true)
  await signIn(page, 'ketoan')
  await page.goto(`/nghiep-vu/dot-chi/${sent.envelopeId}?trangthai=sent`)
  await expect(page.getByText('đã yêu cầu thu hồi', { exact: false }).first()).toBeAttached()

  // What was paid comes back by decision of two: some of it is paid back, and the rest is given up.
  await page.goto('/nghiep-vu/thu-hoi')
  await expectAccessible(page)
  await page.getByRole('link', { name: paid.payee.name }).first().click()
  await page.getByRole('button', { name: 'Đề nghị thu hồi' }).click()
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await dialog.getByText('Nộp dần').click()
  await dialog.getByLabel('Số, ngày quyết định').fill('15/QĐ-UBND')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Ghi đề nghị' }).click()
  await expect(page.getByText('Đề nghị này chờ người khác phê duyệt.')).toBeVisible()
  const recovery = new URL(page.url()).pathname
  const own = `/payment-recoveries/${recovery.split('/').at(-1)}`
  await signOut(page)
  await signIn(page, 'duyet')
  await page.goto(recovery)
  await page.getByRole('button', { name: 'Phê duyệt' }).click()
  await dialog.getByRole('button', { name: 'Phê duyệt' }).click()
  await expect(page.getByText('Đang thu hồi')).toBeVisible()
  await accountant.post(`${own}/repayments`, { amount: 1000, receipt: 'BL-01' })
  await accountant.post(`${own}/decisions`, {
    wish: { kind: 'give_up', decision: '16/QĐ-UBND' },
    requestId: crypto.randomUUID(),
  })
  await page.setViewportSize(sizes[1].viewport)
  await page.goto(recovery)
  await page.getByRole('button', { name: 'Phê duyệt' }).click()
  await dialog.getByRole('button', { name: 'Phê duyệt' }).click()
  await expect(page.getByText('Đã xóa', { exact: true }).first()).toBeVisible()
  const history = page.getByRole('table', { name: 'Mọi đề nghị, quyết định về khoản này' })
  await expect(history).toContainText('15/QĐ-UBND')
  await expect(history).toContainText('16/QĐ-UBND')
  await expectAccessible(page)
  await signOut(page)

  // What lies at the bank and goes to nobody is given back: asked by one, approved by another, confirmed by a receipt.
  await signIn(page, 'chitra')
  await page.goto('/nghiep-vu/hoan-tra')
  await page
    .getByRole('button', { name: /^Đề nghị hoàn trả/ })
    .first()
    .click()
  for (const box of await dialog.getByRole('checkbox').all()) await box.check()
  await dialog.getByLabel('Văn bản đề nghị').fill('21/CV-UBND')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Đề nghị hoàn trả' }).click()
  await expect(page.getByText('Chờ phê duyệt').first()).toBeVisible()
  const [refund] = (await clerk.get<{ refunds: { id: string; amount: number }[] }>('/payment-refunds'))
    .refunds
  await (await staff('duyet')).post(`/payment-refunds/${refund!.id}/approval`)
  await page.goto(`/nghiep-vu/hoan-tra/${refund!.id}`)
  await expectAccessible(page)
  await page.setViewportSize(sizes[0].viewport)
  await page.getByRole('button', { name: 'Ghi đơn vị đã hoàn trả' }).click()
  await dialog.getByLabel('Chứng từ của đơn vị').fill('UNC-88')
  await dialog.getByLabel('Số tiền trên chứng từ').fill(String(refund!.amount))
  await dialog.getByLabel('Ngày tiền về Kho bạc').fill(todayInVietnam().split('-').toReversed().join('/'))
  await dialog.getByRole('button', { name: 'Ghi đơn vị đã hoàn trả' }).click()
  await expect(page.getByText('Đã ghi tiền về Kho bạc.')).toBeVisible()
  await expectAccessible(page)

  // After all of it the figures of the month still follow from one another, and debit is credit.
  await page.goto(`/nghiep-vu/vi-sao-khac-nhau?ky=${next}`)
  await expect(page.getByText('Khớp', { exact: true })).toHaveCount(9)
  await expectAccessible(page)
  await page.goto('/nghiep-vu/so-ke-toan')
  await expect(page.getByText('Nợ và có bằng nhau.')).toBeVisible()
  await expectAccessible(page)
})

test('người chi tiền ở xã quét, xem rồi bấm lùi trên điện thoại; quản trị đổi bố cục tệp của bưu điện', async ({
  page,
}) => {
  await page.setViewportSize(sizes[1].viewport)
  await signIn(page, 'diemchi')
  await expectAccessible(page)
  await page.goto('/nghiep-vu/chi-tien-mat/may')
  await page.getByLabel('Điểm chi').selectOption({ index: 1 })
  await page.getByLabel('Đặt mã mở danh sách').fill('246810')
  await page.getByRole('button', { name: 'Lấy danh sách' }).click()
  await page.getByLabel('Tìm người nhận').fill('2')
  await page.getByLabel('Tìm người nhận').press('Enter')
  await expect(page.getByRole('button', { name: 'Về danh sách' })).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Tìm người nhận')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Về danh sách' })).toHaveCount(0)
  await signOut(page)

  await page.setViewportSize(sizes[0].viewport)
  await signIn(page, 'quantri')
  await page.goto('/nghiep-vu/bo-cuc-tep')
  await expectAccessible(page)
  await page.getByRole('link', { name: /Bưu điện/ }).click()
  const column = page.getByRole('group', { name: 'Cột 2', exact: true })
  await column.getByLabel('Tên cột').fill('ma_lenh')
  await expect(page.getByText('Hai cột trùng tên.', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Dùng bố cục này' })).toBeDisabled()
  await column.getByLabel('Tên cột').fill('Họ và tên')
  await page.getByRole('button', { name: 'Xem thử' }).click()
  const preview = page.getByRole('table', { name: /Những dòng đầu của DC-/ })
  await expect(preview.getByRole('columnheader', { name: 'Họ và tên' })).toBeVisible()
  await expect(preview).toContainText('•')
  // So high that the bar at the foot lies over nothing.
  await page.setViewportSize({ ...sizes[0].viewport, height: 20_000 })
  await expectAccessible(page)
  await page.setViewportSize(sizes[0].viewport)
  const answer = 'ma_lenh,ket_qua,so_tien\nDC-1,mat_tich,540000\n'
  await page.locator('input[type=file]').setInputFiles({
    name: 'tra-loi.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(answer),
  })
  await page.getByRole('button', { name: 'Đọc thử' }).click()
  await expect(page.getByText(/Tệp không có bố cục này/)).toBeVisible()
  await page.getByRole('button', { name: 'Dùng bố cục này' }).click()
  await expect(page.getByText('Đã đặt bố cục.', { exact: false })).toBeVisible()
  await page.setViewportSize({ ...sizes[1].viewport, height: 20_000 })
  await expectAccessible(page)
})

/** Two of the commune whose own money is on the list, and who died before its month began. */
async function givenDeathsOnTheList(officer: Colleague, chair: Colleague) {
  const runs = await officer.get<{ id: string; month: string }[]>(`/payment-runs?month=${next}`)
  const { rows } = await officer.get<{ rows: { person: { id: string }; payee: { id: string } }[] }>(
    `/payment-runs/${runs[0]!.id}/lines?page=1`,
  )
  const own = rows.filter(({ person, payee }) => person.id === payee.id)
  const people = [...new Set(own.map(({ person }) => person.id))].slice(-2)
  for (const id of people) await recordDeath(id, officer, chair)
}

/** A death ends money, so one asks for it and another decides. */
async function recordDeath(personId: string, officer: Colleague, chair: Colleague) {
  const asked = await officer.post('/change-requests', {
    personId,
    change: { kind: 'death', diedOn: todayInVietnam() },
    evidence: { document: 'Trích lục khai tử', number: '15', issuedOn: todayInVietnam() },
    requestId: crypto.randomUUID(),
  })
  const { id } = (await asked.json()) as { id: string }
  await chair.post(`/change-requests/${id}/decision`, { step: 'approve', requestId: crypto.randomUUID() })
}

async function openRun(page: Page) {
  await page.goto('/nghiep-vu/ky-chi-tra')
  await page.getByRole('link', { name: month }).first().click()
  await expect(page.getByRole('heading', { name: `Kỳ chi trả ${month}` })).toBeVisible()
}
