import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount, formatInstant, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead, Panel } from '#ui/page'
import { EmptyState } from '#ui/states'
import { getQualityOverview, rules, type QualityOverview, type Severity } from '../contract.ts'
import { listHref, overviewHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { Trend } from './trend.tsx'
import './quality.css'

const severities: readonly Severity[] = ['money', 'right', 'file']

/** Every rule with how many break it, what hangs on it and how that has changed; and where there is most to do. */
export function OverviewPage({ areaId }: { areaId: number | undefined }) {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(apiQuery(getQualityOverview, areaId === undefined ? {} : { areaId }))
  const broken = data.rules.filter(({ people, excepted }) => people + excepted > 0)
  const fine = data.rules.filter(({ people, excepted }) => people + excepted === 0)
  const shownArea = data.areas.find(({ area }) => area.id === areaId)
  return (
    <>
      <PageHead crumbs={[{ label: t.people, href: '/nghiep-vu/nguoi' }, { label: t.title }]} title={t.title}>
        {data.lookedAt && <p className="filter-line">{t.lead(formatInstant(data.lookedAt))}</p>}
        {areaId !== undefined && (
          <p>
            {t.onlyArea(shownArea?.area.name ?? '')} <TextLink href={overviewHref()}>{t.showAll}</TextLink>
          </p>
        )}
      </PageHead>
      {!data.lookedAt ? (
        <EmptyState title={t.preparing.title}>{t.preparing.next}</EmptyState>
      ) : (
        <div className="stack">
          {broken.length === 0 && <EmptyState title={t.clean.title}>{t.clean.next}</EmptyState>}
          {severities.map((severity) => (
            <OfSeverity
              key={severity}
              severity={severity}
              areaId={areaId}
              found={broken.filter(({ rule }) => rules[rule].severity === severity)}
            />
          ))}
          {data.areas.length > 1 && <Areas areas={data.areas} />}
          {fine.length > 0 && (
            <details className="fold">
              <summary>{t.fine(fine.length)}</summary>
              <ul>
                {fine.map(({ rule }) => (
                  <li key={rule}>{t.rules[rule].title}</li>
                ))}
              </ul>
            </details>
          )}
          <details className="fold">
            <summary>{t.impossible.title}</summary>
            <ul>
              {t.impossible.list.map((what) => (
                <li key={what}>{what}</li>
              ))}
            </ul>
          </details>
        </div>
      )}
    </>
  )
}

function OfSeverity({
  severity,
  areaId,
  found,
}: {
  severity: Severity
  areaId: number | undefined
  found: QualityOverview['rules']
}) {
  const t = useMessages({ vi, en })
  if (found.length === 0) return null
  return (
    <Panel title={t.severity[severity]}>
      <DataTable
        caption={t.severity[severity]}
        isCaptionHidden
        rows={found.toSorted((one, other) => other.people - one.people)}
        rowKey={({ rule }) => rule}
        empty=""
        columns={[
          {
            header: t.table.rule,
            isName: true,
            cell: ({ rule, people, excepted }) => (
              <div>
                <TextLink
                  href={listHref(rule, { areaId })}
                  aria-label={t.seeList(t.rules[rule].title, formatCount(people))}
                >
                  {t.rules[rule].title}
                </TextLink>
                <span className="quiet rule-why">
                  {t.rules[rule].why}
                  {excepted > 0 && ` ${t.excepted(formatCount(excepted))}.`}
                </span>
              </div>
            ),
          },
          { header: t.table.people, cell: ({ people }) => formatCount(people), align: 'end' },
          {
            header: t.table.money,
            cell: ({ monthly }) => (monthly > 0 ? formatMoney(monthly) : '–'),
            align: 'end',
          },
          { header: t.table.trend, cell: ({ trend }) => <Trend points={trend} /> },
        ]}
      />
    </Panel>
  )
}

function Areas({ areas }: { areas: QualityOverview['areas'] }) {
  const t = useMessages({ vi, en })
  return (
    <Panel title={t.areas}>
      <DataTable
        caption={t.areas}
        isCaptionHidden
        rows={areas}
        rowKey={({ area }) => String(area.id)}
        empty=""
        columns={[
          {
            header: t.table.area,
            isName: true,
            cell: ({ area }) => <TextLink href={overviewHref(area.id)}>{area.name}</TextLink>,
          },
          { header: t.table.any, cell: ({ people }) => formatCount(people), align: 'end' },
          ...severities.map((severity) => ({
            header: t.severity[severity],
            cell: ({ bySeverity }: QualityOverview['areas'][number]) => formatCount(bySeverity[severity]),
            align: 'end' as const,
          })),
          { header: t.table.money, cell: ({ monthly }) => formatMoney(monthly), align: 'end' },
        ]}
      />
    </Panel>
  )
}
