import { createHash } from 'node:crypto'
import { Problem } from '#kernel/problem'
import { areaAt } from '#modules/geography'
import { peopleByNumbers } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { findSourcePayees, insertSourcePayee } from '../../db/source.ts'
import { accountIn, channelOfModality, personalIdIn, type SourceFault } from '../../domain/source.ts'
import type { Way } from '../../domain/way.ts'
import { askForWay } from '../ways/ask.ts'

type Beneficiary = {
  readonly PayeeFunctionalID: string
  readonly PaymentModality?: string | undefined
  readonly FinancialAddress?: string | undefined
}
type Told = { readonly RequestID: string; readonly Beneficiaries: readonly Beneficiary[] }

/** Writes down whom another system will have paid; those that can be taken are taken, whatever is wrong with others. */
export async function registerBeneficiary(ctx: Ctx, told: Told) {
  return answer(told, async (one) => {
    const found = await findPerson(ctx, one)
    if (typeof found === 'string') return found
    await insertSourcePayee(ctx, {
      functionalId: one.PayeeFunctionalID,
      personId: found.personId,
      areaId: (await areaAt(ctx, [found.homeAreaId], ctx.today)).get(found.homeAreaId) ?? found.homeAreaId,
    })
    return askForAccount(ctx, told, one, found)
  })
}

/** The same for whom it has registered before. */
export async function updateBeneficiary(ctx: Ctx, told: Told) {
  const registered = await findSourcePayees(
    ctx,
    told.Beneficiaries.map(({ PayeeFunctionalID }) => PayeeFunctionalID),
  )
  return answer(told, async (one) => {
    if (!registered.has(one.PayeeFunctionalID)) return 'PAYEE_NOT_REGISTERED'
    const found = await findPerson(ctx, one)
    return typeof found === 'string' ? found : askForAccount(ctx, told, one, found)
  })
}

type Known = { readonly personId: string; readonly fullName: string; readonly homeAreaId: number }

async function findPerson(ctx: Ctx, { PayeeFunctionalID }: Beneficiary): Promise<Known | SourceFault> {
  const number = personalIdIn(PayeeFunctionalID)
  const [person] = number === undefined ? [] : await peopleByNumbers(ctx, [number], ['personal_id'])
  if (!person) return 'PAYEE_UNKNOWN'
  return person.diedOn === null ? person : 'PAYEE_DEAD'
}

/**
 * An account another system names is asked for like any other («đề nghị đổi cách nhận»): a machine moves nobody’s money to
 * another account, people do. Without one the payee is paid as they are paid now.
 */
async function askForAccount(
  ctx: Ctx,
  { RequestID }: Told,
  { PayeeFunctionalID, PaymentModality = '00', FinancialAddress }: Beneficiary,
  { personId, fullName }: Known,
): Promise<SourceFault | undefined> {
  if (FinancialAddress === undefined) return undefined
  const channel = channelOfModality[PaymentModality]
  if (!channel) return 'MODALITY_UNKNOWN'
  const account = accountIn(FinancialAddress)
  if (!account) return 'ADDRESS_UNKNOWN'
  const way: Way = { receiver: null, by: { channel, ...account, holder: fullName, isReceivers: false } }
  try {
    await askForWay(ctx, {
      personId,
      way,
      evidence: `${ctx.actor.name}, RequestID ${RequestID}`,
      requestId: requestIdOf(ctx, RequestID, PayeeFunctionalID),
    })
    return undefined
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.code === 'payments.way_unchanged') return undefined
    if (error.code === 'payments.provider_missing') return 'NO_PROVIDER'
    if (error.code === 'payments.way_not_usable') return 'ADDRESS_UNKNOWN'
    throw error
  }
}

/** The same request of the same system is the same request to us. */
function requestIdOf({ actor }: Ctx, ...parts: readonly string[]) {
  const hash = createHash('sha256')
    .update([actor.userId, ...parts].join(' '))
    .digest('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}

async function answer(
  { RequestID, Beneficiaries }: Told,
  take: (one: Beneficiary) => Promise<SourceFault | undefined>,
) {
  const failed: { PayeeFunctionalID: string; FailureReason: SourceFault }[] = []
  for (const one of Beneficiaries) {
    const FailureReason = await take(one)
    if (FailureReason) failed.push({ PayeeFunctionalID: one.PayeeFunctionalID, FailureReason })
  }
  const isWhole = failed.length === 0
  return {
    ResponseCode: isWhole ? ('00' as const) : ('01' as const),
    ResponseDescription: isWhole
      ? 'All beneficiaries were taken'
      : `${failed.length} of ${Beneficiaries.length} beneficiaries were not taken`,
    RequestID,
    NumberFailedCases: failed.length,
    FailedBeneficiaries: failed,
  }
}
