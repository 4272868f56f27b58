import { lastDayOf, monthOf } from '#kernel/civil-date'
import { usePastView } from '#platform/web/past-view'
import { TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { ExplanationTree } from '#ui/explanation-tree'
import { formatDay, formatMoney, formatMonth } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Panel } from '#ui/page'
import { EmptyState } from '#ui/states'
import type { Determination, EventDetermination, MemberDetermination } from '../../domain/determine-all.ts'
import { isOfOne } from '../../domain/household-case.ts'
import { Citations, LawDaysProvider } from '../citation.tsx'
import { capital, explanationNodes } from '../explanation-nodes.tsx'
import { messages as entitlementEn } from '../messages.en.ts'
import { messages as entitlementVi } from '../messages.vi.ts'
import { RightsTree } from '../other-rights.tsx'
import { useWords } from '../use-words.ts'
import { questionHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { determineTried, diedOn, inputOf, type Tried, type TriedEvent } from './tried.ts'
import { useEventPhrases } from './use-event-phrases.ts'
import { GivenTable } from './try-given.tsx'
import { saidOf } from './try-checks.ts'
import { useBookWords } from './use-book-words.ts'

/** What the law gives a made-up household, worked out here: in one table, then person by person with the reasons. */
export function Answer({ tried }: { tried: Tried }) {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  const { today } = usePastView()
  const found = determineTried(tried, today)
  if ('refusals' in found)
    return (
      <Notice kind="err">
        <p>{t.tried.impossible}</p>
        <ul className="lines">
          {found.refusals.map((refusal) => (
            <li key={refusal.path}>{saidOf(refusal, language)}</li>
          ))}
        </ul>
      </Notice>
    )
  return <Determined tried={tried} determination={found.determination} />
}

function Determined({ tried, determination }: { tried: Tried; determination: Determination }) {
  const t = useMessages({ vi, en })
  const own = useMessages({ vi: entitlementVi, en: entitlementEn })
  const { today } = usePastView()
  const { month, total, members, events } = determination
  const days = { on: month === monthOf(today) ? undefined : lastDayOf(month), knownOn: tried.knownOn }
  const ofHousehold = events.filter(({ who }) => who === undefined)
  return (
    <LawDaysProvider value={days}>
      <h2>
        {total > 0
          ? own.why.title(formatMoney(total), formatMonth(month))
          : own.why.titleNone(formatMonth(month))}
      </h2>
      <LawOfMonth determination={determination} />
      <Panel title={t.tried.given}>
        <GivenTable determination={determination} />
      </Panel>
      <p className="hint">{t.tried.lacking}</p>
      {members.map((member, place) => (
        <Member
          key={member.key}
          member={member}
          name={t.tried.person(place + 1)}
          tried={tried}
          place={place}
          month={month}
          events={events.filter(({ who }) => who === member.key)}
        />
      ))}
      {ofHousehold.length > 0 && (
        <Panel title={t.tried.event.household}>
          <div className="stack law-answer">
            <Events of={ofHousehold} tried={tried} who={t.tried.event.household} />
          </div>
        </Panel>
      )}
      <Unsure members={members} />
    </LawDaysProvider>
  )
}

function LawOfMonth({ determination: { members, knownOn } }: { determination: Determination }) {
  const t = useMessages({ vi, en })
  const words = useWords()
  const known = members.find(({ monthly }) => monthly.regime)?.monthly
  if (!known?.regime) return null
  return (
    <p className="quiet">
      {words.regime(known)} {words.standard(known)} {t.tried.known(formatDay(knownOn))}{' '}
      <Citations of={[known.regime.cite]} isOfBook />
    </p>
  )
}

function Member({
  member: { monthly, durations, rights },
  name,
  tried,
  place,
  month,
  events,
}: {
  member: MemberDetermination
  name: string
  tried: Tried
  place: number
  month: Determination['month']
  events: readonly EventDetermination[]
}) {
  const t = useMessages({ vi, en })
  const own = useMessages({ vi: entitlementVi, en: entitlementEn })
  const words = useWords()
  const book = useBookWords()
  const phrases = useEventPhrases()
  const person = tried.persons[place]
  return (
    <Panel title={name}>
      <div className="stack law-answer">
        {person && (
          <p>
            <b>{t.tried.told}:</b> {book.person(inputOf(person, diedOn(tried, place))).join('; ')}
          </p>
        )}
        <h3>{t.tried.monthly}</h3>
        {monthly.groups.length > 0 ? (
          <ExplanationTree
            label={t.tried.treeOf(own.why.tree, name)}
            nodes={explanationNodes(monthly, { words, t: own, sources: [], durations, isDecided: false })}
          />
        ) : (
          <EmptyState title={t.tried.notAlive} />
        )}
        {rights && (
          <>
            <h3>{phrases.month(formatMonth(month))}</h3>
            <RightsTree label={t.tried.treeOf(own.why.others.tree, name)} rights={rights} sources={[]} />
          </>
        )}
        <Events of={events} tried={tried} who={name} />
      </div>
    </Panel>
  )
}

/** Each event by the law of its own day. */
function Events({ of: given, tried, who }: { of: readonly EventDetermination[]; tried: Tried; who: string }) {
  const t = useMessages({ vi, en })
  const phrases = useEventPhrases()
  const tell = useEventTold()
  return given.map((event) => {
    const title = phrases.event(phrases.kind[event.kind], formatDay(event.on), undefined)
    const asTold = tried.events.filter(
      ({ kind, on, who: place = 1 }) =>
        kind === event.kind && on === event.on && (!isOfOne({ kind }) || String(place) === event.who),
    )
    const alike = given.filter(({ kind, on }) => kind === event.kind && on === event.on)
    const told = asTold[alike.indexOf(event)]
    const facts = told ? tell(told) : []
    return (
      // The same may have happened twice on a day.
      <LawDaysProvider key={`${title} ${alike.indexOf(event)}`} value={{ on: event.on }}>
        <h3>{title}</h3>
        {facts.length > 0 && (
          <p>
            <b>{t.tried.told}:</b> {facts.join('; ')}
          </p>
        )}
        <RightsTree label={t.tried.treeOf(title, who)} rights={event.rights} sources={[]} isWhole />
      </LawDaysProvider>
    )
  })
}

/** An event in plain words: only what is not as usual. */
function useEventTold() {
  const t = useMessages({ vi, en })
  const phrases = useEventPhrases()
  const { told } = t.tried.event
  return ({ choices, flags, numbers, sums, through }: TriedEvent): readonly string[] => [
    ...(through ? [told.through(formatDay(through))] : []),
    ...Object.entries(choices).map(([fact, value]) => {
      const { name, values } = phrases.choice[fact as keyof typeof choices] // A key of the choices told.
      return `${name}: ${(values as Readonly<Record<string, string>>)[value] ?? value}` // One of its values.
    }),
    ...flags.map((flag) => phrases.flag[flag].yes),
    ...Object.entries(numbers).map(([fact, count]) => told[fact as keyof typeof numbers](count)),
    ...Object.entries(sums).map(([fact, sum]) => told[fact as keyof typeof sums](formatMoney(sum))),
  ]
}

function Unsure({ members }: { members: readonly MemberDetermination[] }) {
  const t = useMessages({ vi, en })
  const words = useWords()
  const conventions = [...new Set(members.flatMap(({ monthly }) => monthly.conventions))]
  if (conventions.length === 0) return null
  return (
    <Panel title={t.rule.questions}>
      <ul className="lines">
        {conventions.map((id) => (
          <li key={id}>
            <TextLink href={questionHref(numberOf[id] ?? id)}>
              <Chip kind="unsure">{t.certainty.uncertain}</Chip>
            </TextLink>{' '}
            {capital(words.convention(id))}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The question behind a convention, where it is listed under another number. */
const numberOf: Readonly<Record<string, string>> = { C1: '2', C2: '8', 'SP-03': '3', NCC: '9' }
