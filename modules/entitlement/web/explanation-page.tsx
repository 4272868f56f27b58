import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useState, type FormEvent } from 'react'
import { addDays, addMonths, lastDayOf, Month, monthOf, type CivilDate } from '#kernel/civil-date'
import { getPerson, PersonId, type PersonPage } from '#modules/people/contract'
import { apiQuery } from '#platform/web/api'
import { usePastView, useShownDays } from '#platform/web/past-view'
import { useCan } from '#platform/web/session'
import { Button, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { ExplanationTree } from '#ui/explanation-tree'
import { Day, formatDay, formatInstant, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Panel } from '#ui/page'
import { MonthField } from '#ui/parsed-field'
import { getExplanation, type ExplanationView } from '../contract.ts'
import { Citations, LawDaysProvider } from './citation.tsx'
import { capital, explanationNodes } from './explanation-nodes.tsx'
import { isLawUnknown, LawUnknown } from './law-unknown.tsx'
import type { LawDays } from './law-book/hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi, type Messages } from './messages.vi.ts'
import { monthKeys } from './month-keys.ts'
import { OtherRights } from './other-rights.tsx'
import { useWords } from './use-words.ts'
import './entitlement.css'

/** Why a person is due what they are due in a month, and why nothing else, as it was known on a day. */
export function ExplanationPage() {
  const t = useMessages({ vi, en })
  const { on } = useShownDays()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const text = search['thang']
  const asked = Month.safeParse(text)
  const wanted = asked.success ? asked.data : monthOf(on)
  const month = useDeferredValue(wanted) // What is on the screen stays until the other month has come.
  const { knownOn } = useShownDays()
  const showMonth = useShowMonth()
  return (
    <LawDaysProvider value={useLawDays(month, knownOn)}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys are heard from the buttons and rows inside */}
      <div className="stack explanation" onKeyDown={monthKeys((step) => showMonth(addMonths(wanted, step)))}>
        <MonthChoice month={wanted} />
        {typeof text === 'string' && !asked.success && (
          <Notice kind="warn" isLive>
            <p>{t.why.noSuchMonth(text, formatMonth(wanted))}</p>
          </Notice>
        )}
        {isLawUnknown(month) ? (
          <>
            <h2>{t.why.noAnswer(formatMonth(month))}</h2>
            <LawUnknown asked={month} />
          </>
        ) : (
          <Explained month={month} />
        )}
      </div>
    </LawDaysProvider>
  )
}

/** What a month of which the law is known comes to. */
function Explained({ month }: { month: Month }) {
  const t = useMessages({ vi, en })
  const words = useWords()
  const { personId } = useParams({ strict: false })
  const { knownOn } = useShownDays()
  const { data } = useSuspenseQuery(
    apiQuery(getExplanation, { personId: String(personId), month, known: knownOn }),
  )
  const { explanation } = data
  const person = usePersonShown()
  const can = useCan()
  return (
    <>
      <h2>
        {!explanation.regime
          ? t.why.noAnswer(formatMonth(month))
          : explanation.total > 0
            ? t.why.title(formatMoney(explanation.total), formatMonth(month))
            : t.why.titleNone(formatMonth(month))}
      </h2>
      {!explanation.regime && (
        <Notice kind="warn">
          <p>{t.why.notKnown(formatDay(knownOn), formatMonth(month))}</p>
        </Notice>
      )}
      {data.paidBefore.map(({ benefit, paidFrom }) => (
        <Notice key={benefit} kind="info">
          <p>{t.why.paidBefore(t.benefits[benefit], formatMonth(paidFrom))}</p>
        </Notice>
      ))}
      <div className="entitlement-columns">
        {explanation.groups.length > 0 ? (
          <ExplanationTree
            key={`${month} ${knownOn}`}
            label={t.why.tree}
            nodes={explanationNodes(explanation, {
              words,
              t,
              sources: data.sources,
              durations: data.durations,
              isDecided: true,
            })}
          />
        ) : explanation.regime ? (
          <Notice kind="info">
            <p>{whyNothing(person, month, t)}</p>
          </Notice>
        ) : null}
        <div className="stack">
          <LawApplied explanation={explanation} />
          <Unsure explanation={explanation} />
        </div>
      </div>
      <OtherRights key={`${month} ${knownOn} others`} others={data.others} sources={data.sources} />
      <Sources sources={data.sources} />
      {!can('people.read_confidential') && <p className="hint">{t.why.privacy}</p>}
    </>
  )
}

/** The law of a month is that of its last day; of this month, that of today. */
function useLawDays(month: Month, knownOn: CivilDate): LawDays {
  const { today } = usePastView()
  return {
    on: month === monthOf(today) ? undefined : lastDayOf(month),
    knownOn: knownOn === today ? undefined : knownOn,
  }
}

function whyNothing({ born, diedOn }: PersonPage, month: Month, { why }: Messages): string {
  if (monthOf(born) > month) return why.unborn(formatMonth(monthOf(born)))
  return diedOn && monthOf(diedOn) < month ? why.dead(formatDay(diedOn)) : why.nothingKnown
}

