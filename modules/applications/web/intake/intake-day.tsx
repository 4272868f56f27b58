import { useMessages } from '#ui/language'
import { DateField } from '#ui/parsed-field'
import type { PartProps } from './intake-draft.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/** The day a file came by which its law and its days go, where it is entered later. */
export function IntakeDay({ draft, complaints, onChange }: PartProps) {
  const words = useMessages({ vi, en }).intake
  return (
    <DateField
      id="intake-received"
      label={words.receivedOn}
      hint={words.receivedOnHint}
      value={draft.receivedOn ?? null}
      onChange={(receivedOn) => onChange({ receivedOn })}
      {...(complaints.some(({ kind }) => kind === 'received') && { error: words.complaints.received })}
    />
  )
}
