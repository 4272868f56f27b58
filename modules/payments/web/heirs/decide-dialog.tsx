import { useState } from 'react'
import { CommandDialog } from '#platform/web/command-dialog'
import { formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { TextArea } from '#ui/text-field'
import { decideHeir, type HeldOrder } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { receiverOf } from './receiver-of.ts'

/** What somebody else asked, with its paper, approved or refused with a reason. */
export function DecideDialog({
  order: { request, payee, amount },
  state,
  onClose,
}: {
  order: HeldOrder
  state: 'approved' | 'refused'
  onClose: () => void
}) {
  const t = useMessages({ vi, en })
  const [note, setNote] = useState('')
  if (!request) return null
  const { id, heir, paper, askedBy } = request
  return (
    <CommandDialog
      command={decideHeir}
      input={
        state === 'refused' && note.trim() === '' ? undefined : { id, state, ...(note.trim() && { note }) }
      }
      title={state === 'approved' ? t.decideTitle(receiverOf(request, t)) : t.refuseTitle(payee.name)}
      verb={state === 'approved' ? t.decide : t.refuse}
      words={t}
      onClose={onClose}
      onDone={onClose}
    >
      <p>
        {payee.name}: <b>{formatMoney(amount)}</b>
      </p>
      <p>
        {t.paper}: {paper}
        {heir && (
          <>
            <br />
            {t.number}: {heir.number}
          </>
        )}
        <br />
        <span className="quiet">{t.asked(askedBy)}</span>
      </p>
      {state === 'approved' ? (
        <p>{heir ? t.inCash : t.back}</p>
      ) : (
        <TextArea label={t.reason} value={note} onChange={setNote} isRequired />
      )}
    </CommandDialog>
  )
}
