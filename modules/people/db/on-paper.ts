import { sql } from 'kysely'
import type { BirthPrecision, CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'

/** Somebody as an official paper about them names them: the number in full, and where they live. */
export type PersonOnPaper = {
  readonly id: string
  readonly fullName: string
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly bornPrecision: BirthPrecision
  readonly number: string | null
  readonly homeAreaId: number
  readonly homeVillage: string | null
}

/** The people of these ids whom the actor may see, as papers name them. */
export async function peopleOnPaper(ctx: Ctx, ids: Iterable<string>): Promise<Map<string, PersonOnPaper>> {
  const { rows } = await sql<PersonOnPaper>`
    select person.id, full_name, sex, born, born_precision, number, home_area_id, home_village
    from people.person left join people.identifier on identifier.person_id = person.id
      and identifier.kind = 'personal_id' and identifier.retracted_at is null
    where person.id = any(${[...new Set(ids)]}::uuid[]) and ${withinArea(ctx, 'home_area_id')}`.execute(
    ctx.db(),
  )
  return new Map(rows.map((row) => [row.id, row]))
}
