import { addDays, type CivilDate } from '#kernel/civil-date'
import { areaAt, areaNames } from '#modules/geography'
import { listColleagues } from '#modules/identity'
import type { Ctx } from '#platform/server/context'
import type { DelegationView } from '../contract.ts'
import { once } from '../db/commands.ts'
import * as offices from '../db/offices.ts'
import { problems } from '../domain/problems.ts'

type Wish = {
  readonly deputyId: string
  readonly document: string
  readonly documentOn: CivilDate
  readonly from: CivilDate
  readonly until: CivilDate | null
  readonly requestId: string
}

/** By which papers deputies sign for the chairs of the actor’s units. */
export async function listDelegations(ctx: Ctx) {
  return { delegations: await view(ctx, await offices.listDelegations(ctx)) }
}

/** Records a written delegation («ủy quyền, phân công ký thay»); the chair gives it, to a deputy of the very unit. */
export function delegate(ctx: Ctx, input: Wish) {
  return once(ctx, 'delegate', input, async () => {
    const areaId = await unitOfChair(ctx)
    const { deputyId, document, documentOn, from, until } = input
    if (from < documentOn || (until !== null && until < from))
      throw problems('delegation_in_past', { documentOn, from, until })
    const deputies = await listColleagues(ctx, { may: 'applications.sign_by_delegation' })
    const deputy = deputies.find(({ id }) => id === deputyId)
    if (!deputy) throw problems('delegate_unknown', { deputyId })
    const during = { from, until: until && addDays(until, 1) }
    if (await offices.isDelegated(ctx, { areaId, deputyId, during }))
      throw problems('delegation_in_past', { deputyId, from, until })
    const id = await offices.insertDelegation(ctx, {
      areaId,
      deputyId,
      deputyName: deputy.name,
      document,
      documentOn,
      during,
    })
    return { id }
  })
}

/** Ends a delegation with a day; what was signed by it until then stays signed. */
export function endDelegation(ctx: Ctx, input: { id: string; until: CivilDate; requestId: string }) {
  return once(ctx, 'end_delegation', input, async () => {
    await unitOfChair(ctx)
    const { id, during } = await offices.getDelegationForUpdate(ctx, input.id)
    const { until } = input
    const isOpen = during.until === null || until < during.until
    if (until < addDays(ctx.today, -1) || !isOpen || (during.from !== null && until < during.from))
      throw problems('delegation_in_past', { until })
    await offices.endDelegation(ctx, { id, during: { from: during.from, until: addDays(until, 1) } })
    return { id }
  })
}

/** Whether whoever asks may sign for the chair today. */
export async function showOwnDelegation(ctx: Ctx) {
  const { areaId, userId } = ctx.actor
  const unit = (await areaAt(ctx, [areaId], ctx.today)).get(areaId) ?? areaId
  const found = await offices.findDelegation(ctx, { areaId: unit, deputyId: userId, on: ctx.today })
  const [delegation] = await view(ctx, found ? [found] : [])
  return { delegation: delegation ?? null }
}

/** Only a chair delegates: neither who signs by delegation, nor the head of a facility. */
async function unitOfChair(ctx: Ctx): Promise<number> {
  const { areaId, permissions } = ctx.actor
  const isChair =
    !permissions.has('applications.sign_by_delegation') && !permissions.has('applications.sign_for_facility')
  const unit = (await areaAt(ctx, [areaId], ctx.today)).get(areaId)
  if (!isChair || unit === undefined) throw problems('not_competent')
  return unit
}

async function view(ctx: Ctx, delegations: readonly offices.Delegation[]): Promise<DelegationView[]> {
  const names = await areaNames(ctx, new Set(delegations.map(({ areaId }) => areaId)))
  return delegations.map(({ id, deputyId, deputyName, areaId, document, documentOn, during }) => ({
    id,
    deputy: { id: deputyId, name: deputyName },
    area: { id: areaId, name: names.get(areaId) ?? '' },
    document,
    documentOn,
    from: during.from!, // A delegation begins on a day.
    until: during.until && addDays(during.until, -1),
  }))
}
