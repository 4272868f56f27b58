import type { CivilDate } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { Checkbox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { DateField, MoneyField } from '#ui/parsed-field'
import { TextField } from '#ui/text-field'
import type { ApplicationView, EventFormField } from '../../contract.ts'
import { useLabel } from '../common/use-label.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { kindTold, type DetailDraft } from './detail-draft.ts'

type Props = {
  readonly eventForm: ApplicationView['eventForm']
  readonly draft: DetailDraft
  readonly onChange: (change: Partial<DetailDraft>) => void
}

/** What happened, in the facts the law asks about it; what the file tells already stands there. */
export function EventFields({ eventForm, draft, onChange }: Props) {
  const t = useMessages({ vi, en }).detail
  const label = useLabel()
  if (!eventForm) return null
  const { event } = draft
  const tell = (name: string, value: unknown) => {
    const { [name]: _, ...rest } = event
    onChange({ event: value === undefined ? rest : { ...rest, [name]: value } })
  }
  return (
    <>
      {eventForm.kinds.length > 1 && (
        <Select
          label={t.happened}
          emptyLabel={t.pick}
          options={eventForm.kinds.map(({ kind, label: name }) => ({ value: kind, label: label(name) }))}
          value={typeof event['kind'] === 'string' ? event['kind'] : null}
          // Of another kind other things are asked.
          onChange={(kind) => onChange({ event: kind === null ? {} : { kind } })}
        />
      )}
      <div className="intake-row">
        {(kindTold(eventForm, draft)?.fields ?? []).map((field) => (
          <EventField key={field.name} field={field} value={event[field.name]} onTell={tell} />
        ))}
      </div>
    </>
  )
}

function EventField({
  field: { name, type, label: said, options },
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
        <TextField
          label={text}
          inputMode="numeric"
          value={typeof value === 'number' ? String(value) : ''}
          onChange={(typed) => onTell(name, /^\d+$/.test(typed) ? Number(typed) : undefined)}
        />
      )
    case 'sum':
      return (
        <MoneyField
          label={text}
          value={typeof value === 'number' ? (value as Dong) : null} // What was told is a whole sum.
          onChange={(sum) => onTell(name, sum ?? undefined)}
        />
      )
  }
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi-VN') + text.slice(1)
