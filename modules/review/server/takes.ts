import { randomBytes } from 'node:crypto'
import { addSeconds, type Instant } from '#kernel/civil-date'
import { areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import type { CarriedList, NewAnswer, TakeView, Verdict } from '../contract.ts'
import { getOpenPart, getPart, listOpenParts, type Part } from '../db/parts.ts'
import { countVillages, listRows } from '../db/rows.ts'
import {
  findTakeOfRequest,
  getTakeForUpdate,
  insertTake,
  listTakes as findTakes,
  markHandedIn,
  markHeard,
  markRecalled,
  type Take,
} from '../db/takes.ts'
import { happenedAt } from '../domain/moment.ts'
import { problems } from '../domain/problems.ts'
import { mostCarried, takeDays } from '../domain/take.ts'
import { viewRows } from './rows.ts'
import { takeIn } from './take-in.ts'

/** The villages of the reviews under way, with how many wait in each. */
export async function listTakeable(ctx: Ctx) {
  const parts = await listOpenParts(ctx)
  const names = await areaNames(
    ctx,
    parts.map(({ areaId }) => areaId),
  )
  const villages = Map.groupBy(
    await countVillages(
      ctx,
      parts.map(({ id }) => id),
    ),
    ({ partId }) => partId,
  )
  return parts.map(({ id, areaId, title }) => ({
    partId: id,
    area: { id: areaId, name: names.get(areaId) ?? '' },
    title,
    villages: (villages.get(id) ?? []).map(({ name, people, waiting }) => ({ name, people, waiting })),
  }))
}

type Wish = {
  readonly partId: string
  readonly village: string | null
  readonly device: string
  readonly requestId: string
}

/** Gives somebody the list of a commune or a village to carry along; asked again by the same request it is the same. */
export async function takeList(ctx: Ctx, { partId, village, device, requestId }: Wish): Promise<CarriedList> {
  // Pressed twice, the second waits for what the first makes.
  await lock(ctx, `review.take ${requestId}`)
  const known = await findTakeOfRequest(ctx, requestId)
  if (known && known.takenBy !== ctx.actor.userId) throw problems('take_of_another', { by: known.takenName })
  const part = await getOpenPart(ctx, partId)
  const wish = { partId, isCounting: true, ...(village !== null && { village }) }
  const rows = await listRows(ctx, wish, { limit: mostCarried })
  if (rows.length === 0) throw problems('nobody_to_take')
  const take =
    known ??
    (await insertTake(ctx, {
      requestId,
      partId,
      areaId: part.areaId,
      village,
      people: rows.length,
      device,
      secret: randomBytes(32).toString('base64'),
      expiresAt: addSeconds(ctx.now, takeDays * 86_400),
    }))
  const { takenAt, expiresAt, secret, id } = take
  const answered = new Map(rows.map((row) => [row.personId, row]))
  return {
    id,
    partId,
    area: { id: part.areaId, name: (await areaNames(ctx, [part.areaId])).get(part.areaId) ?? '' },
    title: part.title,
    to: part.toOn,
    village,
    secret,
    takenAt,
    expiresAt,
    rows: (await viewRows(ctx, rows)).map((row) => {
      const { state, answeredAt, answeredName } = answered.get(row.personId)! // The same rows.
      return { ...row, before: { state, at: answeredAt, byName: answeredName } }
    }),
  }
}

/** The list, if it is the actor who carries it: nobody answers for the eyes of another. */
async function getOwnTake(ctx: Ctx, id: string): Promise<Take> {
  const take = await getTakeForUpdate(ctx, id)
  if (take.takenBy !== ctx.actor.userId) throw problems('take_of_another', { by: take.takenName })
  return take
}

export async function unlockTake(ctx: Ctx, { id }: { id: string }): Promise<{ secret: string }> {
  return { secret: (await getOwnTake(ctx, id)).secret }
}

/**
 * Takes in what was recorded on a device, all of it or nothing, in whatever order and however often it is sent. A list
 * that was called back, ran out, or whose review was closed meanwhile is still heard: somebody was at that door.
 */
export async function sendAnswers(
  ctx: Ctx,
  { id, sentAt, answers }: { id: string; sentAt: Instant; answers: readonly NewAnswer[] },
): Promise<{ verdicts: Verdict[]; isRecalled: boolean }> {
  const take = await getOwnTake(ctx, id)
  const part: Part = await getPart(ctx, take.partId)
  const verdicts = new Map<string, Verdict['verdict']>()
  // Rows are locked in one order, whoever sends; what is said about one person stays in its own.
  for (const answer of answers.toSorted((one, other) => compare(one, other))) {
    const { saidAt, ...said } = answer
    const moments = { seenAt: take.takenAt, saidAt, sentAt, receivedAt: ctx.now }
    const { standing, isRepeated } = await takeIn(
      ctx,
      part,
      { ...said, saidAt, seenAt: take.takenAt, happenedAt: happenedAt(moments), takeId: id },
      { mayOverlook: true },
    )
    const isContested = standing.conflicts.some(({ answerIds }) => answerIds.includes(answer.id))
    verdicts.set(answer.id, isContested ? 'conflict' : isRepeated ? 'repeated' : 'taken')
  }
  await markHeard(ctx, id)
  return {
    verdicts: answers.map((answer) => ({ id: answer.id, verdict: verdicts.get(answer.id)! })), // Each was judged.
    isRecalled: take.recalledAt !== null,
  }
}

function compare(one: NewAnswer, other: NewAnswer): number {
  return one.personId < other.personId
    ? -1
    : one.personId > other.personId
      ? 1
      : one.saidAt.localeCompare(other.saidAt)
}

export async function handInTake(ctx: Ctx, { id }: { id: string }) {
  const take = await getOwnTake(ctx, id)
  if (take.handedInAt === null) await markHandedIn(ctx, id)
}

/** Calls a list back, as when a tablet is lost: at its next contact it is wiped, once what it holds was heard. */
export async function recallTake(ctx: Ctx, { id }: { id: string }) {
  const take = await getTakeForUpdate(ctx, id)
  if (take.recalledAt === null && take.handedInAt === null) await markRecalled(ctx, id)
}

export async function listTakes(ctx: Ctx, { partId }: { partId: string }): Promise<TakeView[]> {
  await getPart(ctx, partId)
  return (await findTakes(ctx, partId)).map((take) => ({ ...pick(take), state: stateOf(ctx, take) }))
}

function pick(take: Take & { answers: number }) {
  const { id, village, people, device, takenName, takenAt, expiresAt, lastHeardAt, answers } = take
  return { id, village, people, device, takenName, takenAt, expiresAt, lastHeardAt, answers }
}

function stateOf({ now }: Ctx, { handedInAt, recalledAt, expiresAt }: Take): TakeView['state'] {
  if (handedInAt !== null) return 'handed_in'
  if (recalledAt !== null) return 'recalled'
  return expiresAt.slice(0, -1) > now.slice(0, -1) ? 'out' : 'expired'
}
