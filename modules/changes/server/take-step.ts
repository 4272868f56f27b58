import { isDeepStrictEqual } from 'node:util'
import type { Evidence } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import {
  getRequest,
  getRequestForUpdate,
  involve,
  listInvolved,
  listOthersAbout,
  noteStep,
  updateRequest,
  type Request,
} from '../db/requests.ts'
import { needsReason, standInEachOthersWay, type Change } from '../domain/change.ts'
import { problems } from '../domain/problems.ts'
import { transitions, type Step } from '../domain/state.ts'
import { apply } from './apply.ts'
import { once } from './command.ts'
import { describe } from './describe.ts'
import { written } from './messages.vi.ts'
import { destinationOf, involvedIn } from './open.ts'
import { assertRecordable } from './preview.ts'
import { askForSuccessor } from './receiving.ts'

type Wish = {
  readonly id: string
  readonly step: Exclude<Step, 'submit'>
  readonly note?: string | undefined
  readonly requestId: string
}

type Submission = {
  readonly id: string
  readonly change: Change
  readonly evidence: Evidence
  readonly reason: string | null
  readonly requestId: string
}

/** The problem whoever asks would meet, taking a step with a request; undefined where nothing stands in the way. */
export function refusalOf({ actor }: Ctx, request: Request, step: Step): string | undefined {
  const { from, permission, bySomebodyElse } = transitions[step]
  if (!actor.permissions.has(permission)) return 'forbidden'
  const isWithin = actor.areaId === 0 || actor.areaIds.includes(request.areaId)
  if (!isWithin) return 'changes.request_not_found'
  if (!from.includes(request.state)) return 'changes.request_moved_on'
  return bySomebodyElse && request.submittedBy === actor.userId ? 'changes.approver_submitted' : undefined
}

/** An officer has looked at what was found, with a paper, and puts it before whoever decides; what it says may be corrected. */
export function submitRequest(ctx: Ctx, input: Submission): Promise<{ id: string }> {
  return once(ctx, 'submit', input, async () => {
    const request = await getRequestForUpdate(ctx, input.id)
    const { change, evidence, reason } = input
    assertStep(ctx, request, 'submit')
    if (change.kind !== request.kind) throw problems('request_moved_on')
    if (needsReason(change) && !reason) throw problems('reason_needed')
    const before = await describe(ctx, { personId: request.personId, change })
    if (before.length === 0) throw problems('nothing_changes')
    await assertRecordable(ctx, { personId: request.personId, change, evidence })
    await updateRequest(ctx, request.id, {
      state: 'submitted',
      change: JSON.stringify(change),
      evidence: JSON.stringify(evidence),
      reason,
      before: JSON.stringify(before),
      submittedAt: ctx.now,
      submittedBy: ctx.actor.userId,
      submittedName: ctx.actor.name,
      otherAreaId: await destinationOf(ctx, change),
    })
    await involve(ctx, request.id, await involvedIn(ctx, request.personId, change))
    await noteStep(ctx, request.id, 'submit', reason)
    ctx.emit({ type: 'changes.submitted', requestId: request.id, personId: request.personId })
    return { id: request.id }
  })
}

/** Approves, refuses, sends back or withdraws a request; an approved one is recorded in the same transaction. */
export function takeStep(ctx: Ctx, input: Wish): Promise<{ id: string }> {
  return once(ctx, 'take_step', input, async () => {
    const request = await getRequestForUpdate(ctx, input.id)
    const { step, note = null } = input
    assertStep(ctx, request, step)
    if (transitions[step].needsNote && !note) throw problems('note_needed', { step })
    if (step === 'approve') await record(ctx, request)
    const { to } = transitions[step]
    await updateRequest(ctx, request.id, {
      state: to,
      note,
      ...(to !== 'found' && { decidedAt: ctx.now, decidedBy: ctx.actor.userId, decidedName: ctx.actor.name }),
    })
    await noteStep(ctx, request.id, step, note)
    if (to !== 'found')
      ctx.emit({
        type: `changes.${to}`,
        requestId: request.id,
        personId: request.personId,
        kind: request.kind,
      })
    return { id: request.id }
  })
}

function assertStep(ctx: Ctx, request: Request, step: Step) {
  const { from, bySomebodyElse } = transitions[step]
  if (!from.includes(request.state)) throw problems('request_moved_on', { state: request.state })
  if (bySomebodyElse && request.submittedBy === ctx.actor.userId) throw problems('approver_submitted')
}

/** What was submitted is what the register still says, nothing else that is open touches the same, and a third person judges an appeal. */
async function record(ctx: Ctx, request: Request) {
  const { id, personId, change, evidence, before } = request
  if (request.contestsId !== null) {
    const contested = await getRequest(ctx, request.contestsId)
    if (contested.decidedBy === ctx.actor.userId) throw problems('decided_before')
  }
  const now = await describe(ctx, { personId, change })
  if (!isDeepStrictEqual(now, before)) throw problems('changed_meanwhile')
  // What nobody has vouched for yet is shown, and holds up nothing.
  const others = (await conflictsOf(ctx, request)).filter(({ state }) => state === 'submitted')
  if (others.length > 0) throw problems('conflicting_request', { ids: others.map((other) => other.id) })
  await apply(ctx, { personId, change, evidence, source: sourceOf(request) })
  await askForSuccessor(ctx, request)
  // Read while they are still in sight: whoever approves a move may not see the person afterwards.
  ctx.audit({ action: 'changes.change_recorded', personId, subject: id, details: { kind: change.kind } })
}

/** Other open requests that cannot be granted beside this one. */
export async function conflictsOf(ctx: Ctx, request: Pick<Request, 'id' | 'change'>) {
  const involved = await listInvolved(ctx, request.id)
  const others = await listOthersAbout(
    ctx,
    request.id,
    involved.map(({ personId }) => personId),
  )
  return others.filter((other) => standInEachOthersWay(request.change, other.change))
}

/** Where the register has it from: the paper, and who asked. */
function sourceOf({ evidence, source, submittedName }: Request): string {
  const paper = evidence
    ? [evidence.document, evidence.number].filter(Boolean).join(written.paperNumber)
    : written.request
  return `${paper}${source === 'population' ? `; ${written.population}` : ''}; ${submittedName ?? ''}`.slice(
    0,
    200,
  )
}
