import { dayOf } from '#kernel/civil-date'
import { committeeOf, makePaperPdf, type Paper } from '#modules/documents'
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

type Table = {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

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
    rows: tablesOf(estimate).flatMap(({ title, heads, rows }): Cell[][] => [
      [title],
      [...heads],
      ...rows.map((row) => [...row]),
      [],
    ]),
    notes: [words.assumptions, ...words.assumed(estimate.assumptions), words.unseen],
  })
}

function tablesOf(estimate: EstimateView): Table[] {
  const months = estimate.byMonth.length
  const money = ({ amount, range }: SumView): Cell[] => [amount, range?.low ?? null, range?.high ?? null]
  const average = ({ people }: SumView) => (months === 0 ? 0 : Math.round(people / months))
  const heads = [words.grants, words.amount, words.low, words.high]
  const total = [words.total, average(estimate.total), ...money(estimate.total)]
  return [
    {
      title: words.byLine,
      heads: [words.line, ...heads],
      rows: [...estimate.byLine.map((row) => [nameOf(row), average(row), ...money(row)]), total],
    },
    {
      title: words.byMonth,
      heads: [words.month, words.grantsOfMonth, ...heads.slice(1)],
      rows: [
        ...estimate.byMonth.map((row) => {
          const month = words.monthName(row.month)
          return [row.isListed ? words.listed(month) : month, row.people, ...money(row)]
        }),
        [words.total, null, ...money(estimate.total)],
      ],
    },
    {
      title: words.byArea,
      heads: [words.area, ...heads],
      rows: [...estimate.byArea.map((row) => [row.area.name, average(row), ...money(row)]), total],
    },
    {
      title: words.why,
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
  const { agency, place } = committeeOf({
    name: estimate.area.name,
    level: level === 3 ? 'commune' : 'province',
  })
  const paragraph = (text: string) => ({ kind: 'paragraph', text: [{ text }], isCentred: false }) as const
  return {
    version: 1,
    kind: 'report',
    size: 'a4',
    title: `${words.title(estimate.year)} ${estimate.name}`,
    letterhead: {
      superior: [],
      agency,
      number: { value: null, symbol: 'BC-UBND' },
      dated: words.dated(place ?? '', ctx.today),
      form: null,
    },
    heading: { name: words.heading, about: words.about(estimate.year) },
    deciding: null,
    addressee: null,
    blocks: [
      paragraph(words.scope(estimate.name, estimate.area.name)),
      paragraph(words.basis(estimate.baseMonth, estimate.knownOn)),
      ...tablesOf(estimate).flatMap(({ title, heads, rows }): Paper['blocks'][number][] => [
        { kind: 'heading', text: title },
        {
          kind: 'table',
          columns: heads.map((head, place) => ({
            title: head,
            // Sums of a province have twelve digits.
            width: place === 0 ? 1.8 : head === words.grants || head === words.grantsOfMonth ? 0.9 : 1.5,
            align: place === 0 ? ('start' as const) : ('end' as const),
          })),
          rows: rows.slice(0, -1).map(written),
          total: written(rows.at(-1)!),
        },
      ]),
      { kind: 'heading', text: words.assumptions },
      ...words.assumed(estimate.assumptions).map(paragraph),
      paragraph(stateOf(estimate)),
      { kind: 'paragraph', text: [{ text: words.unseen, italic: true }], isCentred: false },
    ],
    closing: {
      recipients: null,
      signatures: words.signatures.map((line) => ({ lines: [line], how: words.signHere, name: null })),
    },
    annexes: [],
    verification: null,
    draft: estimate.submitted ? null : words.draft,
  }
}

function written(row: readonly Cell[]): string[] {
  return row.map((cell) => (typeof cell === 'number' ? words.number(cell) : (cell ?? '')))
}
