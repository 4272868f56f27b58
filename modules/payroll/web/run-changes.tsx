import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { nameOfRule } from '#modules/entitlement/contract'
import { apiQuery } from '#platform/web/api'
import { useKeys } from '#platform/web/keys'
import { useCan } from '#platform/web/session'
import { KeyHint, TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { Difference, formatCoefficient, formatCount, formatDay, formatMonth } from '#ui/format'
import { Fold } from '#ui/fold'
import { Icon, type IconName } from '#ui/icon'
import { useLanguage, useMessages } from '#ui/language'
import { Pages } from '#ui/pages'
import type { Month } from '#kernel/civil-date'
import type { Tenths } from '#kernel/dong'
import { listChanges, pageSize, type ChangeReason, type ChangeView, type RunView } from '../contract.ts'
import { whyHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const icons: Readonly<Record<ChangeReason, IconName>> = {
  new: 'plus',
  listed: 'plus',
  resumed: 'plus',
  moved_in: 'plus',
  raised: 'up',
  lowered: 'down',
  stopped: 'square',
  died: 'square',
  moved_out: 'square',
  territory_in: 'plus',
  territory_out: 'square',
  suspended: 'pause',
  arrears: 'up',
  arrears_ended: 'down',
  needs_decision: 'pause',
}

/** Person by person: before, now, the difference and the reason, with the decision behind it. */
export function RunChanges({
  run,
  before,
  reason,
  page,
  hrefOf,
}: {
  run: RunView
  /** The month it is compared with. */
  before: Month
  reason?: ChangeReason | undefined
  page: number
  hrefOf: (reason?: ChangeReason, page?: number) => string
}) {
  const t = useMessages({ vi, en })
  const isTold = useCan()('people.read')
  const section = useRef<HTMLElement>(null)
  useKeys({ F8: () => step(section.current, 1), 'Shift F8': () => step(section.current, -1) })
  // The page is the same one, so nothing else goes to where a reason or a page number leads.
  useEffect(() => {
    if (location.hash === '#thay-doi') section.current?.scrollIntoView()
  }, [reason, page])
  const { data } = useSuspenseQuery(apiQuery(listChanges, { id: run.id, page, ...(reason && { reason }) }))
  return (
    <section id="thay-doi" className="run-changes" aria-labelledby="thay-doi-heading" ref={section}>
      <div className="split">
        <h2 id="thay-doi-heading">
          {t.changes.title} <span className="count">{formatCount(data.total)}</span>
        </h2>
        <p className="filter-line">
          {reason ? t.changes.only(t.reasons[reason]) : t.changes.all}
          {reason && (
            <>
              {' · '}
              <TextLink href={hrefOf()}>{t.changes.showAll}</TextLink>
            </>
          )}
          <span className="keys-only">
            {' · '}
            <KeyHint keys="F8" /> {t.changes.nextKey}
          </span>
        </p>
      </div>
      <Fold
        key={`${reason} ${page}`}
        title={t.changes.each(formatCount(data.total))}
        isOpen={reason !== undefined || page > 1}
      >
        <DataTable
          caption={t.changes.caption}
          isCaptionHidden
          rows={data.rows}
          // Not told why, two changes of a person may look the same.
          rowKey={(row) => String(data.rows.indexOf(row))}
          empty={t.changes.none}
          window={{ first: (page - 1) * pageSize + 1, total: data.total }}
          columns={[
            {
              header: t.changes.name,
              cell: ({ person }) =>
                isTold ? (
                  <TextLink href={whyHref(person.id, run.month)}>{person.name}</TextLink>
                ) : (
                  person.name
                ),
              isName: true,
            },
            { header: t.changes.born, cell: (row) => row.person.born.slice(0, 4) },
            { header: t.area, cell: (row) => row.area.name },
            ...(isTold
              ? [
                  {
                    header: t.changes.kind,
                    cell: ({ component }: ChangeView) => component && t.shortComponents[component],
                  },
                ]
              : []),
            {
              header: formatMonth(before),
              cell: (row) => <span className="quiet">{formatCount(row.before)}</span>,
              align: 'end',
            },
            { header: formatMonth(run.month), cell: (row) => formatCount(row.now), align: 'end' },
            {
              header: t.changes.difference,
              cell: (row) => <Difference value={row.difference} />,
              align: 'end',
            },
            ...(isTold
              ? [
                  {
                    header: t.changes.reason,
                    cell: ({ reason, ...row }: ChangeView) => reason && <Reason row={row} reason={reason} />,
                  },
                  {
                    header: t.changes.decision,
                    cell: ({ detail: { decision } }: ChangeView) =>
                      decision ? t.changes.decisionOf(decision.number, formatDay(decision.signedOn)) : null,
                  },
                ]
              : []),
          ]}
        />
        <Pages page={page} pageSize={pageSize} total={data.total} href={(at) => hrefOf(reason, at)} />
      </Fold>
    </section>
  )
}

/** From one person in the list to the next, or to the one before. */
function step(section: HTMLElement | null, by: 1 | -1) {
  const names = [...(section?.querySelectorAll<HTMLElement>('tbody th a') ?? [])]
  const here = names.findIndex((name) => name === document.activeElement)
  const at = here === -1 ? (by === 1 ? 0 : names.length - 1) : here + by
  names[Math.max(0, Math.min(names.length - 1, at))]?.focus()
}

function Reason({ row, reason }: { row: Omit<ChangeView, 'reason'>; reason: ChangeReason }) {
  const t = useMessages({ vi, en })
  const say = useDetail()
  const detail = say({ ...row, reason })
  return (
    <span>
      <Icon name={icons[reason]} /> {t.reasons[reason]}
      {detail && (
        <>
          <br />
          <span className="quiet">{detail}</span>
        </>
      )}
    </span>
  )
}

/** What exactly was different, in as few words as say it. */
function useDetail() {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  return ({ reason, component, detail }: ChangeView): string => {
    const elsewhere = ({ before, now }: NonNullable<ChangeView['detail']['area']>) => {
      if (reason === 'territory_out') return t.changes.unitNow(now.name)
      if (reason === 'territory_in') return t.changes.unitBefore(before.name)
      return reason === 'moved_out' ? t.changes.movedTo(now.name) : t.changes.movedFrom(before.name)
    }
    const rule = (id: string | null) => (id === null ? t.hiddenRule : nameOfRule(id, language))
    const months = detail.benefitMonths?.map(formatMonth).join(', ')
    const tenths = (value: number) => formatCoefficient(value as Tenths) // The contract says tenths.
    const parts = [
      detail.diedOn && t.changes.died(formatDay(detail.diedOn)),
      detail.area && elsewhere(detail.area),
      detail.lapsed &&
        t.changes[component === 'care' ? 'careLapsed' : 'lapsed'](
          formatMonth(detail.lapsed.since),
          formatCount(detail.lapsed.amount),
        ),
      months && (reason === 'arrears_ended' ? t.changes.monthsEnded(months) : t.changes.months(months)),
      detail.rule &&
        detail.rule.before !== detail.rule.now &&
        `${rule(detail.rule.before)} → ${rule(detail.rule.now)}`,
      detail.coefficient &&
        detail.coefficient.before !== detail.coefficient.now &&
        t.changes.coefficient(tenths(detail.coefficient.before), tenths(detail.coefficient.now)),
      detail.units &&
        detail.units.before !== detail.units.now &&
        t.changes.units(detail.units.before, detail.units.now),
      detail.standard &&
        detail.standard.before !== detail.standard.now &&
        t.changes.standard(formatCount(detail.standard.before), formatCount(detail.standard.now)),
    ]
    return parts.filter(Boolean).join(' · ')
  }
}
