import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import type { PersonId } from '../contract.ts'
import { getPersonForUpdate } from '../db/facts.ts'
import { problems } from '../domain/problems.ts'
import { command } from './command.ts'
import { identityOf, replaceIdentity } from './correct-identity.ts'

type Wish = { readonly personId: PersonId; readonly source: string; readonly requestId?: string | undefined }

/**
 * Records that a recorded death was none. The household and the ties that ended with it hold again, unless something
 * else has taken their place; what decisions ended stays ended until others decide.
 */
export function undoDeath(ctx: Ctx, input: Wish): Promise<{ personId: PersonId }> {
  return command(ctx, 'undo_death', input, async () => {
    const { personId, source } = input
    const person = await getPersonForUpdate(ctx, personId)
    if (person.diedOn === null) throw problems('not_dead', { personId })
    await restore(ctx, input, {
      table: 'membership',
      isOf: 'person_id',
      columns: 'household_id, person_id, is_head, relation_to_head',
    })
    for (const isOf of ['person_id', 'other_id'] as const)
      await restore(ctx, input, { table: 'relation', isOf, columns: 'person_id, other_id, kind, detail' })
    await replaceIdentity(ctx, personId, { ...identityOf(person), diedOn: null }, source)
    ctx.emit({ type: 'people.identity_corrected', personId })
    return { personId }
  })
}

type Restored = {
  readonly table: 'membership' | 'relation'
  readonly isOf: 'person_id' | 'other_id'
  readonly columns: string
}

/** What was retracted at the moment the death was recorded takes the place of what was cut then. */
async function restore(ctx: Ctx, { personId, source }: Wish, { table, isOf, columns }: Restored) {
  const own = sql.raw(`people.${table}`)
  const [of, list] = [sql.raw(isOf), sql.raw(columns)]
  await sql`
    with told as (
      select recorded_at from people.person_version
      where person_id = ${personId} and died_on is not null order by recorded_at limit 1),
    cut as (
      update ${own} set retracted_at = ${ctx.now}::timestamptz
      where ${of} = ${personId} and retracted_at is null and recorded_at = (select recorded_at from told)
        and not upper_inf(during)
      returning id)
    insert into ${own} (${list}, during, source, recorded_at, recorded_by)
    select ${list}, during, ${source}, ${ctx.now}::timestamptz, ${ctx.actor.userId}::uuid from ${own} as former
    where ${of} = ${personId} and retracted_at = (select recorded_at from told)
      and (select count(*) from cut) >= 0
      and not exists (select from ${own} as other where other.${of} = former.${of} and other.retracted_at is null
        and other.id not in (select id from cut) and other.during && former.during
        and ${table === 'membership' ? sql`true` : sql`other.person_id = former.person_id and other.other_id = former.other_id and other.kind = former.kind`})`.execute(
    ctx.db(),
  )
}
