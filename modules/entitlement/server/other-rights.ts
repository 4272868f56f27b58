import { dayOf, lastDayOf, monthOf, type CivilDate, type Instant, type Month } from '#kernel/civil-date'
import { isKnownAt, loadHistories, type PersonHistory } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { PersonMonthRow } from '../db/person-months.ts'
import { factsOfEvent, type CaseEvent } from '../domain/case-events.ts'
import { determineSupport } from '../domain/determine-support.ts'
import { engine } from '../domain/determine.ts'
import { plainEvent, type EventFacts, type EventKind } from '../domain/event-facts.ts'
import { dueIn } from '../domain/index.ts'
import { subjectOf } from '../domain/subject.ts'
import type { SupportRights } from '../domain/support-explanation.ts'
import { replayPersonMonths } from './replay.ts'
import { forWholeCountry } from '#platform/server/whole-country'

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
    month:
      row?.later && !row.livedThrough
        ? rightsIn(row, { on: lastDayOf(month), knownOn: dayOf(knownAt), kind: 'month' })
        : null,
    death: hasDied ? await rightsOfDeath(ctx, history, { diedOn, knownAt }) : null,
  }
}

/** The cause of a death and who applied before it are not in the register: both are taken as unknown. */
function rightsOfDeath(
  ctx: Ctx,
  { personId }: PersonHistory,
  { diedOn, knownAt }: { diedOn: CivilDate; knownAt: Instant },
): Promise<SupportRights | null> {
  const event = { kind: 'death', on: diedOn, cause: 'other', hasApplied: false, nobodyBuries: false } as const
  return rightsOfEvent(ctx, { personId, event }, knownAt)
}

/** What the law gives once for something that happened to a person of the register; null where it knows no law or no home. */
export async function rightsOfEvent(
  ctx: Ctx,
  { personId, event }: { readonly personId: string; readonly event: CaseEvent },
  knownAt: Instant,
): Promise<SupportRights | null> {
  const parents = event.kind === 'death' ? await parentsOf(ctx, personId, knownAt) : []
  const rows = await replayPersonMonths(ctx, [personId, ...parents], [monthOf(event.on)], knownAt)
  const row = rows.find((one) => one.personId === personId)
  if (!row) return null
  const parentReceives = rows.some(
    (one) => one !== row && dueIn(one).some(({ component }) => component === 'single_parent'),
  )
  const told = factsOfEvent(event, event.kind === 'death' ? { parentReceives } : {})
  return rightsIn(row, { on: event.on, knownOn: event.on, kind: event.kind, told })
}

async function parentsOf(ctx: Ctx, personId: string, knownAt: Instant): Promise<string[]> {
  const [history] = await forWholeCountry(ctx, (ctx) => loadHistories(ctx, [personId]))
  return (history?.relations ?? []).flatMap((relation) =>
    relation.kind === 'parent_of' && relation.side === 'to' && isKnownAt(relation, knownAt)
      ? [relation.otherId]
      : [],
  )
}

function rightsIn(
  { earlier, later, awarded, month }: PersonMonthRow,
  asked: {
    readonly on: CivilDate
    readonly knownOn: CivilDate
    readonly kind: 'month' | EventKind
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
