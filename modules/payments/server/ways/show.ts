import { listAwards } from '#modules/entitlement'
import { areaAt, areaNames } from '#modules/geography'
import { contains } from '#kernel/period'
import { listChannels, payPointNames, whyKnownTo, type Receiver } from '#modules/payroll'
import { loadHistories, summariesOf, type RelationKind } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import {
  pageSize,
  type PersonWays,
  type WayRequestId,
  type WayRequestView,
  type WayView,
} from '../../contract.ts'
import {
  awardOf,
  listOpenOf,
  listWayRequests as findRequests,
  listWayRequestsOf,
  type WayRequest,
} from '../../db/way-requests.ts'
import { countPictures } from '../../db/way-pictures.ts'
import { problems } from '../../domain/problems.ts'
import type { Way } from '../../domain/way.ts'
import { masked } from '../show-envelopes.ts'
import { callsOn } from './called-wrong.ts'
import { expectedName } from './check-name.ts'
import { waysOf } from './convert.ts'
import { isSameAward, listOwnWays } from './current.ts'
import { strangersOn } from './shared-accounts.ts'

type Reading = { readonly isWhole: boolean; readonly payPoints: ReadonlyMap<number, string> }

/** Who receives a person’s money and how: for every open award, and for the person as a payee. */
export async function getPersonWays(ctx: Ctx, { personId }: { personId: string }): Promise<PersonWays> {
  if (!(await summariesOf(ctx, [personId])).has(personId)) throw problems('payee_not_found', { personId })
  const awards = (await listAwards(ctx, [personId])).filter(
    ({ during }) => during.until === null || during.until > ctx.today,
  )
  const payees = [personId, ...awards.map(({ payeeId }) => payeeId)]
  // A payee may live elsewhere; how this person’s money reaches them is told all the same, by the end of the account.
  const { ways, own, names } = await forWholeCountry(ctx, async (ctx) => ({
    ways: await waysOf(ctx, await listChannels(ctx, payees)),
    own: await listOwnWays(ctx, payees),
    names: await summariesOf(ctx, payees),
  }))
  const why = whyKnownTo(ctx.actor)
  const reading = { isWhole: false, payPoints: await payPointNames(ctx) }
  const wayOf = (id: string) => {
    const way = ways.get(id)
    return way ? viewOf(way, reading) : null
  }
  return {
    awards: awards.map(({ id, benefit, payeeId }) => {
      const alone = own.find((one) => one.payeeId === payeeId && isSameAward(one, { personId, benefit }))
      return {
        id,
        benefit: why.told(benefit),
        payee: { id: payeeId, name: names.get(payeeId)?.fullName ?? null, isSelf: payeeId === personId },
        way: alone ? viewOf(alone.way, reading) : wayOf(payeeId),
        isOwnWay: alone !== undefined,
      }
    }),
    way: wayOf(personId),
    requests: await viewRequests(ctx, await listWayRequestsOf(ctx, [...new Set(payees)])),
    receivers: await listReceivers(ctx, personId),
  }
}

const roleOf = {
  guardian_of: 'guardian',
  parent_of: 'guardian',
  cares_for: 'carer',
  collects_for: 'authorised',
} as const satisfies Partial<Record<RelationKind, Receiver['role']>>

async function listReceivers(ctx: Ctx, personId: string): Promise<PersonWays['receivers']> {
  return forWholeCountry(ctx, async (ctx) => {
    const [history] = await loadHistories(ctx, [personId])
    const today = (history?.relations ?? []).filter(
      ({ side, during, retractedAt }) => side === 'to' && retractedAt === null && contains(during, ctx.today),
    )
    const people = await summariesOf(
      ctx,
      today.map(({ otherId }) => otherId),
    )
    return today.flatMap(({ kind, otherId }) => {
      const person = people.get(otherId)
      const role = kind in roleOf ? roleOf[kind as keyof typeof roleOf] : undefined // Looked up just before.
      if (!role || !person || person.diedOn) return []
      return [{ personId: otherId, name: person.fullName, role }]
    })
  })
}

export async function listWayRequests(
  ctx: Ctx,
  { isEnded = false, page }: { isEnded?: boolean | undefined; page: number },
) {
  const { rows, total } = await findRequests(
    ctx,
    isEnded ? ['in_force', 'refused', 'withdrawn'] : ['asked', 'approved'],
    { page, size: pageSize },
  )
  return { rows: await viewRequests(ctx, rows), total }
}

