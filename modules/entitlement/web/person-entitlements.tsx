import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { addMonths, monthOf, type Month } from '#kernel/civil-date'
import type { Tenths } from '#kernel/dong'
import { apiQuery } from '#platform/web/api'
import { usePastView } from '#platform/web/past-view'
import { LinkButton, TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCoefficient, formatCount, formatDay, formatMoney, formatMonth, Money } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { Spells, type SpellRow } from '#ui/spells'
import { getEntitlements, listDecisions, nameOfRule, type AwardView, type Entitlements } from '../contract.ts'
import { components } from '../domain/determination.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import './entitlement.css'

type SpellView = Entitlements['spells'][number]

/** What a person is entitled to: over time, this month, and what will change by itself; with the decisions behind it. */
export function PersonEntitlements() {
  const { personId } = useParams({ strict: false })
  const { on, knownOn } = usePastView()
  const id = String(personId)
  const { data } = useSuspenseQuery(apiQuery(getEntitlements, { personId: id, on, known: knownOn }))
  const month = monthOf(on)
  return (
    <div className="entitlement-columns">
      <div className="stack">
        <Timeline spells={data.spells} month={month} personId={id} />
        <SpellTable spells={data.spells} personId={id} />
        <Decisions personId={id} />
      </div>
      <div className="stack">
        <ThisMonth spells={data.spells} month={month} personId={id} />
        <Pending pending={data.pending} />
        <Awards awards={data.awards} personId={id} />
      </div>
    </div>
  )
}

const whyHref = (personId: string, month: Month) => `/nghiep-vu/nguoi/${personId}/vi-sao?thang=${month}`

function useRuleName() {
  const language = useLanguage()
  const t = useMessages({ vi, en })
  return (rule: string | null) => (rule === null ? t.privateRule : nameOfRule(rule, language))
}

function Timeline({
  spells,
  month,
  personId,
}: {
  spells: readonly SpellView[]
  month: Month
  personId: string
}) {
  const t = useMessages({ vi, en })
  const name = useRuleName()
  if (spells.length === 0) return null
  const first = spells.reduce((least, { from }) => (from < least ? from : least), month)
  const rows = components.flatMap((component): SpellRow[] => {
    const own = spells.filter((spell) => spell.component === component)
    if (own.length === 0) return []
    return [
      {
        name: t.components[component],
        spells: own.map((spell) => ({
          id: `${component} ${spell.from}`,
          from: spell.from,
          until: spell.through && addMonths(spell.through, 1),
          label: formatCount(Math.round(spell.amount / 1000)),
          name: t.entitlements.spellName(name(spell.rule), formatCount(spell.amount)),
          detail: name(spell.rule),
          ...(spell.through === null && { kind: 'now' as const }),
          href: whyHref(personId, spell.from),
        })),
      },
    ]
  })
  return (
    <Panel title={t.entitlements.timeTitle}>
      <Spells
        label={t.entitlements.timeLabel}
        unit={t.entitlements.unit}
        from={`${first.slice(0, 4)}-01` as Month} // January of the first year is a month.
        until={addMonths(month, 2)}
        at={month}
        rows={rows}
      />
    </Panel>
  )
}

function SpellTable({ spells, personId }: { spells: readonly SpellView[]; personId: string }) {
  const t = useMessages({ vi, en })
  const name = useRuleName()
  return (
    <Panel title={t.entitlements.spellsTitle}>
      <DataTable
        caption={t.entitlements.spellsCaption}
        isCaptionHidden
        rows={spells.toSorted((one, other) => other.from.localeCompare(one.from))}
        rowKey={(spell) => `${spell.component} ${spell.from}`}
        empty={t.entitlements.spellsNone}
        columns={[
          { header: t.entitlements.what, cell: ({ rule }) => name(rule), isName: true },
          { header: t.entitlements.from, cell: ({ from }) => formatMonth(from) },
          { header: t.entitlements.through, cell: ({ through }) => (through ? formatMonth(through) : t.now) },
          {
            header: t.entitlements.monthly,
            cell: ({ amount }) => <b>{formatCount(amount)}</b>,
            align: 'end',
          },
          {
            header: t.entitlements.arithmetic,
            cell: ({ coefficientTenths, units, standard }) =>
              t.entitlements.arithmeticOf(
                formatCoefficient(coefficientTenths as Tenths), // Named so in the contract.
                units,
                formatCount(standard),
              ),
          },
          {
            header: t.entitlements.why,
            isHeaderHidden: true,
            cell: ({ from }) => (
              <TextLink href={whyHref(personId, from)} aria-label={t.entitlements.whyOf(formatMonth(from))}>
                {t.entitlements.why}
              </TextLink>
            ),
          },
        ]}
      />
    </Panel>
  )
}

