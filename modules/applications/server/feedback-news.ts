import type { Ctx } from '#platform/server/context'
import { getApplication } from '../db/applications.ts'
import { findFeedback, findOpenAppeal, type Feedback } from '../db/feedback.ts'
import type { Correspondent } from './news.ts'

/** An appeal as somebody is told of it: about which file, from whom, and until when it has to be taken up. */
export async function newsOfAppeal(
  ctx: Ctx,
  { applicationId, documentId }: { readonly applicationId: string; readonly documentId: string },
) {
  const application = await getApplication(ctx, applicationId)
  const appeal = await findOpenAppeal(ctx, documentId)
  if (!appeal?.contact) return undefined
  const { id, code, areaId, isConfidential, assigneeId } = application
  return {
    feedbackId: appeal.id,
    file: { id, code, areaId, isConfidential, assigneeId },
    dueOn: appeal.dueOn,
    correspondent: correspondentOf(appeal.contact),
  }
}

/**
 * What the office wrote to somebody who had written, and whom to tell of it: undefined where no name was left, for then nobody
 * knows whom to tell and the code alone leads back. An appeal names its file, and is as confidential as that is.
 */
export async function newsOfAnswer(ctx: Ctx, { feedbackId }: { readonly feedbackId: string }) {
  const feedback = await findFeedback(ctx, feedbackId)
  if (!feedback?.contact) return undefined
  const { kind, areaId, applicationId, dueOn, contact } = feedback
  const file = applicationId ? await getApplication(ctx, applicationId) : undefined
  return {
    isAppeal: kind === 'appeal',
    file: {
      id: file?.id ?? null,
      code: file?.code ?? null,
      areaId,
      isConfidential: file?.isConfidential ?? false,
    },
    dueOn,
    correspondent: correspondentOf(contact),
  }
}

/** Whoever wrote is told where they asked to be, and may be somebody else than the file is about. */
function correspondentOf({ fullName, phone, email }: NonNullable<Feedback['contact']>): Correspondent {
  return { fullName, phone, email, village: null, isDead: false }
}
