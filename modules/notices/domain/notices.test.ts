import { describe, expect, test } from 'vitest'
import { procedures } from '#modules/applications'
import { instant } from '#kernel/civil-date'
import { isWithin, readHours } from './hours.ts'
import { needsAnswer, newsKinds } from './kinds.ts'
import { newsForPerson, newsForStaff } from './news.ts'
import { readMobile } from './phone.ts'
import { routesTo } from './route.ts'
import { fill, messageOf, texts, wayWords, type Parts } from './texts.ts'

const parts: Parts = {
  unit: 'Phường Vĩnh Phúc',
  code: 'HS-26-7KQ4-MX2',
  due: '24/11/2026',
  way: wayWords('cash_point', null),
  ask: { vi: ' Hỏi: 0211 123 456.', en: ' Ask: 0211 123 456.' },
  page: 'ansinh.vinhphuc.gov.vn/tra-cuu',
  feedback: 'ansinh.vinhphuc.gov.vn/phan-anh',
}
const languages = ['vi', 'en'] as const

describe('what people are told', () => {
  const telling =
    /trợ cấp|hưu trí|mai táng|khuyết tật|hiv|bệnh|nghèo|cao tuổi|trẻ em|chăm sóc|triệu|đồng|\d đ(?!\p{L})|allowance|pension|benefit|disab|poor|funeral|illness|mồ côi|từ chối|hưởng/iu

  test.for(newsKinds.flatMap((kind) => languages.map((language) => [kind, language] as const)))(
    '%s (%s) names no benefit, no amount and no illness',
    ([kind, language]) => {
      const text = fill(texts[kind], language, parts)
      expect(text).not.toMatch(telling)
      expect(text).not.toMatch(/[{}]|undefined/)
    },
  )

  test('names no procedure and no paper there is', () => {
    const said = newsKinds.flatMap((kind) => {
      const { sms, email } = messageOf(kind, false, parts)
      return [sms, email.subject, email.text]
    })
    const names = procedures.flatMap(({ name, editions }) => [
      name.vi,
      ...editions.flatMap(({ papers }) => papers.map((paper) => paper.name.vi)),
    ])
    for (const text of said)
      for (const name of names) expect(text.toLowerCase()).not.toContain(name.toLowerCase())
  })

  test.for(newsKinds)('%s goes into three parts of a text message', (kind) => {
    expect(fill(texts[kind], 'vi', parts).length).toBeLessThanOrEqual(3 * 67)
  })

  test('of a confidential file it is not even told that it is one', () => {
    const all = newsKinds.map((kind) => messageOf(kind, true, parts))
    expect(new Set(all.map(({ sms }) => sms)).size).toBe(1)
    expect(all[0]!.sms).not.toMatch(/hồ sơ|HS-|An Sinh/i)
    expect(all[0]!.email.text).not.toMatch(/HS-/)
  })

  test('the subject of an e-mail is the same whatever it is about', () => {
    expect(new Set(newsKinds.map((kind) => messageOf(kind, false, parts).email.subject)).size).toBe(1)
  })
})

describe('every move of every procedure', () => {
  const moves = procedures.flatMap(({ id, editions }) =>
    editions.flatMap(({ from, steps }) =>
      steps.flatMap((step) =>
        'by' in step
          ? step.actions.map((action) => {
              const to = steps.find((one) => one.id === action.to)!
              return { id, from, action, step: { id: to.id, by: 'by' in to ? to.by : null } }
            })
          : [],
      ),
    ),
  )
  const tell = (move: (typeof moves)[number]) => newsForPerson({ ...move, channel: 'online', dueOn: null })

  test('that asks for papers, turns a file away or decides it tells the person something to act on', () => {
    const silent = moves.filter(({ action, step }) => {
      const asks = action.gives === 'supplement_request' || action.gives === 'refusal_to_receive'
      const answers = action.decides && (step.by === null || step.by === 'one_stop')
      return (asks || answers) && !needsAnswer.has(tell({ ...moves[0]!, action, step })!)
    })
    expect(silent).toEqual([])
    expect(moves.filter((move) => tell(move) === 'answer_ready').length).toBeGreaterThan(20)
  })

  test('that leaves the file with somebody of the office tells them', () => {
    for (const move of moves)
      expect(newsForStaff(move) === undefined).toBe(move.step.by === null || move.step.by === 'applicant')
  })
})

describe('by which ways', () => {
  const ways = { phone: '0912 345 678', email: 'a@example.org', fullName: 'A', village: null, isDead: false }
  const open = { isOn: () => true, barTo: () => undefined }
  const plain = { isConfidential: false }

  test('by every wire that reaches somebody', () => {
    expect(routesTo('accepted', ways, plain, open)).toMatchObject([
      { channel: 'sms', address: '+84912345678' },
      { channel: 'email' },
    ])
  })

  test('by hand where none does, and only with something to do', () => {
    const none = { ...ways, phone: null, email: null }
    expect(routesTo('answer_ready', none, plain, open)).toMatchObject([
      { channel: 'letter', reason: 'no_address' },
    ])
    expect(routesTo('accepted', none, plain, open)).toEqual([])
  })

  test.for(['refused', 'too_many'] as const)('by hand where an address is barred (%s)', (bar) => {
    expect(routesTo('declined', ways, plain, { ...open, barTo: () => bar })).toMatchObject([
      { channel: 'letter', reason: bar },
    ])
  })

  test('by hand where nothing was set up, with the number to call', () => {
    expect(routesTo('invited', ways, plain, { ...open, isOn: () => false })).toEqual([
      { channel: 'letter', address: '0912 345 678', reason: 'channel_off' },
    ])
  })

  test('not at all to who has died, nor of a confidential file without need', () => {
    expect(routesTo('answer_ready', { ...ways, isDead: true }, plain, open)).toEqual([])
    expect(routesTo('accepted', ways, { isConfidential: true }, open)).toEqual([])
    expect(routesTo('answer_ready', ways, { isConfidential: true }, open)).toHaveLength(2)
  })
})

test.for([
  ['0912 345 678', '+84912345678'],
  ['84.912.345.678', '+84912345678'],
  ['+84 (912) 345-678', '+84912345678'],
  ['0211 123 456', undefined],
  ['02113 123 456', undefined],
  ['+1 212 555 0100', undefined],
  ['không có', undefined],
  [null, undefined],
] as const)('the mobile number %s', ([written, number]) => {
  expect(readMobile(written)).toBe(number)
})

test.for([
  ['06:59', false],
  ['07:00', true],
  ['19:59', true],
  ['20:00', false],
] as const)('at %s people may be disturbed: %s', ([time, may]) => {
  const moment = instant(
    Temporal.PlainDateTime.from(`2026-11-23T${time}`)
      .toZonedDateTime('Asia/Ho_Chi_Minh')
      .toInstant()
      .toString(),
  )
  expect(isWithin(readHours('07:00-20:00')!, moment)).toBe(may)
})
