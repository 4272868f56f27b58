import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'

/** One line of the list a population register begins with. */
export type Resident = {
  readonly id: string
  readonly number: string | null
  readonly formerNumber: string | null
  readonly fullName: string
  readonly sex: string
  readonly born: string
  readonly bornPrecision: string
  readonly diedOn: string | null
  readonly areaId: number
  readonly village: string | null
  readonly address: string | null
  readonly household: string | null
}

/** Everybody who has a number, in the order of their ids, some at a time. */
export async function listResidents(
  ctx: Ctx,
  { after, most }: { after: string; most: number },
): Promise<Resident[]> {
  const { rows } = await sql<Resident>`
    with piece as (select * from people.person where id > ${after}::uuid order by id limit ${most})
    select piece.id, personal.number, legacy.number as former_number, full_name, sex, born, born_precision, died_on,
      home_area_id as area_id, home_village as village, home.address, household.code as household
    from piece
    left join people.identifier personal on personal.person_id = piece.id and personal.kind = 'personal_id'
      and personal.retracted_at is null
    left join people.identifier legacy on legacy.person_id = piece.id and legacy.kind = 'legacy_id'
      and legacy.retracted_at is null
    left join people.residence home on home.person_id = piece.id and home.retracted_at is null
      and upper_inf(home.during)
    left join people.membership on membership.person_id = piece.id and membership.retracted_at is null
      and upper_inf(membership.during)
    left join people.household on household.id = membership.household_id
    order by piece.id`.execute(ctx.db())
  return rows
}
