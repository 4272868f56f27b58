import { expect, test } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { todayInVietnam } from '#kernel/civil-date'
import { openBank } from '../../simulators/bank/bank.ts'
import { approveAllocation, colleague, giveBudget, type Colleague } from '../colleagues.ts'
import { expectAccessible, signIn, signOut, sizes } from '../support.ts'
import { dialogOn, envelopesOf, month, next, pressTwice, recordDeath } from './month.ts'

/** The money of an approved list: orders to a bank, cash by a phone, and the books of it. */
export function payOut() {
  test('đợt chi qua ba người; ngân hàng trả lại một khoản, khoản ấy được gửi lại', async ({
    page,
    playwright,
    baseURL,
  }) => {
    test.slow()
    const staff = (username: string) => colleague(playwright, baseURL!, username)
    const [accountant, approver] = [await staff('ketoan'), await staff('duyet')]
    await giveBudget(accountant, approver, Number(next.slice(0, 4)))
    await givenDeathsOnTheList(await staff('canbo'), await staff('chutich'))
    await signIn(page, 'chitra')
    await page.goto('/nghiep-vu/dot-chi')
    await page.getByRole('button', { name: `Lập đợt chi kỳ ${month}` }).click()
    await expect(page.getByText('Đã lập đợt chi.', { exact: false })).toBeVisible()
    const envelopes = await envelopesOf(accountant)
    for (const { id } of envelopes) {
      await accountant.post(`/payment-envelopes/${id}/check`)
      await approver.post(`/payment-envelopes/${id}/approval`)
    }

    // To the bank and back: one of its orders comes back the day after.
    const toBank = envelopes.find(({ provider }) => provider.kind === 'bank')!
    await page.goto(`/nghiep-vu/dot-chi/${toBank.id}`)
    await pressTwice(page, 'Gửi cho đơn vị chi trả')
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
    // Whoever sent them does not say alone what became of them.
    await signOut(page)
    await signIn(page, 'ketoan')
    await page.goto('/nghiep-vu/doi-soat')
    for (const name of bank.listAnswers()) {
      await page.getByLabel('Đơn vị chi trả').selectOption({ label: toBank.provider.name })
      const file = { name, mimeType: 'application/xml', buffer: Buffer.from(bank.readAnswer(name)!) }
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByRole('button', { name: 'Đọc tệp trả lời' }).click()
      await expect(page.getByRole('cell', { name }).or(page.getByRole('rowheader', { name }))).toBeVisible()
    }
    await signOut(page)
    await signIn(page, 'chitra')
    await page.goto(`/nghiep-vu/dot-chi/${toBank.id}`)
    await expect(page.getByRole('row', { name: /Bị trả lại 1 / })).toBeVisible()
    await expectAccessible(page)
    await pressTwice(page, 'Gửi lại lệnh chưa tới tay')
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
  })

  test('quyền hưởng chấm dứt khi tiền đã chi: kế toán đề nghị thu hồi lệnh, người khác duyệt, thành khoản thu hồi', async ({
    page,
    playwright,
    baseURL,
  }) => {
    test.slow()
    const approver = await colleague(playwright, baseURL!, 'duyet')
    const toBank = (await envelopesOf(approver)).find(
      ({ provider, purpose }) => provider.kind === 'bank' && purpose === 'run',
    )!
    await signIn(page, 'ketoan')
    await page.goto(`/nghiep-vu/dot-chi/${toBank.id}`)
    const verb = page.getByRole('button', { name: /^Thu hồi lệnh của / }).first()
    const name = (await verb.getAttribute('aria-label'))!.replace('Thu hồi lệnh của ', '')
    await verb.click()
    const dialog = dialogOn(page)
    await dialog.getByLabel(/^Quyền hưởng đã chấm dứt/).check()
    await dialog.getByRole('checkbox').first().check()
    await dialog.getByLabel('Căn cứ').fill('15/QĐ-UBND')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await expect(page.getByText(/^Đã gửi đề nghị/)).toBeVisible()
    const { rows } = await approver.get<{ rows: { id: string }[] }>('/payment-recalls?state=asked')
    await approver.post(`/payment-recalls/${rows[0]!.id}/decision`, { state: 'approved' })
    await page.goto('/nghiep-vu/thu-hoi-lenh')
    await expect(page.getByRole('row', { name }).first()).toContainText('15/QĐ-UBND')
    await expectAccessible(page)
    await page.goto('/nghiep-vu/thu-hoi')
    await expect(page.getByRole('row', { name }).first()).toContainText('Không còn thuộc diện hưởng')
  })

  test('danh sách tiền mặt mở trên điện thoại, chi khi mất mạng, rồi gửi và nộp', async ({
    page,
    context,
    playwright,
    baseURL,
  }) => {
    test.slow()
    const clerk = await colleague(playwright, baseURL!, 'chitra')
    const toPost = (await envelopesOf(clerk)).find(
      ({ provider, purpose }) => provider.kind === 'post_office' && purpose === 'run',
    )!
    await signIn(page, 'chitra')
    await page.goto(`/nghiep-vu/dot-chi/${toPost.id}`)
    await pressTwice(page, 'Gửi cho đơn vị chi trả')
    await expect(page.getByRole('button', { name: 'Tải tệp lệnh chi' })).toBeVisible({ timeout: 60_000 })
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
    await pressTwice(page, 'Nộp danh sách')
    await expect(page.getByLabel('Đặt mã mở danh sách')).toBeVisible()
    await page.setViewportSize(sizes[0].viewport)
    await page.goto('/nghiep-vu/chi-tien-mat')
    await expect(page.getByText('đã nộp · đã báo chi 1')).toBeVisible()
    await expectAccessible(page)
  })

  test('dòng dự toán được mở và giao tiền, đơn vị chi trả, rồi lập quyết toán của tháng', async ({
    page,
    playwright,
    baseURL,
  }) => {
    test.slow()
    // Before a year can pay anything, its budget lines are opened and given money.
    await signIn(page, 'ketoan')
    await page.goto(`/nghiep-vu/dong-du-toan?nam=${Number(next.slice(0, 4)) + 2}`)
    await page.getByRole('button', { name: 'Mở dòng dự toán' }).click()
    const line = dialogOn(page)
    await line.getByLabel('Nguồn', { exact: true }).selectOption('Ngân sách cấp tỉnh')
    await line.getByLabel('Mã dòng').fill('TGXH-TX')
    await line.getByRole('button', { name: 'Mở dòng dự toán' }).click()
    await page.getByRole('button', { name: /^Ghi quyết định giao/ }).click()
    await line.getByLabel('Số tiền').fill('90000000')
    await line.getByLabel('Số, ngày quyết định').fill('25/QĐ-UBND')
    await expectAccessible(page)
    await line.getByRole('button', { name: 'Gửi để ghi sổ' }).click()
    await expect(page.getByText('Chờ người phê duyệt ghi sổ')).toBeVisible()
    await expectAccessible(page)
    const approver = await colleague(playwright, baseURL!, 'duyet')
    await approveAllocation(approver, Number(next.slice(0, 4)) + 2)
    await page.reload()
    await expect(page.getByRole('row', { name: /TGXH-TX/ })).toContainText('90.000.000')
    await expect(page.getByText('Chờ người phê duyệt ghi sổ')).toHaveCount(0)
    await expectAccessible(page)
    await page.goto('/nghiep-vu/don-vi-chi-tra')
    await expect(page.getByRole('row', { name: /Bưu điện/ })).toContainText('Đang dùng')
    await expectAccessible(page)

    await page.goto('/nghiep-vu/quyet-toan')
    await page.getByRole('button', { name: 'Lập quyết toán' }).click()
    const dialog = dialogOn(page)
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
}

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
