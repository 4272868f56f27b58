import type { CivilDate } from '#kernel/civil-date'
import { law, type RegimeId, type Source } from '#modules/entitlement'
import type { Actor, Clock, NoClock, Step } from '../procedure.ts'

export const firstOfR21 = firstDayIn('R21')
export const firstOfR25 = firstDayIn('R25')
export const firstOfR26 = firstDayIn('R26')

/** When the law on the timing of decisions came into force, which procedures change with. */
function firstDayIn(regime: RegimeId): CivilDate {
  return law.procedures.find(({ id }) => id === regime)!.inForce // Every regime has its timing.
}

/** How long a step may take that waits for somebody. */
export type WaitingClock = Extract<Step, { readonly by: Actor }>['clock']

/** A limit in working days, which papers that are asked for hold up. */
export const workingDays = (length: number, cite: Source, starts: Clock['starts'] = 'entered'): Clock => ({
  kind: 'within',
  length,
  unit: 'working_days',
  starts,
  pauses: true,
  cite,
})

/** The time for a decision stands in the law already, beside the month where money starts. */
export function timeToDecide(regime: RegimeId): Clock {
  const { workingDays: days, cite } = law.procedures.find(({ id }) => id === regime)!
  return workingDays(days, cite, 'complete')
}

export const ofTheWhole: NoClock = { kind: 'of_the_whole' }

export const onlyWhenComplete: NoClock = {
  kind: 'none',
  why: {
    vi: 'Thời hạn chỉ bắt đầu khi hồ sơ đủ giấy tờ',
    en: 'The time begins only when the file is complete',
  },
}

export const noneRead: Extract<NoClock, { readonly kind: 'none' }> = {
  kind: 'none',
  why: {
    vi: 'Các văn bản đã đọc không đặt thời hạn',
    en: 'The texts that were read set no time',
  },
}

export const atOnce: NoClock = {
  kind: 'none',
  why: { vi: 'Làm ngay', en: 'At once' },
}

export const waitsForThePerson: NoClock = {
  kind: 'none',
  why: {
    vi: 'Chờ người nộp; các văn bản đã đọc không đặt thời hạn',
    en: 'Waits for the applicant; the texts that were read set no limit',
  },
}
