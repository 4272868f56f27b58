import { areaAt, areaNames } from '#modules/geography'
import { countAskedWays, listWayHeads, type WayHead } from '#modules/payments'
import { summariesOf } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import type { RequestRow, WorkRow } from '../contract.ts'
import { countOpen, listPage, type Request, type View } from '../db/requests.ts'
import { companionsIn, effectiveOn } from '../domain/change.ts'
import type { State } from '../domain/state.ts'

const atOnce = 50

type Sought = { view: View; personId?: string | undefined; after?: string | undefined }

/**
 * What waits for an officer or was decided: changes of the register, and of how somebody is paid, which payments decides.
 * The ids of both tell when they were asked for, so one list goes by them.
 */
export async function listRequests(ctx: Ctx, input: Sought) {
  const requests = await listPage(ctx, { ...input, most: atOnce })
  const ways = await waysFor(ctx, input)
  const isNewestFirst = input.view === 'decided'
  const rows = [...(await rowsOf(ctx, requests)), ...(await rowsOfWays(ctx, ways))].toSorted((one, other) =>
    one.id < other.id === isNewestFirst ? 1 : -1,
  )
  const counts = await countOpen(ctx)
  return {
    rows: rows.slice(0, atOnce),
    hasMore: rows.length > atOnce,
    counts: maySeeWays(ctx)
      ? { ...counts, submitted: counts.submitted + (await countAskedWays(ctx)) }
      : counts,
  }
}

const maySeeWays = ({ actor }: Ctx) => actor.permissions.has('payroll.read')

/** Nobody else tells of a way, so none is ever «found». */
function waysFor(ctx: Ctx, { view, personId, after }: Sought): Promise<WayHead[]> {
  if (!maySeeWays(ctx) || (view === 'found' && personId === undefined)) return Promise.resolve([])
  const page = { after, isNewestFirst: view === 'decided', most: atOnce + 1 }
  if (personId !== undefined)
    return listWayHeads(ctx, { ...page, personId, states: Object.keys(stateOfWay) as WayHead['state'][] }) // It has them all.
  if (view === 'decided')
    return listWayHeads(ctx, { ...page, states: ['approved', 'in_force', 'refused', 'withdrawn'] })
  return listWayHeads(ctx, {
    ...page,
    states: ['asked'],
    ...(view === 'mine' && { askedBy: ctx.actor.userId }),
  })
}

const stateOfWay: Readonly<Record<WayHead['state'], State>> = {
  asked: 'submitted',
  approved: 'approved',
  in_force: 'approved',
  refused: 'rejected',
  withdrawn: 'withdrawn',
}

async function rowsOfWays(ctx: Ctx, ways: readonly WayHead[]): Promise<WorkRow[]> {
  const people = await summariesOf(
    ctx,
    ways.map(({ personId }) => personId),
  )
  const units = await areaAt(
    ctx,
    ways.map(({ areaId }) => areaId),
    ctx.today,
  )
  const names = await areaNames(ctx, [...units.values()])
  return ways.map((way) => ({
    id: way.id,
    kind: 'way',
    person: { id: PersonId.parse(way.personId), fullName: people.get(way.personId)?.fullName ?? null },
    others: 0,
    area: names.get(units.get(way.areaId) ?? way.areaId) ?? '',
    otherArea: null,
    effectiveOn: way.effectiveOn,
    state: stateOfWay[way.state],
    source: 'officer',
    because: null,
    openedAt: way.askedAt,
    submittedName: way.askedName,
    decidedAt: way.decidedAt,
    decidedName: way.decidedName,
  }))
}

/** Requests as lines, with the names of people as far as they are in sight. */
export async function rowsOf(ctx: Ctx, requests: readonly Request[]): Promise<RequestRow[]> {
  const people = await summariesOf(
    ctx,
    requests.map(({ personId }) => personId),
  )
  const names = await areaNames(
    ctx,
    requests.flatMap(({ areaId, otherAreaId }) => (otherAreaId === null ? [areaId] : [areaId, otherAreaId])),
  )
  return requests.map((request) => ({
    id: request.id,
    kind: request.kind,
    person: {
      id: PersonId.parse(request.personId),
      fullName: people.get(request.personId)?.fullName ?? null,
    },
    others: companionsIn(request.change).length,
    area: names.get(request.areaId) ?? '',
    otherArea: request.otherAreaId === null ? null : (names.get(request.otherAreaId) ?? ''),
    effectiveOn: effectiveOn(request.change),
    state: request.state,
    source: request.source,
    because: request.foundBecause,
    openedAt: request.openedAt,
    submittedName: request.submittedName,
    decidedAt: request.decidedAt,
    decidedName: request.decidedName,
  }))
}
