import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CommandDialog } from '#platform/web/command-dialog'
import { isEnded, useJob } from '#platform/web/job'
import { ProblemNotice } from '#platform/web/problem'
import { Allowed } from '#platform/web/session'
import { Button } from '#ui/button'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { TextArea } from '#ui/text-field'
import { settleDelivery, type EnvelopeView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** How far the sending is; when it has ended the page asks again. */
export function Sending({
  id,
  jobId,
}: {
  id: EnvelopeView['id']
  jobId: NonNullable<EnvelopeView['jobId']>
}) {
  const t = useMessages({ vi, en })
  const queries = useQueryClient()
  const { data: job } = useJob(jobId, () => void queries.invalidateQueries())
  if (!job || !isEnded(job)) return <Notice kind="info" isLive title={t.sending} />
  if (job.state === 'done') return null
  return (
    <Notice kind="err" isLive title={t.sendingFailed}>
      <ProblemNotice
        error={{ code: job.problem?.code, status: 409, data: job.problem?.details }}
        words={t.problems}
      />
      <Allowed to="payments.approve">
        <Settle id={id} />
      </Allowed>
    </Notice>
  )
}

/** What the provider says, whom somebody has asked, where nobody knows whether the file has arrived. */
function Settle({ id }: { id: EnvelopeView['id'] }) {
  const t = useMessages({ vi, en })
  const [asking, ask] = useState<'taken' | 'notTaken'>()
  const [note, setNote] = useState('')
  return (
    <>
      <div className="btns">
        <Button icon="check" onPress={() => ask('taken')}>
          {t.delivery.taken}
        </Button>
        <Button icon="cross" onPress={() => ask('notTaken')}>
          {t.delivery.notTaken}
        </Button>
      </div>
      {asking && (
        <CommandDialog
          command={settleDelivery}
          input={note.trim() === '' ? undefined : { id, isTaken: asking === 'taken', note }}
          {...(asking === 'notTaken' && { kind: 'danger' as const })}
          title={asking === 'taken' ? t.delivery.takenTitle : t.delivery.notTakenTitle}
          verb={t.delivery[asking]}
          words={{ ...t.confirm, problems: t.problems }}
          onClose={() => ask(undefined)}
          onDone={() => ask(undefined)}
        >
          <p>{asking === 'taken' ? t.delivery.takenMore : t.delivery.notTakenMore}</p>
          <TextArea label={t.delivery.note} value={note} onChange={setNote} isRequired />
        </CommandDialog>
      )}
    </>
  )
}
