import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent, type ReactNode } from 'react'
import { CivilDate } from '#kernel/civil-date'
import { apiQuery } from '#platform/web/api'
import { isAhead, KnownDayField } from '#platform/web/known-day'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { BirthDate, Day, formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { DateField } from '#ui/parsed-field'
import { Skeleton } from '#ui/states'
import { getPerson, type CircumstanceView, type PersonPage } from '../contract.ts'
import { differencesBetween, type Difference } from '../domain/differences.ts'
import { useCircumstanceWords } from './circumstance-words.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What is otherwise than on another day, or than was known on another day; the other days live in the address. */
export function Differences({ person }: { person: PersonPage }) {
  const t = useMessages({ vi, en }).differences
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const other = CivilDate.safeParse(search['so'])
  const otherKnown = CivilDate.safeParse(search['sobiet'])
  const on = other.success ? other.data : null
  const known = otherKnown.success && otherKnown.data <= person.known ? otherKnown.data : person.known
  return (
    <Panel title={t.title} isPadded>
      <div className="stack">
        <Days key={`${on} ${known}`} on={on} known={known} />
        {on && <Found person={person} on={on} known={known} />}
      </div>
    </Panel>
  )
}

function Days(shown: { on: CivilDate | null; known: CivilDate }) {
  const t = useMessages({ vi, en }).differences
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const [on, setOn] = useState<CivilDate | null>(shown.on)
  const [known, setKnown] = useState<CivilDate | null>(shown.known)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!on || !known || isAhead(known)) return
    void navigate({ to: pathname, search: { ...(search as Record<string, unknown>), so: on, sobiet: known } })
  }
  return (
    <form className="choice-form no-print" aria-label={t.title} onSubmit={submit}>
      <DateField label={t.on} value={on} onChange={setOn} />
      <KnownDayField label={t.known} value={known} onChange={setKnown} />
      <div className="btns">
        <Button type="submit" isDisabled={!on || !known || isAhead(known)}>
          {t.compare}
        </Button>
      </div>
    </form>
  )
}

function Found({ person, on, known }: { person: PersonPage; on: CivilDate; known: CivilDate }) {
  const t = useMessages({ vi, en })
  const other = useQuery({ ...apiQuery(getPerson, { id: person.id, on, known }), retry: false })
  if (other.error)
    return <ProblemNotice error={other.error} words={t.problems} onRetry={() => void other.refetch()} />
  if (!other.data) return <Skeleton lines={3} />
  // From the earlier of the two views to the later one, whichever of them the page shows.
  const isEarlier = on < person.on || (on === person.on && known <= person.known)
  const [before, after] = isEarlier ? [other.data, person] : [person, other.data]
  const found = differencesBetween(before, after)
  return (
    <>
      <p className="quiet">
        {t.differences.from(
          formatDay(before.on),
          formatDay(before.known),
          formatDay(after.on),
          formatDay(after.known),
        )}
      </p>
      {found.length === 0 ? (
        <p>{t.differences.none}</p>
      ) : (
        <ul className="lines" aria-label={t.differences.title}>
          {found.map((difference) => (
            <li key={keyOf(difference)}>
              <Line difference={difference} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function keyOf(difference: Difference): string {
  switch (difference.kind) {
    case 'identity':
      return difference.field
    case 'number':
      return difference.of
    case 'member':
      return `member ${difference.person.id}`
    case 'relation':
      return `${difference.relation.id} ${difference.isNow}`
    case 'circumstance': {
      const fact = difference.before ?? difference.after
      return `${fact?.subject} ${fact?.kind}`
    }
    case 'home':
    case 'household':
    case 'head':
      return difference.kind
  }
}

function Line({ difference }: { difference: Difference }) {
  const t = useMessages({ vi, en })
  const words = t.differences
  const say = useCircumstanceWords()
  const change = (what: string, before: ReactNode, after: ReactNode) => (
    <>
      <b>{what}</b>
      <br />
      {before ?? <span className="quiet">{words.nothing}</span>} →{' '}
      {after ?? <span className="quiet">{words.nothing}</span>}
    </>
  )
  const fact = (one: CircumstanceView | null) =>
    one && [say(one).name, say(one).detail].filter(Boolean).join(', ')
  switch (difference.kind) {
    case 'identity': {
      const { field, before, after } = difference
      return change(words.fields[field], identityOf(before, field, t.sex), identityOf(after, field, t.sex))
    }
    case 'number':
      return change(t.identity.kinds[difference.of], difference.before, difference.after)
    case 'home':
      return change(words.home, homeOf(difference.before), homeOf(difference.after))
    case 'household':
      return change(words.household, difference.before, difference.after)
    case 'head': {
      const name = (head: typeof difference.before) => head && (head.fullName ?? t.household.hidden)
      return change(words.head, name(difference.before), name(difference.after))
    }
    case 'member': {
      const name = difference.person.fullName ?? t.household.hidden
      return <>{difference.isNow ? words.joined(name) : words.left(name)}</>
    }
    case 'relation': {
      const { relation, isNow } = difference
      const who = relation.other.fullName ?? t.household.hidden
      const arrangement = t.relations.arrangement[String(relation.detail['arrangement'])]
      const how = [t.relations[relation.side][relation.kind], arrangement].filter(Boolean).join(', ')
      return <>{isNow ? words.began(who, how) : words.ended(who, how)}</>
    }
    case 'circumstance':
      return change(words.circumstance, fact(difference.before), fact(difference.after))
  }
}

function identityOf(
  page: PersonPage,
  field: Extract<Difference, { kind: 'identity' }>['field'],
  sexes: Readonly<Record<PersonPage['sex'], string>>,
): ReactNode {
  if (field === 'born') return <BirthDate value={page.born} precision={page.bornPrecision} />
  if (field === 'diedOn') return page.diedOn && <Day value={page.diedOn} />
  return field === 'sex' ? sexes[page.sex] : page[field]
}

function homeOf(home: Extract<Difference, { kind: 'home' }>['before']): ReactNode {
  return home && [home.village, home.area.name].filter(Boolean).join(', ')
}
