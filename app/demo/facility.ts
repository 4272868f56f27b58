import { recordFacility } from '#modules/applications'
import { areaIdsWithin } from '#modules/geography'
import { createUser, permissionsOf } from '#modules/identity'
import type { Ctx } from '#platform/server/context'
import { actAs } from '#platform/server/database'
import { demoPassword, guests } from './accounts.ts'

/**
 * Whoever signs beside the chair, last of all, so that everything before keeps its ids: a deputy, who waits for a delegation,
 * and the house of another commune with its head and somebody who prepares what the head signs.
 */
export async function openFacility(
  ctx: Ctx,
  { commune, facility, newId }: { commune: number; facility: number; newId: () => string },
) {
  for (const { username, name, role, where } of guests) {
    const areaId = where === 'facility' ? facility : commune
    const id = newId()
    const { userId } = await createUser(ctx, { id, name, username, password: demoPassword, role, areaId })
    if (role !== 'facility_head') continue
    const areaIds = [...(await areaIdsWithin(ctx, areaId))]
    const head = { userId, name, areaId, areaIds, permissions: permissionsOf(role) }
    await actAs(ctx.db<Record<never, never>>(), head)
    await recordFacility(
      { ...ctx, actor: head },
      {
        name: 'Trung tâm Bảo trợ xã hội (mẫu)',
        superior: 'Sở Y tế tỉnh Phú Thọ',
        abbreviation: 'TTBTXH',
        headTitle: 'Giám đốc',
        places: 60,
        serves: 'người khuyết tật đặc biệt nặng, trẻ em không có nguồn nuôi dưỡng, người cần ở tạm khẩn cấp',
        address: null,
        phone: null,
        isListed: true,
        kind: 'general',
        isPublic: true,
        requestId: newId(),
      },
    )
    await actAs(ctx.db<Record<never, never>>(), ctx.actor)
  }
}
