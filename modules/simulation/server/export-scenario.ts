import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { makePdf } from '#platform/server/documents'
import { writeSheet, type Cell } from '#platform/server/sheets'
import type { CountsOfCommune, Result, ScenarioId } from '../contract.ts'
import { getScenarioRow } from '../db/scenarios.ts'
import { wordsVi } from '../domain/words.vi.ts'
import { reportWords as words } from './messages.vi.ts'
import { planBrief } from './plan-brief.ts'

const types = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A saved scenario as it was reckoned: all its tables in a sheet, or the two pages that go before a meeting. */
export async function exportScenario(
  ctx: Ctx,
  { id, format }: { id: ScenarioId; format: 'xlsx' | 'pdf' },
): Promise<File> {
  const { name, result } = await getScenarioRow(ctx, id)
  const bytes = format === 'pdf' ? await brief(ctx, name, result) : await sheet(name, result)
  return new File([bytes], `${words.fileName(name.replaceAll(/[\\/:*?"<>|]/g, ' '))}.${format}`, {
    type: types[format],
  })
}

async function brief(ctx: Ctx, name: string, result: Result) {
  const source = await readFile(join(import.meta.dirname, 'brief.typ'), 'utf8')
  return makePdf(source, planBrief(name, result, ctx.today))
}

function sheet(name: string, result: Result) {
  const { month, from, area, law, dataAt, cost } = result
  return writeSheet({
    name: words.sheetName,
    title: [
      name,
      words.where(area.name, from),
      words.basis(month, law.vi, dayOf(dataAt)),
      ...result.changes.map((change) => wordsVi.change(change)),
      words.draft,
    ],
    columns: words.sheetColumns.map((header, index) => ({
      header,
      width: index < 2 ? 40 : index < 4 ? 14 : 20,
      kind: index < 2 ? 'text' : 'money',
    })),
    rows: [
      rowOf(words.tables.all, area.name, result.all),
      ...result.byGroup.map((row) => rowOf(words.tables.group, wordsVi.group(row), row)),
      ...result.byArea.map((row) =>
        rowOf(words.tables.area, row.within ? `${row.area.name}, ${row.within}` : row.area.name, row),
      ),
      ...result.bySex.map((row) => rowOf(words.tables.sex, wordsVi.sex[row.sex], row)),
      ...result.byAge.map((row) => rowOf(words.tables.age, wordsVi.age(row), row)),
      ...result.byPoverty.map((row) => rowOf(words.tables.poverty, wordsVi.household[row.household], row)),
    ],
    notes: [
      `${words.firstYear(cost.firstYear.year, cost.firstYear.months)}: ${cost.firstYear.amount.toLocaleString('vi-VN')} đồng; ${words.fullYear}: ${cost.fullYear.toLocaleString('vi-VN')} đồng`,
      ...wordsVi.assumptions(result),
      ...result.flags.map((flag) => `${words.uncertain}: ${wordsVi.flag(flag)}`),
      words.fewNote,
    ],
  })
}

function rowOf(table: string, name: string, counts: CountsOfCommune): Cell[] {
  const { before, after } = counts
  const told = (count: number | null): Cell => count ?? words.few
  return [
    table,
    name,
    told(counts.peopleBefore),
    told(counts.peopleAfter),
    told(before),
    told(after),
    before === null || after === null ? words.few : after - before,
    ...(
      [counts.raised, counts.lowered, counts.gained, counts.lost, counts.switched, counts.fresh] as const
    ).map(told),
    told(counts.freshAmount),
  ]
}
