import { dong } from '#kernel/dong'
import { capital, figures, longMonth, moneyTwice, monthlyTwice } from '../phrases.vi.ts'
import { labelled, plain } from './parts.vi.ts'
import type { DecisionText, Of } from './text.ts'

const acts = { grant: 'hưởng', adjust: 'điều chỉnh mức', stop: 'thôi hưởng' } as const

/** A decision for many, with their list. */
export function batchText(facts: Of<'batch'>) {
  const { act, benefit, from, reason, rows } = facts
  const after = dong(rows.reduce((total, row) => total + (row.after ?? 0), 0))
  const whole = act === 'stop' ? [] : [labelled('Tổng mức hưởng', monthlyTwice(after))]
  const arrears = dong(rows.reduce((total, row) => total + (row.arrears ?? 0), 0))
  return {
    about: `${acts[act]} ${benefit} đối với ${figures(rows.length)} người`,
    decides: [
      plain(
        `${capital(acts[act])} ${benefit} đối với ${figures(rows.length)} người có tên trong danh sách kèm theo Quyết định này, kể từ ${longMonth(from)}.`,
      ),
    ],
    details: [
      ...whole,
      ...(arrears > 0 ? [labelled('Tổng số tiền truy lĩnh', moneyTwice(arrears))] : []),
      labelled('Lý do', reason),
    ],
    further: [],
    concerned: 'những người có tên trong danh sách',
  } satisfies DecisionText
}

export const listWords = {
  title: (act: keyof typeof acts, benefit: string) =>
    `DANH SÁCH ${`${acts[act]} ${benefit}`.toLocaleUpperCase('vi-VN')}`,
  attachedTo: (reference: string) => `(Kèm theo ${reference})`,
  columns: { number: 'STT', name: 'Họ và tên', born: 'Ngày sinh', address: 'Nơi cư trú' },
  before: 'Mức đang hưởng\n(đồng/tháng)',
  after: 'Mức hưởng\n(đồng/tháng)',
  afterAdjusted: 'Mức mới\n(đồng/tháng)',
  arrears: 'Truy lĩnh\n(đồng)',
  total: (rows: number) => `Tổng cộng: ${figures(rows)} người`,
} as const
