import { useState } from 'react'
import { useMessages } from '#ui/language'
import { ConfirmDialog } from '#ui/overlay'
import { TextArea } from '#ui/text-field'
import { takeAction, type ApplicationView } from '../../contract.ts'
import { ActProblem } from '../common/conflict.tsx'
import type { Action } from './file-action.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { useAct } from '../common/use-act.ts'
import { useLabel } from '../common/use-label.ts'

/** An action that ends a file, or needs its reason: the consequence first, then two verbs. */
export function ActionDialog({
  file,
  action,
  onClose,
  onDone,
}: {
  file: ApplicationView
  action: Action
  onClose: () => void
  onDone: () => void
}) {
  const t = useMessages({ vi, en }).act
  const label = useLabel()
  const [reason, setReason] = useState('')
  const act = useAct(takeAction)
  const consequence = t.consequences[action.id]
  const isGone = !file.actions.some(({ id }) => id === action.id)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`${label(action.label)}?`}
      verb={label(action.label)}
      otherwise={t.otherwise}
      isPending={act.isPending}
      isBlocked={isGone || (action.needsReason && reason.trim() === '')}
      onConfirm={() =>
        act.send(
          {
            id: file.id,
            version: file.version,
            action: action.id,
            ...(action.needsReason && { reason }),
            requestId: act.requestId,
          },
          onDone,
        )
      }
    >
      <ActProblem error={act.error} onLookAgain={() => void act.lookAgain()} />
      {isGone && <p>{t.conflict.gone}</p>}
      {consequence && <p>{consequence}</p>}
      {action.needsReason && (
        <TextArea label={t.reason} hint={t.reasonHint} value={reason} onChange={setReason} isRequired />
      )}
    </ConfirmDialog>
  )
}
