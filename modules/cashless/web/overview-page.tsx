import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FiguresLink } from '#modules/payments/web'
import { apiQuery } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { Select } from '#ui/choice'
import { DataTable } from '#ui/data-table'
import { formatCount, formatInstant, formatShare } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel, Tile } from '#ui/page'
import { EmptyState } from '#ui/states'
import { getCashlessOverview, type Count, type Overview } from '../contract.ts'
import { Head } from './head.tsx'
import { campaignHref, effectHref, overviewHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { MonthsPanel } from './months-panel.tsx'

/** Where payment without cash stands: who is ready, month by month, and which communes lag. */
export function OverviewPage() {
  const t = useMessages({ vi, en })
  const { xa: areaId } = useSearch({ strict: false }) as { xa?: number } // As the route parses it.
  const { data } = useSuspenseQuery(apiQuery(getCashlessOverview, areaId === undefined ? {} : { areaId }))
  const { data: all } = useSuspenseQuery(apiQuery(getCashlessOverview, {}))
  return (
    <>
      <Head part="overview">
        <p className="filter-line">
          {data.countedAt && t.counted(formatInstant(data.countedAt))}
          {data.month && `, ${t.byMonth(data.month)}`}
        </p>
        {data.month && <FiguresLink month={data.month} />}
      </Head>
      {data.countedAt === null ? (
        <EmptyState title={t.preparing.title}>{t.preparing.next}</EmptyState>
      ) : (
        <div className="stack">
          <AreaChoice areas={all.communes} areaId={areaId} />
          <Tiles total={data.total} />
          <div className="cashless-pair">
            <MonthsPanel months={data.months} />
            <Readiness data={data} />
          </div>
          <Communes communes={data.communes} />
        </div>
      )}
    </>
  )
}

function AreaChoice({ areas, areaId }: { areas: Overview['communes']; areaId: number | undefined }) {
  const t = useMessages({ vi, en })
  const navigate = useNavigate()
  if (areas.length < 2) return null
  const options = areas
    .map(({ area }) => ({ value: String(area.id), label: area.name }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'vi'))
  return (
    <div className="inline-form no-print">
      <Select
        label={t.area}
        options={options}
        emptyLabel={t.allAreas}
        value={areaId === undefined ? null : String(areaId)}
        onChange={(value) => void navigate({ to: overviewHref(value === null ? undefined : Number(value)) })}
      />
    </div>
  )
}

function Tiles({ total }: { total: Count }) {
  const t = useMessages({ vi, en }).tiles
  const { payees, cashless, checked, doubtful, atHome } = total
  const share = (count: number, of: number) => (of === 0 ? '–' : formatShare(count / of))
  return (
    <div className="tiles">
      <Tile label={t.payees} figure={formatCount(payees)} />
      <Tile label={t.cashless} figure={share(cashless, payees)} exact={t.ofPayees(cashless, payees)} />
      <Tile label={t.checked} figure={share(checked, cashless)} exact={t.ofAccounts(checked, doubtful)} />
      <Tile label={t.cash} figure={formatCount(payees - cashless)} exact={t.atHome(atHome)} />
    </div>
  )
}

const order = ['byAge', 'bySex', 'byDisability', 'byReceiver'] as const

function Readiness({ data }: { data: Overview }) {
  const t = useMessages({ vi, en })
  const names: Readonly<Record<string, string>> = {
    ...t.ages,
    ...t.sexes,
    ...t.disabilities,
    ...t.receivers,
  }
  const places = Object.keys(names)
  const rows = order.flatMap((by) =>
    data[by]
      .toSorted((one, other) => places.indexOf(one.key) - places.indexOf(other.key))
      .map((part, place) => ({ ...part, by, isFirst: place === 0 })),
  )
  return (
    <Panel title={t.readiness.title} isPadded>
      <DataTable
        caption={t.readiness.caption}
        isCaptionHidden
        rows={rows}
        rowKey={({ by, key }) => `${by} ${key}`}
        empty={t.communes.none}
        columns={[
          {
            header: t.readiness.group,
            isName: true,
            cell: ({ by, key, isFirst }) => (
              <>
                {isFirst && <span className="quiet cashless-group">{t.readiness.groups[by]}</span>}
                {names[key]}
              </>
            ),
          },
          { header: t.readiness.payees, align: 'end', cell: ({ payees }) => formatCount(payees) },
          {
            header: t.readiness.share,
            align: 'end',
            cell: ({ payees, cashless }) => <Share count={cashless} of={payees} />,
          },
          { header: t.readiness.checked, align: 'end', cell: ({ checked }) => formatCount(checked) },
        ]}
      />
      <p className="hint">{t.readiness.note}</p>
    </Panel>
  )
}

/** A share with a bar behind it, so that a column is read at a glance. */
function Share({ count, of }: { count: number; of: number }) {
  const share = of === 0 ? 0 : count / of
  return (
    <span className="cashless-share">
      <span aria-hidden="true" style={{ inlineSize: `${share * 100}%` }} />
      {of === 0 ? '–' : formatShare(share)}
    </span>
  )
}

function Communes({ communes }: { communes: Overview['communes'] }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  return (
    <Panel title={t.communes.title}>
      <DataTable
        caption={t.communes.caption}
        isCaptionHidden
        rows={communes}
        rowKey={({ area }) => String(area.id)}
        empty={<EmptyState title={t.communes.none} />}
        columns={[
          {
            header: t.communes.area,
            isName: true,
            sortBy: ({ area }) => area.name,
            cell: ({ area }) => <TextLink href={overviewHref(area.id)}>{area.name}</TextLink>,
          },
          {
            header: t.communes.wave,
            cell: ({ wave }) =>
              wave ? (
                <TextLink href={effectHref(wave.id)}>{wave.name}</TextLink>
              ) : (
                <span className="quiet">{t.communes.noWave}</span>
              ),
          },
          {
            header: t.communes.payees,
            align: 'end',
            sortBy: ({ payees }) => payees,
            cell: ({ payees }) => formatCount(payees),
          },
          {
            header: t.communes.share,
            align: 'end',
            sortBy: ({ payees, cashless }) => (payees === 0 ? 0 : cashless / payees),
            cell: ({ payees, cashless }) => <Share count={cashless} of={payees} />,
          },
          {
            header: t.communes.target,
            align: 'end',
            cell: ({ wave }) =>
              !wave ? '–' : wave.target === null ? t.communes.notYet(wave.firstMonth) : `${wave.target}%`,
          },
          {
            header: t.communes.lacking,
            align: 'end',
            sortBy: ({ lacking }) => lacking ?? -1,
            cell: ({ lacking }) =>
              lacking === null ? (
                '–'
              ) : lacking === 0 ? (
                <Chip kind="ok">{t.communes.reached}</Chip>
              ) : (
                formatCount(lacking)
              ),
          },
          { header: t.communes.leftAlone, align: 'end', cell: ({ leftAlone }) => formatCount(leftAlone) },
          ...(can('cashless.visit')
            ? [
                {
                  header: t.communes.list,
                  isHeaderHidden: true,
                  cell: ({ area }: Overview['communes'][number]) => (
                    <TextLink
                      href={campaignHref({ areaId: area.id })}
                      aria-label={t.communes.listOf(area.name)}
                    >
                      {t.communes.list}
                    </TextLink>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}
