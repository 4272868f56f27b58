import { useState, type ReactNode } from 'react'
import { Chip } from '#ui/chip'
import { DataTable, type Column } from '#ui/data-table'
import { Difference, formatCount, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Law } from '#ui/page'
import { Tabs } from '#ui/tabs'
import type { CountsOfPart, Result } from '../contract.ts'
import { afterAll, differenceIn, freshCost } from '../domain/cost.ts'
import { countInWords } from '../domain/words.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { formatTenths } from './format-tenths.ts'
import { useScenarioWords } from './use-words.ts'

/** The same figures cut by group, by commune, by people, and what is changed with its basis. */
export function ResultTables({ result }: { result: Result }) {
  const t = useMessages({ vi, en })
  const [selected, select] = useState('group')
  const tabs = [
    { id: 'group', label: t.tables.group, content: <Groups result={result} /> },
    { id: 'area', label: t.tables.area, content: <Communes result={result} /> },
    { id: 'people', label: t.tables.people, content: <People result={result} /> },
    { id: 'changes', label: t.tables.changes, content: <Changes result={result} /> },
  ]
  return <Tabs label={t.tables.title} tabs={tabs} selected={selected} onSelect={select} />
}

function Groups({ result }: { result: Result }) {
  const t = useMessages({ vi, en })
  const words = useScenarioWords()
  const { before, after, all, cost, takeUp } = result
  const told = (count: number | null) => countInWords(words, count)
  const arrow = (was: number | null, becomes: number | null, say: (value: number) => string = formatCount) =>
    was === null || becomes === null ? told(null) : t.tables.arrow(say(was), say(becomes))
  const columns: Column<Result['byGroup'][number]>[] = [
    { header: t.tables.name.group, cell: (row) => words.group(row), isName: true },
    {
      header: t.tables.basis,
      cell: ({ cite }) => <Law>{cite ? unbroken(cite.text) : t.tables.noBasis}</Law>,
    },
    {
      header: t.tables.lines,
      cell: (row) => arrow(row.peopleBefore, row.peopleAfter),
      align: 'end',
      total: t.tables.arrow(formatCount(before.lines), formatCount(after.lines)),
    },
    {
      header: t.tables.coefficients,
      cell: ({ coefficients: [was, becomes] }) => arrow(was, becomes, formatTenths),
      align: 'end',
    },
    {
      header: t.tables.before(formatMonth(result.month)),
      cell: (row) => told(row.before),
      align: 'end',
      total: formatCount(before.amount),
    },
    {
      header: t.tables.after,
      cell: (row) => told(afterAll(row, takeUp)),
      align: 'end',
      total: formatCount(before.amount + cost.monthly),
    },
    {
      header: t.tables.difference,
      cell: (row) => {
        const difference = differenceIn(row, takeUp)
        return difference === null ? told(null) : <Difference value={difference} />
      },
      align: 'end',
      sortBy: (row) => differenceIn(row, takeUp) ?? 0,
      total: <Difference value={cost.monthly} />,
    },
    ...(all.fresh > 0 ? freshColumns<Result['byGroup'][number]>(t, result, told) : []),
  ]
  return (
    <Withholding rows={result.byGroup}>
      <DataTable
        caption={t.tables.group}
        isCaptionHidden
        rows={result.byGroup}
        empty={t.tables.none}
        totalLabel={t.tables.total}
        columns={columns}
      />
    </Withholding>
  )
}

/** A table with the reason why some of its figures are not told, where any are. */
function Withholding({ rows, children }: { rows: readonly CountsOfPart[]; children: ReactNode }) {
  const t = useMessages({ vi, en })
  const hasWithheld = rows.some(({ raised, before }) => raised === null || before === null)
  return (
    <>
      {children}
      {hasWithheld && <p className="hint">{t.tables.withheld}</p>}
    </>
  )
}

