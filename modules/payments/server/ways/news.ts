import type { CivilDate } from '#kernel/civil-date'
import { areaAt } from '#modules/geography'
import { contactsOf, summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { listWayRequestsOf } from '../../db/way-requests.ts'
import { isFallBack } from '../../domain/way.ts'

/** What somebody may be told of a change of their way («báo tin đổi cách nhận»): of an account no more than its end. */
export type WayNews = {
  readonly requestId: string
  readonly areaId: number
  readonly channel: 'account' | 'wallet' | 'cash_point' | 'cash_home'
  /** «…4321» */
  readonly accountEnd: string | null
  readonly effectiveOn: CivilDate | null
  readonly payee: {
    readonly fullName: string
    readonly phone: string | null
    readonly village: string | null
    readonly isDead: boolean
  }
}

/** A request and its payee as they are now; the latest that nobody asked for where none is named. */
export async function newsOfWay(
  ctx: Ctx,
  { wayRequestId, personId }: { wayRequestId?: string | undefined; personId: string },
): Promise<WayNews | undefined> {
  const payee = (await summariesOf(ctx, [personId])).get(personId)
  const request = (await listWayRequestsOf(ctx, [personId])).find(({ id, origin }) =>
    wayRequestId === undefined ? isFallBack(origin) : id === wayRequestId,
  )
  if (!payee || !request) return undefined
  const { by } = request.after
  const { phone = null } = (await contactsOf(ctx, [personId])).get(personId) ?? {}
  return {
    requestId: request.id,
    areaId: (await areaAt(ctx, [payee.homeAreaId], ctx.today)).get(payee.homeAreaId) ?? payee.homeAreaId,
    channel: by.channel,
    accountEnd: 'account' in by ? `…${by.account.slice(-4)}` : null,
    effectiveOn: request.effectiveOn,
    payee: {
      fullName: payee.fullName,
      phone,
      village: payee.homeVillage,
      isDead: payee.diedOn !== null,
    },
  }
}
