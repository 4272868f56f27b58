import { addYears, type CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { Person } from '../db/facts.ts'
import type { CircumstanceKind } from '../domain/circumstance.ts'
import type { RelationKind } from '../domain/history.ts'
import { problems } from '../domain/problems.ts'

/** A decision may admit somebody from a day to come, and the list of the poor is approved before its year; whatever else is recorded has happened. */
const announced: ReadonlySet<CircumstanceKind> = new Set(['facility_residence', 'poverty'])
/** An appointment may name a day to come; a marriage or a birth is recorded once it has happened. */
const appointed: ReadonlySet<RelationKind> = new Set(['guardian_of', 'cares_for', 'collects_for'])

/** What may name a day to come names none more than a year ahead: anything later is a slip. */
const latestStart = (today: CivilDate, mayBeToCome: boolean) => (mayBeToCome ? addYears(today, 1) : today)

type Told = {
  readonly kind: CircumstanceKind
  readonly detail: Readonly<Record<string, unknown>>
  readonly from: CivilDate | null
}

/** A fact lies within the life of whoever it is about, up to today, and its paper is not of a day to come. */
export function assertPossible({ today }: Ctx, { sex, born, diedOn }: Person, { kind, detail, from }: Told) {
  if (from !== null && from > latestStart(today, announced.has(kind)))
    throw problems('starts_in_future', { field: 'from', from })
  // What a household is, it may have been before its youngest came.
  if (from !== null && kind !== 'poverty') {
    if (from < born) throw problems('starts_before_birth', { field: 'from', from, born })
    if (diedOn !== null && from > diedOn)
      throw problems('starts_after_death', { field: 'from', from, diedOn })
  }
  for (const field of ['issuedOn', 'concludedOn']) {
    const day = detail[field]
    if (typeof day === 'string' && day > today)
      throw problems('paper_of_the_future', { field: `detail.${field}` })
  }
  if (kind === 'pregnancy' && sex === 'male') throw problems('not_of_a_man', { field: 'kind' })
}

type Between = { readonly kind: RelationKind; readonly from: CivilDate | null }

/** Two people stand to each other while both live. */
export function assertBothLive(
  { today }: Ctx,
  [one, other]: readonly [Person, Person],
  { kind, from }: Between,
) {
  if (from === null) return
  if (from > latestStart(today, appointed.has(kind)))
    throw problems('starts_in_future', { field: 'from', from })
  for (const { born, diedOn } of kind === 'parent_of' ? [other] : [one, other]) {
    if (from < born) throw problems('starts_before_birth', { field: 'from', from, born })
    // A father may have died before his child was born.
    if (diedOn !== null && from > diedOn)
      throw problems('starts_after_death', { field: 'from', from, diedOn })
  }
}
