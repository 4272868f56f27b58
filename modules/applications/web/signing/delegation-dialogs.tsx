import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { todayInVietnam, type CivilDate } from '#kernel/civil-date'
import { listColleagues } from '#modules/identity/contract'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { ConfirmDialog } from '#ui/overlay'
import { DateField } from '#ui/parsed-field'
import { Skeleton } from '#ui/states'
import { TextField } from '#ui/text-field'
import { delegate, endDelegation, type DelegationView } from '../../contract.ts'
import { useAct } from '../common/use-act.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { delegation as wordsEn } from './delegation-messages.en.ts'
import { delegation as wordsVi } from './delegation-messages.vi.ts'

/** Writes down the paper by which a deputy signs for the chair. */
export function DelegateDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages({ vi, en })
  const words = useMessages({ vi: wordsVi, en: wordsEn })
  const act = useAct(delegate)
  const deputies = useQuery(apiQuery(listColleagues, { may: 'applications.sign_by_delegation' }))
  const [chosen, choose] = useState<string | null>(null)
  const [document, setDocument] = useState('')
  const [documentOn, setDocumentOn] = useState<CivilDate | null>(todayInVietnam)
  const [from, setFrom] = useState<CivilDate | null>(todayInVietnam)
  const [until, setUntil] = useState<CivilDate | null>(null)
  const deputyId = chosen ?? (deputies.data?.length === 1 ? deputies.data[0]!.id : null)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={words.recordTitle}
      verb={words.verb}
      otherwise={t.act.otherwise}
      isPending={act.isPending}
      isBlocked={!deputyId || !documentOn || !from || document.trim() === ''}
      onConfirm={() =>
        deputyId &&
        documentOn &&
        from &&
        act.send({ deputyId, document, documentOn, from, until, requestId: act.requestId }, onClose)
      }
    >
      <ProblemNotice error={deputies.error ?? act.error} words={t.problems} />
      {deputies.isLoading && <Skeleton lines={2} />}
      {deputies.data?.length === 0 && <p>{words.noDeputy}</p>}
      {deputies.data && deputies.data.length > 0 && (
        <>
          <Select
            label={words.deputy}
            options={deputies.data.map(({ id, name }) => ({ value: id as string, label: name }))}
            value={deputyId}
            onChange={choose}
          />
          <TextField
            label={words.document}
            hint={words.documentHint}
            value={document}
            onChange={setDocument}
            isRequired
          />
          <DateField label={words.documentOn} value={documentOn} onChange={setDocumentOn} />
          <DateField label={words.from} value={from} onChange={setFrom} />
          <DateField label={words.until} hint={words.untilHint} value={until} onChange={setUntil} />
        </>
      )}
    </ConfirmDialog>
  )
}

export function EndDelegationDialog({
  delegation: { id, deputy },
  onClose,
}: {
  delegation: DelegationView
  onClose: () => void
}) {
  const t = useMessages({ vi, en })
  const words = useMessages({ vi: wordsVi, en: wordsEn })
  const act = useAct(endDelegation)
  const [until, setUntil] = useState<CivilDate | null>(todayInVietnam)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={words.endTitle(deputy.name)}
      verb={words.ending}
      otherwise={t.act.otherwise}
      isPending={act.isPending}
      isBlocked={until === null}
      onConfirm={() => until && act.send({ id, until, requestId: act.requestId }, onClose)}
    >
      <ProblemNotice error={act.error} words={t.problems} />
      <p>{words.endNext}</p>
      <DateField label={words.lastDay} value={until} onChange={setUntil} />
    </ConfirmDialog>
  )
}
