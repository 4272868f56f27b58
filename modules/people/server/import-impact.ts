import { sql } from 'kysely'
import { dong } from '#kernel/dong'
import { areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { listOwed, type RowOwed } from '../db/import-owed.ts'
import { getImport } from '../db/imports.ts'
import type { ImportId, ImportImpact } from '../import-contract.ts'

type OfArea = Omit<ImportImpact['areas'][number], 'area' | 'owed'> & { readonly areaId: number }

/** What taking the ready rows in would do («tác động»), commune by commune, before anything is written. */
export async function getImpact(ctx: Ctx, { id }: { readonly id: ImportId }): Promise<ImportImpact> {
  await getImport(ctx, id)
  const { rows } = await sql<OfArea>`
    select (person ->> 'areaId')::integer as area_id,
      count(*) filter (where person_id is null)::int as added,
      count(*) filter (where person_id is not null)::int as completed,
      count(*) filter (where is_awarded)::int as awards,
      coalesce(sum((person ->> 'monthly')::bigint) filter (where is_awarded), 0)::bigint as monthly,
      coalesce(sum(lawful) filter (where is_awarded), 0)::bigint as by_law,
      count(*) filter (where person ->> 'diedOn' is not null)::int as deaths
    from people.import_row, lateral (
      select person -> 'group' <> 'null' and person -> 'decision' ->> 'signedOn' is not null
        and person ->> 'diedOn' is null as is_awarded) as listed
    where import_id = ${id} and verdict = 'ready' and applied_at is null
    group by 1 order by 2 desc, 1`.execute(ctx.db())
  const { rows: waiting } = await sql<{ doubtful: number }>`
    select count(*)::int as doubtful from people.import_row
    where import_id = ${id} and verdict = 'look' and findings @> '[{"code":"person_likely_same"}]'`.execute(
    ctx.db(),
  )
  const names = await areaNames(
    ctx,
    rows.map(({ areaId }) => areaId),
  )
  const owed = (await listOwed(ctx, id)).filter(({ isReady }) => isReady)
  return {
    areas: rows.map(({ areaId, ...counts }) => ({
      area: { id: areaId, name: names.get(areaId) ?? '' },
      ...counts,
      owed: sumOf(owed.filter((row) => row.areaId === areaId)),
    })),
    owed: whole(owed),
    doubtful: waiting[0]!.doubtful,
  }
}

function whole(owed: readonly RowOwed[]): ImportImpact['owed'] {
  if (owed.length === 0) return null
  const months = owed.flatMap(({ from, through }) => [from, through]).toSorted()
  return { amount: sumOf(owed), people: owed.length, from: months[0]!, through: months.at(-1)! } // Somebody is owed.
}

function sumOf(owed: readonly RowOwed[]) {
  return dong(owed.reduce((sum, { amount }) => sum + amount, 0))
}
