import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { FactTable } from '../db/facts.ts'
import type { PeopleTables } from '../db/tables.ts'
import type { IdentifierKind } from '../domain/identifier.ts'
import type { identityOf } from './correct-identity.ts'

/** What can be taken from the record that is merged away; all else is as the kept one has it. */
export type Taken = keyof ReturnType<typeof identityOf> | IdentifierKind | 'home' | 'spouse'

export type Merge = {
  readonly keptId: string
  readonly mergedId: string
  readonly take: readonly Taken[]
  /** From this day on the merged record has no rights of its own. */
  readonly standsUntil: CivilDate
  readonly source: string
  /** Who heads the household that the merge leaves without its head, and as what; asked for where it leaves one. */
  readonly nextHead?: { readonly personId: string; readonly relationToHead: string } | 'nobody' | undefined
}

/** What a merge writes and retracts, by table, so that it can be undone. */
export type Trail = { readonly wrote: Record<string, string[]>; readonly tookBack: Record<string, string[]> }

export type Writing = { readonly ctx: Ctx; readonly trail: Trail; readonly source: string }

type Rows = readonly { readonly id: string }[]

/** Remembers rows of a table on one side of the trail. */
export function note(side: Record<string, string[]>, table: FactTable, rows: Rows) {
  if (rows.length > 0) (side[table] ??= []).push(...rows.map(({ id }) => id))
}

/** Retracts rows, and remembers which. */
export async function takeBack({ ctx, trail }: Writing, table: FactTable, rows: Rows) {
  if (rows.length === 0) return
  await ctx
    .db<PeopleTables>()
    .updateTable(table)
    .set({ retractedAt: ctx.now })
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('retractedAt', 'is', null)
    .execute()
  note(trail.tookBack, table, rows)
}

/** Where somebody is kept from now on; nowhere else once it is null. */
export async function pointTo(ctx: Ctx, personId: string, into: string | null) {
  await ctx
    .db<PeopleTables>()
    .updateTable('people.person')
    .set({ mergedInto: into })
    .where('id', '=', personId)
    .execute()
}

/** What the law sees of both is made again. */
export async function touch(ctx: Ctx, personIds: readonly string[]) {
  await sql`
    insert into people.touched (person_id) select unnest(${[...personIds].toSorted()}::uuid[])
    on conflict (person_id) do update set touched_at = now()`.execute(ctx.db())
}
