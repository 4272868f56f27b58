import { dayOf, lastDayOf, monthOf, type CivilDate, type Instant, type Month } from '#kernel/civil-date'
import { isKnownAt, type PersonHistory } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { PersonMonthRow } from '../db/person-months.ts'
import { determineSupport } from '../domain/determine-support.ts'
import { engine } from '../domain/determine.ts'
import { plainEvent, type EventFacts } from '../domain/event-facts.ts'
import { dueIn } from '../domain/index.ts'
import { subjectOf } from '../domain/subject.ts'
import type { SupportRights } from '../domain/support-explanation.ts'
import { replayPersonMonths } from './replay.ts'

/** What the register’s facts bring beside the monthly rights: in a month, and of a death by then. */
export type OtherRights = { readonly month: SupportRights | null; readonly death: SupportRights | null }

/** Asks the support rules about a person as they were known at a moment. */
export async function otherRights(
  ctx: Ctx,
  history: PersonHistory,
  { row, month, knownAt }: { row: PersonMonthRow | undefined; month: Month; knownAt: Instant },
): Promise<OtherRights> {
  const diedOn = history.identity.findLast((version) => isKnownAt(version, knownAt))?.diedOn ?? null
  const hasDied = diedOn !== null && monthOf(diedOn) <= month
  return {
    month: row?.later
      ? rightsIn(row, { on: lastDayOf(month), knownOn: dayOf(knownAt), kind: 'month' })
      : null,
    death: hasDied ? await rightsOfDeath(ctx, history, { diedOn, knownAt }) : null,
  }
}

/** The cause of a death and who applied before it are not in the register: both are taken as unknown. */
async function rightsOfDeath(
  ctx: Ctx,
  { personId, relations }: PersonHistory,
  { diedOn, knownAt }: { diedOn: CivilDate; knownAt: Instant },
): Promise<SupportRights | null> {
  const parents = relations.filter(
    (relation) => relation.kind === 'parent_of' && relation.side === 'to' && isKnownAt(relation, knownAt),
  )
  const rows = await replayPersonMonths(
    ctx,
    [personId, ...parents.map(({ otherId }) => otherId)],
    [monthOf(diedOn)],
    knownAt,
  )
  const row = rows.find((one) => one.personId === personId)
  if (!row) return null
  const parentReceives = rows.some(
    (one) => one !== row && dueIn(one).some(({ component }) => component === 'single_parent'),
  )
  return rightsIn(row, { on: diedOn, knownOn: diedOn, kind: 'death', told: { parentReceives } })
}

function rightsIn(
  { earlier, later, awarded, month }: PersonMonthRow,
  asked: {
    readonly on: CivilDate
    readonly knownOn: CivilDate
    readonly kind: 'month' | 'death'
    readonly told?: Partial<EventFacts>
  },
): SupportRights | null {
  const { on, knownOn, kind, told } = asked
  const subject = subjectOf(engine, {
    event: { ...plainEvent(on), ...told },
    // Whoever died within the month stood as when it began.
    standingOn: (day) => (monthOf(day) < month ? earlier : (later ?? earlier)),
    awarded,
    knownOn,
  })
  return (subject && determineSupport(subject, kind)) ?? null
}