/** People and money of a row, whatever it is a row of. */
function useFigures<Row extends CountsOfPart>(result: Result): Column<Row>[] {
  const t = useMessages({ vi, en })
  const words = useScenarioWords()
  const told = (count: number | null) => countInWords(words, count)
  const { before, after, all, cost, takeUp } = result
  const changed = (row: CountsOfPart) => differenceIn(row, takeUp)
  const some = (['raised', 'lowered', 'gained', 'lost'] as const).filter(
    (kind) => kind === 'raised' || all[kind] > 0,
  )
  return [
    {
      header: t.tables.peopleColumn,
      cell: (row) =>
        row.peopleBefore === null || row.peopleAfter === null
          ? told(row.peopleBefore)
          : t.tables.arrow(formatCount(row.peopleBefore), formatCount(row.peopleAfter)),
      align: 'end',
      sortBy: (row) => row.peopleBefore ?? 0,
      total: t.tables.arrow(formatCount(before.people), formatCount(after.people)),
    },
    {
      header: t.tables.before(formatMonth(result.month)),
      cell: (row) => told(row.before),
      align: 'end',
      sortBy: (row) => row.before ?? 0,
      total: formatCount(before.amount),
    },
    {
      header: t.tables.after,
      cell: (row) => told(afterAll(row, takeUp)),
      align: 'end',
      sortBy: (row) => afterAll(row, takeUp) ?? 0,
      total: formatCount(before.amount + cost.monthly),
    },
    {
      header: t.tables.difference,
      cell: (row) => {
        const difference = changed(row)
        return difference === null ? told(null) : <Difference value={difference} />
      },
      align: 'end',
      sortBy: (row) => changed(row) ?? 0,
      total: <Difference value={cost.monthly} />,
    },
    ...some.map((kind): Column<Row> => ({
      header: t.tables[kind],
      cell: (row) => told(row[kind]),
      align: 'end',
      sortBy: (row) => row[kind] ?? 0,
      total: formatCount(all[kind]),
    })),
    ...(all.fresh > 0 ? freshColumns<Row>(t, result, told) : []),
  ]
}

function freshColumns<Row extends CountsOfPart>(
  t: typeof vi,
  { all, cost, takeUp }: Result,
  told: (count: number | null) => string,
): Column<Row>[] {
  return [
    {
      header: t.tables.fresh,
      cell: (row) => told(row.fresh),
      align: 'end',
      sortBy: (row) => row.fresh ?? 0,
      total: formatCount(all.fresh),
    },
    {
      header: t.tables.freshAmount,
      cell: ({ freshAmount }) => told(freshAmount === null ? null : freshCost(freshAmount, takeUp)),
      align: 'end',
      total: formatCount(cost.fresh),
    },
  ]
}

function Communes({ result }: { result: Result }) {
  const t = useMessages({ vi, en })
  const figures = useFigures<Result['byArea'][number]>(result)
  const hasDistricts = result.byArea.some(({ within }) => within !== null)
  return (
    <Withholding rows={result.byArea}>
      <DataTable
        caption={t.tables.area}
        isCaptionHidden
        rows={result.byArea}
        rowKey={({ area }) => String(area.id)}
        empty={t.tables.none}
        totalLabel={t.tables.total}
        columns={[
          {
            header: t.tables.name.area,
            cell: ({ area }) => area.name,
            isName: true,
            sortBy: ({ area }) => area.name,
          },
          ...(hasDistricts
            ? [
                {
                  header: t.tables.within,
                  cell: ({ within }: Result['byArea'][number]) => within,
                  sortBy: ({ within }: Result['byArea'][number]) => within ?? '',
                },
              ]
            : []),
          ...figures,
        ]}
      />
    </Withholding>
  )
}

function People({ result }: { result: Result }) {
  const t = useMessages({ vi, en })
  const words = useScenarioWords()
  type Row = CountsOfPart & { readonly section: string; readonly name: string }
  const rows: Row[] = [
    ...result.bySex.map((row) => ({ ...row, section: t.tables.sections.sex, name: words.sex[row.sex] })),
    ...result.byAge.map((row) => ({ ...row, section: t.tables.sections.age, name: words.age(row) })),
    ...result.byPoverty.map((row) => ({
      ...row,
      section: t.tables.sections.poverty,
      name: words.household[row.household],
    })),
  ]
  // Three cuts of the same people have no common sum, and sorted together they would lose their heads.
  const figures = useFigures<Row>(result).map(({ total: _total, sortBy: _sortBy, ...column }) => column)
  return (
    <Withholding rows={rows}>
      <DataTable
        caption={t.tables.people}
        isCaptionHidden
        rows={rows}
        rowKey={({ section, name }) => `${section} ${name}`}
        empty={t.tables.none}
        columns={[
          { header: t.tables.section, cell: ({ section }) => section },
          { header: t.tables.name.people, cell: ({ name }) => name, isName: true },
          ...figures,
        ]}
      />
    </Withholding>
  )
}

/** The number of a decree stays on one line: its hyphen is one that does not break. */
function unbroken(citation: string): string {
  return citation.replaceAll('-', '\u2011')
}

function Changes({ result }: { result: Result }) {
  const t = useMessages({ vi, en })
  const words = useScenarioWords()
  return (
    <DataTable
      caption={t.tables.changes}
      isCaptionHidden
      rows={result.changes}
      rowKey={(change) => words.change(change)}
      empty={t.form.noChanges}
      columns={[
        { header: t.tables.change, cell: (change) => words.change(change), isName: true },
        {
          header: t.tables.present,
          cell: ({ cite }) =>
            cite ? (
              <>
                <Law>{unbroken(cite.text)}</Law>{' '}
                {cite.certainty === 'uncertain' && <Chip kind="unsure">{t.chips.confirm(1)}</Chip>}
              </>
            ) : (
              t.tables.noBasis
            ),
        },
      ]}
    />
  )
}
