import { civilDate, type CivilDate } from '#kernel/civil-date'
import type { Source } from '../domain/rule-set.ts'
import type { Standing } from '../domain/standing.ts'
import { nd28 } from './sources.ts'

/** What a medical conclusion of before the certificate («giấy xác nhận khuyết tật») stands for, by the loss of ability in percent. */
export const levelsByLoss: {
  readonly before: CivilDate
  readonly levels: readonly { readonly from: number; readonly level: Standing['disability'] }[]
  readonly cite: Source
} = {
  before: civilDate('2012-06-01'),
  levels: [
    { from: 81, level: 'exceptionally_severe' },
    { from: 61, level: 'severe' },
    { from: 0, level: 'mild' },
  ],
  cite: nd28('Điều 3'),
}
