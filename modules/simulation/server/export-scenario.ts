import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf } from '#kernel/civil-date'
import { formatCount } from '#kernel/written'
import type { Ctx } from '#platform/server/context'
import { makePdf } from '#platform/server/documents'
import { writeSheet, type Cell } from '#platform/server/sheets'
import type { CountsOfPart, Result, ScenarioId } from '../contract.ts'
import { getScenarioRow } from '../db/scenarios.ts'
import { afterAll, differenceIn, freshCost } from '../domain/cost.ts'
import { wordsVi } from '../domain/words.vi.ts'
import { issueOf } from './issue-of.ts'
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
  return makePdf(source, planBrief(name, result, await issueOf(ctx, result.area.id)))
}

function sheet(name: string, result: Result) {
  const { month, from, area, law, dataAt, cost, takeUp } = result
  const row = (table: string, name: string, counts: CountsOfPart) => rowOf(table, name, { counts, takeUp })
  return writeSheet({
    name: words.sheetName,
    title: [
      name,
      words.where(area.name, from),
      words.basis(month, law.vi, dayOf(dataAt)),
      ...result.changes.map((change) => wordsVi.change(change)),
      words.draft,
    ],
    columns: words.sheetColumns(month).map((header, index) => ({
      header,
      width: index < 2 ? 40 : index < 4 ? 14 : 20,
      kind: index < 2 ? 'text' : 'money',
    })),
    rows: [
      row(words.tables.all, area.name, result.all),
      ...result.byGroup.map((group) => row(words.tables.group, wordsVi.group(group), group)),
      ...result.byArea.map((unit) =>
        row(words.tables.area, unit.within ? `${unit.area.name}, ${unit.within}` : unit.area.name, unit),
      ),
      ...result.bySex.map((cut) => row(words.tables.sex, wordsVi.sex[cut.sex], cut)),
      ...result.byAge.map((cut) => row(words.tables.age, wordsVi.age(cut), cut)),
      ...result.byPoverty.map((cut) => row(words.tables.poverty, wordsVi.household[cut.household], cut)),
    ],
    notes: [
      `${words.firstYear(cost.firstYear.year, cost.firstYear.months)}: ${formatCount(cost.firstYear.amount)} đồng; ${words.fullYear}: ${formatCount(cost.fullYear)} đồng`,
      ...wordsVi.assumptions(result),
      ...result.flags.map((flag) => `${words.uncertain}: ${wordsVi.flag(flag)}`),
      words.withheldNote,
    ],
  })
}

function rowOf(
  table: string,
  name: string,
  { counts, takeUp }: { counts: CountsOfPart; takeUp: number },
): Cell[] {
  const told = (count: number | null): Cell => count ?? words.withheld
  return [
    table,
    name,
    told(counts.peopleBefore),
    told(counts.peopleAfter),
    told(counts.before),
    told(afterAll(counts, takeUp)),
    told(differenceIn(counts, takeUp)),
    ...(
      [counts.raised, counts.lowered, counts.gained, counts.lost, counts.switched, counts.fresh] as const
    ).map(told),
    told(counts.freshAmount === null ? null : freshCost(counts.freshAmount, takeUp)),
  ]
}
