import { useState } from 'react'
import { Checkbox } from '#ui/choice'
import { useMessages } from '#ui/language'
import { TextField } from '#ui/text-field'
import { DayOf, type FieldsProps } from './day-of.tsx'
import { Companions } from './companions.tsx'
import { FindPerson } from './find-person.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Who joins or leaves which household, as what. */
export function HouseholdFields(props: FieldsProps) {
  const { kind } = props.draft
  return (
    <>
      {(kind === 'add_member' || kind === 'merge_household') && <OtherHousehold {...props} />}
      {kind === 'split_household' && <Companions {...props} hasRelation />}
      {kind === 'merge_household' && <Joining {...props} />}
      {(kind === 'add_member' || kind === 'merge_household' || kind === 'change_head') && (
        <Relation {...props} />
      )}
      <DayOf {...props} of="from" />
    </>
  )
}

function Relation({ draft, isAttempted, onChange }: FieldsProps) {
  const t = useMessages({ vi, en }).form
  return (
    <TextField
      label={draft.kind === 'change_head' ? t.formerHead : t.relation}
      value={draft.relation}
      onChange={(relation) => onChange({ relation })}
      maxLength={50}
      error={isAttempted && !draft.relation.trim() ? t.needed : undefined}
    />
  )
}

/** A household is known by somebody who belongs to it. */
function OtherHousehold({ draft, person, isAttempted, onChange }: FieldsProps) {
  const t = useMessages({ vi, en }).form
  const [isWithout, setWithout] = useState(false)
  const missing = isAttempted && !draft.householdId ? t.needed : undefined
  return (
    <FindPerson
      label={t.otherHousehold}
      except={person.id}
      error={isWithout ? t.noHousehold : missing}
      onChosen={({ household }) => {
        setWithout(household === null)
        onChange({ householdId: household?.id ?? null })
      }}
    />
  )
}

/** Everybody of the household, or those who are ticked. */
function Joining(props: FieldsProps) {
  const t = useMessages({ vi, en }).form
  const { draft, person, onChange } = props
  if (person.relations.livingWith.length === 0) return null
  return (
    <>
      <Checkbox isSelected={draft.isWhole} onChange={(isWhole) => onChange({ isWhole })}>
        {t.wholeJoins}
      </Checkbox>
      {!draft.isWhole && <Companions {...props} hasRelation />}
    </>
  )
}
