import { expect, test, type Browser, type Page } from '@playwright/test'
import { digitsOf } from '../modules/applications/domain/carried.ts'
import { tryAnswers, type Challenge } from '../platform/contract/proof-of-work.ts'
import { home } from './outside.ts'
import { expectAccessible, expectGoodOnEveryScreen, signIn } from './support.ts'

const phone = { viewport: { width: 390, height: 844 }, locale: 'vi-VN' } as const
const born = '1975-08-20'

test('bị yêu cầu bổ sung, bị từ chối, khiếu nại, được chấp nhận, rồi nhận quyết định mới', async ({
  browser,
}) => {
  test.slow() // A year of dealings between somebody and their commune.
  const me = await (await browser.newContext(phone)).newPage()
  const officer = await staff(browser, 'canbo')
  const chair = await staff(browser, 'chutich')
  await me.goto('/tra-cuu')
  const code = await handIn(me, officer.areaId)

  // The officer asks for a paper, and the answer is a photograph, sent although the network was away for a moment.
  let file = await officer.find(code)
  await officer.act(file, 'ask_papers', {
    missing: [
      { kind: 'disability_certificate', why: 'Chụp rõ cả hai mặt' },
      { kind: 'other', why: 'Sổ hộ nghèo' },
    ],
  })
  await track(me, code)
  await expect(me.getByText('Chụp rõ cả hai mặt').first()).toBeVisible()
  await expect(me.getByRole('button', { name: 'Gửi giấy tờ cho xã' })).toBeVisible()
  await expectGoodOnEveryScreen(me)
  const plain = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage()
  await track(plain, code)
  await expect(plain.getByText('Chụp rõ cả hai mặt').first()).toBeVisible()
  await expect(plain.getByRole('button', { name: 'Gửi giấy tờ cho xã' })).toHaveCount(0)
  await expectOtherWay(plain)
  const paper = me.getByLabel('Chụp hoặc chọn ảnh: Giấy xác nhận khuyết tật')
  const photograph = await me.screenshot({ type: 'jpeg' })
  await paper.setInputFiles({ name: 'mặt trước.jpg', mimeType: 'image/jpeg', buffer: photograph })
  await expect(me.getByText('Đã gửi', { exact: true })).toBeVisible()
  await me.context().setOffline(true)
  await paper.setInputFiles({ name: 'mặt sau.jpg', mimeType: 'image/jpeg', buffer: photograph })
  await expect(me.getByText('Mất kết nối mạng. Ảnh còn trên máy này', { exact: false })).toBeVisible()
  await me.context().setOffline(false)
  await expect(me.getByText('Đã gửi', { exact: true })).toHaveCount(2)
  await expectGoodOnEveryScreen(me)
  await me.getByLabel('Lời nhắn cho xã').fill('Tôi gửi cả hai mặt.')
  await me.getByRole('button', { name: 'Gửi giấy tờ cho xã' }).click()
  // One of two is off the list, and the other can still be sent.
  await expect(
    me.getByText('Xã đã nhận giấy tờ vừa gửi. Hồ sơ vẫn còn thiếu', { exact: false }),
  ).toBeVisible()
  await expect(me.getByText('Chụp rõ cả hai mặt')).toHaveCount(0)
  await expectGoodOnEveryScreen(me)
  await me
    .getByLabel('Chụp hoặc chọn ảnh: Sổ hộ nghèo')
    .setInputFiles({ name: 'sổ.jpg', mimeType: 'image/jpeg', buffer: photograph })
  await expect(me.getByText('Đã gửi', { exact: true })).toBeVisible()
  await me.getByRole('button', { name: 'Gửi giấy tờ cho xã' }).click()
  await expect(me.getByText('Đã gửi giấy tờ. Xã xem rồi báo tiếp ở trang này.')).toBeVisible()
  await expect(me.getByRole('button', { name: 'Gửi giấy tờ cho xã' })).toHaveCount(0)
  await me.getByText('Rút hồ sơ', { exact: true }).click()
  await expect(me.getByRole('button', { name: 'Rút hồ sơ này' })).toBeEnabled()
  await expectGoodOnEveryScreen(me)

  // Refused, with reasons anybody can read before they appeal.
  const personId = await officer.register()
  file = await officer.find(code)
  await officer.post(`/applications/${file.id}/person`, { ...file, personId })
  await officer.act(await officer.find(code), 'accept')
  const refusal = {
    kind: 'refuse',
    action: 'propose_refusal',
    reasons: ['Chưa thấy giấy xác nhận khuyết tật.'],
  }
  await chair.sign(await officer.propose(code, refusal))
  await track(me, code)
  await expect(me.getByText('Chưa thấy giấy xác nhận khuyết tật.')).toBeVisible()
  await expectReadableWithoutScripts(plain, code)
  await me.getByText('Khiếu nại quyết định này').click()
  await expect(me.getByText('Trước khi viết, hãy đọc các lý do ở trên', { exact: false })).toBeVisible()
  await expectGoodOnEveryScreen(me)
  await me.getByRole('button', { name: 'Gửi khiếu nại' }).click()
  await expect(me.getByText('Chưa có họ tên', { exact: false })).toBeVisible()
  await me.getByLabel('Họ và tên').fill('Đỗ Thị Sửu')
  await me.getByLabel('Điều gì chưa đúng').fill('Tôi đã gửi giấy xác nhận khuyết tật nặng, cả hai mặt.')
  await me.getByRole('button', { name: 'Gửi khiếu nại' }).click()
  const [appeal] = /P-[0-9A-Z-]{14}/.exec(await me.getByText(/^P-/).innerText())!
  await expectGoodOnEveryScreen(me)
  await track(me, code)
  await expect(me.getByText(/^Đã khiếu nại ngày .*đang giải quyết/)).toBeVisible()
  await expect(me.getByText('Khiếu nại quyết định này')).toHaveCount(0)

  await chair.settle(code)
  await me.goto('/phan-anh')
  await me.getByLabel('Mã của ông/bà').fill(appeal.toLowerCase())
  await me.getByRole('button', { name: 'Xem trả lời' }).click()
  await expect(me.getByText('khiếu nại đúng, xã giải quyết lại hồ sơ')).toBeVisible()
  await expect(me.getByText('Chấp nhận khiếu nại.')).toBeVisible()
  await me.getByLabel('Bổ sung cho khiếu nại này').fill('Tôi cảm ơn xã đã xem lại.')
  await me.getByRole('button', { name: 'Gửi lời viết thêm' }).click()
  await expect(me.getByText('Tôi cảm ơn xã đã xem lại.')).toBeVisible()
  await expectGoodOnEveryScreen(me)

  // At a desk, what somebody carries from the questions fills the form in, and stays in no address.
  const carried = digitsOf({ procedure: 'monthly_allowance', facts: { disability: 'severe' } })
  await officer.page.goto(`/nghiep-vu/tiep-nhan#${carried}`)
  await expect(officer.page.getByText('Đã điền 1 điều người dân khai', { exact: false })).toBeVisible()
  expect(officer.page.url()).not.toContain('#')
  await officer.page.getByLabel('Mã QR của người dân').fill('123')
  await officer.page.getByRole('button', { name: 'Điền từ mã' }).click()
  await expect(officer.page.getByText('Mã này không đọc được', { exact: false })).toBeVisible()
  await expectAccessible(officer.page)

  // Decided anew; the decision is received as PDF, and the code on it says that it is real.
  await officer.post(`/people/${personId}/circumstances`, {
    kind: 'disability',
    detail: { level: 'severe', types: ['mobility'], issuedOn: '2020-01-01' },
    from: '2020-01-01',
    source: 'Giấy xác nhận khuyết tật',
  })
  await chair.sign(await officer.propose(code, { kind: 'grant', action: 'propose' }))
  await expect(async () => {
    await track(me, code)
    await expect(me.getByRole('button', { name: /^Tải xuống \(PDF\).*Quyết định/ })).toBeVisible({
      timeout: 500,
    })
  }).toPass({ intervals: [3000], timeout: 60_000 })
  const download = me.waitForEvent('download')
  await me.getByRole('button', { name: /^Tải xuống \(PDF\).*Quyết định/ }).click()
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
  const made = (await officer.get(`/applications/${file.id}`)) as {
    documents: { kind: string; verification: string }[]
  }
  await me.goto(`/xac-minh/${made.documents.find(({ kind }) => kind === 'decision')!.verification}`)
  await expect(me.getByRole('heading', { name: 'Giấy tờ có thật' })).toBeVisible()
  for (const { page } of [officer, chair]) await page.context().close()
  await me.context().close()
})

