import { useEffect, useRef, useState } from 'react'
import { Button } from '#ui/button'
import { BirthDate, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { TextArea } from '#ui/text-field'
import type { CarriedRow, Finding, OutcomeOf } from '../../contract.ts'
import { draftOf, emptyDraft, findingsOf } from '../findings-draft.ts'
import { FindingsForm } from '../findings-form.tsx'
import { formWords as formEn } from '../form-words.en.ts'
import { formWords as formVi } from '../form-words.vi.ts'
import { KnownFacts, Reasons } from '../known-facts.tsx'
import { StateChip } from '../state-chip.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { standingOf, type RoundRecord } from './round.ts'

export type Said = { readonly outcome: OutcomeOf; readonly changes: Finding[]; readonly note: string | null }

/** Somebody at their door: what the register has, and what was found. */
export function DoorCard({
  row,
  records,
  mayRecord,
  onSay,
  onClose,
}: {
  row: CarriedRow
  records: readonly RoundRecord[]
  mayRecord: boolean
  onSay: (said: Said) => void
  onClose: () => void
}) {
  const t = useMessages({ vi, en })
  const { state, last } = standingOf(row, records)
  const [asking, ask] = useState<'changed' | 'not_found'>()
  const [note, setNote] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const say = (outcome: OutcomeOf, changes: Finding[] = []) =>
    onSay({ outcome, changes, note: note.trim() || null })
  const { fullName, born, bornPrecision, village, before } = row
  return (
    <section className="carried-card" aria-labelledby="nguoi-ra-soat">
      <h2 id="nguoi-ra-soat" ref={heading} tabIndex={-1}>
        {fullName ?? t.unseen}
      </h2>
      <p>
        {born && bornPrecision && <BirthDate value={born} precision={bornPrecision} />}
        {village && ` · ${village}`} <StateChip state={state} />
      </p>
      {before.at && before.byName && (
        <p className="quiet">{t.before(before.byName, formatInstant(before.at))}</p>
      )}
      <Reasons reasons={row.reasons} />
      <KnownFacts known={row.known} />
      {mayRecord && asking === undefined && (
        <div className="door-deeds">
          <Button emphasis="primary" icon="check" isBlock onPress={() => say('unchanged')}>
            {t.unchanged}
          </Button>
          <Button icon="pencil" isBlock onPress={() => ask('changed')}>
            {t.changed}
          </Button>
          <Button icon="pause" isBlock onPress={() => say('not_met')}>
            {t.notMet}
          </Button>
          <Button icon="help" isBlock onPress={() => ask('not_found')}>
            {t.notFound}
          </Button>
        </div>
      )}
      {asking && (
        <Asking
          asking={asking}
          before={last?.answer.changes ?? []}
          note={note}
          onNote={setNote}
          onSay={say}
          onClose={() => ask(undefined)}
        />
      )}
      <Button emphasis="quiet" icon="left" isBlock onPress={onClose}>
        {t.back}
      </Button>
    </section>
  )
}

/** What changed, or where they were asked for. */
function Asking({
  asking,
  before,
  note,
  onNote,
  onSay,
  onClose,
}: {
  asking: 'changed' | 'not_found'
  before: readonly Finding[]
  note: string
  onNote: (note: string) => void
  onSay: (outcome: OutcomeOf, changes?: Finding[]) => void
  onClose: () => void
}) {
  const t = useMessages({ vi, en })
  const f = useMessages({ vi: formVi, en: formEn })
  const [draft, setDraft] = useState(before.length > 0 ? draftOf(before) : emptyDraft)
  const [isAttempted, attempt] = useState(false)
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        attempt(true)
        if (asking === 'not_found') return onSay('not_found')
        const changes = findingsOf(draft)
        if (changes && changes.length > 0) onSay('changed', changes)
      }}
    >
      {asking === 'changed' && <FindingsForm draft={draft} onChange={setDraft} isAttempted={isAttempted} />}
      <TextArea label={f.note} hint={f.noteHint} value={note} onChange={onNote} rows={2} maxLength={500} />
      <div className="btns">
        <Button type="submit" emphasis="primary">
          {asking === 'changed' ? t.save : t.saveNotFound}
        </Button>
        <Button onPress={onClose}>{t.otherwise}</Button>
      </div>
    </form>
  )
}
