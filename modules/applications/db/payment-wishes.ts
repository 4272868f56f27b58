import type { Ctx } from '#platform/server/context'
import type { Payment } from '../domain/application.ts'
import type { ApplicationsTables } from './tables.ts'

/** How whoever is granted something asked to be paid in their file, and who drafted the decision. */
export type PaymentWish = {
  readonly applicationId: string
  readonly code: string
  readonly payment: Payment
  readonly payeeId: string
  /** Whether the decision names somebody who receives it in the person’s place. */
  readonly isInPlace: boolean
  readonly draftedBy: { readonly id: string; readonly name: string }
}

export async function findPaymentWish(ctx: Ctx, documentId: string): Promise<PaymentWish | undefined> {
  const row = await ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.document as document')
    .innerJoin('applications.proposal as proposal', 'proposal.id', 'document.proposalId')
    .innerJoin('applications.application as application', 'application.id', 'document.applicationId')
    .select([
      'application.id as applicationId',
      'application.code',
      'application.payment',
      'proposal.payeeId',
      'proposal.personId',
      'proposal.draftedBy',
      'proposal.draftedName',
    ])
    .where('document.id', '=', documentId)
    .where('proposal.kind', '=', 'grant')
    .where('application.payment', 'is not', null)
    .executeTakeFirst()
  if (!row?.payment) return undefined
  const { applicationId, code, payment, payeeId, personId, draftedBy, draftedName } = row
  return {
    applicationId,
    code,
    payment,
    payeeId: payeeId ?? personId,
    isInPlace: payeeId !== null && payeeId !== personId,
    draftedBy: { id: draftedBy, name: draftedName },
  }
}
