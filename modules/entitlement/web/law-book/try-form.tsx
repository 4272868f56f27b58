import { useState, type ReactNode } from 'react'
import { useForm } from '#platform/web/form'
import { usePastView } from '#platform/web/past-view'
import { Button } from '#ui/button'
import { useLanguage, useMessages } from '#ui/language'
import { DateField, MonthField } from '#ui/parsed-field'
import type { EventKind } from '../../domain/event-facts.ts'
import { fieldsOf } from '../../domain/event-fields.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi, type LawMessages } from './messages.vi.ts'
import type { Tried } from './tried.ts'
import { schemaOf } from './try-checks.ts'
import { EventFields } from './try-event.tsx'
import { PersonFields, useFactLabel } from './try-person.tsx'
import { anotherEvent, anotherPerson, triedOf, valuesOf, withoutPerson, type Values } from './try-values.ts'
import { useEventPhrases } from './use-event-phrases.ts'

/** A made-up household and what happened to it; whoever is alone is a household of one. */
export function TryForm({ tried, onTry }: { tried: Tried | undefined; onTry: (tried: Tried) => void }) {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  const { today } = usePastView()
  const phrases = useEventPhrases()
  const factLabel = useFactLabel()
  const form = useForm<Values, Values>({
    schema: schemaOf(t, { language, today }),
    initial: valuesOf(tried, today),
    whose: (name, { persons: all, events }) => {
      const [list = name, place = '0', inner = '', child] = name.split('.')
      const one = Number(place)
      const box =
        child === undefined
          ? (boxLabel(t, inner || list, events[one]?.kind) ?? factLabel(inner))
          : t.tried.child(Number(child) + 1)
      const whom =
        list === 'events'
          ? t.tried.event.title(one + 1)
          : list === 'persons' && all.length > 1
            ? t.tried.person(one + 1)
            : undefined
      return [whom, box].filter(Boolean).join(', ') || undefined
    },
    onSubmit: (values) => onTry(triedOf(values, today)),
  })
  const { field, values, set } = form
  const { persons, events } = values
  // A household that was told already is seen whole; what is added is open to be told.
  const [toldBefore] = useState(() => ({ isLong: persons.length + events.length > 1, persons, events }))
  const isFolded = (one: { readonly key: number }, of: readonly { readonly key: number }[]) =>
    toldBefore.isLong && of.some(({ key }) => key === one.key)
  const named = persons.map(({ key }, place) => ({ key, name: t.tried.person(place + 1) }))
  const box = (name: string) => {
    const { id, error } = field(name as 'month') // A field within a list, whose names are not all known.
    return { id, error }
  }
  return (
    <form className="law-try" onSubmit={(event) => void form.submit(event)} noValidate>
      {form.summary()}
      <fieldset className="law-part">
        <legend>{t.tried.parts.month}</legend>
        <MonthField label={t.tried.month} {...field('month')} />
        <DateField label={t.known} hint={t.tried.knownHint} {...field('knownOn')} />
      </fieldset>
      {persons.map((person, place) => {
        const name = t.tried.person(place + 1)
        return (
          <Told
            key={`person ${person.key}`}
            name={name}
            about={person.birth ? t.tried.born(person.birth.date.slice(0, 4)) : undefined}
            isFolded={isFolded(person, toldBefore.persons)}
            isRefused={isRefused(form.errors, `persons.${place}.`)}
            remove={
              persons.length > 1
                ? {
                    label: t.tried.remove(name),
                    act: () => set('persons', withoutPerson(persons, person)),
                  }
                : undefined
            }
          >
            <PersonFields
              person={person}
              others={named.filter(({ key }) => key !== person.key)}
              box={(inner) => box(`persons.${place}.${inner}`)}
              change={(changed) =>
                set(
                  'persons',
                  persons.map((one) => (one === person ? { ...one, ...changed } : one)),
                )
              }
            />
          </Told>
        )
      })}
      <Button icon="plus" onPress={() => set('persons', [...persons, anotherPerson(persons)])}>
        {t.tried.addPerson}
      </Button>
      {events.map((event, place) => {
        const name = t.tried.event.title(place + 1)
        return (
          <Told
            key={`event ${event.key}`}
            name={name}
            about={event.kind ? phrases.kind[event.kind] : undefined}
            isFolded={isFolded(event, toldBefore.events)}
            isRefused={isRefused(form.errors, `events.${place}.`)}
            remove={{
              label: t.tried.remove(name),
              act: () =>
                set(
                  'events',
                  events.filter((one) => one !== event),
                ),
            }}
          >
            <div className="law-part">
              <EventFields
                event={event}
                persons={named}
                box={(inner) => box(`events.${place}.${inner}`)}
                change={(changed) =>
                  set(
                    'events',
                    events.map((one) => (one === event ? { ...one, ...changed } : one)),
                  )
                }
              />
            </div>
          </Told>
        )
      })}
      <Button icon="plus" onPress={() => set('events', [...events, anotherEvent(events)])}>
        {t.tried.event.add}
      </Button>
      <p className="hint">{t.tried.event.what}</p>
      <div className="btns">
        <Button type="submit" emphasis="primary" icon="check">
          {t.tried.determine}
        </Button>
      </div>
    </form>
  )
}

/** What a box is called, for the summary, where it is not beside the words. */
function boxLabel(
  { known, tried: t }: LawMessages,
  name: string,
  kind?: EventKind | null,
): string | undefined {
  const labels: Readonly<Record<string, string>> = {
    month: t.month,
    knownOn: known,
    birth: t.birth,
    diedOn: t.diedOn,
    kind: t.event.kind,
    on: kind && fieldsOf(kind).includes('through') ? t.event.from : t.event.on,
    through: t.event.through,
    who: t.event.who,
    ...t.event.numbers,
    ...t.event.sums,
  }
  return labels[name]
}

const isRefused = (errors: readonly { readonly name: string }[], within: string) =>
  errors.some(({ name }) => name.startsWith(within))

/** One person or event, which may be folded away; what is refused in it opens it. */
function Told({
  name,
  about,
  isFolded,
  isRefused: isWrong,
  remove,
  children,
}: {
  name: string
  about: string | undefined
  isFolded: boolean
  isRefused: boolean
  remove: { readonly label: string; readonly act: () => void } | undefined
  children: ReactNode
}) {
  const [isOpen, setOpen] = useState(!isFolded)
  return (
    <details
      className="law-told"
      aria-label={name}
      open={isOpen || isWrong}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <b>{name}</b>
        {about && <span className="quiet"> – {about}</span>}
      </summary>
      {children}
      {remove && (
        <Button icon="cross" onPress={remove.act}>
          {remove.label}
        </Button>
      )}
    </details>
  )
}
