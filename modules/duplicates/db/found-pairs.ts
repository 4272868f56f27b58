import { sql } from 'kysely'
import type { LikelyPair } from '#modules/people'
import type { Ctx } from '#platform/server/context'

const atOnce = 2000

/**
 * Keeps what was found: a pair that is known is only weighed anew, whatever was decided about it stays, and what was once
 * kept apart is not asked again after one of the two was merged.
 */
export async function keepPairs(ctx: Ctx, pairs: readonly LikelyPair[]) {
  for (let start = 0; start < pairs.length; start += atOnce)
    await sql`
      insert into duplicates.pair (one_id, other_id, one_area_id, other_area_id, score, likely, parts, found_at)
      select "oneId", "otherId", one.home_area_id, other.home_area_id, score, likely, parts, ${ctx.now}
      from jsonb_to_recordset(${JSON.stringify(pairs.slice(start, start + atOnce))}::jsonb)
        as found ("oneId" uuid, "otherId" uuid, score real, likely real, parts jsonb)
      join people.public_record as one on one.person_id = "oneId" and one.merged_into is null
      join people.public_record as other on other.person_id = "otherId" and other.merged_into is null
      where not exists (
        select from duplicates.pair as apart
        join people.public_record as a on a.person_id = apart.one_id
        join people.public_record as b on b.person_id = apart.other_id
        where apart.state = 'apart' and (a.merged_into is not null or b.merged_into is not null)
          and array[coalesce(a.merged_into, a.person_id), coalesce(b.merged_into, b.person_id)] <@ array["oneId", "otherId"]
          and coalesce(a.merged_into, a.person_id) <> coalesce(b.merged_into, b.person_id))
      on conflict on constraint pair_once do update set score = excluded.score, likely = excluded.likely,
        parts = excluded.parts, one_area_id = excluded.one_area_id, other_area_id = excluded.other_area_id`.execute(
      ctx.db(),
    )
}

/**
 * Open pairs of these people, or of everybody, that were not found again are forgotten; what somebody has begun or taken
 * back is not.
 */
export async function forgetPairs(
  ctx: Ctx,
  of: readonly string[] | 'everybody',
  found: readonly LikelyPair[],
) {
  const known = JSON.stringify(found.map(({ oneId, otherId }) => ({ oneId, otherId })))
  await sql`
    delete from duplicates.pair where state = 'open' and ${ofPeople(of)}
      and not exists (select from duplicates.question where pair_id = pair.id)
      and not exists (select from duplicates.parting where pair_id = pair.id)
      and not exists (select from jsonb_to_recordset(${known}::jsonb) as found ("oneId" uuid, "otherId" uuid)
        where "oneId" = one_id and "otherId" = other_id)`.execute(ctx.db())
}

/** Where both people of each pair of these people, or of everybody, are at home now. */
export async function followHomes(ctx: Ctx, of: readonly string[]) {
  await sql`
    update duplicates.pair set one_area_id = one.home_area_id, other_area_id = other.home_area_id
    from people.public_record as one, people.public_record as other
    where one.person_id = one_id and other.person_id = other_id
      and (one_id = any(${[...of]}::uuid[]) or other_id = any(${[...of]}::uuid[]))
      and (one_area_id, other_area_id) is distinct from (one.home_area_id, other.home_area_id)`.execute(
    ctx.db(),
  )
}

/** Pairs of these people, or of everybody, that somebody still has to decide about. */
export async function listUndecided(
  ctx: Ctx,
  of: readonly string[] | 'everybody',
): Promise<{ id: string; oneId: string; otherId: string }[]> {
  const { rows } = await sql<{ id: string; oneId: string; otherId: string }>`
    select id, one_id, other_id from duplicates.pair
    where state in ('open', 'asked', 'agreed', 'proposed') and ${ofPeople(of)}`.execute(ctx.db())
  return rows
}

function ofPeople(of: readonly string[] | 'everybody') {
  return of === 'everybody'
    ? sql`true`
    : sql`(one_id = any(${[...of]}::uuid[]) or other_id = any(${[...of]}::uuid[]))`
}

export async function writeStakes(
  ctx: Ctx,
  stakes: readonly { readonly id: string; readonly amount: number }[],
) {
  if (stakes.length === 0) return
  await sql`
    update duplicates.pair set at_stake = amount
    from jsonb_to_recordset(${JSON.stringify(stakes)}::jsonb) as stake (id uuid, amount bigint)
    where pair.id = stake.id and at_stake <> amount`.execute(ctx.db())
}
