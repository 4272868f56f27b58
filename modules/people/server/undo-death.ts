import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import type { PersonId } from '../contract.ts'
import { getPersonForUpdate } from '../db/facts.ts'
import { problems } from '../domain/problems.ts'
import { command } from './command.ts'
import { identityOf, replaceIdentity } from './correct-identity.ts'

type Wish = {
  readonly personId: PersonId
  /** What a former head is in the household that has got another head since. */
  readonly formerHeadBecomes: string
  readonly source: string
  readonly requestId?: string | undefined
}

/**
 * Records that a recorded death was none. The household and the ties that ended with it hold again, unless something
 * else has taken their place; what decisions ended stays ended until others decide.
 */
export function undoDeath(ctx: Ctx, input: Wish): Promise<{ personId: PersonId }> {
  return command(ctx, 'undo_death', input, async () => {
    const { personId, source } = input
    const person = await getPersonForUpdate(ctx, personId)
    if (person.diedOn === null) throw problems('not_dead', { personId })
    await restoreMembership(ctx, input)
    for (const isOf of ['person_id', 'other_id'] as const) await restoreTies(ctx, input, isOf)
    await replaceIdentity(ctx, personId, { ...identityOf(person), diedOn: null }, source)
    ctx.emit({ type: 'people.identity_corrected', personId })
    ctx.emit({ type: 'people.death_undone', personId, diedOn: person.diedOn })
    return { personId }
  })
}

/**
 * What was retracted when the death was recorded holds again. A household that has got another head since keeps them: the
 * former head was it until then, and is one of its members from then on.
 */
async function restoreMembership(ctx: Ctx, { personId, formerHeadBecomes, source }: Wish) {
  await sql`
    with ${told(personId)}, ${cut(ctx, personId, { table: 'membership', isOf: 'person_id' })},
    former as (
      select household_id, is_head, relation_to_head, during,
        (select min(lower(other.during)) from people.membership as other
         where other.household_id = former.household_id and other.person_id <> ${personId} and other.is_head
           and other.retracted_at is null and other.during && former.during) as passed_on
      from people.membership as former
      where person_id = ${personId} and ${ended} and (select count(*) from cut) >= 0
        and not exists (select from people.membership as other where other.person_id = ${personId}
          and other.retracted_at is null and other.id not in (select id from cut) and other.during && former.during)),
    piece as (
      select household_id, is_head, relation_to_head,
        during * daterange(null, case when is_head then passed_on end) as during from former
      union all
      select household_id, false, ${formerHeadBecomes}, during * daterange(passed_on, null) from former
      where is_head and passed_on is not null)
    insert into people.membership (household_id, person_id, is_head, relation_to_head, during, source, recorded_at, recorded_by)
    select household_id, ${personId}::uuid, is_head, relation_to_head, during, ${source}, ${ctx.now}::timestamptz,
      ${ctx.actor.userId}::uuid from piece where not isempty(during)`.execute(ctx.db())
}

/**
 * Ties hold again unless the same has been recorded anew. Whoever was left has married again, or has a guardian: the former
 * tie held until then.
 */
async function restoreTies(ctx: Ctx, { personId, source }: Wish, isOf: 'person_id' | 'other_id') {
  const of = sql.raw(isOf)
  await sql`
    with ${told(personId)}, ${cut(ctx, personId, { table: 'relation', isOf })},
    former as (
      select former.*, (select array_agg(other) from people.relation as other where other.retracted_at is null
        and other.id not in (select id from cut) and other.kind = former.kind and other.during && former.during
        and (former.person_id in (other.person_id, other.other_id) or former.other_id in (other.person_id, other.other_id))) as others
      from people.relation as former
      where ${of} = ${personId} and ${ended} and (select count(*) from cut) >= 0),
    piece as (
      select person_id, other_id, kind, detail, during * daterange(null, (
        select min(lower(other.during)) from unnest(others) as other
        where kind = 'spouse_of'
          or kind = 'guardian_of' and (other.person_id = former.other_id or other.other_id = former.person_id))) as during
      from former
      where not exists (select from unnest(others) as other
        where (other.person_id, other.other_id) = (former.person_id, former.other_id)
          or kind = 'spouse_of' and (other.other_id, other.person_id) = (former.person_id, former.other_id)))
    insert into people.relation (person_id, other_id, kind, detail, during, source, recorded_at, recorded_by)
    select person_id, other_id, kind, detail, during, ${source}, ${ctx.now}::timestamptz, ${ctx.actor.userId}::uuid
    from piece where not isempty(during)`.execute(ctx.db())
}

/**
 * The moments at which this death was told: when the records last had the person alive, and whenever its day was corrected
 * since. A corrected day is undone and told anew at one moment, so that version of the living lasts no longer than that.
 */
const told = (personId: PersonId) => sql`told as (
  select retracted_at as at from people.person_version where person_id = ${personId} and died_on is null
    and retracted_at >= coalesce((select max(retracted_at) from people.person_version
      where person_id = ${personId} and died_on is null and retracted_at > recorded_at), '-infinity'))`

/** What was retracted with a telling ended with the death, unless a telling had written it. */
const ended = sql`former.retracted_at in (select at from told) and former.recorded_at not in (select at from told)`

type Cut = { readonly table: 'membership' | 'relation'; readonly isOf: 'person_id' | 'other_id' }

/** What was written in its place, through the last day of the dead, is taken back. */
const cut = (ctx: Ctx, personId: PersonId, { table, isOf }: Cut) => sql`cut as (
  update ${sql.raw(`people.${table}`)} set retracted_at = ${ctx.now}::timestamptz
  where ${sql.raw(isOf)} = ${personId} and retracted_at is null and recorded_at in (select at from told)
    and not upper_inf(during)
  returning id)`
