import { listColleagues } from '#modules/identity'
import type { Ctx } from '#platform/server/context'
import { insertEvents, listApplicationsForUpdate, updateApplication } from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { problems } from '../domain/problems.ts'

type Wish = {
  readonly ids: readonly string[]
  readonly assignee: { readonly id: string } | null
  readonly requestId: string
}

/** Gives files to somebody («giao việc»), or to nobody in particular. */
export function assignApplications(ctx: Ctx, input: Wish) {
  return once(ctx, 'assign', input, async () => {
    const applications = await listApplicationsForUpdate(ctx, input.ids)
    const found = new Set(applications.map(({ id }) => id))
    const absent = input.ids.find((id) => !found.has(id))
    if (absent !== undefined) throw problems('application_not_found', { id: absent })
    const assignee = input.assignee && (await getColleague(ctx, input.assignee.id))
    for (const application of applications) {
      const version = await updateApplication(ctx, application, {
        assigneeId: assignee?.id ?? null,
        assigneeName: assignee?.name ?? null,
      })
      await insertEvents(ctx, [
        { applicationId: application.id, kind: 'assigned', version, detail: { to: assignee?.name ?? null } },
      ])
    }
    if (assignee && assignee.id !== ctx.actor.userId && applications.length > 0)
      ctx.emit({
        type: 'applications.assigned',
        applicationIds: applications.map(({ id }) => id),
        assigneeId: assignee.id,
        requestId: input.requestId,
      })
    return { assigned: applications.length }
  })
}

/** Work is given to somebody of the same area who may do it. */
async function getColleague(ctx: Ctx, id: string): Promise<{ id: string; name: string }> {
  if (id === ctx.actor.userId) return { id, name: ctx.actor.name }
  const colleagues = await listColleagues(ctx, { may: 'applications.handle' })
  const found = colleagues.find((one) => one.id === id)
  if (!found) throw problems('assignee_unknown', { id })
  return found
}
