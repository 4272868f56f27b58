import { sql } from 'kysely'
import { newId } from '#kernel/chance'
import { areaIdsWithin } from '#modules/geography'
import { permissionsOf } from '#modules/identity'
import type { Actor, Ctx } from '#platform/server/context'

/** Who handles files in a commune, and who signs there. */
export type Staff = { readonly officer: Actor; readonly chair: Actor }

const officers = ['Đỗ Thị Hạnh', 'Trần Quốc Việt', 'Phùng Văn Tuấn', 'Hà Thị Nhung', 'Lê Thị Mai'] as const
const chairs = ['Nguyễn Văn Hòa', 'Bùi Quang Minh', 'Lưu Đức Thịnh', 'Phạm Văn Chiến'] as const

/** The staff of communes: the accounts of the demonstration in their own, elsewhere people who have no account here. */
export function openStaff(ctx: Ctx, accounts: { readonly commune: number }) {
  const known = new Map<number, Staff>()
  return async (areaId: number): Promise<Staff> => {
    const before = known.get(areaId)
    if (before) return before
    const areaIds = [...(await areaIdsWithin(ctx, areaId))]
    const actor = (userId: string, name: string, role: string): Actor => ({
      userId,
      name,
      areaId,
      areaIds,
      permissions: permissionsOf(role),
    })
    const own = areaId === accounts.commune ? await ownAccounts(ctx) : undefined
    const staff = {
      officer: actor(
        own?.officer.id ?? newId(),
        own?.officer.name ?? officers[areaId % officers.length]!,
        'commune_officer',
      ),
      chair: actor(
        own?.chair.id ?? newId(),
        own?.chair.name ?? chairs[areaId % chairs.length]!,
        'commune_chair',
      ),
    }
    known.set(areaId, staff)
    return staff
  }
}

async function ownAccounts(ctx: Ctx) {
  const { rows } = await sql<{ username: string; id: string; name: string }>`
    select username, id, name from identity.user where username in ('canbo', 'chutich')`.execute(ctx.db())
  const of = (username: string) => rows.find((row) => row.username === username)! // Created before anything else.
  return { officer: of('canbo'), chair: of('chutich') }
}
