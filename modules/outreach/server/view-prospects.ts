import { firstDayOf, monthOf, type CivilDate, type Instant } from '#kernel/civil-date'
import { contains } from '#kernel/period'
import { engine, law, procedureOn } from '#modules/entitlement'
import { areaNames, loadCalendar, type WorkingCalendar } from '#modules/geography'
import {
  contactsOf,
  loadHistories,
  summariesOf,
  type CircumstanceFact,
  type CircumstanceKind,
  type Contact,
  type PersonHistory,
  type PersonSummary,
} from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Lack, ProspectId, ProspectView } from '../contract.ts'
import { listFollowUps, type FollowUpRow } from '../db/follow-ups.ts'
import type { ProspectRow } from '../db/list.ts'
import { factsAskedBy } from '../domain/asked-facts.ts'
import { deadlineFrom } from '../domain/deadline.ts'

/** The rows as people read them: who, where, until when, what is missing, and what was done about it. */
export async function viewProspects(ctx: Ctx, rows: readonly ProspectRow[]): Promise<ProspectView[]> {
  if (rows.length === 0) return []
  const ids = [...new Set(rows.map(({ personId }) => personId))]
  const people = await summariesOf(ctx, ids)
  const contacts = await contactsOf(ctx, ids)
  const histories = new Map((await loadHistories(ctx, ids)).map((one) => [one.personId, one]))
  const names = await areaNames(
    ctx,
    rows.map(({ areaId }) => areaId),
  )
  const calendar = await loadCalendar(ctx)
  const done = Map.groupBy(await listFollowUps(ctx, ids), ({ personId }) => personId)
  return rows.flatMap((row) => {
    // Whoever moved away since the lists were made stands on another office’s list in a moment.
    const person = people.get(row.personId)
    if (!person) return []
    const { personId, areaId, foundAt: _, id, ...rest } = row
    const { fileId, fileCode, waitingImportId, waitingAreaId, ...prospect } = rest
    const contact = contacts.get(personId)
    return {
      ...prospect,
      id: id as ProspectId, // The database made it a uuid.
      person: { ...personOf(person), phone: contact?.phone ?? null },
      area: { id: areaId, name: names.get(areaId) ?? '' },
      village: person.homeVillage,
      deadline: deadlineOf(ctx, row, calendar),
      lacking: lackingFor(ctx, row, person, contact, histories.get(personId)),
      file: fileId && fileCode ? { id: fileId, code: fileCode } : null,
      waiting: waitingImportId && waitingAreaId ? { importId: waitingImportId, areaId: waitingAreaId } : null,
      followUps: followUpsOf(row, done.get(personId) ?? []),
    }
  })
}

function personOf({ id, fullName, born, bornPrecision, sex }: PersonSummary) {
  return { id, name: fullName, born, bornPrecision, sex }
}

function followUpsOf(row: ProspectRow, done: readonly FollowUpRow[]): ProspectView['followUps'] {
  return done
    .filter(
      ({ benefit, event, month, recordedAt }) =>
        benefit === row.benefit &&
        event === row.event &&
        !isBefore(recordedAt, row.foundAt) &&
        (event !== 'adjust' && event !== 'renew' ? true : month === row.month),
    )
    .map(({ outcome, note, assignee, recordedAt, recordedName }) => ({
      outcome,
      note,
      assignee,
      at: recordedAt,
      by: recordedName,
    }))
}

/** Instants have as many decimals as they need, so the Z must not compare. */
function isBefore(one: Instant, other: Instant): boolean {
  return one.slice(0, -1) < other.slice(0, -1)
}

/** Only a right that has to be asked for has a day to ask by. */
function deadlineOf(ctx: Ctx, row: ProspectRow, calendar: WorkingCalendar): ProspectView['deadline'] {
  if (row.event !== 'grant') return null
  const reached = row.causes.flatMap((cause) => ('on' in cause && cause.on > ctx.today ? [cause.on] : []))
  const start = [presentOf(ctx, row), ...reached].reduce((one, other) => (one > other ? one : other))
  return deadlineFrom(calendar, start, procedureOn(law.procedures, start).workingDays)
}

/** Today, or the day on which what is to come begins. */
function presentOf({ today }: Ctx, { month }: ProspectRow): CivilDate {
  const begins = firstDayOf(month)
  return begins > today ? begins : today
}

function lackingFor(
  ctx: Ctx,
  row: ProspectRow,
  person: PersonSummary,
  contact: Contact | undefined,
  history: PersonHistory | undefined,
): Lack[] {
  if (row.event === 'renew') return ['poverty_list']
  if (row.event === 'certify') return ['disability_certificate']
  if (row.event !== 'grant') return []
  const asked = factsAsked(ctx, row)
  const held = (kind: CircumstanceKind, on: CivilDate) =>
    history?.circumstances.find(
      (fact) => fact.kind === kind && fact.retractedAt === null && contains(fact.during, on),
    )
  const begins = presentOf(ctx, row)
  const lacking: Record<Lack, boolean> = {
    personal_number: !contact?.hasPersonalId,
    number_unverified: contact?.hasPersonalId === true && !contact.isVerified,
    birth_day: asked.has('born') && person.bornPrecision !== 'day',
    disability_certificate: asked.has('disability') && !hasPaper(held('disability', begins)),
    poverty_list: asked.has('household') && !held('poverty', begins),
    pension_check:
      asked.has('pension') && !held('pension', begins) && !held('social_insurance_allowance', begins),
  }
  return (Object.keys(lacking) as Lack[]).filter((lack) => lacking[lack]) // The keys of the record just written.
}

function factsAsked(ctx: Ctx, row: ProspectRow): ReadonlySet<string> {
  const { rulesAfter } = row
  const ml = engine.lawIn(monthOf(presentOf(ctx, row)), ctx.today)
  const groups = [...(ml?.group.values() ?? [])].filter(({ bands }) =>
    bands.some(({ id }) => rulesAfter.includes(id)),
  )
  return new Set(groups.flatMap((group) => [...factsAskedBy(group, ml!.group)]))
}

/** The paper itself, by its number; a fact can be known before its paper is. */
function hasPaper(fact: CircumstanceFact | undefined): boolean {
  return fact !== undefined && (Boolean(fact.detail['certificate']) || fact.evidence?.number !== undefined)
}
