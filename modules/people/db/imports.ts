import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { ImportFinding, ImportVerdict } from '../domain/import/findings.ts'
import type { StagedPerson } from '../domain/import/staged-person.ts'
import { problems } from '../domain/problems.ts'
import type { ImportState, ImportTables } from './import-tables.ts'

const columns = [
  'id',
  'areaId',
  'fileId',
  'fileName',
  'sha256',
  'sheet',
  'headerRow',
  'firstRow',
  'columns',
  'mapping',
  'formulas',
  'rowCount',
  'jobId',
  'createdAt',
  'createdBy',
  'appliedAt',
  'paidThrough',
] as const

export type Import = Awaited<ReturnType<typeof getImport>>

/** Work that ended without its end leaves the import where it can be begun again. */
const stateNow = sql<ImportState>`case
  when import.state not in ('checking', 'applying') or exists (
    select from platform.job where job.id = import.job_id and job.state in ('waiting', 'running')) then import.state
  when import.state = 'applying' then 'checked' else 'mapping' end`

function visible(ctx: Ctx) {
  return ctx
    .db<ImportTables>()
    .selectFrom('people.import')
    .select(columns)
    .select(stateNow.as('state'))
    .where(withinArea(ctx, 'areaId'))
}

export function getImport(ctx: Ctx, id: string) {
  return visible(ctx)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => problems('import_not_found', { id }))
}

/** Locks the import for the rest of the transaction, and refuses what it is too early or too late for. */
export async function getImportForUpdate(ctx: Ctx, id: string, allowed: readonly ImportState[]) {
  const found = await visible(ctx)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('import_not_found', { id }))
  if (!allowed.includes(found.state)) throw problems('import_wrong_state', { state: found.state })
  return found
}

/** The import of the same file for the same unit, unless it was put aside. */
export function findSameImport(ctx: Ctx, { areaId, sha256 }: { areaId: number; sha256: string }) {
  return visible(ctx)
    .where('areaId', '=', areaId)
    .where('sha256', '=', sha256)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
}

export function listRecentImports(ctx: Ctx, page: number) {
  return visible(ctx)
    .orderBy('createdAt', 'desc')
    .limit(20)
    .offset((page - 1) * 20)
    .execute()
}

export type RowCounts = { ready: number; look: number; refused: number; known: number; applied: number }

/** How the rows of each import were judged. */
export async function countRows(ctx: Ctx, ids: readonly string[]): Promise<Map<string, RowCounts>> {
  const { rows } = await sql<RowCounts & { importId: string }>`
    select import_id, count(*) filter (where verdict = 'ready') as ready,
      count(*) filter (where verdict = 'look') as look, count(*) filter (where verdict = 'refused') as refused,
      count(*) filter (where verdict = 'known') as known, count(applied_at) as applied
    from people.import_row where import_id = any(${[...ids]}::uuid[]) group by import_id`.execute(ctx.db())
  return new Map(rows.map(({ importId, ...counts }) => [importId, counts]))
}

export async function countFindings(ctx: Ctx, id: string) {
  const { rows } = await sql<{
    code: string
    level: ImportFinding['level']
    count: number
    waiting: number
    example: { row: number; finding: ImportFinding }
  }>`
    select code, level, count(*)::int as count, count(*) filter (where is_waiting)::int as waiting,
      (array_agg(jsonb_build_object('row', row_number, 'finding', finding) order by is_waiting desc, row_number))[1] as example
    from people.import_row, jsonb_array_elements(findings) as finding,
      lateral (select finding ->> 'code' as code, finding ->> 'level' as level) as said,
      lateral (select verdict = 'look' and level = 'look' and code <> all(accepted) as is_waiting) as open
    where import_id = ${id} group by code, level order by count(*) desc, code`.execute(ctx.db())
  return rows
}

export type StagedRow = {
  readonly rowNumber: number
  readonly label: string
  readonly person: StagedPerson | null
  readonly findings: readonly ImportFinding[]
  readonly verdict: ImportVerdict
  readonly personId: string | null
  /** What the law gives each month, where the row stands for an award. */
  readonly lawful?: number | undefined
  /** What the next list of payment would make good of earlier months. */
  readonly owed?: readonly { readonly month: Month; readonly amount: number }[] | undefined
}

