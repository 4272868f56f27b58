import { useState } from 'react'
import { useCommand, useRequestId } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { ConfirmDialog } from '#ui/overlay'
import { TextArea } from '#ui/text-field'
import { closePart, type RowPage } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The review of a commune ends; who has no result is named with the reason. */
export function CloseDialog({
  part: { id, counts },
  onClose,
}: {
  part: RowPage['part']
  onClose: () => void
}) {
  const t = useMessages({ vi, en })
  const close = useCommand(closePart)
  const [requestId, renew] = useRequestId()
  const [note, setNote] = useState('')
  const left = counts.waiting + counts.not_met
  return (
    <ConfirmDialog
      isOpen
      kind="danger"
      onClose={onClose}
      title={t.close.title}
      verb={t.close.verb}
      otherwise={t.close.otherwise}
      isPending={close.isPending}
      isBlocked={left > 0 && !note.trim()}
      onConfirm={() =>
        close.mutate({ id, note: note.trim() || null, requestId }, { onSuccess: onClose, onError: renew })
      }
    >
      <p>{t.close.more}</p>
      {left > 0 && <p>{t.close.left(formatCount(left))}</p>}
      <TextArea
        label={left > 0 ? t.close.note : t.close.noteFree}
        value={note}
        onChange={setNote}
        rows={2}
        maxLength={500}
      />
      <ProblemNotice error={close.error} words={t.problems} />
    </ConfirmDialog>
  )
}
