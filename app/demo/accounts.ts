import { sql } from 'kysely'
import { createUser, declareDemoAccounts, permissionsOf, type Role } from '#modules/identity'
import { areaIdsWithin } from '#modules/geography'
import type { Actor, Ctx } from '#platform/server/context'

/** The password of everybody in the demonstration, and of nobody anywhere else. */
export const demoPassword = 'an-sinh-2026'

type Account = {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly where: 'commune' | 'province' | 'country' | 'facility'
}

const accounts: readonly Account[] = [
  { username: 'canbo', name: 'Nguyễn Thị Lan', role: 'commune_officer', where: 'commune' },
  { username: 'chutich', name: 'Trần Văn Thành', role: 'commune_chair', where: 'commune' },
  { username: 'chuyenvien', name: 'Lê Minh Hạnh', role: 'province_specialist', where: 'province' },
  { username: 'ketoan', name: 'Phạm Thị Hương', role: 'payroll_accountant', where: 'province' },
  { username: 'duyet', name: 'Vũ Đức Thắng', role: 'payroll_approver', where: 'province' },
  { username: 'chitra', name: 'Bùi Thị Thu', role: 'payment_clerk', where: 'province' },
  { username: 'quantri', name: 'Đỗ Quang Huy', role: 'administrator', where: 'country' },
]

/** Who signs beside the chair, who hands out cash in a commune; they come when everything else is there. */
export const guests: readonly Account[] = [
  { username: 'diemchi', name: 'Hà Thị Mận', role: 'pay_point_clerk', where: 'commune' },
  { username: 'phochutich', name: 'Đỗ Văn Phú', role: 'commune_deputy', where: 'commune' },
  { username: 'giamdoc', name: 'Lê Thị Hồng Gấm', role: 'facility_head', where: 'facility' },
  { username: 'nhanvien', name: 'Vũ Văn Nam', role: 'facility_officer', where: 'facility' },
]

export type Staff = {
  readonly accountant: Actor
  readonly approver: Actor
  readonly clerk: Actor
  readonly specialist: Actor
  readonly administrator: Actor
}

/** Where the accounts of the demonstration work: Xã Tam Sơn, the commune of a facility and Tỉnh Phú Thọ as they are since July 2025. */
export async function findOffices(
  ctx: Ctx,
): Promise<{ commune: number; facility: number; province: number; formerProvince: number }> {
  const { rows } = await sql<{
    commune: number
    facility: number
    province: number
    formerProvince: number
  }>`
    select commune.id as commune, facility.id as facility, province.id as province, former.id as "formerProvince"
    from geography.area commune, geography.area facility, geography.area province, geography.area former
    where commune.level = 3 and commune.code = '08824' and commune.during @> date '2026-01-01'
      and facility.level = 3 and facility.code = '09112' and facility.during @> date '2026-01-01'
      and province.level = 1 and province.code = '25' and province.during @> date '2026-01-01'
      and former.level = 1 and former.code = '26' and former.during @> date '2022-12-01'`.execute(ctx.db())
  const [found] = rows
  if (!found) throw new Error('The register of areas has no Xã Tam Sơn or Tỉnh Phú Thọ')
  return found
}

/** Creates the accounts of those who work there, says on the sign-in page that they are a demonstration’s, and returns who runs the payroll and who thinks ahead. */
export async function createAccounts(ctx: Ctx, newId: () => string): Promise<Staff> {
  const { commune, province, facility } = await findOffices(ctx)
  const actors = new Map<Role, Actor>()
  for (const { username, name, role, where } of accounts) {
    const areaId = { commune, province, country: 0, facility }[where]
    const { userId } = await createUser(ctx, {
      id: newId(),
      name,
      username,
      password: demoPassword,
      role,
      areaId,
    })
    const areaIds = areaId === 0 ? [] : await areaIdsWithin(ctx, areaId)
    actors.set(role, { userId, name, areaId, areaIds: [...areaIds], permissions: permissionsOf(role) })
  }
  await declareDemoAccounts(
    ctx,
    [...accounts, ...guests].map(({ username, name, role }) => ({
      username,
      name,
      role,
      password: demoPassword,
    })),
  )
  return {
    accountant: actors.get('payroll_accountant')!,
    approver: actors.get('payroll_approver')!,
    clerk: actors.get('payment_clerk')!,
    specialist: actors.get('province_specialist')!,
    administrator: actors.get('administrator')!,
  }
}
