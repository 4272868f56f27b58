import { sql, type RawBuilder } from 'kysely'
import { addDays, type CivilDate } from '#kernel/civil-date'
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
    await restoreTies(ctx, input, person.diedOn)
    await replaceIdentity(ctx, personId, { ...identityOf(person), diedOn: null }, source)
    ctx.emit({ type: 'people.identity_corrected', personId })
    ctx.emit({ type: 'people.death_undone', personId, diedOn: person.diedOn })
    return { personId }
  })
}

/**
 * What was retracted when the death was recorded holds again, for the days on which nothing else was recorded since. A household keeps the
 * heads it has had since: for as long as there was another one, the former head is one of its members.
 */
async function restoreMembership(ctx: Ctx, { personId, formerHeadBecomes, source }: Wish) {
  await sql`
    with told as (${toldOf(sql`${personId}::uuid`)}),
    -- What was written in its place, through the last day of the dead, is taken back.
    cut as (
      update people.membership set retracted_at = ${ctx.now}::timestamptz
      where person_id = ${personId} and retracted_at is null and recorded_at in (select at from told) and not upper_inf(during)
      returning id),
    present as (
      select coalesce(range_agg(during), '{}') as during from people.membership
      where person_id = ${personId} and retracted_at is null and id not in (select id from cut)),
    missing as (
      select former.household_id, former.is_head, former.relation_to_head,
        datemultirange(former.during) - (select during from present) as during,
        (select coalesce(range_agg(other.during), '{}') from people.membership as other
          where other.household_id = former.household_id and other.person_id <> ${personId} and other.is_head
            and other.retracted_at is null) as headed
      from people.membership as former
      where former.person_id = ${personId} and former.retracted_at in (select at from told)
        and former.recorded_at not in (select at from told)),
    piece as (
      select household_id, is_head, relation_to_head, unnest(case when is_head then during - headed else during end) as during
      from missing
      union all
      select household_id, false, ${formerHeadBecomes}, unnest(during * headed) from missing where is_head)
    insert into people.membership (household_id, person_id, is_head, relation_to_head, during, source, recorded_at, recorded_by)
    select household_id, ${personId}::uuid, is_head, relation_to_head, during, ${source}, ${ctx.now}::timestamptz,
      ${ctx.actor.userId}::uuid from piece`.execute(ctx.db())
}

/**
 * Ties hold again, through the last day of the other one where they have died meanwhile, unless the same has been recorded anew. Whoever was
 * left has married again, is a ward, or has another guardian or carer: the former tie held until then.
 */
async function restoreTies(ctx: Ctx, { personId, source }: Wish, diedOn: CivilDate) {
  const until = sql`${addDays(diedOn, 1)}::date`
  await sql`
    with tie as materialized (
      select relation.*, other.died_on as other_died from people.relation
      join people.person as other
        on other.id = case when relation.person_id = ${personId} then relation.other_id else relation.person_id end
      where (relation.person_id = ${personId} or relation.other_id = ${personId})
        and relation.kind in ('spouse_of', 'cares_for', 'collects_for', 'guardian_of')),
    told as (
      select own.id as tie_id, said.at from tie as own, lateral (
        ${toldOf(sql`own.person_id`)} union ${toldOf(sql`own.other_id`)}) as said),
    -- What the death of either had ended, as it was said last before.
    former as (
      select distinct on (tie.person_id, tie.other_id, tie.kind, lower(tie.during)) tie.* from tie
      where exists (select from told where tie_id = tie.id and at = tie.retracted_at)
        and not exists (select from told where tie_id = tie.id and at = tie.recorded_at)
      order by tie.person_id, tie.other_id, tie.kind, lower(tie.during), tie.recorded_at desc),
    cut as (
      update people.relation as ended set retracted_at = ${ctx.now}::timestamptz from former
      where (ended.person_id, ended.other_id, ended.kind) = (former.person_id, former.other_id, former.kind)
        and ended.retracted_at is null and upper(ended.during) = ${until} and lower(ended.during) is not distinct from lower(former.during)
      returning ended.id),
    piece as (
      select former.person_id, former.other_id, former.kind, former.detail,
        former.during * daterange(null, least(former.other_died + 1, (
          select min(lower(since.during)) from people.relation as since
          where since.kind = former.kind and since.retracted_at is null and since.during && former.during
            and (since.person_id, since.other_id) <> (former.person_id, former.other_id)
            and case former.kind
              when 'spouse_of' then array[since.person_id, since.other_id] && array[former.person_id, former.other_id]
              when 'guardian_of' then since.person_id = former.other_id or since.other_id = former.person_id
                or (since.other_id = former.other_id and lower(since.during) >= ${until})
              when 'cares_for' then since.other_id = former.other_id and lower(since.during) >= ${until}
              else false end))) as during
      from former where not exists (select from people.relation as other
        where other.kind = former.kind and other.retracted_at is null and other.id not in (select id from cut)
          and other.during && former.during
          and ((other.person_id, other.other_id) = (former.person_id, former.other_id)
            or (former.kind = 'spouse_of' and (other.other_id, other.person_id) = (former.person_id, former.other_id)))))
    insert into people.relation (person_id, other_id, kind, detail, during, source, recorded_at, recorded_by)
    select person_id, other_id, kind, detail, during, ${source}, ${ctx.now}::timestamptz, ${ctx.actor.userId}::uuid
    from piece where not isempty(during)`.execute(ctx.db())
}

/**
 * The moments at which the death of somebody was told: when the records last had them alive, and whenever its day was corrected
 * since. A corrected day is undone and told anew at one moment, so that version of the living lasts no longer than that.
 */
const toldOf = (personId: RawBuilder<unknown>) => sql`
  select alive.retracted_at as at from people.person_version as alive
  where alive.person_id = ${personId} and alive.died_on is null
    and alive.retracted_at >= coalesce((select max(before.retracted_at) from people.person_version as before
      where before.person_id = ${personId} and before.died_on is null and before.retracted_at > before.recorded_at
        and ${diesAt(sql`before.retracted_at`, personId)}), '-infinity')
    and ${diesAt(sql`alive.retracted_at`, personId)}`

const diesAt = (at: RawBuilder<unknown>, personId: RawBuilder<unknown>) => sql`exists (
  select from people.person_version as dead where dead.person_id = ${personId} and dead.died_on is not null
    and dead.recorded_at = ${at})`
