import { Checkbox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { DateField, MoneyField } from '#ui/parsed-field'
import { TextField } from '#ui/text-field'
import { dischargeGrounds, type ApplicationView } from '../../contract.ts'
import { EventFields } from '../common/event-fields.tsx'
import { fieldsOf, telling } from '../common/event-told.ts'
import { useLabel } from '../common/use-label.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { CouncilFields } from './council-fields.tsx'
import type { DetailDraft } from './detail-draft.ts'
import { FacilityChoice } from './facility-choice.tsx'
import type { Action } from './file-action.ts'

type Props = {
  /** What is asked of what happened, of what is given once for it. */
  readonly eventForm: ApplicationView['eventForm']
  /** The file is with the unit somebody leaves, which says since when they live elsewhere. */
  readonly isLeaving: boolean
  readonly draft: DetailDraft
  readonly onChange: (change: Partial<DetailDraft>) => void
}

const authorities = ['council', 'medical_board', 'replacement'] as const
const levels = ['exceptionally_severe', 'severe', 'mild'] as const
const types = ['mobility', 'hearing_speech', 'sight', 'mental', 'intellectual', 'other'] as const
const groups = ['A', 'B', 'C', 'D'] as const

/** What a kind of decision has to be told before the law can be asked; nothing for those of an award. */
export function DetailFields({ kind, ...props }: Props & { kind: Action['proposes'][number] }) {
  const t = useMessages({ vi, en }).detail
  const { draft, isLeaving, onChange } = props
  switch (kind) {
    case 'support':
      return (
        <>
          <HappenedFields {...props} />
          <SupportFields {...props} />
        </>
      )
    case 'transfer':
      return (
        isLeaving && <DateField label={t.movedOn} value={draft.day} onChange={(day) => onChange({ day })} />
      )
    case 'certify':
      return <CertifyFields {...props} />
    case 'admit':
      return <AdmitFields {...props} />
    case 'discharge':
      return (
        <>
          <DateField label={t.leftOn} value={draft.day} onChange={(day) => onChange({ day })} />
          <Select
            label={t.ground}
            options={dischargeGrounds.map((value) => ({ value, label: t.grounds[value] }))}
            value={draft.ground}
            onChange={(ground) => ground && onChange({ ground })}
          />
        </>
      )
    case 'grant':
    case 'adjust':
    case 'suspend':
    case 'resume':
    case 'stop':
    case 'convert':
    case 'refuse':
      return null
  }
}

/** What happened, as it was told at the counter, to be corrected and completed. */
function HappenedFields({ eventForm, draft: { event }, onChange }: Props) {
  const t = useMessages({ vi, en }).detail
  const label = useLabel()
  if (!eventForm) return null
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
      <EventFields
        fields={fieldsOf(eventForm, event)}
        told={event}
        onTell={(name, value) => onChange({ event: telling(event, name, value) })}
      />
    </>
  )
}

function SupportFields({ draft, onChange }: Props) {
  const t = useMessages({ vi, en }).detail
  return (
    <>
      <TextField
        label={t.payee}
        hint={t.payeeHint}
        value={draft.payeeName}
        onChange={(payeeName) => onChange({ payeeName })}
      />
      <div className="intake-row">
        <TextField
          label={t.relation}
          value={draft.payeeRelation}
          onChange={(payeeRelation) => onChange({ payeeRelation })}
        />
        <TextField
          label={t.payeeNumber}
          value={draft.payeeNumber}
          onChange={(payeeNumber) => onChange({ payeeNumber })}
        />
      </div>
      <MoneyField
        label={t.amount}
        hint={t.amountHint}
        value={draft.amount}
        onChange={(amount) => onChange({ amount })}
      />
    </>
  )
}

function CertifyFields({ draft, onChange }: Props) {
  const t = useMessages({ vi, en })
  const words = t.detail
  const votes = [
    ['votesFor', words.votesFor],
    ['votesAgainst', words.votesAgainst],
  ] as const
  return (
    <>
      <div className="intake-row">
        <Select
          label={words.by}
          options={authorities.map((value) => ({ value, label: words.authorities[value] }))}
          value={draft.by}
          onChange={(by) => by && onChange({ by })}
        />
        <DateField label={words.concludedOn} value={draft.day} onChange={(day) => onChange({ day })} />
        <Select
          label={words.level}
          options={levels.map((value) => ({ value, label: words.levels[value] }))}
          value={draft.level}
          onChange={(level) => level && onChange({ level })}
        />
      </div>
      <fieldset className="field">
        <legend>{t.facts.types}</legend>
        {types.map((type) => (
          <Checkbox
            key={type}
            isSelected={draft.types.includes(type)}
            onChange={(is) =>
              onChange({
                types: is ? [...draft.types, type] : draft.types.filter((other) => other !== type),
              })
            }
          >
            {t.facts.typeNames[type]}
          </Checkbox>
        ))}
      </fieldset>
      {draft.by === 'council' && <CouncilFields draft={draft} onChange={onChange} />}
      {draft.by === 'council' && (
        <div className="intake-row">
          {votes.map(([name, label]) => (
            <TextField
              key={name}
              label={label}
              inputMode="numeric"
              value={draft[name]}
              onChange={(typed) => onChange({ [name]: typed })}
            />
          ))}
        </div>
      )}
      <TextField label={words.minutes} value={draft.minutes} onChange={(minutes) => onChange({ minutes })} />
    </>
  )
}

function AdmitFields({ draft, onChange }: Props) {
  const words = useMessages({ vi, en }).detail
  return (
    <>
      <FacilityChoice value={draft.facilityId} onChange={(facilityId) => onChange({ facilityId })} />
      <div className="intake-row">
        <Select
          label={words.group}
          options={groups.map((value) => ({ value, label: words.groups[value] }))}
          value={draft.group}
          onChange={(group) => group && onChange({ group })}
        />
        <DateField label={words.admittedFrom} value={draft.day} onChange={(day) => onChange({ day })} />
      </div>
    </>
  )
}
