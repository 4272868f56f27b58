import type { PersonPage } from '#modules/people/contract'
import { Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { headLost } from '../domain/departure.ts'
import { nobody, type ChangeDraft } from './change-draft.ts'
import type { FieldsProps } from './day-of.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Those who stay behind without a head, were the draft recorded; nobody where the head stays, or no household is left. */
export function leftWithoutHead(draft: ChangeDraft, { id: personId, household }: PersonPage) {
  const members = (household?.members ?? []).map((one) => ({
    ...one,
    personId: one.person.id as string,
    householdId: household?.id ?? '',
  }))
  const lost = headLost(members, {
    kind: draft.kind,
    personId,
    companionIds: Object.keys(draft.leaving),
    isWhole: draft.isWhole,
    foundsOwn: draft.household === 'own',
    into: draft.householdId,
  })
  return lost?.staying ?? []
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
