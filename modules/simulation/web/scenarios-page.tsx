import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { LinkButton, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { Checkbox } from '#ui/choice'
import { DataTable } from '#ui/data-table'
import { Difference, formatMonth, Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { listScenarios, type ScenarioId } from '../contract.ts'
import { compareHref, newHref, scenarioHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import './simulation.css'

const most = 3

/** Every scenario one may see, the newest first; two or three of them can be put beside each other. */
export function ScenariosPage() {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { data: scenarios } = useSuspenseQuery(apiQuery(listScenarios, {}))
  const [chosen, choose] = useState<readonly ScenarioId[]>([])
  const mayRun = can('simulation.run')
  const toggle = (id: ScenarioId) =>
    choose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  return (
    <>
      <PageHead
        crumbs={[{ label: t.monitoring }, { label: t.title }]}
        title={t.title}
        actions={
          <>
            {mayRun && (
              <LinkButton emphasis="primary" icon="plus" href={newHref}>
                {t.newScenario}
              </LinkButton>
            )}
            {chosen.length >= 2 && (
              <LinkButton icon="chart" href={compareHref(chosen)}>
                {t.compare(chosen.length)}
              </LinkButton>
            )}
          </>
        }
      >
        <p className="hint intro">{t.intro}</p>
      </PageHead>
      <div className="simulation">
        <DataTable
          caption={t.saved}
          isCaptionHidden
          rows={scenarios}
          empty={
            <EmptyState
              title={t.noneTitle}
              action={
                mayRun && (
                  <LinkButton emphasis="primary" icon="plus" href={newHref}>
                    {t.newScenario}
                  </LinkButton>
                )
              }
            >
              {mayRun ? t.none : t.noneForReaders}
            </EmptyState>
          }
          columns={[
            {
              header: t.columns.choose,
              isHeaderHidden: true,
              cell: ({ id, name }) => (
                <Checkbox
                  isSelected={chosen.includes(id)}
                  isDisabled={chosen.length >= most && !chosen.includes(id)}
                  onChange={() => toggle(id)}
                >
                  <span className="sr">{t.choose(name)}</span>
                </Checkbox>
              ),
            },
            {
              header: t.columns.name,
              cell: ({ id, name, isOutdated }) => (
                <>
                  <TextLink href={scenarioHref(id)}>{name}</TextLink>{' '}
                  {isOutdated && <Chip kind="warn">{t.outdated}</Chip>}
                </>
              ),
              isName: true,
            },
            { header: t.columns.area, cell: ({ area }) => area.name },
            { header: t.columns.month, cell: ({ month }) => formatMonth(month) },
            { header: t.columns.from, cell: ({ from }) => formatMonth(from) },
            {
              header: t.columns.monthly,
              cell: ({ monthly }) => <Difference value={monthly} />,
              align: 'end',
              sortBy: ({ monthly }) => monthly,
            },
            {
              header: t.columns.fullYear,
              cell: ({ fullYear }) => <Difference value={fullYear} />,
              align: 'end',
            },
            {
              header: t.columns.by,
              cell: ({ saved, isShared }) => (
                <>
                  {saved.name}{' '}
                  <Chip kind={isShared ? 'info' : 'protected'}>{isShared ? t.shared : t.private}</Chip>
                  <br />
                  <span className="quiet">
                    <Moment value={saved.at} />
                  </span>
                </>
              ),
            },
          ]}
        />
        {scenarios.length > 1 && (
          <p className="hint">{chosen.length >= most ? t.compareFull : t.compareHint}</p>
        )}
      </div>
    </>
  )
}
