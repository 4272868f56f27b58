import { useState } from 'react'
import { todayInVietnam, type CivilDate } from '#kernel/civil-date'
import { ProblemNotice } from '#platform/web/problem'
import { useMessages } from '#ui/language'
import { ConfirmDialog } from '#ui/overlay'
import { DateField } from '#ui/parsed-field'
import { closeFacility, type FacilityView } from '../../contract.ts'
import { useAct } from '../common/use-act.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { facilities as wordsEn } from './messages.en.ts'
import { facilities as wordsVi } from './messages.vi.ts'

type Props = {
  readonly facility: FacilityView
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Closes a facility from a day on. */
export function CloseFacilityDialog({ facility: { id, name }, onClose, onDone }: Props) {
  const t = useMessages({ vi, en })
  const { closing } = useMessages({ vi: wordsVi, en: wordsEn })
  const act = useAct(closeFacility)
  const [closedOn, setDay] = useState<CivilDate | null>(todayInVietnam)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={closing.title(name)}
      verb={closing.verb}
      otherwise={closing.otherwise}
      isPending={act.isPending}
      isBlocked={closedOn === null}
      onConfirm={() => closedOn && act.send({ id, closedOn, requestId: act.requestId }, onDone)}
    >
      <ProblemNotice error={act.error} words={t.problems} />
      <p>{closing.next}</p>
      <DateField label={closing.on} value={closedOn} onChange={setDay} />
    </ConfirmDialog>
  )
}

export function ReopenFacilityDialog({ facility: { id, name }, onClose, onDone }: Props) {
  const t = useMessages({ vi, en })
  const { closing } = useMessages({ vi: wordsVi, en: wordsEn })
  const act = useAct(closeFacility)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={closing.reopenTitle(name)}
      verb={closing.reopenVerb}
      otherwise={closing.reopenOtherwise}
      isPending={act.isPending}
      onConfirm={() => act.send({ id, closedOn: null, requestId: act.requestId }, onDone)}
    >
      <ProblemNotice error={act.error} words={t.problems} />
      <p>{closing.reopenNext}</p>
    </ConfirmDialog>
  )
}
