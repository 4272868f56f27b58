import { sql } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Document } from './documents.ts'

export const issuedPage = 50

export type WantedIssued = {
  readonly kind?: string | undefined
  /** Of the number, the first part: 12 of 12/QĐ-UBND. */
  readonly sequence?: number | undefined
  readonly verification?: string | undefined
  /** Words of the file it belongs to. */
  readonly words?: readonly string[] | undefined
  readonly isUnsigned?: boolean | undefined
  readonly areaIds?: readonly number[] | undefined
  readonly after?: { readonly at: Instant; readonly id: string } | undefined
}

/** Numbered papers («văn bản đã ký»), the latest first; one row more tells whether there is a next page. */
export async function listIssued(ctx: Ctx, wanted: WantedIssued): Promise<Document[]> {
  const { kind, isUnsigned, sequence, verification, words = [], areaIds, after } = wanted
  const conditions = [sql`number is not null`, withinArea(ctx, 'document.area_id')]
  if (!ctx.actor.permissions.has('people.read_confidential')) conditions.push(sql`not is_confidential`)
  if (isUnsigned) conditions.push(sql`state = 'pending' and signing_trouble is not null`)
  if (kind) conditions.push(sql`kind = ${kind}`)
  if (sequence !== undefined) conditions.push(sql`sequence = ${sequence}`)
  if (verification) conditions.push(sql`verification = ${verification}`)
  if (areaIds) conditions.push(sql`area_id = any(${[...areaIds]}::integer[])`)
  for (const word of words)
    conditions.push(
      sql`application_id in (select application_id from applications.search_term where term = ${word})`,
    )
  if (after) conditions.push(sql`(issued_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
  const { rows } = await sql<Document>`
    select * from applications.document where ${sql.join(conditions, sql` and `)}
    order by issued_at desc, id desc limit ${issuedPage + 1}`.execute(ctx.db())
  return rows
}

/** How many papers in reach have a number and could not be signed yet. */
export async function countUnsigned(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from applications.document
    where state = 'pending' and signing_trouble is not null and ${withinArea(ctx, 'document.area_id')}
      ${ctx.actor.permissions.has('people.read_confidential') ? sql`` : sql`and not is_confidential`}`.execute(
    ctx.db(),
  )
  return rows[0]!.count // A count has a row.
}
