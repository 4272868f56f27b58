import { Checkbox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { TextField } from '#ui/text-field'
import type { FieldsProps } from './day-of.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Who of the household goes along, and what each will be to the head there. */
export function Companions({
  draft,
  person,
  isAttempted,
  onChange,
  hasRelation = false,
}: FieldsProps & { hasRelation?: boolean }) {
  const t = useMessages({ vi, en }).form
  const others = person.relations.livingWith.map((one) => one.person)
  const isEverybody = others.every(({ id }) => id in draft.leaving)
  const set = (id: string, relation: string | undefined) => {
    const { [id]: _, ...rest } = draft.leaving
    onChange({ leaving: relation === undefined ? rest : { ...rest, [id]: relation } })
  }
  const setAll = (is: boolean) =>
    onChange({
      leaving: is ? Object.fromEntries(others.map(({ id }) => [id, draft.leaving[id] ?? ''])) : {},
    })
  if (others.length === 0) return null
  return (
    <fieldset className="field">
      <legend>{draft.kind === 'split_household' ? t.leaving : t.goingAlong}</legend>
      {draft.kind === 'move' && others.length > 1 && (
        <Checkbox isSelected={isEverybody} onChange={setAll}>
          <b>{t.everybody}</b>
        </Checkbox>
      )}
      {others.map(({ id, fullName }) => (
        <div key={id} className="stack">
          <Checkbox isSelected={id in draft.leaving} onChange={(is) => set(id, is ? '' : undefined)}>
            {fullName ?? t.notHere}
          </Checkbox>
          {hasRelation && id in draft.leaving && (
            <TextField
              label={(draft.kind === 'merge_household' ? t.joiningRelation : t.leavingRelation)(
                fullName ?? '',
              )}
              value={draft.leaving[id] ?? ''}
              onChange={(relation) => set(id, relation)}
              maxLength={50}
              error={isAttempted && !draft.leaving[id]?.trim() ? t.needed : undefined}
            />
          )}
        </div>
      ))}
    </fieldset>
  )
}

/** Whether those who move stay the household they are: asked outright, for the list of poor households goes by it. */
export function HouseholdAfterMove({ draft, person, isAttempted, onChange }: FieldsProps) {
  const t = useMessages({ vi, en }).form
  if (person.relations.livingWith.length === 0) return null
  return (
    <Select
      label={t.householdAfter}
      hint={t.householdAfterHint}
      options={(['kept', 'own'] as const).map((value) => ({ value, label: t.householdBecomes[value] }))}
      emptyLabel={t.pick}
      value={draft.household}
      onChange={(household) => onChange({ household })}
      error={isAttempted && !draft.household ? t.needed : undefined}
    />
  )
}
