import { ChooseCommune } from '#modules/geography/web'
import type { PersonPage } from '#modules/people/contract'
import { useCircumstanceWords } from '#modules/people/web'
import { Checkbox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { DateField } from '#ui/parsed-field'
import { TextField } from '#ui/text-field'
import { Companions, HouseholdAfterMove } from './companions.tsx'
import { FindPerson } from './find-person.tsx'
import { DayOf, type FieldsProps } from './day-of.tsx'
import { HouseholdFields } from './household-fields.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { NextHead } from './next-head.tsx'
import { PaidMonthsFields } from './paid-months-fields.tsx'
import { ParentFields } from './parent-fields.tsx'
import { SuccessorFields } from './successor-fields.tsx'

/** The boxes of the chosen kind, and who heads the household where its head goes. */
export function ChangeFields(props: FieldsProps) {
  return (
    <>
      <FieldsOfKind {...props} />
      <NextHead {...props} />
    </>
  )
}

function FieldsOfKind(props: FieldsProps) {
  switch (props.draft.kind) {
    case null:
    case 'alive':
      return null
    case 'identity':
    case 'birth':
      return <IdentityFields {...props} />
    case 'death':
      return <DayOf {...props} of="diedOn" />
    case 'move':
      return <MoveFields {...props} />
    case 'disability':
      return <DisabilityFields {...props} />
    case 'circumstance':
      return <CircumstanceFields {...props} />
    case 'marriage':
    case 'divorce':
      return <SpouseFields {...props} />
    case 'guardian':
    case 'carer':
      return <SuccessorFields {...props} />
    case 'parent':
      return <ParentFields {...props} />
    case 'paid_months':
      return <PaidMonthsFields {...props} />
    case 'add_member':
    case 'remove_member':
    case 'change_head':
    case 'split_household':
    case 'merge_household':
      return <HouseholdFields {...props} />
  }
}

function IdentityFields({ draft, person, isAttempted, onChange }: FieldsProps) {
  const t = useMessages({ vi, en })
  const isBirth = draft.kind === 'birth'
  const words = isBirth
    ? { name: t.form.childName, sex: t.form.childSex, born: t.form.childBorn, number: t.form.childNumber }
    : { name: t.form.fullName, sex: t.form.sex, born: t.form.born, number: t.form.personalId }
  const missing = (is: boolean) => (isBirth && isAttempted && is ? t.form.needed : undefined)
  const hint = isBirth ? undefined : t.form.unchanged
  return (
    <>
      <TextField
        label={words.name}
        hint={hint}
        value={draft.fullName}
        onChange={(fullName) => onChange({ fullName })}
        error={missing(!draft.fullName.trim())}
      />
      <Select
        label={words.sex}
        options={(['female', 'male'] as const).map((value) => ({ value, label: t.sexes[value]! }))}
        emptyLabel={isBirth ? t.form.pick : t.form.keep}
        value={draft.sex}
        onChange={(sex) => onChange({ sex })}
        error={missing(!draft.sex)}
      />
      <DateField
        label={words.born}
        hint={hint}
        value={draft.born}
        onChange={(born) => onChange({ born })}
        error={missing(!draft.born)}
      />
      <TextField
        label={words.number}
        hint={isBirth ? t.form.optional : t.form.unchanged}
        inputMode="numeric"
        value={draft.personalId}
        onChange={(personalId) => onChange({ personalId })}
      />
      {isBirth && (
        <FindPerson
          label={t.form.otherParent}
          except={person.id}
          value={draft.otherId}
          error={undefined}
          onChosen={({ id }) => onChange({ otherId: id })}
        />
      )}
    </>
  )
}

function MoveFields(props: FieldsProps) {
  const t = useMessages({ vi, en }).form
  const { draft, person, isAttempted, onChange } = props
  return (
    <>
      <ChooseCommune
        near={person.home?.nowId ?? 0}
        label={t.commune}
        value={draft.areaId}
        onChange={(areaId) => onChange({ areaId })}
        error={isAttempted && draft.areaId === null ? t.needed : undefined}
      />
      <TextField label={t.village} value={draft.village} onChange={(village) => onChange({ village })} />
      <TextField label={t.address} value={draft.address} onChange={(address) => onChange({ address })} />
      <Companions {...props} hasRelation={draft.household === 'own'} />
      <HouseholdAfterMove {...props} />
      <DayOf {...props} of="from" />
    </>
  )
}

const levels = ['exceptionally_severe', 'severe', 'mild'] as const
const types = ['mobility', 'hearing_speech', 'sight', 'mental', 'intellectual', 'other'] as const

function DisabilityFields(props: FieldsProps) {
  const t = useMessages({ vi, en })
  const { draft, isAttempted, onChange } = props
  const isWithoutTypes = isAttempted && draft.types.length === 0
  return (
    <>
      <Select
        label={t.form.level}
        options={levels.map((value) => ({ value, label: t.levels[value]! }))}
        emptyLabel={t.form.pick}
        value={draft.level}
        onChange={(level) => onChange({ level })}
        error={isAttempted && !draft.level ? t.form.needed : undefined}
      />
      <fieldset className="field" data-invalid={isWithoutTypes || undefined}>
        <legend>{t.form.types}</legend>
        {isWithoutTypes && <p className="field-error">{t.form.typesNeeded}</p>}
        {types.map((type) => (
          <Checkbox
            key={type}
            isSelected={draft.types.includes(type)}
            onChange={(is) =>
              onChange({ types: is ? [...draft.types, type] : draft.types.filter((one) => one !== type) })
            }
          >
            {t.types[type]}
          </Checkbox>
        ))}
      </fieldset>
      <TextField
        label={t.form.certificate}
        value={draft.certificate}
        onChange={(certificate) => onChange({ certificate })}
        error={isAttempted && !draft.certificate.trim() ? t.form.needed : undefined}
      />
      <DayOf {...props} of="issuedOn" />
    </>
  )
}

/** What was told where it could not be recorded; the day may be corrected here, anything else is told again there. */
function CircumstanceFields(props: FieldsProps) {
  const t = useMessages({ vi, en }).form
  const say = useCircumstanceWords()
  const { fact } = props.draft
  if (!fact) return null
  const { circumstance: kind, detail } = fact
  const told = detail ?? props.person.circumstances.find((one) => one.kind === kind)?.detail
  const words = told && say({ kind, detail: told, subject: 'person' })
  return (
    <>
      <p>
        <b>{[words?.name, words?.detail].filter(Boolean).join(' – ')}</b>
        {!detail && ` (${t.noMore})`}
      </p>
      <DayOf {...props} of="from" />
    </>
  )
}

function SpouseFields(props: FieldsProps) {
  const t = useMessages({ vi, en }).form
  const { draft, person, isAttempted, onChange } = props
  const isMissing = isAttempted && !draft.spouseId
  const spouses = person.relations.relatives.filter(({ kind }) => kind === 'spouse_of')
  return (
    <>
      {draft.kind === 'divorce' ? (
        <Select
          label={t.spouse}
          options={spouses.map(({ other }) => ({ value: other.id as string, label: other.fullName ?? '—' }))}
          emptyLabel={t.pick}
          value={draft.spouseId}
          onChange={(spouseId) => onChange({ spouseId })}
          error={isMissing ? t.needed : undefined}
        />
      ) : (
        <FindPerson
          label={t.spouse}
          except={person.id}
          value={draft.spouseId}
          error={isMissing ? t.needed : undefined}
          onChosen={({ id }) => onChange({ spouseId: id })}
        />
      )}
      <DayOf {...props} of={draft.kind === 'divorce' ? 'until' : 'from'} />
    </>
  )
}

/** Whoever has died changes nothing more, but what is recorded of them may. */
export function DeadNotice({ person }: { person: PersonPage }) {
  const t = useMessages({ vi, en }).form
  return (
    person.diedOn && (
      <Notice kind="warn">
        <p>{t.dead}</p>
      </Notice>
    )
  )
}
