import { addDays, dayOf, type CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { insertAnswer, listAnswers, listKnown, type Answer, type FreshAnswer } from '../db/answers.ts'
import type { Part } from '../db/parts.ts'
import { getRowForUpdate, updateRow } from '../db/rows.ts'
import { insertTask, listTasksOf, markDone, type Task } from '../db/tasks.ts'
import { keyOf, presence } from '../domain/field.ts'
import { problems } from '../domain/problems.ts'
import { standingOf, type Standing } from '../domain/standing.ts'
import { taskDays, triesBeforeTask } from '../domain/take.ts'
import { askFor } from './ask-for.ts'

export type Took = { readonly standing: Standing; readonly isRepeated: boolean }

/**
 * Takes in one answer: written once, whoever sends it how often, and then the row is what all its answers come to. What
 * is found to be otherwise becomes a change request or a task; nothing is written into the register.
 */
export async function takeIn(
  ctx: Ctx,
  part: Part,
  answer: Omit<FreshAnswer, 'partId' | 'areaId'>,
  { mayOverlook }: { mayOverlook: boolean },
): Promise<Took> {
  const { personId } = answer
  const row = await getRowForUpdate(ctx, part.id, personId)
  const before = (await listKnown(ctx, [answer.id])).get(answer.id)
  if (before) {
    if (!isSame(before, answer, part)) throw problems('answer_changed', { id: answer.id })
    return { standing: await standing(ctx, part.id, personId), isRepeated: true }
  }
  const others = await listAnswers(ctx, part.id, [personId])
  const last = others.at(-1)?.seq ?? 0
  if (!mayOverlook && last > answer.knew) throw problems('answered_meanwhile')
  // Nobody has seen what has not come yet.
  const knew = Math.min(answer.knew, last)
  await insertAnswer(ctx, { ...answer, knew, partId: part.id, areaId: row.areaId })
  const { personId: _, ...details } = {
    personId,
    outcome: answer.outcome,
    fields: answer.changes.map(({ field }) => field),
  }
  ctx.audit({ action: 'review.person_answered', personId, subject: part.id, details })
  return { standing: await settle(ctx, part, personId), isRepeated: false }
}

function isSame(before: Answer, answer: Omit<FreshAnswer, 'partId' | 'areaId'>, part: Part): boolean {
  const keys = (changes: FreshAnswer['changes']) => changes.map(keyOf).toSorted().join()
  return (
    before.partId === part.id &&
    before.personId === answer.personId &&
    before.outcome === answer.outcome &&
    before.note === answer.note &&
    keys(before.changes) === keys(answer.changes)
  )
}

async function standing(ctx: Ctx, partId: string, personId: string): Promise<Standing> {
  const answers = await listAnswers(ctx, partId, [personId])
  return standingOf(answers.filter(({ isWithdrawn }) => !isWithdrawn))
}

/** Makes the row, and what there is to do, what the answers come to. The row is locked. */
export async function settle(ctx: Ctx, part: Part, personId: string): Promise<Standing> {
  const answers = (await listAnswers(ctx, part.id, [personId])).filter(({ isWithdrawn }) => !isWithdrawn)
  const now = standingOf(answers)
  const last = answers.at(-1)
  await updateRow(
    ctx,
    { partId: part.id, personId },
    {
      state: now.state,
      tries: now.tries,
      answeredAt: last?.happenedAt ?? null,
      answeredName: last?.byName ?? null,
      confirmedOn: now.state === 'unchanged' ? confirmedOn(answers, now) : null,
    },
  )
  await settleTasks(ctx, part, personId, now, answers)
  return now
}

function confirmedOn(answers: readonly Answer[], { counting }: Standing): CivilDate | null {
  const days = answers.filter(({ id }) => counting.includes(id)).map(({ happenedAt }) => dayOf(happenedAt))
  return days.toSorted().at(-1) ?? null
}

async function settleTasks(
  ctx: Ctx,
  part: Part,
  personId: string,
  now: Standing,
  answers: readonly Answer[],
) {
  const tasks = await listTasksOf(ctx, part.id, personId)
  const open = tasks.filter(({ doneAt }) => doneAt === null)
  const isMoot = (task: Task) =>
    task.kind === 'search'
      ? now.state === 'unchanged' || now.state === 'changed' || now.state === 'waiting'
      : task.kind === 'record' && !now.counting.includes(task.answerId)
  await markDone(
    ctx,
    open.filter(isMoot).map(({ id }) => id),
    moot,
  )
  const dueOn = addDays(ctx.today, taskDays)
  const row = { partId: part.id, personId, areaId: part.areaId, dueOn }
  if (now.state === 'conflict') return
  for (const finding of now.changes) {
    const answer = answers.findLast(
      ({ id, changes }) => now.counting.includes(id) && changes.some((one) => keyOf(one) === keyOf(finding)),
    )
    if (!answer || tasks.some(({ answerId, field }) => answerId === answer.id && field === finding.field))
      continue
    const changeRequestId = await askFor(ctx, part, personId, finding)
    const kind = changeRequestId === null ? 'record' : 'request'
    await insertTask(ctx, { ...row, answerId: answer.id, field: finding.field, kind, changeRequestId })
  }
  const isSought = now.state === 'not_found' || (now.state === 'not_met' && now.tries >= triesBeforeTask)
  const isOpen = open.some(({ kind }) => kind === 'search')
  const last = answers.at(-1)
  if (isSought && !isOpen && last)
    await insertTask(ctx, {
      ...row,
      answerId: last.id,
      field: presence,
      kind: 'search',
      changeRequestId: null,
    })
}

/** What stands with a task that ended because another answer made it void. */
const moot = 'answered_otherwise'
