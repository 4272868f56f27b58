import { formatCount } from '#kernel/written'
import type { ChangeView, CountsOfPart, FlagView, Result } from '../contract.ts'
import type { Refusal } from './refusals.ts'

/** What a scenario says in a language: its changes, what is unsure, what was refused. */
export type Words = {
  /** «Mức chuẩn trợ giúp xã hội: 447.000 đ → 500.000 đ». */
  readonly change: (view: ChangeView) => string
  readonly flag: (flag: FlagView) => string
  readonly refusal: (refusal: Refusal) => string
  /** What the figures take for granted, one sentence each. */
  readonly assumptions: (result: Pick<Result, 'month' | 'takeUp' | 'knownOn'>) => readonly string[]
  /** The name of a group’s row. */
  readonly group: (row: Result['byGroup'][number]) => string
  readonly age: (row: Result['byAge'][number]) => string
  readonly sex: Readonly<Record<Result['bySex'][number]['sex'], string>>
  readonly household: Readonly<Record<Result['byPoverty'][number]['household'], string>>
  /** In place of a figure; it may be as large as any other, hidden so that another does not follow from it. */
  readonly withheld: string
}

/** A count, or the words for one that is not told. */
export function countInWords(words: Pick<Words, 'withheld'>, count: CountsOfPart[keyof CountsOfPart]) {
  return count === null ? words.withheld : formatCount(count)
}
