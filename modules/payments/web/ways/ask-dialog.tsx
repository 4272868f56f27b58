import { useState } from 'react'
import { useCommand, useRequestId } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { RadioCards } from '#ui/choice'
import { ErrorSummary } from '#ui/error-summary'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import { TextArea } from '#ui/text-field'
import { askForWay, type AwardRef, type PersonWays } from '../../contract.ts'
import { ByFields } from './by-fields.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { ReceiverFields } from './receiver-fields.tsx'
import { emptyDraft, missingIn, wayOf, type Field, type FieldsOf } from './way-draft.ts'

/** Asks for another way, for all a payee receives or for one award: by what, to whom, and on which paper. */
export function AskDialog({
  person,
  award,
  receivers,
  onClose,
  onAsked,
}: {
  person: { readonly id: string; readonly name: string }
  award?: AwardRef | undefined
  receivers: PersonWays['receivers']
  onClose: () => void
  onAsked: () => void
}) {
  const t = useMessages({ vi, en })
  const [draft, setDraft] = useState(() => emptyDraft(person.name))
  const [attempt, setAttempt] = useState(0)
  const [requestId] = useRequestId()
  const ask = useCommand(askForWay)
  const missing = attempt > 0 ? missingIn(draft) : []
  const labels: Record<Field, string> = {
    bank: t.form.bank,
    wallet: t.form.wallet,
    account: draft.channel === 'wallet' ? t.form.phone : t.form.account,
    holder: t.form.holder,
    fullName: t.form.fullName,
    knownId: t.form.known,
    document: t.form.document,
    until: t.form.until,
    evidence: t.form.evidence,
  }
  const fields: FieldsOf = {
    draft,
    change: (differing) => setDraft((before) => ({ ...before, ...differing })),
    errorOf: (field) => (missing.includes(field) ? t.form.missing(labels[field]) : undefined),
  }
  const send = () => {
    setAttempt((before) => before + 1)
    if (missingIn(draft).length > 0) return
    const way = wayOf(draft, receivers)
    ask.mutate(
      { personId: person.id, award, way, evidence: draft.evidence, requestId },
      { onSuccess: onAsked },
    )
  }
  return (
    <Dialog
      isOpen
      isWide
      onClose={onClose}
      title={award ? t.form.titleOfAward(t.benefits[award.benefit], person.name) : t.form.title(person.name)}
    >
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {award && <p className="quiet">{t.form.onlyAward}</p>}
        <ErrorSummary
          attempt={attempt}
          errors={missing.map((field) => ({
            fieldId: `way-${field}`,
            message: t.form.missing(labels[field]),
          }))}
        />
        <ReceiverFields {...fields} receivers={receivers} />
        <RadioCards
          label={t.form.channel}
          options={(['account', 'wallet', 'cash_point', 'cash_home'] as const).map((value) => ({
            value,
            label: t.channels[value],
          }))}
          value={draft.channel}
          onChange={(channel) => fields.change({ channel })}
        />
        <ByFields {...fields} receivers={receivers} payeeName={person.name} />
        <TextArea
          id="way-evidence"
          label={t.form.evidence}
          hint={t.form.evidenceHint}
          value={draft.evidence}
          onChange={(evidence) => fields.change({ evidence })}
          error={fields.errorOf('evidence')}
        />
        <ProblemNotice error={ask.error} words={t.problems} />
        <div className="btns">
          <Button emphasis="primary" type="submit" isPending={ask.isPending}>
            {t.form.send}
          </Button>
          <Button onPress={onClose}>{t.otherwise}</Button>
        </div>
      </form>
    </Dialog>
  )
}
