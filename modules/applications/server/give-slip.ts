import type { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { insertEvents, updateApplication } from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { problems } from '../domain/problems.ts'
import { openFileForUpdate } from './open-file.ts'
import { issueSlip, type Invitation } from './slips.ts'

type Wish = {
  readonly id: string
  readonly version: number
  readonly slip: 'apology' | 'invitation' | 'posting_notice' | 'control_slip'
  readonly reason?: string | undefined
  readonly newDueAt?: Instant | undefined
  readonly invitation?: Invitation | undefined
  readonly requestId: string
}

/** Gives out a paper of the way because an officer decides so, and writes down that it was given. */
export function giveSlip(ctx: Ctx, input: Wish) {
  return once(ctx, 'give_slip', input, async () => {
    const { application } = await openFileForUpdate(ctx, input)
    const { slip, reason, newDueAt, invitation } = input
    if (slip === 'apology') assertLate(ctx, application.dueAt, input)
    const documentId = await issueSlip(ctx, application.id, slip, { reason, newDueAt, invitation })
    if (!documentId) throw problems('slip_not_possible', { slip })
    const version = await updateApplication(ctx, application, {})
    await insertEvents(ctx, [
      {
        applicationId: application.id,
        kind: slip,
        version,
        detail: { documentId, ...(reason && { reason }), ...(newDueAt && { newDueAt }) },
      },
    ])
    return { version, documentId }
  })
}

/** An apology («phiếu xin lỗi và hẹn lại») says why the day was missed and on which one the answer comes. */
function assertLate({ now }: Ctx, dueAt: Instant | null, { reason, newDueAt }: Wish) {
  if (!reason) throw problems('reason_needed', { slip: 'apology' })
  if (!dueAt || dueAt >= now || !newDueAt || newDueAt <= now) throw problems('not_late', { dueAt, newDueAt })
}
