import { useState } from 'react'
import { ChooseCommune } from '#modules/geography/web'
import { useMessages } from '#ui/language'
import { ConfirmDialog } from '#ui/overlay'
import { TextArea } from '#ui/text-field'
import { takeAction, takeSignersAction } from '../../contract.ts'
import { ActProblem } from '../common/conflict.tsx'
import { asksForUnit, mayStill, type ActionDialogProps } from './file-action.ts'
import { FacilityChoice } from './facility-choice.tsx'
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
}: Omit<ActionDialogProps, 'onDone'> & {
  readonly onDone: (made: { readonly documentId: string | null }) => void
}) {
  const messages = useMessages({ vi, en })
  const t = messages.act
  const label = useLabel()
  const [reason, setReason] = useState('')
  const [otherAreaId, setOther] = useState<number | null>(null)
  const [facilityId, setFacility] = useState<string | null>(null)
  const asksUnit = asksForUnit(file, action)
  // The register knows who pays now; every other procedure goes to a facility, and nobody knows to which.
  const isMove = file.procedure === 'residence_transfer'
  const act = useAct(action.needs === 'sign' ? takeSignersAction : takeAction)
  const consequence = t.consequences[action.id]
  const isGone = !mayStill(file, action)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`${label(action.label)}?`}
      verb={label(action.label)}
      otherwise={t.otherwise}
      isPending={act.isPending}
      isBlocked={
        isGone || (action.needsReason && reason.trim() === '') || (asksUnit && !isMove && facilityId === null)
      }
      onConfirm={() =>
        act.send(
          {
            id: file.id,
            version: file.version,
            action: action.id,
            ...(action.needsReason && { reason }),
            ...(otherAreaId !== null && { otherAreaId }),
            ...(facilityId !== null && { facilityId }),
            requestId: act.requestId,
          },
          onDone,
        )
      }
    >
      <ActProblem error={act.error} onLookAgain={() => void act.lookAgain()} />
      {isGone && <p>{t.conflict.gone}</p>}
      {consequence && <p>{consequence}</p>}
      {asksUnit && (
        <>
          <p>{messages.detail.goesAway}</p>
          {isMove ? (
            <ChooseCommune
              near={file.area.id}
              label={messages.detail.otherUnit}
              hint={messages.detail.payingUnitHint}
              value={otherAreaId}
              onChange={setOther}
            />
          ) : (
            <FacilityChoice value={facilityId} onChange={setFacility} />
          )}
        </>
      )}
      {action.needsReason && (
        <TextArea label={t.reason} hint={t.reasonHint} value={reason} onChange={setReason} isRequired />
      )}
    </ConfirmDialog>
  )
}
