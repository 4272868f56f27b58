import { useState } from 'react'
import { apiError } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { formatCount, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { ConfirmDialog } from '#ui/overlay'
import { TextArea } from '#ui/text-field'
import { returnBatch, signBatch, type BatchView } from '../../contract.ts'
import { useAct } from '../common/use-act.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { useBatchWords } from './use-batch-words.ts'

type Props = { readonly batch: BatchView; readonly onClose: () => void }

/** One signature for everybody on the list: what it comes to is said once more. */
export function SignBatchDialog({ batch, onClose }: Props) {
  const t = useMessages({ vi, en })
  const words = useBatchWords()
  const act = useAct(signBatch)
  const people = formatCount(batch.totals.people)
  const hasChanged = act.error && apiError(act.error).code === 'applications.facts_changed'
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={words.signTitle(people)}
      verb={words.sign(people)}
      otherwise={words.notYet}
      isPending={act.isPending}
      onConfirm={() => act.send({ id: batch.id, requestId: act.requestId }, onClose)}
    >
      {hasChanged ? (
        <Notice kind="err" isLive>
          <p>{words.outdated}</p>
        </Notice>
      ) : (
        <ProblemNotice error={act.error} words={t.problems} />
      )}
      <p>{words.signNext}</p>
      <p>
        {words.afterSum}: {formatMoney(batch.totals.after)}. {words.arrearsSum}:{' '}
        {formatMoney(batch.totals.arrears)}.
      </p>
    </ConfirmDialog>
  )
}

export function ReturnBatchDialog({ batch, onClose }: Props) {
  const t = useMessages({ vi, en })
  const words = useBatchWords()
  const [reason, setReason] = useState('')
  const act = useAct(returnBatch)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={words.returnTitle}
      verb={words.returnVerb}
      otherwise={t.act.otherwise}
      isPending={act.isPending}
      isBlocked={reason.trim() === ''}
      onConfirm={() => act.send({ id: batch.id, reason, requestId: act.requestId }, onClose)}
    >
      <ProblemNotice error={act.error} words={t.problems} />
      <TextArea
        label={words.returnReason}
        hint={words.returnHint}
        value={reason}
        onChange={setReason}
        isRequired
      />
    </ConfirmDialog>
  )
}
