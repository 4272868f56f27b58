import { dayOf, monthOf, type Instant } from '#kernel/civil-date'
import { areaNames, type WorkingCalendar } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import {
  ApplicationId,
  ProposalId,
  type ApplicationRowView,
  type ClockView,
  type Flag,
  type ProposalView,
} from '../contract.ts'
import type { Proposal } from '../db/proposals.ts'
import type { ClockFace } from '../domain/clock.ts'
import { isWaiting, stepOn } from '../domain/edition.ts'
import { deadlinesOf } from '../domain/plan.ts'
import { differenceIn } from './differing.ts'
import { calendarFor, openFiles, type OpenFile } from './open-file.ts'
import type { Application } from '../db/applications.ts'
import { isForAnother } from './payee.ts'
import { viewTerms } from './view-terms.ts'
import { summariesOf } from '#modules/people'

/** Files as the queue shows them, a few statements however many there are. */
export async function viewRows(
  ctx: Ctx,
  applications: readonly Application[],
): Promise<ApplicationRowView[]> {
  const files = await openFiles(ctx, applications)
  const names = await areaNames(ctx, new Set(applications.map(({ areaId }) => areaId)))
  const calendar = await calendarFor(ctx)
  return files.map((file) => viewRow(file, { names, calendar, now: ctx.now }))
}

export function viewRow(
  { application, procedure, edition, way }: OpenFile,
  {
    names,
    calendar,
    now,
  }: {
    readonly names: ReadonlyMap<number, string>
    readonly calendar: WorkingCalendar
    readonly now: Instant
  },
): ApplicationRowView {
  const { subject, assigneeId, assigneeName, areaId } = application
  const { total, step: own } = deadlinesOf(edition, way, { calendar, now })
  const step = stepOn(edition, way.step, dayOf(now))
  return {
    id: ApplicationId.parse(application.id),
    code: application.code,
    procedure: procedure.id,
    procedureName: procedure.name,
    personId: application.personId,
    fullName: subject.fullName,
    born: subject.born,
    bornPrecision: subject.bornPrecision,
    area: { id: areaId, name: names.get(areaId) ?? '' },
    channel: application.channel,
    step: { id: step.id, name: step.name, by: isWaiting(step) ? step.by : null },
    receivedOn: dayOf(application.receivedAt),
    clock: nearer(total, own),
    assignee: assigneeId ? { id: assigneeId, name: assigneeName ?? '' } : null,
    flags: flagsOf(application),
    outcome: application.outcome,
    version: application.version,
  }
}

function flagsOf({ missing, personId, isConfidential, flags }: Application): Flag[] {
  return [
    ...(missing.length > 0 ? (['papers_missing'] as const) : []),
    ...(personId === null ? (['unmatched'] as const) : []),
    ...(isConfidential ? (['confidential'] as const) : []),
    ...(flags as Flag[]), // Only this module writes them.
  ]
}

/** The clock that runs out first is the one to look at; one that stands still says so. */
export function nearer(total: ClockFace | null, own: ClockFace | null): ClockView | null {
  if (!total || !own) return total ?? own
  if (total.state === 'paused') return total
  return own.dueOn < total.dueOn ? own : total
}

/** Drafted decisions as whoever signs sees them. */
export async function viewProposals(
  ctx: Ctx,
  proposals: readonly Proposal[],
  files: ReadonlyMap<string, OpenFile>,
): Promise<ProposalView[]> {
  const people = await summariesOf(
    ctx,
    proposals.flatMap(({ personId, payeeId }) => [personId, ...(payeeId ? [payeeId] : [])]),
  )
  const names = await areaNames(ctx, new Set(proposals.map(({ areaId }) => areaId)))
  const calendar = await calendarFor(ctx)
  return proposals.map((proposal) => {
    const person = people.get(proposal.personId)
    const file = files.get(proposal.applicationId ?? '')
    const subject = file?.application.subject
    const clocks = file && deadlinesOf(file.edition, file.way, { calendar, now: ctx.now })
    return {
      id: ProposalId.parse(proposal.id),
      application: file
        ? {
            id: ApplicationId.parse(file.application.id),
            code: file.application.code,
            version: file.application.version,
          }
        : null,
      personId: proposal.personId,
      fullName: person?.fullName ?? subject?.fullName ?? '',
      born: person?.born ?? subject?.born ?? ctx.today,
      bornPrecision: person?.bornPrecision ?? subject?.bornPrecision ?? 'day',
      area: { id: proposal.areaId, name: names.get(proposal.areaId) ?? '' },
      kind: proposal.kind,
      benefit: proposal.benefit,
      terms: viewTerms(ctx, proposal.terms),
      payee: isForAnother(proposal)
        ? {
            fullName: people.get(proposal.payeeId!)?.fullName ?? null,
            relation: proposal.basis.payee?.relation ?? null,
          }
        : null,
      deviation: proposal.deviation,
      isNotDead:
        differenceIn(proposal.kind, { benefit: proposal.benefit, month: monthOf(ctx.today) }, proposal) ===
        'not_dead',
      state: proposal.state,
      draftedAt: proposal.draftedAt,
      draftedName: proposal.draftedName,
      settledAt: proposal.settledAt,
      settledName: proposal.settledName,
      returnReason: proposal.returnReason,
      clock: clocks ? nearer(clocks.total, clocks.step) : null,
    }
  })
}
