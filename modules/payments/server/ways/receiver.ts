import { listChannels, type Receiver } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import type { Way } from '../../domain/way.ts'
import { recordWish } from './ask.ts'
import { waysOf } from './convert.ts'

type Asked = {
  readonly personId: string
  /** Null where the payee receives again. */
  readonly receiver: Receiver | null
  readonly evidence: string
  readonly requestId: string
  readonly askedBy: { readonly id: string; readonly name: string }
}

/**
 * Asks that another receives in the place of a payee, by the way there is; an account of whoever received before is none of
 * theirs, so there it is cash at the commune until an account is told. Undefined where it is so already.
 */
export async function askForReceiver(ctx: Ctx, { receiver, ...asked }: Asked): Promise<string | undefined> {
  const way = (await waysOf(ctx, await listChannels(ctx, [asked.personId]))).get(asked.personId)
  const isOfFormer = way !== undefined && 'isReceivers' in way.by && way.by.isReceivers
  const by: Way['by'] = way && !isOfFormer ? way.by : { channel: 'cash_point', payPointId: null }
  return recordWish(ctx, { ...asked, way: { receiver, by }, origin: 'office' })
}

/** Who receives in the place of a payee; null where nobody does. */
export async function receiverOf(ctx: Ctx, personId: string): Promise<Receiver | null> {
  return (await listChannels(ctx, [personId])).get(personId)?.receiver ?? null
}
