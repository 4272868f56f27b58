import type { CivilDate } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { Checkbox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { CountField, DateField, MoneyField } from '#ui/parsed-field'
import type { EventFormField } from '../../contract.ts'
import type { EventTold } from '../../domain/support-of-procedure.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { capital } from './capital.ts'
import { useLabel } from './use-label.ts'

/** What the law asks about something that happened; whatever is told already stands there. */
export function EventFields({
  fields,
  told,
  onTell,
}: {
  readonly fields: readonly EventFormField[]
  readonly told: EventTold
  /** Undefined takes back what was told. */
  readonly onTell: (name: string, value: unknown) => void
}) {
  return (
    <div className="intake-row">
      {fields.map((field) => (
        <EventField key={field.name} field={field} value={told[field.name]} onTell={onTell} />
      ))}
    </div>
  )
}

function EventField({
  field: { name, type, label: said, options, range },
  value,
  onTell,
}: {
  readonly field: EventFormField
  readonly value: unknown
  readonly onTell: (name: string, value: unknown) => void
}) {
  const t = useMessages({ vi, en }).detail
  const label = useLabel()
  const text = capital(label(said))
  switch (type) {
    case 'day':
      return (
        <DateField
          label={text}
          value={typeof value === 'string' ? (value as CivilDate) : null} // Told as a day.
          onChange={(day) => onTell(name, day ?? undefined)}
        />
      )
    case 'choice':
      return (
        <Select
          label={text}
          emptyLabel={t.pick}
          options={options.map((option) => ({ value: option.value, label: capital(label(option.label)) }))}
          value={typeof value === 'string' ? value : null}
          onChange={(chosen) => onTell(name, chosen ?? undefined)}
        />
      )
    case 'flag':
      return (
        <Checkbox isSelected={value === true} onChange={(is) => onTell(name, is)}>
          {text}
        </Checkbox>
      )
    case 'count':
      return (
        <CountField
          label={text}
          range={range ?? undefined}
          value={typeof value === 'number' ? value : null}
          onChange={(count) => onTell(name, count ?? undefined)}
        />
      )
    case 'sum':
      return (
        <MoneyField
          label={text}
          range={range ?? undefined}
          value={typeof value === 'number' ? (value as Dong) : null} // What was told is a whole sum.
          onChange={(sum) => onTell(name, sum ?? undefined)}
        />
      )
  }
}
