import type { Instant } from '#kernel/civil-date'
import { statesOfChanges } from '#modules/changes'
import type { Ctx } from '#platform/server/context'
import type { Given, NewAnswer } from '../contract.ts'
import { getAnswer, insertWithdrawal } from '../db/answers.ts'
import { getOpenPart } from '../db/parts.ts'
import { getRowForUpdate } from '../db/rows.ts'
import { listTasksOf, markDone } from '../db/tasks.ts'
import { problems } from '../domain/problems.ts'
import type { State } from '../domain/standing.ts'
import { settle, takeIn } from './take-in.ts'

/** One answer at the desk: whoever gives it has the newest before them, or is told so. */
export async function answerRow(
  ctx: Ctx,
  { partId, seenAt, ...answer }: Omit<NewAnswer, 'saidAt'> & { partId: string; seenAt: Instant },
): Promise<Given> {
  const part = await getOpenPart(ctx, partId)
  const moments = { seenAt: earlier(seenAt, ctx.now), saidAt: ctx.now, happenedAt: ctx.now }
  const { standing } = await takeIn(
    ctx,
    part,
    { ...answer, ...moments, takeId: null },
    { mayOverlook: false },
  )
  const tasks = (await listTasksOf(ctx, partId, answer.personId)).filter(
    ({ answerId }) => answerId === answer.id,
  )
  return {
    state: standing.state,
    requests: tasks.flatMap(({ field, changeRequestId }) =>
      changeRequestId === null ? [] : [{ field, id: changeRequestId }],
    ),
    tasks: tasks.filter(({ kind }) => kind !== 'request').length,
  }
}

function earlier(one: Instant, other: Instant): Instant {
  return one.slice(0, -1) < other.slice(0, -1) ? one : other
}

/** Takes an answer back, while the review is open and nobody has taken up what it asked for. */
export async function withdrawAnswer(ctx: Ctx, { id }: { id: string }): Promise<{ state: State }> {
  const answer = await getAnswer(ctx, id)
  const part = await getOpenPart(ctx, answer.partId)
  const row = await getRowForUpdate(ctx, part.id, answer.personId)
  if (answer.isWithdrawn) return { state: row.state }
  const tasks = (await listTasksOf(ctx, part.id, answer.personId)).filter(({ answerId }) => answerId === id)
  const states = await statesOfChanges(
    ctx,
    tasks.flatMap(({ changeRequestId }) => changeRequestId ?? []),
  )
  // What was asked for is somebody’s to refuse or to withdraw, with a reason.
  if (
    [...states.values()].some((state) => state === 'found' || state === 'submitted' || state === 'approved')
  )
    throw problems('request_opened')
  await insertWithdrawal(ctx, answer)
  await markDone(
    ctx,
    tasks.map((task) => task.id),
    'withdrawn',
  )
  ctx.audit({ action: 'review.person_answer_withdrawn', personId: answer.personId, subject: part.id })
  return { state: (await settle(ctx, part, answer.personId)).state }
}
