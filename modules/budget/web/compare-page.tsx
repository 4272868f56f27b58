import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { Difference, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { Assumptions, getEstimate, type EstimateId, type EstimateView } from '../contract.ts'
import { budgetHref, estimateHref } from './hrefs.ts'
import { useLineName } from './line-name.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Two estimates beside each other: what they took for granted, and where their sums part. */
export function ComparePage({ first, second }: { first: EstimateId; second: EstimateId }) {
  const t = useMessages({ vi, en })
  const nameOf = useLineName()
  const { data: one } = useSuspenseQuery(apiQuery(getEstimate, { id: first }))
  const { data: other } = useSuspenseQuery(apiQuery(getEstimate, { id: second }))
  const lines = [...new Map([...one.byLine, ...other.byLine].map((line) => [line.line, line])).values()]
  const monthsOfYear = [
    ...new Set([...one.byMonth, ...other.byMonth].map(({ month }) => month.slice(5))),
  ].toSorted()
  const amountOf = (rows: EstimateView['byMonth'], ending: string) =>
    rows.find(({ month }) => month.endsWith(`-${ending}`))?.amount ?? 0
  const keys = Object.keys(Assumptions.shape) as (keyof Assumptions)[] // The shape has the keys.
  const grounds = [
    { id: 'year', name: t.year, one: String(one.year), other: String(other.year) },
    { id: 'base', name: t.baseMonth, one: formatMonth(one.baseMonth), other: formatMonth(other.baseMonth) },
    ...keys.map((key) => ({
      id: key,
      name: t.assumptionNames[key],
      one: String(one.assumptions[key]),
      other: String(other.assumptions[key]),
    })),
  ]
  const money = (
    caption: string,
    head: string,
    rows: readonly { id: string; name: string; one: number; other: number }[],
  ) => (
    <section className="stack">
      <h2>{caption}</h2>
      <DataTable
        caption={caption}
        isCaptionHidden
        rows={rows}
        empty={t.nothing}
        columns={[
          { header: head, isName: true, cell: ({ name }) => name },
          {
            key: 'one',
            header: one.name,
            align: 'end',
            cell: (row) => formatMoney(row.one),
            total: formatMoney(one.amount),
          },
          {
            key: 'other',
            header: other.name,
            align: 'end',
            cell: (row) => formatMoney(row.other),
            total: formatMoney(other.amount),
          },
          {
            header: t.differenceOf,
            align: 'end',
            cell: (row) => <Difference value={row.other - row.one} />,
            total: <Difference value={other.amount - one.amount} />,
          },
        ]}
        totalLabel={t.total}
      />
    </section>
  )
  return (
    <>
      <PageHead
        crumbs={[{ label: t.payment }, { label: t.title, href: budgetHref }, { label: t.compareTitle }]}
        title={t.compareTitle}
      >
        <p className="filter-line">
          <TextLink href={estimateHref(first)}>{one.name}</TextLink> ·{' '}
          <TextLink href={estimateHref(second)}>{other.name}</TextLink>
        </p>
      </PageHead>
      {money(
        t.byLine,
        t.line,
        lines.map((line) => ({
          id: line.line,
          name: nameOf(line),
          one: one.byLine.find((own) => own.line === line.line)?.amount ?? 0,
          other: other.byLine.find((own) => own.line === line.line)?.amount ?? 0,
        })),
      )}
      {money(
        t.byMonth,
        t.month,
        monthsOfYear.map((ending) => ({
          id: ending,
          name: t.monthNumber(Number(ending)),
          one: amountOf(one.byMonth, ending),
          other: amountOf(other.byMonth, ending),
        })),
      )}
      <section className="stack">
        <h2>{t.assumptions}</h2>
        <DataTable
          caption={t.assumptions}
          isCaptionHidden
          rows={grounds}
          empty={t.nothing}
          columns={[
            { header: t.assumption, isName: true, cell: ({ name }) => name },
            { key: 'one', header: one.name, align: 'end', cell: (row) => row.one },
            {
              key: 'other',
              header: other.name,
              align: 'end',
              cell: (row) => (row.one === row.other ? row.other : <b>{row.other}</b>),
            },
          ]}
        />
      </section>
    </>
  )
}
