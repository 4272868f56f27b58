import { sql } from 'kysely'
import type { BirthPrecision, CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'

/** Somebody as another register is asked about them. */
export type ToVerify = {
  readonly personId: string
  readonly personalId: string
  readonly fullName: string
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly bornPrecision: BirthPrecision
}

/** Those of these people who are alive and have a personal number that was never compared, or is to be once more. */
export async function peopleToVerify(
  ctx: Ctx,
  ids: readonly string[],
  { isAgain }: { readonly isAgain: boolean },
): Promise<ToVerify[]> {
  const { rows } = await sql<ToVerify>`
    select person.id as person_id, number as personal_id, full_name, sex, born, born_precision
    from people.person join people.identifier on identifier.person_id = person.id
      and identifier.kind = 'personal_id' and identifier.retracted_at is null
    where person.id = any(${[...ids]}::uuid[]) and died_on is null and (${isAgain} or verified_on is null)
    order by person.id`.execute(ctx.db())
  return rows
}
