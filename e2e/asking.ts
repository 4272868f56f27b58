import { expect, type Page } from '@playwright/test'
import type { Colleague } from './colleagues.ts'

/** Somebody who asks today: the list of this month is long approved, so the next one pays two. */
export const asking = { fullName: 'Khuất Thị Sen', year: '1948' } as const

/** From the first question to the receipt, on a phone; gives the code of the file. */
export async function askFromPhone(page: Page): Promise<string> {
  await page.goto('/kiem-tra')
  const answers: readonly (readonly [RegExp, string])[] = [
    [/đang hỏi cho ai/, 'Cho chính tôi'],
    [/^Có chuyện nào/, 'Không có chuyện nào'],
    [/công nhận là hộ gì/, 'Không phải hai loại trên'],
    [/^Hiện nay ông\/bà ở đâu/, 'Ở nhà với gia đình'],
    [/có nhận khoản nào/, 'Không nhận khoản nào'],
    [/có khuyết tật/, 'Không'],
  ]
  const question = page.getByRole('main').getByRole('heading', { level: 1 })
  const onward = page.getByRole('button', { name: 'Tiếp tục', exact: true })
  await onward.waitFor()
  for (
    let text = await question.innerText();
    !/có thể được hưởng/.test(text);
    text = await question.innerText()
  ) {
    const [, answer] = answers.find(([asked]) => asked.test(text)) ?? []
    if (answer) await page.getByLabel(answer, { exact: true }).check()
    else if (/sinh ngày nào/.test(text)) {
      await page.getByLabel('Năm', { exact: true }).fill(asking.year)
      await page.getByLabel('Tôi chỉ nhớ năm sinh').check()
    } else if (/đang sống ở xã/.test(text)) await choosePlace(page)
    await onward.click()
    await expect(question).not.toHaveText(text)
  }
  await expect(page.getByText('540.000 đ').first()).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Nộp hồ sơ' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /hưu trí xã hội/ })).toBeVisible()
  const part = async (name: RegExp, fill: () => Promise<void>) => {
    await page.getByRole('button', { name }).click()
    await fill()
    await page.getByRole('button', { name: 'Xong phần này' }).click()
  }
  await part(/^Người được trợ giúp/, async () => {
    await page.getByLabel('Họ và tên').fill(asking.fullName)
    await page.getByLabel('Năm', { exact: true }).fill(asking.year)
    await page.getByLabel('Nữ').check()
    await choosePlace(page)
  })
  await part(/^Ai làm hồ sơ này/, () => page.getByLabel('Cho chính tôi').check())
  const missing = page.getByRole('button', { name: /^Điều còn thiếu/ })
  if ((await missing.count()) > 0)
    await part(/^Điều còn thiếu/, async () => {
      for (const group of await page.getByRole('group').all()) await group.getByRole('radio').last().check()
    })
  await part(/^Nhận tiền/, () => page.getByLabel('Tiền mặt tại điểm chi trả').check())
  await part(/^Giấy tờ/, () => Promise.resolve())
  await page.getByRole('button', { name: 'Kiểm tra lại và gửi' }).click()
  await page.getByRole('button', { name: 'Gửi hồ sơ' }).click()
  return page.getByText(/^HS-\d\d-/).innerText()
}

async function choosePlace(page: Page) {
  await page.getByRole('textbox', { name: 'Xã, phường, đặc khu' }).fill('tam son')
  await page
    .getByRole('radio', { name: /^Xã Tam Sơn/ })
    .first()
    .check()
}

/** The officer registers and proposes, the chair signs; gives the code in the corner of the decision. */
export async function decideFor(code: string, { officer, chair }: { officer: Colleague; chair: Colleague }) {
  const { rows } = await officer.get<{ rows: { id: string }[] }>(`/applications?q=${code}`)
  const { id } = rows[0]!
  type Read = {
    version: number
    area: { id: number }
    proposal: { id: string } | null
    documents: { kind: string; verification: string }[]
  }
  const read = () => officer.get<Read>(`/applications/${id}`)
  const post = async (path: string, data: object) => {
    const { version } = await read()
    return officer.post(`/applications/${id}/${path}`, { version, requestId: crypto.randomUUID(), ...data })
  }
  const { personId } = await officer.ask<{ personId: string }>('/people', {
    fullName: asking.fullName,
    sex: 'female',
    born: `${asking.year}-01-01`,
    bornPrecision: 'year',
    home: { areaId: (await read()).area.id, village: 'Thôn Đông' },
    source: 'Tờ khai',
  })
  await post('person', { personId })
  await post('actions', { action: 'accept' })
  await post('proposals', { action: 'propose', kind: 'grant' })
  const { proposal } = await read()
  await chair.post('/decision-signatures', { ids: [proposal!.id], requestId: crypto.randomUUID() })
  const { documents } = await read()
  return documents.find(({ kind }) => kind === 'decision')!.verification
}
