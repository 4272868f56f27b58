import { useState } from 'react'
import { addDays, instant, todayInVietnam, type CivilDate } from '#kernel/civil-date'
import { useMessages } from '#ui/language'
import { ConfirmDialog } from '#ui/overlay'
import { DateField } from '#ui/parsed-field'
import { TextArea } from '#ui/text-field'
import { giveSlip, type ApplicationView } from '../../contract.ts'
import { ActProblem } from '../common/conflict.tsx'
import { useAct } from '../common/use-act.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/** A file is late («phiếu xin lỗi và hẹn lại»): why, and the new day, in words the person reads. */
export function ApologyDialog({
  file,
  onClose,
  onDone,
}: {
  file: ApplicationView
  onClose: () => void
  onDone: () => void
}) {
  const t = useMessages({ vi, en }).detail
  const act = useAct(giveSlip)
  const [reason, setReason] = useState('')
  const [day, setDay] = useState<CivilDate | null>(() => addDays(todayInVietnam(), 2))
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t.apologyTitle}
      verb={t.apologyVerb}
      otherwise={useMessages({ vi, en }).act.otherwise}
      isPending={act.isPending}
      isBlocked={reason.trim() === '' || day === null}
      onConfirm={() =>
        act.send(
          {
            id: file.id,
            version: file.version,
            slip: 'apology',
            reason,
            ...(day && { newDueAt: instant(`${day}T10:00:00Z`) }), // Offices close at five.
            requestId: act.requestId,
          },
          onDone,
        )
      }
    >
      <ActProblem error={act.error} onLookAgain={() => void act.lookAgain()} />
      <TextArea label={t.apologyReason} value={reason} onChange={setReason} isRequired />
      <DateField label={t.newDay} value={day} onChange={setDay} />
    </ConfirmDialog>
  )
}
