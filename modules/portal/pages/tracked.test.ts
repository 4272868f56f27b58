import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { messages as t } from './messages.vi.ts'
import { trackedPage } from './tracked.ts'

const appealBy = civilDate('2027-02-26')
const filed = { state: 'received', outcome: null, filedOn: civilDate('2026-12-01'), dueOn: null } as const

test.for([
  ['within the time it may be appealed against', true, null, t.track.appeal('26/02/2027')],
  ['after it, that the time is over', false, null, t.track.appealOver('26/02/2027')],
  ['once it was, what became of that', false, filed, t.track.appealFiled('01/12/2026', undefined)],
] as const)('of a decision is said: %s', ([, mayAppeal, appeal, words]) => {
  const page = String(
    trackedPage(t, decided({ mayAppeal, appeal }), { code: 'HS-26-7KQ4-MX2', born: '1948' }),
  )
  expect(page).toContain(words)
  expect(page.includes(t.track.appealOver('26/02/2027'))).toBe(!mayAppeal && !appeal)
})

test('before anybody looked at the papers the day stands there that the receipt named', () => {
  const file = { ...decided({ mayAppeal: false, appeal: null }), dueIfComplete: civilDate('2026-12-03') }
  const page = String(trackedPage(t, file, { code: file.code, born: '1948' }))
  expect(page).toContain('Nếu giấy tờ đã đủ: trả lời chậm nhất ngày 03/12/2026.')
})

type Tracked = Parameters<typeof trackedPage>[1]

/** A file whose only paper is a decision. */
function decided(against: Pick<Tracked['documents'][number], 'mayAppeal' | 'appeal'>): Tracked {
  return {
    code: 'HS-26-7KQ4-MX2',
    procedure: { vi: 'Trợ cấp xã hội hằng tháng', en: 'Monthly allowance' },
    fullName: 'Nguyễn Thị Hòa',
    unit: 'Xã Tam Sơn',
    receivedOn: civilDate('2026-11-20'),
    completeOn: civilDate('2026-11-20'),
    dueOn: null,
    dueIfComplete: null,
    isOver: false,
    tells: { vi: 'Đã có kết quả.', en: 'Decided.' },
    steps: [],
    missing: [],
    mayAnswer: false,
    mayWithdraw: false,
    outcome: 'grant',
    documents: [
      {
        id: '01a220a6-4e45-77fd-8c73-9988ede074cf',
        kind: 'decision',
        number: '340/QĐ-UBND',
        issuedOn: civilDate('2026-11-28'),
        state: 'made',
        reasons: [],
        appealBy,
        ...against,
      },
    ],
  }
}