/** Whoever has no JavaScript looks the file up, reads why, fetches the paper, and sees that it is real. */
async function expectReadableWithoutScripts(page: Page, code: string) {
  await track(page, code)
  await expect(page.getByText('Chưa thấy giấy xác nhận khuyết tật.')).toBeVisible()
  await page.getByText('Khiếu nại quyết định này').click()
  await expect(page.getByRole('button', { name: 'Gửi khiếu nại' })).toBeDisabled()
  await expectOtherWay(page)
  const paper = page.getByRole('button', { name: /^Tải xuống \(PDF\).*Văn bản từ chối/ })
  await expect(async () => {
    await track(page, code)
    await expect(paper).toBeVisible({ timeout: 500 })
  }).toPass({ intervals: [3000], timeout: 60_000 })
  const download = page.waitForEvent('download')
  await paper.click()
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
  await page.goto('/xac-minh')
  await page.getByLabel('Mã xác thực').fill('7KQ4-MX2P-0000')
  await page.getByRole('button', { name: 'Xác minh giấy tờ' }).click()
  await expect(page.getByRole('heading', { name: 'Không có giấy tờ nào mang mã này' })).toBeVisible()
  await page.goto('/cong-khai/niem-yet')
  await page.getByRole('button', { name: 'Xem danh sách' }).click()
  await expect(page.locator('#ds')).toBeVisible()
  await page.context().close()
}

