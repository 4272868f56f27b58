import { sql } from 'kysely'
import { civilDate } from '#kernel/civil-date'
import { registerPeople } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { readLine } from './domain/read-lines.ts'
import { orderStep, applyNow } from './server/apply.ts'
import { keepReform } from './server/start-reform.ts'
import { showReform } from './server/show.ts'
import type { ReformLine } from './domain/reform-line.ts'

/** Lines as they are written in a file, with the same day and resolution where none is given. */
export function linesOf(...rows: readonly Readonly<Record<string, string>>[]): ReformLine[] {
  return rows.map((cells, index) => readLine(index + 2, { on: '2026-11-01', act: '1/NQ-UBTVQH16', ...cells }))
}

/** Keeps lines as a reform and tells what was found in each, and its steps. */
export async function keep(ctx: Ctx, lines: readonly ReformLine[]) {
  const { id } = await keepReform(ctx, 'thu.xlsx', lines)
  const { found, steps } = await showReform(ctx, { id })
  return {
    id,
    steps,
    found: found.map(({ row, findings }) => [row, ...findings.map(({ code }) => code)]),
  }
}

/** Applies every step of some lines, one after the other. */
export async function applyLines(ctx: Ctx, lines: readonly ReformLine[]) {
  const { steps } = await keep(ctx, lines)
  const outcomes = []
  for (const { id } of steps) {
    await orderStep(ctx, { id })
    outcomes.push(await applyNow(ctx, id))
  }
  return { steps, outcomes }
}

/** People at home in a village of a unit, since long ago. */
export function givenResidents(
  ctx: Ctx,
  people: readonly { readonly areaId: number; readonly village?: string | null }[],
): Promise<string[]> {
  return registerPeople(
    ctx,
    people.map(({ areaId, village = null }, index) => ({
      fullName: 'Phùng Thị Mận',
      sex: 'female' as const,
      born: civilDate(`19${String(40 + (index % 50)).padStart(2, '0')}-05-10`),
      bornPrecision: 'day' as const,
      ethnicGroup: null,
      phone: null,
      identifiers: [],
      home: { areaId, village, address: null, from: civilDate('2024-08-01') },
      source: 'Tờ khai',
    })),
  )
}

/** Which units each of these people was at home in, one after the other, as it is known now. */
export async function homesOf(ctx: Ctx, personIds: readonly string[]) {
  const { rows } = await sql<{ personId: string; areaId: number; from: string; until: string | null }>`
    select person_id, area_id, lower(during)::text as "from", upper(during)::text as until from people.residence
    where person_id = any(${[...personIds]}::uuid[]) and retracted_at is null order by person_id, during`.execute(
    ctx.db(),
  )
  return Map.groupBy(rows, ({ personId }) => personId)
}