async function viewRequests(ctx: Ctx, rows: readonly WayRequest[]): Promise<WayRequestView[]> {
  const ids = rows.map(({ personId }) => personId)
  const people = await summariesOf(ctx, [...ids, ...rows.flatMap(({ awardPersonId }) => awardPersonId ?? [])])
  const units = await areaAt(
    ctx,
    rows.map(({ areaId }) => areaId),
    ctx.today,
  )
  const areas = await areaNames(ctx, new Set(units.values()))
  const open = Map.groupBy(await listOpenOf(ctx, ids), ({ personId }) => personId)
  const pictures = await countPictures(
    ctx,
    rows.map(({ id }) => id),
  )
  const may = (permission: string) => ctx.actor.permissions.has(permission)
  const why = whyKnownTo(ctx.actor)
  const [mayAsk, mayDecide] = [may('payments.ask_way'), may('payments.decide_way')]
  // Whoever asks or decides compares the number with the paper; nobody else needs more than its end.
  const reading = { isWhole: mayAsk || mayDecide, payPoints: await payPointNames(ctx) }
  const views: WayRequestView[] = []
  for (const row of rows) {
    const isOpen = row.state === 'asked' || row.state === 'approved'
    const isOwn = row.askedBy === ctx.actor.userId
    const { by } = row.after
    const hasAccount = by.channel === 'account' || by.channel === 'wallet'
    const strangers = isOpen && hasAccount ? await strangersOn(ctx, row.personId, by) : []
    const calls = isOpen && hasAccount ? await callsOn(ctx, by) : []
    const award = awardOf(row)
    views.push({
      id: row.id as WayRequestId, // Rows of requests are named by their ids.
      person: { id: row.personId, name: people.get(row.personId)?.fullName ?? '' },
      award: award && {
        benefit: why.told(award.benefit),
        person: { id: award.personId, name: people.get(award.personId)?.fullName ?? '' },
      },
      area: { id: row.areaId, name: areas.get(units.get(row.areaId) ?? row.areaId) ?? '' },
      origin: row.origin,
      applicationId: row.applicationId,
      state: row.state,
      before: row.before && viewOf(row.before, { ...reading, isWhole: false }),
      after: viewOf(row.after, { ...reading, isWhole: reading.isWhole && isOpen }),
      evidence: row.evidence,
      pictures: pictures.get(row.id) ?? 0,
      asked: { by: { id: row.askedBy, name: row.askedName }, at: row.askedAt },
      decided:
        row.decidedBy === null
          ? null
          : { by: { id: row.decidedBy, name: row.decidedName! }, at: row.decidedAt! }, // Decided by somebody at a moment.
      note: row.note,
      effectiveOn: row.effectiveOn,
      nameCheck: row.nameCheck,
      nameFound: row.nameFound,
      nameExpected: hasAccount ? expectedName(row.after, people.get(row.personId)?.fullName ?? '') : '',
      conflicts: (open.get(row.personId) ?? []).filter(({ id }) => id !== row.id && isOpen).length,
      strangers: strangers.map(({ name, isElsewhere }) => ({ name, isElsewhere })),
      calledWrong: calls[0]
        ? { since: calls[0].since, isForPayee: calls.some(({ personId }) => personId === row.personId) }
        : null,
      mayApprove: mayDecide && row.state === 'asked' && !isOwn,
      mayRefuse: mayDecide && isOpen && !isOwn,
      mayWithdraw: mayAsk && isOpen,
    })
  }
  return views
}

function viewOf({ by, receiver }: Way, { isWhole, payPoints }: Reading): WayView {
  const isAccount = by.channel === 'account' || by.channel === 'wallet'
  const payPointId = by.channel === 'cash_point' ? by.payPointId : null
  return {
    channel: by.channel,
    bank: isAccount ? by.bank : null,
    account: isAccount ? (isWhole ? by.account : masked(by.account)) : null,
    holder: isAccount ? by.holder || null : null,
    payPoint: payPointId === null ? null : (payPoints.get(payPointId) ?? null),
    isReceivers: isAccount && by.isReceivers,
    receiver: receiver && {
      role: receiver.role,
      fullName: receiver.fullName,
      document: receiver.document,
      until: receiver.until,
    },
  }
}
