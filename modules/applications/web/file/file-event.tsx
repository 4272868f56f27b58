import type { CivilDate } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { formatDay, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Facts, Panel } from '#ui/page'
import type { ApplicationView, EventFormField } from '../../contract.ts'
import { capital } from '../common/capital.ts'
import { fieldsOf } from '../common/event-told.ts'
import { useLabel } from '../common/use-label.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/** What happened, as it was told at the counter or by the last draft; what is not told yet is asked with the draft. */
export function FileEvent({ file: { eventForm } }: { file: ApplicationView }) {
  const t = useMessages({ vi, en }).file.event
  const label = useLabel()
  if (!eventForm) return null
  const { kinds, told } = eventForm
  const kind = kinds.find((one) => one.kind === told['kind'])
  const shown = fieldsOf(eventForm, told).filter(
    ({ name, isRequired }) => isRequired || told[name] !== undefined,
  )
  return (
    <Panel title={t.title} isPadded>
      <Facts
        facts={[
          [t.what, kind ? capital(label(kind.label)) : t.untold],
          ...shown.map(
            (field) =>
              [
                capital(label(field.label)),
                <Told key={field.name} field={field} value={told[field.name]} />,
              ] as const,
          ),
        ]}
      />
    </Panel>
  )
}

/** A fact in words; each is of the type its field says. */
function Told({ field: { type, options }, value }: { field: EventFormField; value: unknown }) {
  const t = useMessages({ vi, en })
  const label = useLabel()
  if (value === undefined) return <span className="quiet">{t.file.event.untold}</span>
  switch (type) {
    case 'day':
      return formatDay(value as CivilDate)
    case 'sum':
      return formatMoney(value as Dong)
    case 'flag':
      return value === true ? t.intake.yes : t.intake.no
    case 'count':
      return value as number
    case 'choice': {
      const chosen = options.find((option) => option.value === value)
      return chosen && capital(label(chosen.label))
    }
  }
}
