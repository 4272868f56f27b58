import { firstDayOf, monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { provincialIn, regimeFor, standardIn, valueIn, type Law } from '../law-in-force.ts'
import type { Label, RegimeId, Source } from '../rule-set.ts'
import { lawBookOn, turningDays } from './book.ts'
import { differenceBetween } from './difference.ts'
import { territoriesOf } from './territories.ts'

/** A stretch of months in which a row of the timeline says one thing. */
export type Stretch<Said> = {
  readonly from: Month
  /** The day it began on, which may lie within its first month. */
  readonly opens: CivilDate
  /** The month after its last; undefined while it lasts. */
  readonly until?: Month
  readonly said: Said
  readonly cite: Source
}

/** The law as it went: which rule set spoke, which amounts held, and the days on which any of it changed. */
export type LawTimeline = {
  readonly regimes: readonly Stretch<{
    readonly id: RegimeId
    readonly label: Label
    /** Months that are governed although they were over when the law came into force. */
    readonly isRetroactive: boolean
  }>[]
  readonly standards: readonly {
    readonly territory: string
    /** `overtaken`: the centre’s amount is higher, and holds. */
    readonly stretches: readonly Stretch<{ readonly value: Dong; readonly overtaken?: Dong }>[]
  }[]
  readonly socialPension: readonly Stretch<{ readonly value: Dong }>[]
  readonly procedures: readonly Stretch<{ readonly workingDays: number }>[]
  readonly versions: readonly Version[]
}

/** A day on which the law began to say something else, with how much of it that was. */
export type Version = {
  readonly on: CivilDate
  readonly regime: { readonly id: RegimeId; readonly label: Label; readonly cite: Source }
  readonly isRetroactive: boolean
  readonly added: number
  readonly ended: number
  readonly changed: number
}

export function timelineOf(law: Law, knownOn: CivilDate): LawTimeline {
  const days = turningDays(law, knownOn)
  const months = [...new Set(days.map(monthOf))]
  const rulesIn = (month: Month) => regimeFor(law, month, knownOn)?.rules
  const last = months.at(-1)
  const territories = last ? territoriesOf(rulesIn(last)!) : []
  return {
    regimes: stretches(months.flatMap((month) => retroactive(law, month, knownOn)).toSorted(byMonth)),
    standards: territories.map((territory) => ({
      territory,
      stretches: stretches(
        months.map((month) => {
          const rules = rulesIn(month)!
          const dated = provincialIn(rules, month, territory)
          if (!dated) return { month }
          const used = standardIn(rules, month, territory)
          const said = { value: dated.value, ...(used > dated.value && { overtaken: used }) }
          return { month, said, cite: dated.cite }
        }),
      ),
    })),
    socialPension: stretches(
      months.map((month) => {
        const dated = valueIn(rulesIn(month)!.parameters.social_pension, month)
        return dated ? { month, said: { value: dated.value }, cite: dated.cite } : { month }
      }),
    ),
    procedures: stretches(
      months.map((month) => {
        const known = law.procedures.findLast(
          ({ inForce, issued }) => monthOf(inForce) <= month && issued <= knownOn,
        )
        return known
          ? { month, opens: known.inForce, said: { workingDays: known.workingDays }, cite: known.cite }
          : { month }
      }),
    ),
    versions: days.map((on, place) => versionOn(law, on, days[place - 1], knownOn)),
  }
}

/** The regime of a month; one that begins before it came into force begins twice. */
function retroactive(law: Law, month: Month, knownOn: CivilDate) {
  const regime = regimeFor(law, month, knownOn)
  if (!regime) return []
  const { rules, inForce, cite } = regime
  const said = (isRetroactive: boolean) => ({ id: rules.id, label: rules.label, isRetroactive })
  const comes = monthOf(inForce)
  return [
    { month, said: said(month < comes), cite },
    ...(month < comes ? [{ month: comes, opens: inForce, said: said(false), cite }] : []),
  ]
}

/** `opens`: where it did not begin with its month. */
type Point<Said> = {
  readonly month: Month
  readonly opens?: CivilDate
  readonly said?: Said
  readonly cite?: Source
}

const byMonth = (one: { month: Month }, other: { month: Month }) => (one.month < other.month ? -1 : 1)

/** Joins what is said the same way month after month; nothing is said where a point has no words. */
function stretches<Said>(points: readonly Point<Said>[]): Stretch<Said>[] {
  const found: Stretch<Said>[] = []
  let last: string | undefined
  for (const { month, opens, said, cite } of points) {
    const text = said && JSON.stringify([said, cite])
    if (text === last) continue
    const open = found.at(-1)
    if (open && open.until === undefined) found[found.length - 1] = { ...open, until: month }
    const first = firstDayOf(month)
    if (said && cite) found.push({ from: month, opens: opens && opens > first ? opens : first, said, cite })
    last = text
  }
  return found
}

function versionOn(law: Law, on: CivilDate, before: CivilDate | undefined, knownOn: CivilDate): Version {
  const book = lawBookOn(law, on, knownOn)
  const { id, label, cite, isRetroactive } = book.regime!
  const changes = before ? differenceBetween(lawBookOn(law, before, knownOn), book).changes : []
  const count = (kind: (typeof changes)[number]['kind']) =>
    changes.filter((change) => change.kind === kind).length
  return {
    on,
    regime: { id, label, cite },
    isRetroactive,
    added: before ? count('added') : book.provisions.length,
    ended: count('ended'),
    changed: count('changed'),
  }
}