/** The person on the two days of the address; the head of the page has already asked. */
function usePersonShown() {
  const { personId } = useParams({ strict: false })
  const { on, knownOn } = useShownDays()
  return useSuspenseQuery(apiQuery(getPerson, { id: PersonId.parse(personId), on, known: knownOn })).data
}

/** Another month of the same person, seen from the same two days. */
function useShowMonth() {
  const navigate = useNavigate()
  return (thang: Month) =>
    void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, thang }) } as never) // The router types an address it knows; this one is relative.
}

function MonthChoice({ month: shown }: { month: Month }) {
  const t = useMessages({ vi, en })
  const show = useShowMonth()
  const [month, setMonth] = useState<Month | null>(shown)
  const [isUnreadable, setUnreadable] = useState(false)
  const [before, remember] = useState(shown)
  // The box follows the address without being drawn anew: the button that was pressed keeps the focus.
  if (before !== shown) {
    remember(shown)
    setMonth(shown)
    setUnreadable(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setUnreadable(!month)
    if (month) show(month)
  }
  const type = (typed: Month | null) => {
    setUnreadable(false)
    setMonth(typed)
  }
  return (
    <form className="choice-form no-print" onSubmit={submit}>
      <MonthField
        label={t.why.month}
        value={month}
        onChange={type}
        error={isUnreadable ? t.why.unreadable : undefined}
      />
      <div className="btns">
        <Button type="submit">{t.why.show}</Button>
        <Button icon="left" onPress={() => show(addMonths(shown, -1))}>
          {t.why.previous}
        </Button>
        <Button icon="right" onPress={() => show(addMonths(shown, 1))}>
          {t.why.next}
        </Button>
      </div>
    </form>
  )
}

type Shown = { readonly explanation: ExplanationView['explanation'] }

function LawApplied({ explanation }: Shown) {
  const t = useMessages({ vi, en })
  const words = useWords()
  const { regime } = explanation
  const standard = words.standard(explanation)
  if (!regime) return null
  return (
    <Panel title={t.why.law}>
      <ul className="lines">
        <li>
          <b>{words.regime(explanation)}</b>
          <br />
          <Citations of={[regime.cite]} isOfBook />
        </li>
        {standard && <li>{standard}</li>}
        <li className="quiet">
          {t.why.version} <code>{regime.ruleSet.slice(0, 12)}</code>
        </li>
      </ul>
    </Panel>
  )
}

function Unsure({ explanation }: Shown) {
  const t = useMessages({ vi, en })
  const words = useWords()
  return (
    <Panel title={t.why.unsure}>
      {explanation.conventions.length === 0 ? (
        <p className="empty">{t.why.unsureNone}</p>
      ) : (
        <ul className="lines">
          {explanation.conventions.map((id) => (
            <li key={id}>
              <Chip kind="unsure">{t.why.toConfirm}</Chip> {words.convention(id)}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** What the fact is called, and who the other of a tie is. */
function FactNamed({ source: { fact, about } }: { source: ExplanationView['sources'][number] }) {
  const t = useMessages({ vi, en })
  const words = useWords()
  if (!about) return capital(words.factName(fact))
  const name = t.why.tie[fact as keyof typeof t.why.tie] // Only these facts are ties.
  return (
    <>
      {name}:{' '}
      {about.name === null ? (
        <span className="quiet">{t.why.outOfSight}</span>
      ) : (
        <TextLink href={`/nghiep-vu/nguoi/${about.personId}`}>{about.name}</TextLink>
      )}{' '}
      <span className="quiet">{formatDay(about.born)}</span>
    </>
  )
}

function Sources({ sources }: { sources: ExplanationView['sources'] }) {
  const t = useMessages({ vi, en })
  return (
    <Panel title={t.why.source}>
      <DataTable
        caption={t.why.sourceCaption}
        isCaptionHidden
        rows={sources}
        rowKey={({ fact, from, recordedAt, number, about }) =>
          `${fact} ${from} ${recordedAt} ${number} ${about?.personId}`
        }
        empty={t.why.sourcesNone}
        columns={[
          { header: t.why.fact, cell: (source) => <FactNamed source={source} />, isName: true },
          {
            header: t.why.paper,
            cell: ({ document, number, issuedOn, issuedBy, source }) =>
              document ? (
                <>
                  {number ? t.why.document(document, number) : document}
                  {issuedOn && (
                    <span className="quiet">
                      {' '}
                      <Day value={issuedOn} /> {issuedBy}
                    </span>
                  )}
                </>
              ) : (
                source
              ),
          },
          {
            header: t.why.holds,
            cell: ({ from, until }) =>
              from === null
                ? t.none
                : until === null
                  ? t.why.since(formatDay(from))
                  : t.why.between(formatDay(from), formatDay(addDays(until, -1))),
          },
          { header: t.why.recorded, cell: ({ recordedAt }) => formatInstant(recordedAt) },
        ]}
      />
    </Panel>
  )
}
