import { Checkbox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { DateField, MoneyField } from '#ui/parsed-field'
import { TextField } from '#ui/text-field'
import {
  eventFlags,
  eventKinds,
  eventNumbers,
  type EventFlag,
  type EventNumber,
} from '../../domain/event-facts.ts'
import { fieldsOf, valuesAsked, type EventField } from '../../domain/event-fields.ts'
import { isOfOne } from '../../domain/household-case.ts'
import { capital } from '../explanation-nodes.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { isChoice } from './tried.ts'
import type { Other, Part } from './try-person.tsx'
import type { EventValues } from './try-values.ts'
import { useEventPhrases } from './use-event-phrases.ts'

/** What happened, when, to whom; and only what the law asks about that kind of event. */
export function EventFields({
  event,
  persons,
  box,
  change,
}: Part<EventValues> & { event: EventValues; persons: readonly Other[] }) {
  const t = useMessages({ vi, en })
  const phrases = useEventPhrases()
  const { kind } = event
  return (
    <>
      <Select
        label={t.tried.event.kind}
        emptyLabel={t.tried.event.choose}
        options={eventKinds.map((value) => ({ value, label: phrases.kind[value] }))}
        value={kind}
        onChange={(chosen) => change({ kind: chosen })}
        {...box('kind')}
      />
      {kind && (
        <>
          <DateField
            label={fieldsOf(kind).includes('through') ? t.tried.event.from : t.tried.event.on}
            value={event.on}
            onChange={(on) => change({ on })}
            {...box('on')}
          />
          {isOfOne({ kind }) && persons.length > 1 && (
            <Select
              label={t.tried.event.who}
              emptyLabel={t.tried.event.choose}
              options={persons.map(({ key, name }) => ({ value: String(key), label: name }))}
              value={event.who}
              onChange={(who) => change({ who })}
              {...box('who')}
            />
          )}
          {fieldsOf(kind).map((field) => (
            <EventFieldOf key={field} field={field} event={event} box={box} change={change} />
          ))}
        </>
      )}
    </>
  )
}

function EventFieldOf({
  field,
  event,
  box,
  change,
}: Part<EventValues> & { field: EventField; event: EventValues }) {
  const t = useMessages({ vi, en })
  const phrases = useEventPhrases()
  if (field === 'through')
    return (
      <DateField
        label={t.tried.event.through}
        value={event.through}
        onChange={(through) => change({ through })}
        {...box('through')}
      />
    )
  if (isChoice(field)) {
    const { name, values } = phrases.choice[field]
    const known = event.kind ? valuesAsked(event.kind, field) : []
    return (
      <Select
        label={capital(name)}
        options={known.map((value) => ({
          value,
          label: capital((values as Readonly<Record<string, string>>)[value] ?? value), // Values of the fact just named.
        }))}
        value={known.find((value) => value === event[field]) ?? known[0] ?? null}
        onChange={(value) => change({ [field]: value })}
        {...box(field)}
      />
    )
  }
  if (isFlag(field))
    return (
      <Checkbox
        isSelected={event[field]}
        onChange={(isSelected) => change({ [field]: isSelected })}
        {...box(field)}
      >
        {capital(phrases.flag[field].yes)}
      </Checkbox>
    )
  if (isNumber(field))
    return (
      <TextField
        label={t.tried.event.numbers[field]}
        hint={t.tried.event.numberHints[field]}
        inputMode="numeric"
        autoComplete="off"
        value={event[field]}
        onChange={(text) => change({ [field]: text })}
        {...box(field)}
      />
    )
  return (
    <MoneyField
      label={t.tried.event.sums[field]}
      value={event[field]}
      onChange={(value) => change({ [field]: value })}
      {...box(field)}
    />
  )
}

const isFlag = (field: string): field is EventFlag => eventFlags.some((flag) => flag === field)
const isNumber = (field: string): field is EventNumber => eventNumbers.some((number) => number === field)
