import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { Button, LinkButton, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { Checkbox } from '#ui/choice'
import { DataTable } from '#ui/data-table'
import { formatMoney, formatMonth, Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { TabLinks } from '#ui/tabs'
import { getYearOfBudget, listEstimates, type EstimateId, type EstimateSummary } from '../contract.ts'
import { compareHref, estimateHref, yearHref } from './hrefs.ts'
import { MakeDialog } from './make-dialog.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { UseOfYear } from './use-of-year.tsx'

/** A year of the budget: what was given and used and whether it lasts, and the estimates there are. */
export function YearPage({ asked }: { asked: number | undefined }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { data } = useSuspenseQuery(apiQuery(listEstimates, {}))
  const known = Number(data.suggested.baseMonth.slice(0, 4))
  const year = asked ?? known
  const { data: own } = useSuspenseQuery(apiQuery(getYearOfBudget, { year }))
  const [isMaking, setMaking] = useState(false)
  const years = [
    ...new Set([known - 1, known, known + 1, year, ...data.estimates.map((one) => one.year)]),
  ].toSorted((one, other) => one - other)
  return (
    <>
      <PageHead
        crumbs={[{ label: t.payment }, { label: t.title }]}
        title={t.titleOf(year)}
        actions={
          can('budget.estimate') && (
            <Button emphasis="primary" icon="plus" onPress={() => setMaking(true)}>
              {t.make}
            </Button>
          )
        }
      >
        <p className="hint intro">{t.intro}</p>
      </PageHead>
      <TabLinks
        label={t.years}
        links={years.map((one) => ({ href: yearHref(one), label: String(one), isHere: one === year }))}
      />
      <UseOfYear own={own} />
      <Estimates estimates={data.estimates} mayMake={can('budget.estimate')} onMake={() => setMaking(true)} />
      {isMaking && <MakeDialog suggested={data.suggested} onClose={() => setMaking(false)} />}
    </>
  )
}

function Estimates({
  estimates,
  mayMake,
  onMake,
}: {
  estimates: readonly EstimateSummary[]
  mayMake: boolean
  onMake: () => void
}) {
  const t = useMessages({ vi, en })
  const [chosen, choose] = useState<readonly EstimateId[]>([])
  const toggle = (id: EstimateId) =>
    choose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  return (
    <section className="stack" aria-labelledby="cac-ban">
      <h2 id="cac-ban">{t.estimates}</h2>
      {estimates.length > 1 && (
        <div className="btns">
          {chosen.length === 2 ? (
            <LinkButton icon="chart" href={compareHref(chosen)}>
              {t.compare}
            </LinkButton>
          ) : (
            <p className="hint">{t.compareHint}</p>
          )}
        </div>
      )}
      <DataTable
        caption={t.estimates}
        isCaptionHidden
        rows={estimates}
        empty={
          <EmptyState
            title={t.noneTitle}
            action={
              mayMake && (
                <Button emphasis="primary" icon="plus" onPress={onMake}>
                  {t.makeFirst}
                </Button>
              )
            }
          >
            {mayMake ? t.none : t.noneForReaders}
          </EmptyState>
        }
        columns={[
          {
            header: t.choose,
            isHeaderHidden: true,
            cell: ({ id, name }) => (
              <Checkbox
                isSelected={chosen.includes(id)}
                isDisabled={chosen.length >= 2 && !chosen.includes(id)}
                onChange={() => toggle(id)}
              >
                <span className="sr">{t.chooseNamed(name)}</span>
              </Checkbox>
            ),
          },
          {
            header: t.name,
            isName: true,
            cell: ({ id, name }) => <TextLink href={estimateHref(id)}>{name}</TextLink>,
          },
          { header: t.year, cell: ({ year }) => String(year) },
          { header: t.area, cell: ({ area }) => area.name },
          { header: t.baseMonth, cell: ({ baseMonth }) => formatMonth(baseMonth) },
          { header: t.amount, align: 'end', cell: ({ amount }) => formatMoney(amount) },
          { header: t.range, align: 'end', cell: ({ range }) => <RangeText range={range} /> },
          { header: t.state, cell: (estimate) => <StateChip estimate={estimate} /> },
          {
            header: t.madeBy,
            cell: ({ made }) => (
              <>
                {made.by}
                <br />
                <span className="quiet">
                  <Moment value={made.at} />
                </span>
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

/** «478 – 482 tỷ»: to the đồng, as the other sums. */
export function RangeText({ range }: { range: EstimateSummary['range'] }) {
  const t = useMessages({ vi, en })
  if (!range) return <span className="quiet">{t.noRange}</span>
  return <span className="budget-range">{t.between(formatMoney(range.low), formatMoney(range.high))}</span>
}

export function StateChip({ estimate: { submitted } }: { estimate: Pick<EstimateSummary, 'submitted'> }) {
  const t = useMessages({ vi, en })
  return submitted ? (
    <Chip kind="ok" icon="lock">
      {t.submitted}
    </Chip>
  ) : (
    <Chip kind="info" icon="pencil">
      {t.draft}
    </Chip>
  )
}
