import { useState } from 'react'
import { apiError, useCommand, useRequestId } from '#platform/web/api'
import { ProblemNotice, useWords } from '#platform/web/problem'
import { Button, LinkButton } from '#ui/button'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { ConfirmDialog, Dialog } from '#ui/overlay'
import { Panel } from '#ui/page'
import { TextArea } from '#ui/text-field'
import { decideRequest, withdrawRequest, type RequestView, type Step } from '../contract.ts'
import { checkHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Deciding = Exclude<Step, 'submit'>

/** What the reader may do with a request; whoever may do nothing is told who can. */
export function RequestSteps({
  request,
  what,
  onDone,
}: {
  request: RequestView
  what: string
  onDone: (news: string) => void
}) {
  const t = useMessages({ vi, en })
  const say = useWords(t.problems)
  const [asked, ask] = useState<Deciding>()
  const { steps, otherArea, decidedAt } = request
  const refusals = [...new Set(steps.flatMap(({ refusal }) => refusal ?? []))]
  const may = (step: Step) => steps.some((one) => one.step === step && one.refusal === null)
  if (steps.length === 0)
    return otherArea && decidedAt === null ? (
      <Notice kind="info">
        <p>{t.steps.watch}</p>
      </Notice>
    ) : null
  return (
    <Panel title={t.steps.title} isPadded>
      <div className="stack">
        {refusals.map((refusal) => (
          <Notice key={refusal} kind="info">
            <p>{say({ code: refusal })}</p>
          </Notice>
        ))}
        <div className="btns">
          {may('submit') && (
            <LinkButton emphasis="primary" href={checkHref(request.id)}>
              {t.steps.submit}
            </LinkButton>
          )}
          {(['approve', 'send_back', 'reject', 'withdraw'] as const).filter(may).map((step) => (
            <Button
              key={step}
              {...(step === 'approve' && { emphasis: 'primary' as const })}
              onPress={() => ask(step)}
            >
              {t.steps[step]}
            </Button>
          ))}
        </div>
      </div>
      {asked && (
        <StepDialog
          request={request}
          step={asked}
          what={what}
          onClose={() => ask(undefined)}
          onDone={() => {
            ask(undefined)
            onDone(t.steps.done[asked])
          }}
        />
      )}
    </Panel>
  )
}

type Props = {
  readonly request: RequestView
  readonly step: Deciding
  readonly what: string
  readonly onClose: () => void
  readonly onDone: () => void
}

function StepDialog({ request, step, what, onClose, onDone }: Props) {
  const t = useMessages({ vi, en })
  const decide = useCommand(decideRequest)
  const withdraw = useCommand(withdrawRequest)
  const [requestId, renew] = useRequestId()
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { id, kind, person } = request
  const error = decide.error ?? withdraw.error
  const isPending = decide.isPending || withdraw.isPending
  // What was decided about may be gone from the page by the time it is told; whoever asked hears of it all the same.
  const settle = (done: Promise<unknown>) =>
    void done.then(onDone, (failed: unknown) => {
      // Shown by `error`. Another content under the same id would be refused: what is sent after a refusal is new.
      if (apiError(failed).status < 500) renew()
    })
  const send = () => {
    const given = note.trim()
    if (step === 'withdraw') settle(withdraw.mutateAsync({ id, note: given, requestId }))
    else settle(decide.mutateAsync({ id, step, requestId, ...(given && { note: given }) }))
  }
  if (step === 'approve')
    return (
      <ConfirmDialog
        isOpen
        onClose={onClose}
        title={t.steps.approveTitle(what, person.fullName ?? t.unseen)}
        verb={t.steps.approve}
        otherwise={t.steps.cancel}
        isPending={isPending}
        onConfirm={send}
      >
        <ProblemNotice error={error} words={t.problems} />
        <p>{t.steps.approveText}</p>
        {kind === 'death' && <p>{t.steps.approveDeath}</p>}
        {kind === 'move' && request.preview.handOver && <p>{t.steps.approveMove}</p>}
      </ConfirmDialog>
    )
  return (
    <Dialog isOpen onClose={onClose} title={t.steps[step]}>
      <ProblemNotice error={error} words={t.problems} />
      <TextArea
        label={t.steps.note}
        value={note}
        onChange={setNote}
        maxLength={500}
        error={isMissing && !note.trim() ? t.steps.noteNeeded : undefined}
      />
      <div className="btns">
        <Button
          emphasis="primary"
          isPending={isPending}
          onPress={() => (note.trim() ? send() : setMissing(true))}
        >
          {t.steps[step]}
        </Button>
        <Button onPress={onClose}>{t.steps.cancel}</Button>
      </div>
    </Dialog>
  )
}