export async function stageRows(ctx: Ctx, importId: string, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return
  await ctx
    .db<ImportTables>()
    .insertInto('people.importRow')
    .values(
      rows.map((row) => ({
        importId,
        rowNumber: row.rowNumber,
        label: row.label,
        person: JSON.stringify(row.person),
        findings: JSON.stringify(row.findings),
        verdict: row.verdict,
        personId: row.personId,
        lawful: row.lawful ?? null,
        owed: row.owed?.length
          ? JSON.stringify(Object.fromEntries(row.owed.map(({ month, amount }) => [month, amount])))
          : null,
        appliedAt: null,
      })),
    )
    .execute()
}

/** The next rows to take in after one, in the order of the list; locked, so that no other worker takes them too. */
export function nextReadyRows(
  ctx: Ctx,
  importId: string,
  { after, most }: { readonly after: number; readonly most: number },
) {
  return ctx
    .db<ImportTables>()
    .selectFrom('people.importRow')
    .select(['rowNumber', 'person', 'findings', 'personId', 'accepted'])
    .where('importId', '=', importId)
    .where('verdict', '=', 'ready')
    .where('appliedAt', 'is', null)
    .where('rowNumber', '>', after)
    .orderBy('rowNumber')
    .limit(most)
    .forUpdate()
    .execute()
}

/** Marks rows as taken in, each with the person it became. */
export async function markRows(
  ctx: Ctx,
  importId: string,
  { rowNumbers, personIds }: { rowNumbers: readonly number[]; personIds: readonly string[] },
): Promise<void> {
  await sql`
    update people.import_row set person_id = taken.person_id, applied_at = ${ctx.now}
    from unnest(${[...rowNumbers]}::int[], ${[...personIds]}::uuid[]) as taken (row_number, person_id)
    where import_id = ${importId} and import_row.row_number = taken.row_number`.execute(ctx.db())
}

/** Somebody who may be the person of a row. */
export type Candidate = {
  readonly id: string
  readonly fullName: string
  readonly nameKey: string
  readonly plainKey: string
  readonly born: string
  readonly bornPrecision: 'day' | 'month' | 'year'
  readonly homeAreaId: number
  readonly diedOn: string | null
  readonly numbers: readonly { readonly kind: string; readonly number: string }[]
}

/** People with one of the numbers, or with one of the names without marks in one of the units. */
export async function findCandidates(
  ctx: Ctx,
  {
    numbers,
    plainKeys,
    areaIds,
  }: { numbers: readonly string[]; plainKeys: readonly string[]; areaIds: readonly number[] },
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select person.id, full_name, name_key, plain_key, born, born_precision, home_area_id, died_on,
      coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'number', number)) from people.identifier
        where person_id = person.id and retracted_at is null), '[]') as numbers
    from people.person
    where ${withinArea(ctx, 'homeAreaId')} and (
      id in (select person_id from people.identifier
        where number = any(${[...numbers]}::text[]) and retracted_at is null)
      or (home_area_id = any(${[...areaIds]}::int[]) and plain_key = any(${[...plainKeys]}::text[])))`.execute(
    ctx.db(),
  )
  return rows
}

/** The kinds of facts that hold for people on a day, their households’ included. */
export async function factsHeld(
  ctx: Ctx,
  personIds: readonly string[],
): Promise<
  {
    personId: string
    kind: string
    detail: Record<string, unknown>
    from: string | null
    until: string | null
  }[]
> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{
    personId: string
    kind: string
    detail: Record<string, unknown>
    from: string | null
    until: string | null
  }>`
    select person_id, kind, detail, lower(during) as from, upper(during) as until
    from people.circumstance
    where retracted_at is null and person_id = any(${[...personIds]}::uuid[])
    union all
    select membership.person_id, kind, detail, lower(circumstance.during), upper(circumstance.during)
    from people.membership join people.circumstance using (household_id)
    where circumstance.retracted_at is null and membership.retracted_at is null
      and membership.person_id = any(${[...personIds]}::uuid[])`.execute(ctx.db())
  return rows
}

/** By which decisions lists that were taken in have named these people as receiving something. */
export async function decisionsListed(
  ctx: Ctx,
  personIds: readonly string[],
): Promise<{ personId: string; number: string; signedOn: string | null }[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{ personId: string; number: string; signedOn: string | null }>`
    select person_id, person -> 'decision' ->> 'number' as number, person -> 'decision' ->> 'signedOn' as signed_on
    from people.import_row
    where applied_at is not null and person_id = any(${[...personIds]}::uuid[])
      and person -> 'decision' ->> 'number' is not null`.execute(ctx.db())
  return rows
}
