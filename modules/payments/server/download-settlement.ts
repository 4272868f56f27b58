import { dayOf } from '#kernel/civil-date'
import { committeeOf, makePaperPdf, type Paper } from '#modules/documents'
import type { Ctx } from '#platform/server/context'
import { writeSheet, type Cell } from '#platform/server/sheets'
import type { SettlementView } from '../contract.ts'
import { dayName } from './messages.vi.ts'
import { settlementPaperWords as words } from './settlement-words.vi.ts'
import { getSettlement } from './settlements.ts'

const numbers = new Intl.NumberFormat('vi-VN')
const items = ['carriedIn', 'transferred', 'paid', 'returned', 'carriedOut', 'payees'] as const
const sums = ['carriedIn', 'transferred', 'paid', 'returned', 'carriedOut'] as const

type Table = {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

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
    const { pdf } = await makePaperPdf(paperOf(ctx, settlement, span, tables))
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
    rows: tables.flatMap(({ title, heads, rows }): Cell[][] => [
      [title],
      [...heads],
      ...rows.map((row) => [...row]),
      [],
    ]),
    notes: [...(settlement.explanation ? [words.explanation(settlement.explanation)] : []), words.unseen],
  })
  return new File([bytes], `${name}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

function tablesOf({ figures, reported, now }: SettlementView): Table[] {
  const identity = (own: Record<(typeof sums)[number], number>) => sums.map((one) => own[one])
  return [
    {
      title: words.identity,
      heads: [words.item, words.ours, ...(reported ? [words.theirs, words.difference] : [])],
      rows: items.map((item) => [
        words.items[item],
        figures[item],
        ...(reported ? [reported[item], reported[item] - figures[item]] : []),
      ]),
    },
    {
      title: words.byProgramme,
      heads: [words.programme, ...words.heads],
      rows: figures.byProgramme.map((own) => [words.programmes[own.programme], ...identity(own)]),
    },
    {
      title: words.byArea,
      heads: [words.area, ...words.heads],
      rows: figures.byArea.map((own) => [own.area.name, ...identity(own)]),
    },
    {
      title: words.bySource,
      heads: [words.source, words.spent],
      rows: figures.bySource.map(({ source, programme, spent }) => [
        `${words.sources[source]}: ${words.programmes[programme]}`,
        spent,
      ]),
    },
    ...(now
      ? [
          {
            title: words.corrections,
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

function lockOf({ lockedBy, lockedAt }: SettlementView) {
  return lockedBy === null || lockedAt === null
    ? words.open
    : words.locked(lockedBy, dayName(dayOf(lockedAt)))
}

function paperOf(ctx: Ctx, settlement: SettlementView, span: string, tables: readonly Table[]): Paper {
  const { agency, place } = committeeOf({ name: settlement.area.name, level: 'commune' })
  const paragraph = (text: string) => ({ kind: 'paragraph', text: [{ text }], isCentred: false }) as const
  return {
    version: 1,
    kind: 'report',
    size: 'a4',
    title: `${words.title} ${span}`,
    letterhead: {
      superior: [],
      agency,
      number: { value: null, symbol: 'BC-UBND' },
      dated: words.dated(place ?? '', ctx.today),
      form: null,
    },
    heading: { name: words.title, about: words.about(span) },
    deciding: null,
    addressee: null,
    blocks: [
      paragraph(words.scope(settlement.provider?.name ?? null, settlement.area.name)),
      ...tables.flatMap(({ title, heads, rows }): Paper['blocks'][number][] => [
        { kind: 'heading', text: title },
        rows.length === 0
          ? paragraph(words.none)
          : {
              kind: 'table',
              columns: heads.map((head, index) => ({
                title: head,
                width: index === 0 ? 2 : 1.3,
                align: index === 0 ? ('start' as const) : ('end' as const),
              })),
              rows: rows.map((row) =>
                row.map((cell) => (typeof cell === 'number' ? numbers.format(cell) : (cell ?? ''))),
              ),
              total: null,
            },
      ]),
      ...(settlement.explanation ? [paragraph(words.explanation(settlement.explanation))] : []),
      paragraph(lockOf(settlement)),
      { kind: 'paragraph', text: [{ text: words.unseen, italic: true }], isCentred: false },
    ],
    closing: {
      recipients: null,
      signatures: words.signatures.map((line) => ({ lines: [line], how: words.signHere, name: null })),
    },
    annexes: [],
    verification: null,
    draft: settlement.state === 'open' ? words.open : null,
  }
}