function ThisMonth({
  spells,
  month,
  personId,
}: {
  spells: readonly SpellView[]
  month: Month
  personId: string
}) {
  const t = useMessages({ vi, en })
  const name = useRuleName()
  const current = spells.filter(
    ({ from, through }) => from <= month && (through === null || month <= through),
  )
  const total = current.reduce((sum, { amount }) => sum + amount, 0)
  return (
    <Panel title={t.entitlements.monthTitle(formatMonth(month))} isPadded>
      {current.length === 0 ? (
        <p>{t.entitlements.monthNone}</p>
      ) : (
        <>
          <p className="big">
            <Money value={total as SpellView['amount']} /* A sum of đồng is đồng. */ />
          </p>
          <p className="quiet">{current.map(({ rule }) => name(rule)).join(' · ')}</p>
        </>
      )}
      <div className="btns">
        <LinkButton icon="help" href={whyHref(personId, month)}>
          {t.entitlements.why}
        </LinkButton>
      </div>
    </Panel>
  )
}

function Pending({ pending }: { pending: Entitlements['pending'] }) {
  const t = useMessages({ vi, en })
  return (
    <Panel title={t.entitlements.pendingTitle}>
      {pending.length === 0 ? (
        <p className="empty">{t.entitlements.pendingNone}</p>
      ) : (
        <ul className="lines">
          {pending.map(({ month, component, before, after }) => (
            <li key={`${month} ${component}`}>
              <b>{formatMonth(month)}</b> ·{' '}
              {t.entitlements.pending(t.components[component], formatMoney(before), formatMoney(after))}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Awards({ awards, personId }: { awards: readonly AwardView[]; personId: string }) {
  const t = useMessages({ vi, en })
  const open = awards.filter(({ through }) => through === null)
  const closed = awards.filter(({ through }) => through !== null)
  if (awards.length === 0)
    return (
      <Panel title={t.entitlements.awardsTitle}>
        <p className="empty">{t.entitlements.awardsNone}</p>
      </Panel>
    )
  return (
    <>
      {[
        { title: t.entitlements.awardsTitle, list: open },
        { title: t.entitlements.awardsPastTitle, list: closed },
      ].map(
        ({ title, list }) =>
          list.length > 0 && (
            <Panel key={title} title={title}>
              <ul className="lines">
                {list.map((award) => (
                  <li key={award.id}>
                    <Award award={award} personId={personId} />
                  </li>
                ))}
              </ul>
            </Panel>
          ),
      )}
    </>
  )
}

function Award({ award, personId }: { award: AwardView; personId: string }) {
  const t = useMessages({ vi, en })
  const { payee, openedBy, closedBy, closeReason } = award
  return (
    <>
      <b>{t.benefits[award.benefit]}</b>
      <br />
      {formatMonth(award.from)} – {award.through ? formatMonth(award.through) : t.now}
      {closeReason && ` (${t.entitlements.closeReasons[closeReason] ?? closeReason})`}
      <br />
      <span className="quiet">
        {t.entitlements.opened}: {t.entitlements.decision(openedBy.number, formatDay(openedBy.signedOn))},{' '}
        {openedBy.signerTitle}
      </span>
      {closedBy && (
        <>
          <br />
          <span className="quiet">
            {t.entitlements.closed}: {t.entitlements.decision(closedBy.number, formatDay(closedBy.signedOn))}
          </span>
        </>
      )}
      <br />
      <span className="quiet">
        {t.entitlements.payee}:{' '}
        {payee.id === personId ? t.entitlements.self : (payee.fullName ?? t.entitlements.payeeHidden)}
      </span>
    </>
  )
}

function Decisions({ personId }: { personId: string }) {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(apiQuery(listDecisions, { personId }))
  return (
    <Panel title={t.entitlements.decisionsTitle}>
      <DataTable
        caption={t.entitlements.decisionsCaption}
        isCaptionHidden
        rows={data}
        empty={t.entitlements.decisionsNone}
        columns={[
          {
            header: t.entitlements.kind,
            cell: (decision) => (
              <>
                {t.kinds[decision.kind]}
                <span className="quiet">
                  {' '}
                  {decision.benefits.map((benefit) => t.benefits[benefit]).join(', ')}
                </span>
              </>
            ),
            isName: true,
          },
          {
            header: t.entitlements.number,
            cell: ({ number, signedOn }) => t.entitlements.decision(number, formatDay(signedOn)),
          },
          {
            header: t.entitlements.signer,
            cell: ({ signerTitle, area }) => (
              <>
                {signerTitle}
                <br />
                <span className="quiet">{area.name}</span>
              </>
            ),
          },
          { header: t.entitlements.effective, cell: ({ effective }) => formatMonth(effective) },
          {
            header: t.entitlements.basis,
            cell: ({ citations }) => <span className="law law-only">{citations?.join('; ') ?? t.none}</span>,
          },
        ]}
      />
    </Panel>
  )
}
