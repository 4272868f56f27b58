import { sql, type SqlBool } from 'kysely'
import { addDays, type CivilDate } from '#kernel/civil-date'
import { rangeOf } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import type { PersonId, RecordDeath } from '../contract.ts'
import { getPersonForUpdate, recorded, retract } from '../db/facts.ts'
import type { PeopleTables } from '../db/tables.ts'
import { problems } from '../domain/problems.ts'
import { command } from './command.ts'
import { identityOf, replaceIdentity } from './correct-identity.ts'

/**
 * Records a death. The person leaves the household and the ties that only the living have; who was whose parent, where
 * they lived and what was true of them stays as it is. Awards are closed by whoever hears of it.
 */
export function recordDeath(ctx: Ctx, input: RecordDeath): Promise<{ personId: PersonId }> {
  return command(ctx, 'record_death', input, async () => {
    const { personId, diedOn, source } = input
    const person = await getPersonForUpdate(ctx, personId)
    if (person.diedOn !== null) throw problems('already_dead', { diedOn: person.diedOn })
    if (diedOn > ctx.today) throw problems('death_in_future', { diedOn })
    if (diedOn < person.born) throw problems('died_before_birth', { born: person.born, diedOn })
    await replaceIdentity(ctx, personId, { ...identityOf(person), diedOn }, source)
    const until = addDays(diedOn, 1)
    await endMemberships(ctx, personId, until, source)
    await endTies(ctx, personId, until, source)
    ctx.emit({ type: 'people.died', personId, diedOn })
    return { personId }
  })
}

async function endMemberships(ctx: Ctx, personId: string, until: CivilDate, source: string) {
  const db = ctx.db<PeopleTables>()
  const rows = await db
    .selectFrom('people.membership')
    .select(['id', 'householdId', 'personId', 'isHead', 'relationToHead', 'during'])
    .where('personId', '=', personId)
    .where('retractedAt', 'is', null)
    .where(lastsBeyond(until))
    .execute()
  await retract(
    ctx,
    'people.membership',
    rows.map(({ id }) => id),
  )
  for (const { id: _, during, ...membership } of rows) {
    if (during.from !== null && during.from >= until) continue
    const lived = rangeOf({ from: during.from, until })
    await db
      .insertInto('people.membership')
      .values({ ...membership, during: lived, ...recorded(ctx, source) })
      .execute()
  }
}

async function endTies(ctx: Ctx, personId: string, until: CivilDate, source: string) {
  const db = ctx.db<PeopleTables>()
  const rows = await db
    .selectFrom('people.relation')
    .select(['id', 'personId', 'otherId', 'kind', 'detail', 'during'])
    .where((where) => where.or([where('personId', '=', personId), where('otherId', '=', personId)]))
    .where('kind', 'in', ['spouse_of', 'cares_for', 'collects_for', 'guardian_of'])
    .where('retractedAt', 'is', null)
    .where(lastsBeyond(until))
    .execute()
  await retract(
    ctx,
    'people.relation',
    rows.map(({ id }) => id),
  )
  for (const { id: _, during, detail, ...relation } of rows) {
    if (during.from !== null && during.from >= until) continue
    const lived = rangeOf({ from: during.from, until })
    await db
      .insertInto('people.relation')
      .values({ ...relation, detail: JSON.stringify(detail), during: lived, ...recorded(ctx, source) })
      .execute()
  }
}

const lastsBeyond = (until: CivilDate) => sql<SqlBool>`(upper_inf(during) or upper(during) > ${until}::date)`
