import { expect, test } from '@playwright/test'
import { todayInVietnam } from '#kernel/civil-date'
import { formatDay } from '#kernel/written'
import { colleague } from '../colleagues.ts'
import { expectAccessible, expectFits, signIn, signOut, sizes } from '../support.ts'
import { dialogOn, envelopesOf, next, recordDeath } from './month.ts'

/** Money of people who died: before the month of the list, and after it was sent and paid. */
export function payAfterDeaths() {
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
    const dialog = dialogOn(page)
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
    const envelopes = (await envelopesOf(clerk)).filter(({ purpose }) => purpose === 'run')
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
    const proposed = `/payment-recoveries?state=proposed&personId=${paid.payee.id}`
    await expect
      .poll(async () => (await accountant.get<{ total: number }>(proposed)).total)
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
    const dialog = dialogOn(page)
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
    await accountant.post(`${own}/repayments`, {
      amount: 1000,
      receipt: 'BL-01',
      paidOn: todayInVietnam(),
    })
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
    const boxes = dialog.getByRole('checkbox')
    await boxes.first().waitFor()
    for (const box of await boxes.all()) await box.check()
    await dialog.getByLabel('Văn bản đề nghị').fill('21/CV-UBND')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Đề nghị hoàn trả' }).click()
    await expect(page.getByText('Chờ phê duyệt').first()).toBeVisible()
    const [refund] = (await clerk.get<{ refunds: { id: string; amount: number }[] }>('/payment-refunds'))
      .refunds
    await (await staff('duyet')).post(`/payment-refunds/${refund!.id}/approval`)
    await page.goto(`/nghiep-vu/hoan-tra/${refund!.id}`)
    await expect(page.getByText('người khác phải ghi đơn vị đã hoàn trả')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Ghi đơn vị đã hoàn trả' })).toHaveCount(0)
    await expectAccessible(page)
    await signOut(page)
    await signIn(page, 'ketoan')
    await page.goto(`/nghiep-vu/hoan-tra/${refund!.id}`)
    await page.setViewportSize(sizes[0].viewport)
    await page.getByRole('button', { name: 'Ghi đơn vị đã hoàn trả' }).click()
    await dialog.getByLabel('Chứng từ của đơn vị').fill('UNC-88')
    await dialog.getByLabel('Số tiền trên chứng từ').fill(String(refund!.amount))
    await dialog.getByLabel('Ngày tiền về Kho bạc').fill(formatDay(todayInVietnam()))
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
}