/** Where something is sent by a script alone, the page says how else it is handed in. */
async function expectOtherWay(page: Page) {
  const words = await page.locator('noscript').allTextContents()
  expect(words.join(' ')).toContain('Có thể viết ra giấy')
}

async function track(page: Page, code: string) {
  await page.goto('/tra-cuu')
  await page.getByLabel('Mã hồ sơ').fill(code)
  const [year, month, day] = born.split('-')
  await page.getByLabel('Ngày', { exact: true }).fill(day!)
  await page.getByLabel('Tháng', { exact: true }).fill(month!)
  await page.getByLabel('Năm', { exact: true }).fill(year!)
  await page.getByRole('button', { name: 'Tra cứu hồ sơ' }).click()
  await expect(page.getByRole('heading', { name: `Hồ sơ ${code}` })).toBeVisible()
}

/** Handed in from home, as the form of the portal does, which another journey fills in. */
async function handIn(page: Page, areaId: number): Promise<string> {
  const challenge = (await (await page.request.get('/api/portal/challenge')).json()) as Challenge
  const proof = tryAnswers(challenge, { from: 1, count: 10_000_000 })
  const response = await page.request.post('/api/portal/applications', {
    data: {
      procedure: 'monthly_allowance',
      areaId,
      subject: { fullName: 'Đỗ Thị Sửu', sex: 'female', born },
      asked: { standing: { disability: 'severe' } },
      proof,
      requestId: crypto.randomUUID(),
    },
  })
  expect(response.status(), await response.text()).toBe(200)
  return ((await response.json()) as { code: string }).code
}

type Row = { readonly id: string; readonly version: number }

/** Somebody of the commune, who does here by request what other journeys do on pages. */
async function staff(browser: Browser, username: string) {
  const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage()
  await signIn(page, username)
  const headers = { origin: home }
  const get = async (path: string) => (await (await page.request.get(`/api${path}`)).json()) as unknown
  const post = async (path: string, data: object) => {
    const response = await page.request.post(`/api${path}`, {
      data: { requestId: crypto.randomUUID(), ...data },
      headers,
    })
    expect(response.status(), `${path}: ${await response.text()}`).toBe(200)
    return (await response.json()) as Record<string, string>
  }
  const { areaId } = (await get('/me')) as { areaId: number }
  const find = async (code: string): Promise<Row> => {
    const { rows } = (await get(`/applications?q=${code}`)) as { rows: Row[] }
    return { id: rows[0]!.id, version: rows[0]!.version }
  }
  return {
    page,
    areaId,
    get,
    post,
    find,
    act: (file: Row, action: string, more: object = {}) =>
      post(`/applications/${file.id}/actions`, { ...file, action, ...more }),
    propose: async (code: string, decision: object) => {
      const file = await find(code)
      const { proposalId } = await post(`/applications/${file.id}/proposals`, { ...file, ...decision })
      return proposalId!
    },
    sign: (proposalId: string) => post('/decision-signatures', { ids: [proposalId] }),
    register: async () => {
      const { personId } = await post('/people', {
        fullName: 'Đỗ Thị Sửu',
        sex: 'female',
        born,
        bornPrecision: 'day',
        home: { areaId, village: 'Thôn Đông' },
        source: 'Tờ khai',
      })
      return personId!
    },
    settle: async (code: string) => {
      const { rows } = (await get('/feedback?kind=appeal')) as {
        rows: (Row & { application: { code: string } })[]
      }
      const { id, version } = rows.find(({ application }) => application.code === code)!
      const accepted = await post(`/feedback/${id}/answers`, { id, version, step: 'accept' })
      await post(`/feedback/${id}/answers`, {
        id,
        version: accepted['version'],
        step: 'settle',
        text: 'Chấp nhận khiếu nại.',
        outcome: 'upheld',
      })
    },
  }
}
