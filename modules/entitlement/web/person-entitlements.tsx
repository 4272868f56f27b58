import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { monthOf, type Month } from '#kernel/civil-date'
import type { Dong, Tenths } from '#kernel/dong'
import { getPerson, PersonId, type PersonPage } from '#modules/people/contract'
import { apiQuery } from '#platform/web/api'
import { useShownDays } from '#platform/web/past-view'
import { KeyHint, LinkButton, TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCoefficient, formatCount, formatDay, formatMoney, formatMonth, Money } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { getEntitlements, listDecisions, type Entitlements } from '../contract.ts'
import { Awards } from './awards.tsx'
import { awaitsPovertyList } from './awaited-list.ts'
import { citationFrom, Citations, LawDaysProvider } from './citation.tsx'
import { EntitlementTimeline } from './entitlement-timeline.tsx'
import { WaitingAwards } from './listed/of-person.tsx'
import { isLawUnknown, LawUnknown } from './law-unknown.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { isAgeChange, nextAge } from './next-age.ts'
import { useRuleName, useWhyHref } from './use-words.ts'
import './entitlement.css'

type SpellView = Entitlements['spells'][number]

/** What a person is entitled to: over time, this month, and what will change by itself; with the decisions behind it. */
export function PersonEntitlements() {
  const { on } = useShownDays()
  return isLawUnknown(on) ? <LawUnknown asked={on} /> : <EntitlementsOn />
}

function EntitlementsOn() {
  const { personId } = useParams({ strict: false })
  const { on, knownOn } = useShownDays()
  const id = String(personId)
  const { data } = useSuspenseQuery(apiQuery(getEntitlements, { personId: id, on, known: knownOn }))
  const { data: person } = useSuspenseQuery(
    apiQuery(getPerson, { id: PersonId.parse(id), on, known: knownOn }),
  )
  const month = monthOf(on)
  return (
    <div className="entitlement-columns">
      <div className="stack aside">
        <ThisMonth spells={data.spells} month={month} personId={id} />
        <Pending pending={data.pending} person={person} />
        <WaitingAwards waiting={data.waiting} />
        <Awards awards={data.awards} personId={id} />
        {person.mergedFrom.map(
          (merged) =>
            merged.fullName !== null && (
              <MergedAwards key={merged.id} id={merged.id} name={merged.fullName} />
            ),
        )}
      </div>
      <div className="stack">
        <EntitlementTimeline
          spells={data.spells}
          residences={person.residences}
          month={month}
          personId={id}
        />
        <SpellTable spells={data.spells} personId={id} />
        <Decisions personId={id} />
      </div>
    </div>
  )
}

/** What was granted under a record that was merged into this one; it stays as it was decided. */
function MergedAwards({ id, name }: { id: string; name: string }) {
  const t = useMessages({ vi, en })
  const { on, knownOn } = useShownDays()
  const { data } = useSuspenseQuery(apiQuery(getEntitlements, { personId: id, on, known: knownOn }))
  if (data.awards.length === 0) return null
  return (
    <section className="stack">
      <h2>{t.entitlements.underMerged(name)}</h2>
      <Awards awards={data.awards} personId={id} />
    </section>
  )
}

function SpellTable({ spells, personId }: { spells: readonly SpellView[]; personId: string }) {
  const t = useMessages({ vi, en })
  const name = useRuleName()
  const whyHref = useWhyHref(personId)
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
            cell: ({ coefficientTenths, units, standard }) => (
              <span className="nowrap">
                {t.entitlements.arithmeticOf(
                  formatCoefficient(coefficientTenths as Tenths), // Named so in the contract.
                  units,
                  formatCount(standard),
                )}
              </span>
            ),
          },
          {
            header: t.entitlements.why,
            isHeaderHidden: true,
            cell: ({ from }) => (
              <TextLink
                className="nowrap"
                href={whyHref(from)}
                aria-label={t.entitlements.whyOf(formatMonth(from))}
              >
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
  const whyHref = useWhyHref(personId)
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
            <Money value={total as Dong} /* A sum of đồng is đồng. */ />
          </p>
          <ul className="parts">
            {current.map(({ component, rule, amount }) => (
              <li key={component}>
                <span>{name(rule)}</span>
                {current.length > 1 && <Money value={amount} />}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="btns">
        <LinkButton icon="help" href={whyHref(month)}>
          {t.entitlements.why} <KeyHint keys="F4" />
        </LinkButton>
      </div>
    </Panel>
  )
}

function Pending({ pending, person }: { pending: Entitlements['pending']; person: PersonPage }) {
  const t = useMessages({ vi, en })
  const whyHref = useWhyHref(person.id)
  const age = nextAge(person, person.on)
  return (
    <Panel title={t.entitlements.pendingTitle}>
      {pending.length === 0 && !age ? (
        <p className="empty">{t.entitlements.pendingNone}</p>
      ) : (
        <ul className="lines">
          {pending.map(({ month, component, before, after }) => (
            <li key={`${month} ${component}`}>
              <b>{formatMonth(month)}</b> · {t.components[component]}:{' '}
              <del>
                <span className="sr">{t.entitlements.before} </span>
                {formatMoney(before)}
              </del>{' '}
              → {after > 0 ? formatMoney(after) : t.entitlements.ends}{' '}
              {after < before && awaitsPovertyList(person.circumstances, month) && (
                <span className="quiet">{t.entitlements.awaitsList} </span>
              )}
              <TextLink
                className="nowrap"
                href={whyHref(month)}
                aria-label={t.entitlements.whyOf(formatMonth(month))}
              >
                {t.entitlements.why}
              </TextLink>
            </li>
          ))}
          {age && (
            <li>
              {age.precision === 'day'
                ? t.entitlements.turns(age.years, formatDay(age.on))
                : t.entitlements.turnsFrom(age.years, formatDay(age.on))}
            </li>
          )}
        </ul>
      )}
      {pending.some(({ month }) => !isAgeChange(person.born, month)) && (
        <p className="hint">{t.entitlements.pendingWhy}</p>
      )}
    </Panel>
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
              <span>
                {signerTitle}
                <br />
                <span className="quiet">{area.name}</span>
              </span>
            ),
          },
          { header: t.entitlements.effective, cell: ({ effective }) => formatMonth(effective) },
          {
            header: t.entitlements.basis,
            cell: ({ citations, signedOn }) =>
              citations ? (
                <LawDaysProvider value={{ on: signedOn }}>
                  <Citations of={citations.map(citationFrom)} />
                </LawDaysProvider>
              ) : (
                t.none
              ),
          },
        ]}
      />
    </Panel>
  )
}
