import { dayOf } from '#kernel/civil-date'
import { formatMonth } from '#kernel/written'
import { figureReport, figureRows, makePaperPdf, type FigureTable, type Paper } from '#modules/documents'
import { getArea } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { writeSheet, type Cell } from '#platform/server/sheets'
import type { EstimateId, EstimateView, SumView } from '../contract.ts'
import { causes } from '../domain/causes.ts'
import { componentNames, estimateWords as words } from './paper-words.vi.ts'
import { getEstimate } from './show-estimates.ts'

const types = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The estimate to be signed and handed in, or to be worked on in a spreadsheet; both are drawn of the same tables. */
export async function downloadEstimate(
  ctx: Ctx,
  { id, format }: { id: EstimateId; format: 'xlsx' | 'pdf' },
): Promise<File> {
  const estimate = await getEstimate(ctx, { id })
  const bytes =
    format === 'pdf' ? (await makePaperPdf(await paperOf(ctx, estimate))).pdf : await sheetOf(estimate)
  return new File([bytes], `${words.fileName(estimate.year, estimate.name)}.${format}`, {
    type: types[format],
  })
}

function sheetOf(estimate: EstimateView) {
  return writeSheet({
    name: words.sheetName,
    title: [
      words.title(estimate.year),
      words.about(estimate.year),
      words.scope(estimate.name, estimate.area.name),
      words.basis(estimate.baseMonth, estimate.knownOn),
      stateOf(estimate),
    ],
    columns: [
      { header: '', width: 60 },
      ...Array.from({ length: 4 }, () => ({ header: '', width: 22, kind: 'money' as const })),
    ],
    rows: figureRows(tablesOf(estimate)),
    notes: [words.assumptions, ...words.assumed(estimate.assumptions), words.unseen],
  })
}

function tablesOf(estimate: EstimateView): FigureTable[] {
  const months = estimate.byMonth.length
  const money = ({ amount, range }: SumView): Cell[] => [amount, range?.low ?? null, range?.high ?? null]
  const average = ({ people }: SumView) => (months === 0 ? 0 : Math.round(people / months))
  const heads = [words.grants, words.amount, words.low, words.high]
  const total = [words.total, average(estimate.total), ...money(estimate.total)]
  return [
    {
      title: words.byLine,
      hasTotal: true,
      heads: [words.line, ...heads],
      rows: [...estimate.byLine.map((row) => [nameOf(row), average(row), ...money(row)]), total],
    },
    {
      title: words.byMonth,
      hasTotal: true,
      heads: [words.month, words.grantsOfMonth, ...heads.slice(1)],
      rows: [
        ...estimate.byMonth.map((row) => {
          const month = formatMonth(row.month)
          return [row.isListed ? words.listed(month) : month, row.people, ...money(row)]
        }),
        [words.total, null, ...money(estimate.total)],
      ],
    },
    {
      title: words.byArea,
      hasTotal: true,
      heads: [words.area, ...heads],
      rows: [...estimate.byArea.map((row) => [row.area.name, average(row), ...money(row)]), total],
    },
    {
      title: words.why,
      hasTotal: true,
      heads: [words.cause, words.amount],
      rows: [
        ...causes.map((cause) => [words.causes[cause], estimate.total.amountParts[cause]]),
        ...(estimate.total.arrears > 0 ? [[words.causes.arrears, estimate.total.arrears]] : []),
        [words.total, estimate.total.amount],
      ],
    },
  ]
}

function nameOf({ component, group, name }: EstimateView['byLine'][number]): string {
  return group === null
    ? `${componentNames[component]}: ${words.together}`
    : `${componentNames[component]}: ${name.vi}`
}

function stateOf({ submitted, made }: EstimateView) {
  return submitted
    ? words.submitted(submitted.by, dayOf(submitted.at))
    : `${words.draft}. ${words.madeBy(made.by, dayOf(made.at))}`
}

async function paperOf(ctx: Ctx, estimate: EstimateView): Promise<Paper> {
  const { level } = await getArea(ctx, estimate.area.id)
  return figureReport({
    unit: { name: estimate.area.name, level: level === 3 ? 'commune' : 'province' },
    on: ctx.today,
    title: `${words.title(estimate.year)} ${estimate.name}`,
    heading: { name: words.heading, about: words.about(estimate.year) },
    before: [
      words.scope(estimate.name, estimate.area.name),
      words.basis(estimate.baseMonth, estimate.knownOn),
    ],
    tables: tablesOf(estimate).map((table) => ({ ...table, widths: table.heads.map(widthOf) })),
    grounds: { title: words.assumptions, lines: words.assumed(estimate.assumptions) },
    after: [stateOf(estimate)],
    caveat: words.unseen,
    none: words.none,
    signatures: words.signatures,
    signHere: words.signHere,
    draft: estimate.submitted ? null : words.draft,
  })
}

/** Sums of a province have twelve digits. */
function widthOf(head: string, place: number) {
  return place === 0 ? 1.8 : head === words.grants || head === words.grantsOfMonth ? 0.9 : 1.5
}
