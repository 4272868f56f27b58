import { useSuspenseQuery } from '@tanstack/react-query'
import { Navigate, useSearch } from '@tanstack/react-router'
import { Fragment } from 'react'
import { addDays } from '#kernel/civil-date'
import { apiQuery } from '#platform/web/api'
import { usePastView } from '#platform/web/past-view'
import { LinkButton, TextLink } from '#ui/button'
import { formatCoefficient, formatDay, formatMoney } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { PageHead, Panel } from '#ui/page'
import { EmptyState } from '#ui/states'
import type { Hit } from '../../domain/law-book/search.ts'
import type { Piece } from '../../domain/law-book/sought.ts'
import { findCitation, searchLaw } from '../../law-contract.ts'
import { CitationText } from '../citation.tsx'
import { SearchForm } from './day-form.tsx'
import { bookHref, ruleHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useBookWords, useDaysAsked, useDaysSeen } from './use-book-words.ts'
import { WithinLaw } from './within-law.tsx'
import './law-book.css'

const textIn = (search: Readonly<Record<string, unknown>>, name: string) => {
  const text = search[name]
  return typeof text === 'string' ? text.trim() : ''
}

/** Rules that say some words or give an amount, on the day and at any other time. */
export function FoundPage() {
  return (
    <WithinLaw>
      <Found />
    </WithinLaw>
  )
}

function Found() {
  const t = useMessages({ vi, en })
  const q = textIn(useSearch({ strict: false }), 'q')
  const language = useLanguage()
  const { data: hits } = useSuspenseQuery(
    apiQuery(searchLaw, { q: q.slice(0, 200), language, ...useDaysAsked() }),
  )
  const seen = useDaysSeen()
  return (
    <div className="stack law-book">
      <PageHead
        crumbs={[{ label: t.title, href: bookHref(seen) }, { label: t.found.tabTitle }]}
        title={q ? t.found.title(q) : t.found.tabTitle}
        tabTitle={t.found.tabTitle}
      />
      <SearchForm key={q} initial={q} />
      {q === '' ? <EmptyState title={t.found.empty} /> : <Hits hits={hits} />}
    </div>
  )
}

function Hits({ hits }: { hits: readonly Hit[] }) {
  const t = useMessages({ vi, en })
  if (hits.length === 0) return <EmptyState title={t.found.none}>{t.found.noneNext}</EmptyState>
  const parts = [
    [t.found.now, hits.filter(({ isNow }) => isNow)],
    [t.found.other, hits.filter(({ isNow }) => !isNow)],
  ] as const
  return parts.map(
    ([title, part]) =>
      part.length > 0 && (
        <Panel key={title} title={title} aside={<span className="quiet">{t.found.count(part.length)}</span>}>
          <ul className="law-rules">
            {part.map((hit) => (
              <HitRow key={keyOf(hit)} hit={hit} />
            ))}
          </ul>
        </Panel>
      ),
  )
}

const keyOf = ({ provision, amount, on }: Hit) =>
  `${provision.id} ${on} ${amount?.band.key ?? ''} ${amount?.territory ?? ''}`

function HitRow({ hit }: { hit: Hit }) {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  const { knownOn } = useDaysSeen()
  const { today } = usePastView()
  const { provision, on, since = on, until, isNow, amount, said } = hit
  return (
    <li className="law-rule">
      <div className="law-says">
        <h3>
          <TextLink href={ruleHref(provision.id, { on: on === today ? undefined : on, knownOn })}>
            {said ? <Pieces of={said.title} /> : words.title(provision)}
          </TextLink>
        </h3>
        <p className="quiet">
          {words.chapter(provision.chapter)}
          {!isNow && (
            <>
              {' · '}
              {until
                ? t.found.through(formatDay(since), formatDay(addDays(until, -1)))
                : t.found.from(formatDay(since))}
            </>
          )}
        </p>
        {said?.sentence && (
          <p>
            <Pieces of={said.sentence} />
          </p>
        )}
        {amount && (
          <p>
            {t.found.comesTo(
              words.label(amount.band.label),
              formatCoefficient(amount.band.coefficient),
              formatMoney(amountOf(amount)),
              amount.territory === 'central' ? '' : t.found.atPlace(words.territory(amount.territory)),
            )}
          </p>
        )}
      </div>
      <div className="law-margin">
        <p>
          <CitationText of={[amount?.band.cite ?? provision.cite]} />
        </p>
      </div>
    </li>
  )
}

/** A text in which what was looked for is marked. */
function Pieces({ of: pieces }: { of: readonly Piece[] }) {
  return (
    <span>
      {pieces.map(({ text, isSought }, place) =>
        isSought ? <mark key={place}>{text}</mark> : <Fragment key={place}>{text}</Fragment>,
      )}
    </span>
  )
}

/** What the band found comes to in its place. */
function amountOf({ band, territory }: NonNullable<Hit['amount']>): number {
  return band.amounts.find((one) => one.territory === territory)!.amount // It was found by this amount.
}

/** Where a citation leads: to its rule where there is one, otherwise to those that share its place. */
export function CitedPage() {
  return (
    <WithinLaw>
      <Cited />
    </WithinLaw>
  )
}

function Cited() {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const cited = { document: textIn(search, 'vb').slice(0, 200), place: textIn(search, 'dieu').slice(0, 400) }
  const { data: hits } = useSuspenseQuery(apiQuery(findCitation, { ...cited, ...useDaysAsked() }))
  const seen = useDaysSeen()
  const { today } = usePastView()
  const [first] = hits
  if (hits.length === 1 && first)
    return (
      <Navigate
        to={ruleHref(first.provision.id, {
          on: first.on === today ? undefined : first.on,
          knownOn: seen.knownOn,
        })}
        replace
      />
    )
  const title = cited.document ? t.found.cited(words.source(cited)) : t.found.citedTab
  return (
    <div className="stack law-book">
      <PageHead
        crumbs={[{ label: t.title, href: bookHref(seen) }, { label: t.found.citedTab }]}
        title={title}
        tabTitle={t.found.citedTab}
      />
      {hits.length === 0 ? (
        <EmptyState
          title={t.found.citedNone}
          action={<LinkButton href={bookHref(seen)}>{t.found.openBook}</LinkButton>}
        >
          {t.found.citedNext}
        </EmptyState>
      ) : (
        <Hits hits={hits} />
      )}
      <SearchForm />
    </div>
  )
}
