import { useState } from 'react'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import { TextArea } from '#ui/text-field'
import type { ReviewRow } from '../contract.ts'
import { draftOf, emptyDraft, findingsOf } from './findings-draft.ts'
import { FindingsForm } from './findings-form.tsx'
import { formWords as formEn } from './form-words.en.ts'
import { formWords as formVi } from './form-words.vi.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import type { Said } from './said.ts'

type Props = {
  readonly row: ReviewRow
  readonly error: unknown
  readonly isPending: boolean
  readonly onSay: (said: Said) => void
  readonly onClose: () => void
}

/** What has changed, field by field. */
export function ChangedDialog({ row, error, isPending, onSay, onClose }: Props) {
  const t = useMessages({ vi, en })
  const f = useMessages({ vi: formVi, en: formEn })
  const known = row.answers.filter(({ isCounting }) => isCounting).flatMap(({ changes }) => changes)
  const [draft, setDraft] = useState(known.length > 0 ? draftOf(known) : emptyDraft)
  const [note, setNote] = useState('')
  const [isAttempted, attempt] = useState(false)
  const submit = () => {
    attempt(true)
    const changes = findingsOf(draft)
    if (changes && changes.length > 0) onSay({ outcome: 'changed', changes, note: note.trim() || null })
  }
  return (
    <Dialog isOpen isWide onClose={onClose} title={t.person.dialog(row.fullName ?? t.part.unseen)}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <ProblemNotice error={error} words={t.problems} />
        <FindingsForm draft={draft} onChange={setDraft} isAttempted={isAttempted} />
        <TextArea label={f.note} hint={f.noteHint} value={note} onChange={setNote} rows={2} maxLength={500} />
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={isPending}>
            {t.person.save}
          </Button>
          <Button onPress={onClose}>{t.person.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Nobody knows where they are: looking for them becomes a task. */
export function SoughtDialog({ row, error, isPending, onSay, onClose }: Props) {
  const t = useMessages({ vi, en })
  const f = useMessages({ vi: formVi, en: formEn })
  const [note, setNote] = useState('')
  return (
    <Dialog isOpen onClose={onClose} title={t.person.sought(row.fullName ?? t.part.unseen)}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSay({ outcome: 'not_found', note: note.trim() || null })
        }}
      >
        <p>{t.person.soughtMore}</p>
        <ProblemNotice error={error} words={t.problems} />
        <TextArea label={f.note} hint={f.noteHint} value={note} onChange={setNote} rows={2} maxLength={500} />
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={isPending}>
            {t.person.soughtSave}
          </Button>
          <Button onPress={onClose}>{t.person.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
