import { assertPayPoint } from '#modules/payroll'
import { loadHistories, summariesOf } from '#modules/people'
import { contains } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import { enqueue } from '#platform/server/jobs'
import { findWayRequestOf, insertWayRequest, type NewWayRequest } from '../../db/way-requests.ts'
import { problems } from '../../domain/problems.ts'
import { faultOf, isSameWay } from '../../domain/way-rules.ts'
import type { AwardRef, Way } from '../../domain/way.ts'
import { providerFor } from '../../domain/provider.ts'
import { openProviders } from '../open-providers.ts'
import { assertReceived, currentWay } from './current.ts'

type Asked = {
  readonly personId: string
  /** The one award that is to go this way; without one, all that the payee receives. */
  readonly award?: AwardRef | null | undefined
  readonly way: Way
  /** The paper the change rests on. */
  readonly evidence: string
  readonly requestId: string
}

/**
 * Asks for another way to be paid («đề nghị đổi người nhận, cách nhận tiền»): nothing changes before somebody else approves it.
 * Another open request does not stand in the way here, for the paper was brought; it does when one of them is approved.
 */
export async function askForWay(ctx: Ctx, { personId, award = null, way, evidence, requestId }: Asked) {
  const before = await findWayRequestOf(ctx, requestId)
  if (before) return { id: before.id }
  const payee = (await summariesOf(ctx, [personId])).get(personId)
  if (!payee) throw problems('payee_not_found', { personId })
  if (payee.diedOn) throw problems('payee_died', { personId, diedOn: payee.diedOn })
  if (award) await assertReceived(ctx, personId, award)
  const fault = faultOf(way, ctx.today)
  if (fault) throw problems('way_not_usable', { fault })
  if (way.by.channel === 'cash_point' && way.by.payPointId !== null)
    await assertPayPoint(ctx, way.by.payPointId)
  await assertRelated(ctx, personId, way)
  await assertServed(ctx, personId, way)
  const askedBy = { id: ctx.actor.userId, name: ctx.actor.name }
  const id = await recordWish(ctx, {
    personId,
    award,
    way,
    evidence,
    requestId,
    askedBy,
    origin: 'office',
  })
  if (id === undefined) throw problems('way_unchanged', { personId })
  return { id }
}

type Wish = Asked & Pick<NewWayRequest, 'askedBy' | 'origin'> & { readonly applicationId?: string }

/** Writes a request down and has the bank asked whose account it is; nothing where the payee is paid so already, or has died. */
export async function recordWish(ctx: Ctx, wish: Wish): Promise<string | undefined> {
  const { personId, award = null, way, requestId, evidence, askedBy, origin, applicationId = null } = wish
  const payee = (await summariesOf(ctx, [personId])).get(personId)
  if (!payee || payee.diedOn) return undefined
  const current = await currentWay(ctx, personId, award)
  if (isSameWay(current, way)) return undefined
  const hasAccount = way.by.channel === 'account' || way.by.channel === 'wallet'
  const id = await insertWayRequest(ctx, {
    personId,
    award,
    areaId: payee.homeAreaId,
    requestId,
    origin,
    applicationId,
    evidence,
    nameCheck: hasAccount ? 'waiting' : 'none',
    before: current,
    after: way,
    askedBy,
  })
  // Asked for twice at once: the other one has it.
  if (id === undefined) return (await findWayRequestOf(ctx, requestId))?.id
  if (hasAccount) await enqueue(ctx, { kind: 'payments.check_name', input: { id }, once: id })
  ctx.emit({ type: 'payments.way_asked', wayRequestId: id, personId })
  return id
}

/** Somebody has to be there who pays over the channel where the payee lives. */
export async function assertServed(ctx: Ctx, personId: string, { by: { channel } }: Way) {
  if (channel !== 'account' && channel !== 'wallet') return
  const areaId = (await summariesOf(ctx, [personId])).get(personId)?.homeAreaId
  if (areaId !== undefined && !providerFor(await openProviders(ctx), channel, areaId))
    throw problems('provider_missing', { channel, areaId, payees: 1 })
}

/** A guardian or a carer is one whom the register knows to be it; anybody may be authorised, by a paper that ends. */
async function assertRelated(ctx: Ctx, personId: string, { receiver }: Way) {
  if (!receiver || receiver.role === 'authorised') return
  const [history] = await loadHistories(ctx, [personId])
  const kind = receiver.role === 'guardian' ? ['guardian_of', 'parent_of'] : ['cares_for']
  const isKnown = history?.relations.some(
    (relation) =>
      relation.side === 'to' &&
      relation.otherId === receiver.personId &&
      relation.retractedAt === null &&
      kind.includes(relation.kind) &&
      contains(relation.during, ctx.today),
  )
  if (!isKnown) throw problems('receiver_not_related', { role: receiver.role })
}
