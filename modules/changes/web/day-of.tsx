import type { PersonPage } from '#modules/people/contract'
import { useMessages } from '#ui/language'
import { DateField } from '#ui/parsed-field'
import type { ChangeDraft } from './change-draft.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

export type FieldsProps = {
  readonly draft: ChangeDraft
  readonly person: PersonPage
  readonly isAttempted: boolean
  readonly onChange: (differing: Partial<ChangeDraft>) => void
}

/** The one day a change is about, named by its kind. */
export function DayOf({
  draft,
  isAttempted,
  onChange,
  of,
}: FieldsProps & { of: 'diedOn' | 'from' | 'until' | 'issuedOn' | 'tieBegan' | 'tieEnded' }) {
  const t = useMessages({ vi, en }).form
  return (
    <DateField
      label={t[of]}
      hint={of === 'tieBegan' ? t.tieBeganHint : undefined}
      value={draft.on}
      onChange={(on) => onChange({ on })}
      error={isAttempted && !draft.on ? t.needed : undefined}
    />
  )
}
