import { listStaffOf } from '#modules/identity'
import type { Ctx } from '#platform/server/context'
import { insertEntries } from '../db/inbox.ts'
import { insertNotices, isToldOtherwise, markFailed, type Notice } from '../db/notices.ts'
import { needsAnswer, type Reason } from '../domain/kinds.ts'
import { needsFor } from '../domain/news.ts'

/** Ends messages that will not go out; what the person has to know is brought to them by hand, unless another wire tells it. */
export async function failAndBring(ctx: Ctx, ids: readonly string[], reason: Reason) {
  for (const failed of await markFailed(ctx, ids, reason)) {
    if (!needsAnswer.has(failed.kind) || (await isToldOtherwise(ctx, failed))) continue
    await insertNotices(ctx, [letterInstead(ctx, failed, reason)])
    await tellWhoBrings(ctx, failed)
  }
}

function letterInstead(ctx: Ctx, failed: Notice, reason: Reason) {
  const { key, kind, applicationId, areaId, isConfidential, toName, village, address, channel } = failed
  return {
    key,
    kind,
    channel: 'letter' as const,
    applicationId,
    areaId,
    isConfidential,
    toName,
    village,
    address: channel === 'sms' ? address : null,
    subject: null,
    text: null,
    reason,
    createdAt: ctx.now,
    dueAt: ctx.now,
    attemptedAt: null,
    leasedUntil: null,
    giveUpAt: null,
    sentAt: null,
    reference: null,
    settledAt: null,
    settledBy: null,
    settledName: null,
    telling: null,
  }
}

/** Once a day an officer of the unit hears that there is somebody to be told; the list says whom. */
export async function tellWhoBrings(
  ctx: Ctx,
  { areaId, isConfidential }: Pick<Notice, 'areaId' | 'isConfidential'>,
) {
  const staff = await listStaffOf(ctx, areaId, { may: needsFor('to_tell', isConfidential) })
  await insertEntries(ctx, staff, {
    key: `to_tell:${areaId}:${ctx.today}`,
    kind: 'to_tell',
    applicationId: null,
  })
}
