import type { PersonPage } from '#modules/people/contract'
import { Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { nobody, type ChangeDraft } from './change-draft.ts'
import type { FieldsProps } from './day-of.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Those who stay behind without a head, were the draft recorded; nobody where the head stays, or no household is left. */
export function leftWithoutHead(draft: ChangeDraft, person: PersonPage) {
  const members = person.household?.members ?? []
  const leaving = leaversIn(draft, person)
  const isHeadLeaving = members.some((one) => one.isHead && leaving.has(one.person.id))
  return isHeadLeaving ? members.filter((one) => !leaving.has(one.person.id)) : []
}

function leaversIn(draft: ChangeDraft, person: PersonPage): ReadonlySet<string> {
  const everybody = (person.household?.members ?? []).map((one) => one.person.id as string)
  const together = [person.id, ...Object.keys(draft.leaving)]
  switch (draft.kind) {
    case 'death':
    case 'remove_member':
      return new Set([person.id])
    case 'add_member':
      return new Set(draft.householdId === person.household?.id ? [] : [person.id])
    case 'split_household':
      return new Set(together)
    case 'move':
      return new Set(draft.household === 'own' ? together : [])
    case 'merge_household':
      return new Set(draft.isWhole ? everybody : together)
    case null:
    case 'identity':
    case 'alive':
    case 'birth':
    case 'change_head':
    case 'disability':
    case 'circumstance':
    case 'marriage':
    case 'divorce':
    case 'guardian':
      return new Set()
  }
}

/** Asks who heads the household that the head leaves. */
export function NextHead({ draft, person, isAttempted, onChange }: FieldsProps) {
  const t = useMessages({ vi, en }).form
  const staying = leftWithoutHead(draft, person)
  if (staying.length === 0) return null
  return (
    <Select
      label={t.nextHead}
      hint={t.nextHeadHint}
      options={[
        ...staying.map((one) => ({
          value: one.person.id as string,
          label: one.person.fullName ?? t.notHere,
        })),
        { value: nobody, label: t.noNextHead },
      ]}
      emptyLabel={t.pick}
      value={draft.nextHead}
      onChange={(nextHead) => onChange({ nextHead })}
      error={isAttempted && !draft.nextHead ? t.needed : undefined}
    />
  )
}
