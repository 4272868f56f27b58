import { useSuspenseQueries } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { LinkButton, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { Difference, formatCount, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { getScenario, type Result, type SavedScenario, type ScenarioId } from '../contract.ts'
import { differenceIn } from '../domain/cost.ts'
import { countInWords } from '../domain/words.ts'
import { listHref, scenarioHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useScenarioWords } from './use-words.ts'
import './simulation.css'

/** Two or three scenarios beside each other: what they change, cost, and whom they touch. */
export function ComparePage({ ids }: { ids: readonly ScenarioId[] }) {
  const t = useMessages({ vi, en })
  const scenarios = useSuspenseQueries({
    queries: ids.map((id) => apiQuery(getScenario, { id })),
  }).map(({ data }) => data)
  const areMonthsOne = new Set(scenarios.map(({ scenario }) => scenario.month)).size <= 1
  return (
    <>
      <PageHead
        crumbs={[{ label: t.monitoring }, { label: t.title, href: listHref }, { label: t.compareTitle }]}
        title={t.compareTitle}
        actions={<LinkButton href={listHref}>{t.back}</LinkButton>}
      />
      {scenarios.length < 2 ? (
        <EmptyState title={t.compareFew} action={<LinkButton href={listHref}>{t.back}</LinkButton>}>
          {t.compareFewMore}
        </EmptyState>
      ) : (
        <div className="simulation">
          {!areMonthsOne && <Notice kind="warn">{t.compareMonths}</Notice>}
          <Costs scenarios={scenarios} />
          <div className="compare-figures">
            <Figures scenarios={scenarios} />
          </div>
          <Communes scenarios={scenarios} />
        </div>
      )}
    </>
  )
}

type Several = { readonly scenarios: readonly SavedScenario[] }

/** What each adds a month, as bars on one scale. */
function Costs({ scenarios }: Several) {
  const t = useMessages({ vi, en })
  const words = useScenarioWords()
  const largest = Math.max(1, ...scenarios.map(({ result }) => Math.abs(result.cost.monthly)))
  return (
    <ul className="compare-tiles">
      {scenarios.map(({ id, name, result, isOutdated }) => (
        <li key={id} className="tile">
          <span className="label">
            <TextLink href={scenarioHref(id)}>{name}</TextLink>{' '}
            {isOutdated && <Chip kind="warn">{t.outdated}</Chip>}
          </span>
          <span className="figure">
            <Difference value={result.cost.monthly} />
            <span className="u"> {t.compareMonthly}</span>
          </span>
          <span className="hbar" aria-hidden="true">
            <i
              className={result.cost.monthly < 0 ? 'down' : undefined}
              style={{ '--v': (100 * Math.abs(result.cost.monthly)) / largest }}
            />
          </span>
          <span className="exact">
            {t.columns.fullYear}: <Difference value={result.cost.fullYear} />
          </span>
          <ul className="bullets exact">
            {result.changes.map((change) => (
              <li key={words.change(change)}>{words.change(change)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function Figures({ scenarios }: Several) {
  const t = useMessages({ vi, en })
  const rows: { name: string; of: (result: Result) => React.ReactNode }[] = [
    { name: t.columns.area, of: ({ area }) => area.name },
    { name: t.columns.month, of: ({ month }) => formatMonth(month) },
    { name: t.columns.from, of: ({ from }) => formatMonth(from) },
    { name: t.tables.beforeOfEach, of: ({ before }) => formatCount(before.amount) },
    { name: t.tables.after, of: ({ before, cost }) => formatCount(before.amount + cost.monthly) },
    { name: t.tables.difference, of: ({ cost }) => <Difference value={cost.monthly} /> },
    { name: t.columns.fullYear, of: ({ cost }) => <Difference value={cost.fullYear} /> },
    ...(['raised', 'lowered', 'gained', 'lost', 'switched'] as const).map((kind) => ({
      name: `${t.tables.peopleColumn}: ${t.who[kind]}`,
      of: ({ all }: Result) => formatCount(all[kind]),
    })),
    { name: `${t.tables.peopleColumn}: ${t.who.fresh}`, of: ({ all }) => formatCount(all.fresh) },
    { name: t.tables.freshAmount, of: ({ cost }) => formatCount(cost.fresh) },
  ]
  return (
    <DataTable
      caption={t.compareTitle}
      isCaptionHidden
      rows={rows}
      rowKey={({ name }) => name}
      empty={t.tables.none}
      columns={[
        { header: t.tables.figure, cell: ({ name }) => name, isName: true },
        ...scenarios.map(({ id, name, result }) => ({
          key: id,
          header: name,
          align: 'end' as const,
          cell: ({ of }: (typeof rows)[number]) => of(result),
        })),
      ]}
    />
  )
}

/** What changes in each commune, where all speak of the same ones. */
function Communes({ scenarios }: Several) {
  const t = useMessages({ vi, en })
  const words = useScenarioWords()
  const communes = new Map(
    scenarios.flatMap(({ result }) => result.byArea.map(({ area }) => [area.id, area] as const)),
  )
  const changeIn = (result: Result, id: number) => {
    const row = result.byArea.find(({ area }) => area.id === id)
    return row && differenceIn(row, result.takeUp)
  }
  // Where nothing changes in any of them, there is nothing to compare.
  const touched = [...communes.values()].filter(({ id }) =>
    scenarios
      .map(({ result }) => changeIn(result, id))
      .some((change) => change !== undefined && change !== 0),
  )
  return (
    <DataTable
      caption={t.tables.area}
      rows={touched}
      rowKey={({ id }) => String(id)}
      empty={t.tables.none}
      columns={[
        { header: t.tables.name.area, cell: ({ name }) => name, isName: true, sortBy: ({ name }) => name },
        ...scenarios.map(({ id, name, result }) => ({
          key: id,
          header: name,
          align: 'end' as const,
          cell: (area: { id: number }) => {
            const change = changeIn(result, area.id)
            if (change === undefined) return null
            return change === null ? countInWords(words, null) : <Difference value={change} />
          },
          sortBy: (area: { id: number }) => changeIn(result, area.id) ?? 0,
        })),
      ]}
    />
  )
}
