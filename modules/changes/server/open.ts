import { createHash, randomUUIDv7 } from 'node:crypto'
import { areaAt, isLivedIn } from '#modules/geography'
import { membersNow, recordsToCompare, summariesOf, type Evidence } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { findOpen, insertFound, supersede, type FoundRequest } from '../db/found.ts'
import { getRequest, insertRequest, listOthersAbout, noteStep } from '../db/requests.ts'
import { needsReason, othersIn, type Change } from '../domain/change.ts'
import { problems } from '../domain/problems.ts'
import { describe } from './describe.ts'
import { once } from './command.ts'
import { written } from './messages.vi.ts'
import { assertRecordable } from './preview.ts'

export type Wish = {
  readonly personId: string
  readonly change: Change
  readonly evidence: Evidence
  readonly reason: string | null
  /** The decided request this one asks to look at again. */
  readonly contestsId?: string | undefined
  readonly requestId: string
}

/** Asks for a change with the paper it rests on; a second person decides. */
export function openRequest(ctx: Ctx, input: Wish): Promise<{ id: string }> {
  return once(ctx, 'open', input, async () => {
    const { personId, change, evidence, reason, contestsId = null } = input
    const into = (await recordsToCompare(ctx, [personId])).get(personId)?.mergedInto
    if (into) throw problems('person_merged', { personId, into })
    if (needsReason(change) && !reason) throw problems('reason_needed')
    const before = await describe(ctx, { personId, change })
    if (before.length === 0) throw problems('nothing_changes')
    await assertRecordable(ctx, { personId, change, evidence })
    if (contestsId !== null) await getRequest(ctx, contestsId)
    const signature = {
      submittedAt: ctx.now,
      submittedBy: ctx.actor.userId,
      submittedName: ctx.actor.name,
    }
    const id = await insert(
      ctx,
      { personId, change, evidence, reason, contestsId },
      {
        source: 'officer',
        state: 'submitted',
        before: JSON.stringify(before),
        ...signature,
      },
    )
    if (id === undefined) throw await askedAlready(ctx, personId, change)
    ctx.emit({ type: 'changes.submitted', requestId: id, personId })
    return { id }
  })
}

export type Found = {
  readonly personId: string
  readonly change: Change
  readonly evidence: Evidence | null
  /** Why whoever told it was not simply believed. */
  readonly because: string
  /** Who told it; the population register unless said otherwise. */
  readonly source?: 'population' | 'review' | undefined
}

/**
 * Opens requests for what another register or a review says, all at once; each has its id, or none where the same is open already. An
 * officer looks at them first.
 */
export async function openFound(ctx: Ctx, found: readonly Found[]): Promise<(string | undefined)[]> {
  if (found.length === 0) return []
  const people = await summariesOf(
    ctx,
    found.map(({ personId }) => personId),
  )
  const homes = await areaAt(
    ctx,
    [...people.values()].map(({ homeAreaId }) => homeAreaId),
    ctx.today,
  )
  const requests: FoundRequest[] = []
  for (const { personId, change, evidence, because, source = 'population' } of found) {
    const person = people.get(personId)
    if (!person) throw problems('person_not_found', { personId })
    requests.push({
      id: randomUUIDv7(),
      personId,
      kind: change.kind,
      change,
      evidence,
      digest: digestOf(change),
      areaId: homes.get(person.homeAreaId) ?? person.homeAreaId,
      otherAreaId: await destinationOf(ctx, change),
      foundBecause: because,
      source,
      involved: [...new Set(await involvedIn(ctx, personId, change))],
    })
  }
  const opened = await insertFound(ctx, requests)
  await supersede(ctx, opened, written.toldAnew)
  return requests.map(({ id }) => (opened.has(id) ? id : undefined))
}

/** The request for this change that is open already, whoever asked for it. */
export function findOpenRequest(
  ctx: Ctx,
  { personId, change }: Pick<Found, 'personId' | 'change'>,
): Promise<string | undefined> {
  return findOpen(ctx, personId, digestOf(change))
}

type Asked = Pick<Wish, 'personId' | 'change' | 'reason'> & {
  readonly evidence: Evidence | null
  readonly contestsId: string | null
}
type AsIs = Partial<Parameters<typeof insertRequest>[1]> &
  Pick<Parameters<typeof insertRequest>[1], 'source' | 'state'>

async function insert(ctx: Ctx, asked: Asked, asIs: AsIs): Promise<string | undefined> {
  const { personId, change, evidence, reason, contestsId } = asked
  const person = (await summariesOf(ctx, [personId])).get(personId)
  if (!person) throw problems('person_not_found', { personId })
  const units = await areaAt(ctx, [person.homeAreaId], ctx.today)
  const id = await insertRequest(
    ctx,
    {
      kind: change.kind,
      personId,
      change: JSON.stringify(change),
      digest: digestOf(change),
      areaId: units.get(person.homeAreaId) ?? person.homeAreaId,
      otherAreaId: await destinationOf(ctx, change),
      evidence: evidence && JSON.stringify(evidence),
      reason,
      foundBecause: null,
      contestsId,
      before: null,
      openedAt: ctx.now,
      submittedAt: null,
      submittedBy: null,
      submittedName: null,
      decidedAt: null,
      decidedBy: null,
      decidedName: null,
      note: null,
      ...asIs,
    },
    await involvedIn(ctx, personId, change),
  )
  if (id !== undefined) await noteStep(ctx, id, 'open', reason)
  return id
}

/** The same content has the same digest, however its parts were ordered. */
function digestOf(change: Change): string {
  const parts = Object.entries(change).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

export async function destinationOf(ctx: Ctx, change: Change): Promise<number | null> {
  if (change.kind !== 'move') return null
  if (!(await isLivedIn(ctx, change.areaId, change.from)))
    throw problems('area_not_found', { areaId: change.areaId })
  return (await areaAt(ctx, [change.areaId], ctx.today)).get(change.areaId) ?? change.areaId
}

/** Whoever belongs to a household that changes is concerned, too. */
export async function involvedIn(ctx: Ctx, personId: string, change: Change): Promise<string[]> {
  // A death ends every other question about the dead, and none about whoever heads the household next.
  const own = change.kind === 'death' ? [personId] : [personId, ...othersIn(change)]
  if (change.kind !== 'merge_household' && change.kind !== 'change_head') return own
  const members = await membersNow(ctx, { personIds: [personId] })
  return [...own, ...members.map((member) => member.personId)]
}

async function askedAlready(ctx: Ctx, personId: string, change: Change) {
  const others = await listOthersAbout(ctx, null, [personId])
  const same = others.find((one) => one.personId === personId && digestOf(one.change) === digestOf(change))
  return problems('asked_already', { id: same?.id })
}
