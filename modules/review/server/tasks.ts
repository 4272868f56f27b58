import { z } from 'zod'
import { addDays } from '#kernel/civil-date'
import { statesOfChanges } from '#modules/changes'
import { areaNames } from '#modules/geography'
import { summariesOf } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx, Event } from '#platform/server/context'
import type { Subscribers } from '#platform/server/outbox'
import type { TaskView } from '../contract.ts'
import { pageSize } from '../contract.ts'
import { countDue, finishRequests, getTaskForUpdate, listTasks as findTasks, markDone } from '../db/tasks.ts'
import { problems } from '../domain/problems.ts'
import { soonDays } from '../domain/take.ts'
import { once } from './campaigns.ts'
import { followRecords } from './draw-up.ts'

/** What reviews leave to do, what is due first first. */
export async function listTasks(
  ctx: Ctx,
  { partId, view, page }: { partId?: string | undefined; view: 'open' | 'done'; page: number },
) {
  const { rows, total, overdue } = await findTasks(ctx, {
    partId,
    isOpen: view === 'open',
    offset: (page - 1) * pageSize,
    limit: pageSize,
  })
  const people = await summariesOf(
    ctx,
    rows.map(({ personId }) => personId),
  )
  const names = await areaNames(
    ctx,
    rows.map(({ areaId }) => areaId),
  )
  const states = await statesOfChanges(
    ctx,
    rows.flatMap(({ changeRequestId }) => changeRequestId ?? []),
  )
  return {
    page,
    total,
    overdue: view === 'open' ? overdue : 0,
    rows: rows.map(({ personId, areaId, changes, ...task }): TaskView => {
      const finding = changes.find(({ field }) => field === task.field) ?? null
      return {
        ...task,
        area: { id: areaId, name: names.get(areaId) ?? '' },
        person: { id: PersonId.parse(personId), fullName: people.get(personId)?.fullName ?? null },
        finding,
        changeState: task.changeRequestId === null ? null : (states.get(task.changeRequestId) ?? null),
      }
    }),
  }
}

/** For the page of the day: what is late, and what is due in the next days. */
export function countDueTasks(ctx: Ctx) {
  return countDue(ctx, { by: addDays(ctx.today, soonDays) })
}

export function finishTask(
  ctx: Ctx,
  input: { id: string; note: string; requestId: string },
): Promise<{ id: string }> {
  return once(ctx, 'finish_task', input, async () => {
    const task = await getTaskForUpdate(ctx, input.id)
    // A request ends where it is decided.
    if (task.kind === 'request') throw problems('request_opened')
    await markDone(ctx, [task.id], input.note)
    ctx.audit({ action: 'review.person_task_done', personId: task.personId, subject: task.id })
    return { id: task.id }
  })
}

const Decided = z.object({ type: z.string(), requestId: z.uuid() })
const Records = z.object({ keptId: z.uuid(), mergedId: z.uuid() })

/** A task that is a change request ends with it, and whoever has one record now stands on a list once. */
export const reviewSubscribers: Subscribers = {
  'review.follow_decision': {
    on: ['changes.approved', 'changes.rejected', 'changes.withdrawn'],
    run: async (ctx: Ctx, event: Event) => {
      const { type, requestId } = Decided.parse(event)
      await finishRequests(ctx, requestId, type.split('.')[1]!) // Named `changes.…` above.
    },
  },
  'review.follow_records': {
    on: ['duplicates.merged', 'duplicates.parted'],
    run: (ctx: Ctx, event: Event) => {
      const { keptId, mergedId } = Records.parse(event)
      return followRecords(ctx, [keptId, mergedId])
    },
  },
}
