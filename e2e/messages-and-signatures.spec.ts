import { expect, test } from '@playwright/test'
import { readFile, rm } from 'node:fs/promises'
import { todayInVietnam } from '#kernel/civil-date'
import { checkSignatures } from '#modules/documents'
import { startSigningService } from '../modules/documents/testing.ts'
import { colleague, type Colleague } from './colleagues.ts'
import { givenFile } from './given.ts'
import { gateway, signing } from './outside.ts'
import { reloadUntil } from './settled.ts'
import { expectAccessible, expectFits, signIn, sizes } from './support.ts'

test('người dân nhận tin nhắn, không muốn nhận nữa, rồi đổi ý; việc cần làm vẫn được báo tận nơi', async ({
  page,
  playwright,
  baseURL,
}) => {
  const officer = await colleague(playwright, baseURL!, 'canbo')
  const fullName = 'Khuất Thị Nhài'
  const file = await givenFile(officer, {
    fullName,
    born: '1983-06-11',
    phone: '0912 345 670',
    isComplete: true,
  })
  const texts = async () => {
    const all = (await (await fetch(`${gateway.url}/sim/messages`)).json()) as { to: string; text: string }[]
    return all.filter(({ to, text }) => to === '+84912345670' && text.includes(file.code)).length
  }
  await expect.poll(texts).toBe(1)

  await signIn(page, 'canbo')
  await page.goto('/nghiep-vu/tin-gui-nguoi-dan?muc=da-gui')
  const row = page.getByRole('row').filter({ hasText: fullName })
  const refuse = page.getByRole('button', { name: `Không gửi nữa: ${fullName}` })
  await reloadUntil(page, refuse)
  await refuse.click()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Không gửi nữa' }).click()
  await expect(page.getByText(`Từ nay không gửi tin cho ${fullName}.`)).toBeVisible()

  // What needs an answer goes by hand, and says why.
  await act(officer, file.id, 'ask_papers', {
    missing: [{ kind: 'identity', why: 'Ảnh thẻ căn cước bị mờ' }],
  })
  await page.goto('/nghiep-vu/tin-gui-nguoi-dan')
  await reloadUntil(page, row.filter({ hasText: 'không muốn nhận tin' }))
  await expectAccessible(page)
  await page.setViewportSize(sizes[1].viewport)
  await page.getByRole('button', { name: `Gửi tin lại: ${fullName}` }).click()
  const dialog = page.getByRole('dialog', { name: `Gửi tin lại cho ${fullName}?` })
  await expect(dialog).toContainText('Chỉ làm khi chính người dùng số điện thoại')
  await expectFits(page)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Vẫn không gửi' }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: `Gửi tin lại: ${fullName}` }).press('Enter')
  await dialog.getByRole('button', { name: 'Gửi tin lại' }).press('Enter')
  await expect(page.getByText(`Từ nay lại gửi tin cho ${fullName}.`)).toBeVisible()
  await expect(page.getByRole('button', { name: `Gửi tin lại: ${fullName}` })).toHaveCount(0)
  await expectAccessible(page)
  await act(officer, file.id, 'supply', {})
  await expect.poll(texts).toBe(2)
})

test('dịch vụ ký số im lặng: văn bản giữ số, chờ, nói rõ vì sao, rồi được ký lại bằng một nút', async ({
  page,
  playwright,
  baseURL,
}) => {
  const staff = (username: string) => colleague(playwright, baseURL!, username)
  const [officer, head] = [await staff('canbo'), await staff('giamdoc')]
  const { areaId } = await head.get<{ areaId: number }>('/me')
  const service = await startSigningService(
    { [areaId]: 'Trung tâm Bảo trợ xã hội (mẫu)' },
    { ...signing, onP256: [String(areaId)] },
  )
  try {
    await service.behave({ isDown: true })
    const { facilities } = await officer.get<{ facilities: { id: string }[] }>('/facilities')
    const file = await givenFile(officer, {
      fullName: 'Khuất Văn Dậu',
      born: '1951-02-03',
      level: 'exceptionally_severe',
      procedure: 'facility_admission',
      isComplete: true,
    })
    const { version } = await officer.get<{ version: number }>(`/applications/${file.id}`)
    const { proposalId } = await officer.ask<{ proposalId: string }>(`/applications/${file.id}/proposals`, {
      version,
      action: 'propose',
      kind: 'admit',
      detail: { kind: 'admit', facilityId: facilities[0]!.id, group: 'A', from: todayInVietnam() },
      requestId: crypto.randomUUID(),
    })
    const {
      signed: [{ number }],
    } = await head.ask<{ signed: [{ number: string }] }>('/decision-signatures', {
      ids: [proposalId],
      isRead: true,
      requestId: crypto.randomUUID(),
    })

    await signIn(page, 'nhanvien')
    await page.goto('/nghiep-vu/quyet-dinh')
    const unsigned = page.getByRole('link', { name: 'Xem các văn bản này' })
    await reloadUntil(page, unsigned)
    await unsigned.click()
    const row = page.getByRole('row').filter({ hasText: number })
    await expect(page.getByText(/\d+ văn bản đã có số nhưng chưa ký số được/)).toBeVisible()
    await expect(row).toContainText('Dịch vụ ký số không trả lời. Tự ký lại từ')
    for (const { viewport } of sizes) {
      await page.setViewportSize(viewport)
      await expectFits(page)
      await expectAccessible(page)
    }

    await service.behave({})
    await row.getByRole('button', { name: /^Ký số lại: / }).press('Enter')
    await expect(row).toHaveCount(0, { timeout: 60_000 })
    await expectAccessible(page)
    await page.goto(`/nghiep-vu/quyet-dinh?tim=${encodeURIComponent(number)}`)
    const download = page.waitForEvent('download')
    await row.getByRole('button', { name: /^Tải PDF/ }).click()
    const [signature] = await checkSignatures(await readFile(await (await download).path()))
    expect(signature).toMatchObject({ isIntact: true, coversWholeFile: true })
    expect(signature!.certificate.publicKey.asymmetricKeyType).toBe('ec')
  } finally {
    await service.stop()
    await rm(signing.keys, { recursive: true })
  }
})

async function act(officer: Colleague, id: string, action: string, more: object) {
  const { version } = await officer.get<{ version: number }>(`/applications/${id}`)
  await officer.post(`/applications/${id}/actions`, {
    version,
    action,
    requestId: crypto.randomUUID(),
    ...more,
  })
}
