import { dayOf } from '#kernel/civil-date'
import { formatDay } from '#kernel/written'
import { figureReport, figureRows, makePaperPdf, type FigureTable, type Paper } from '#modules/documents'
import { getArea } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { writeSheet } from '#platform/server/sheets'
import type { SettlementView } from '../contract.ts'
import { settlementPaperWords as words } from './settlement-words.vi.ts'
import { getSettlement } from './settlements.ts'

const items = ['carriedIn', 'transferred', 'paid', 'returned', 'carriedOut', 'payees'] as const
const sums = ['carriedIn', 'transferred', 'paid', 'returned', 'carriedOut'] as const

/** The settlement to be signed, or to be worked on in a spreadsheet; both are drawn of the same tables. */
export async function downloadSettlement(
  ctx: Ctx,
  { id, format }: { id: string; format: 'xlsx' | 'pdf' },
): Promise<File> {
  const settlement = await getSettlement(ctx, { id })
  const span = words.span(settlement.span, settlement.first, settlement.last)
  const name = words.fileName(span)
  const tables = tablesOf(settlement)
  if (format === 'pdf') {
    const { pdf } = await makePaperPdf(await paperOf(ctx, settlement, { span, tables }))
    return new File([pdf], `${name}.pdf`, { type: 'application/pdf' })
  }
  const bytes = await writeSheet({
    name: words.sheetName,
    title: [
      words.title,
      words.about(span),
      words.scope(settlement.provider?.name ?? null, settlement.area.name),
      lockOf(settlement),
    ],
    columns: [
      { header: '', width: 40 },
      ...Array.from({ length: 5 }, () => ({ header: '', width: 20, kind: 'money' as const })),
    ],
    rows: figureRows(tables),
    notes: [...(settlement.explanation ? [words.explanation(settlement.explanation)] : []), words.unseen],
  })
  return new File([bytes], `${name}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

function tablesOf({ figures, reported, now }: SettlementView): FigureTable[] {
  const identity = (own: Record<(typeof sums)[number], number>) => sums.map((one) => own[one])
  return [
    {
      title: words.identity,
      hasTotal: false,
      heads: [words.item, words.ours, ...(reported ? [words.theirs, words.difference] : [])],
      rows: items.map((item) => [
        words.items[item],
        figures[item],
        ...(reported ? [reported[item], reported[item] - figures[item]] : []),
      ]),
    },
    totalled({
      title: words.byProgramme,
      heads: [words.programme, ...words.heads],
      rows: figures.byProgramme.map((own) => [words.programmes[own.programme], ...identity(own)]),
    }),
    totalled({
      title: words.byArea,
      heads: [words.area, ...words.heads],
      rows: figures.byArea.map((own) => [own.area.name, ...identity(own)]),
    }),
    totalled({
      title: words.bySource,
      heads: [words.source, words.spent],
      rows: figures.bySource.map(({ source, programme, spent }) => [
        `${words.sources[source]}: ${words.programmes[programme]}`,
        spent,
      ]),
    }),
    ...(now
      ? [
          {
            title: words.corrections,
            hasTotal: false,
            heads: [words.item, words.ours, words.afterwards, words.difference],
            rows: items.map((item) => [
              words.items[item],
              figures[item],
              now[item],
              now[item] - figures[item],
            ]),
          },
        ]
      : []),
  ]
}

/** What the parts come to stands below them, to be held against the first table. */
function totalled({ rows, ...table }: Omit<FigureTable, 'hasTotal'>): FigureTable {
  const [first] = rows
  if (!first) return { ...table, rows, hasTotal: false }
  const sums = first.slice(1).map((_, at) => rows.reduce((sum, row) => sum + Number(row[at + 1]), 0))
  return { ...table, rows: [...rows, [words.total, ...sums]], hasTotal: true }
}

function lockOf({ lockedBy, lockedAt }: SettlementView) {
  return lockedBy === null || lockedAt === null
    ? words.open
    : words.locked(lockedBy, formatDay(dayOf(lockedAt)))
}

async function paperOf(
  ctx: Ctx,
  settlement: SettlementView,
  { span, tables }: { span: string; tables: readonly FigureTable[] },
): Promise<Paper> {
  const { level } = await getArea(ctx, settlement.area.id)
  return figureReport({
    unit: { name: settlement.area.name, level: level === 3 ? 'commune' : 'province' },
    on: ctx.today,
    title: `${words.title} ${span}`,
    heading: { name: words.title, about: words.about(span) },
    before: [words.scope(settlement.provider?.name ?? null, settlement.area.name)],
    tables,
    grounds: null,
    after: [
      ...(settlement.explanation ? [words.explanation(settlement.explanation)] : []),
      lockOf(settlement),
    ],
    caveat: words.unseen,
    none: words.none,
    signatures: words.signatures,
    signHere: words.signHere,
    draft: settlement.state === 'open' ? words.open : null,
  })
}
