import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { relationKinds, type RelationKind } from '../domain/history.ts'

export type TieNow = {
  readonly relationId: string
  readonly personId: string
  readonly otherId: string
  readonly kind: RelationKind
  readonly detail: Readonly<Record<string, unknown>>
}

/** Whether two people are tied to each other now or will be, however. */
export async function areTied(ctx: Ctx, one: string, other: string): Promise<boolean> {
  return (await tiesNow(ctx, [one], relationKinds)).some((tie) => [tie.personId, tie.otherId].includes(other))
}

/** The ties of these kinds that bind these people now or will, whichever side they are on. */
export async function tiesNow(
  ctx: Ctx,
  personIds: readonly string[],
  kinds: readonly RelationKind[],
): Promise<TieNow[]> {
  if (personIds.length === 0) return []
  // Looked up by people alone: with the kinds among the keys every kind would be looked up for everybody, a hundred times as long.
  const { rows } = await sql<TieNow>`
    with around as materialized (
      select id, person_id, other_id, kind, detail, during, retracted_at from people.relation
      where person_id = any(${[...personIds]}::uuid[]) or other_id = any(${[...personIds]}::uuid[]))
    select id as relation_id, person_id, other_id, kind, detail from around
    where kind = any(${[...kinds]}::text[]) and retracted_at is null
      and (upper_inf(during) or upper(during) > ${ctx.today}::date)`.execute(ctx.db())
  return rows
}
