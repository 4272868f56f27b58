import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand, useDownload, useRequestId } from '#platform/web/api'
import { useKeys } from '#platform/web/keys'
import { ProblemNotice, useWords } from '#platform/web/problem'
import { Allowed } from '#platform/web/session'
import { Button, KeyHint, LinkButton } from '#ui/button'
import { formatMoney, formatMonth } from '#ui/format'
import type { IconName } from '#ui/icon'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { ConfirmDialog } from '#ui/overlay'
import { TextArea } from '#ui/text-field'
import {
  approveRun,
  cancelRun,
  closeRun,
  downloadList,
  leastReason,
  regenerateRun,
  returnRun,
  submitRun,
  type RunStep,
  type RunView,
} from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const icons: Readonly<Record<RunStep, IconName>> = {
  regenerate: 'turn',
  submit: 'signature',
  approve: 'check',
  return: 'undo',
  cancel: 'cross',
  close: 'lock',
}
/** What moves the run forward stands first and is filled. */
const forward: ReadonlySet<RunStep> = new Set(['submit', 'approve', 'close'])

/** What whoever looks may do with the run now, each asked once more where it cannot be taken back. */
export function useRunSteps(run: RunView) {
  const t = useMessages({ vi, en })
  const [asking, ask] = useState<RunStep>()
  const [reason, setReason] = useState('')
  const [said, say] = useState<Exclude<RunStep, 'regenerate'>>()
  const [requestId, renew] = useRequestId()
  const queries = useQueryClient()
  const commands = {
    regenerate: useCommand(regenerateRun),
    submit: useCommand(submitRun),
    approve: useCommand(approveRun),
    return: useCommand(returnRun),
    cancel: useCommand(cancelRun),
    close: useCommand(closeRun),
  }
  const month = formatMonth(run.month)
  const take = (step: RunStep) => {
    const onSuccess = () => {
      ask(undefined)
      renew()
      // Its progress is shown where it stands, and ends by itself.
      say(step === 'regenerate' ? undefined : step)
    }
    // What was refused here was most often done elsewhere: the steps that are left are those of the run as it stands now.
    const onError = () => {
      ask(undefined)
      void queries.invalidateQueries()
    }
    const { id } = run
    if (step === 'return' || step === 'cancel') commands[step].mutate({ id, reason }, { onSuccess, onError })
    else if (step === 'regenerate') commands.regenerate.mutate({ id, requestId }, { onSuccess, onError })
    else commands[step].mutate({ id }, { onSuccess, onError })
  }
  const steps = run.steps.filter(({ isAllowed }) => isAllowed).map(({ step }) => step)
  const ordered = [
    ...steps.filter((step) => forward.has(step)),
    ...steps.filter((step) => !forward.has(step)),
  ]

  const next = ordered.find((step) => forward.has(step))
  useKeys(next ? { 'Ctrl Enter': () => ask(next) } : {})

  const buttons = ordered.map((step) => (
    <Button
      key={step}
      icon={icons[step]}
      {...(forward.has(step) && { emphasis: 'primary' as const })}
      isPending={commands[step].isPending}
      onPress={() => ask(step)}
    >
      {t.steps[step]}
      {step === next && <KeyHint keys="Ctrl Enter" />}
    </Button>
  ))
  const error = Object.values(commands).find((command) => command.error)?.error
  const notices = (
    <>
      <ProblemNotice error={error} words={t.problems} />
      {said && !error && <Notice kind="ok" isLive title={t.done[said]} />}
      <Refusal run={run} />
    </>
  )
  const texts = {
    submit: [t.confirm.submit(month), t.confirm.submitMore],
    approve: [t.confirm.approve(month), t.confirm.approveMore(formatMoney(run.totals.amount))],
    return: [t.confirm.return(month), ''],
    cancel: [t.confirm.cancel(month), t.confirm.cancelMore],
    close: [t.confirm.close(month), t.confirm.closeMore],
    regenerate: [t.confirm.regenerate(month), t.confirm.regenerateMore],
  } satisfies Record<RunStep, [string, string]>
  const asksWhy = asking === 'return' || asking === 'cancel'
  const dialog = asking && (
    <ConfirmDialog
      isOpen
      onClose={() => ask(undefined)}
      title={texts[asking][0]}
      {...(asking === 'cancel' && { kind: 'danger' as const })}
      verb={t.steps[asking]}
      otherwise={t.confirm.otherwise}
      isPending={commands[asking].isPending}
      isBlocked={asksWhy && reason.trim().length < leastReason}
      onConfirm={() => take(asking)}
    >
      {texts[asking][1] && <p>{texts[asking][1]}</p>}
      {asksWhy && (
        <TextArea
          label={t.confirm.reasons[asking].label}
          hint={t.confirm.reasons[asking].hint}
          value={reason}
          onChange={setReason}
          isRequired
        />
      )}
    </ConfirmDialog>
  )
  return { buttons, notices, dialog }
}

/** Why the approver in front of it may not approve: said before the button is missed. */
function Refusal({ run }: { run: RunView }) {
  const words = useWords(useMessages({ vi, en }).problems)
  const refused = run.steps.find(
    ({ step, refusal }) => step === 'approve' && refusal?.endsWith('prepared_run'),
  )
  if (!refused || run.state !== 'submitted') return null
  return (
    <Notice kind="info">
      <p>{words({ code: refused.refusal, status: 403 })}</p>
    </Notice>
  )
}

/** The list to sign, for the place one is looking at. */
export function ListDownloads({
  runId,
  areaId,
  payPointId,
}: {
  runId: RunView['id']
  areaId?: number | undefined
  payPointId?: number | undefined
}) {
  const t = useMessages({ vi, en })
  const download = useDownload(downloadList)
  const hasPlace = areaId !== undefined || payPointId !== undefined // A province is too long to print.
  const of = (format: 'xlsx' | 'pdf') => ({
    id: runId,
    format,
    ...(areaId !== undefined && { areaId }),
    ...(payPointId !== undefined && { payPointId }),
  })
  return (
    <Allowed to="payroll.export">
      <div className="btns no-print">
        <Button icon="download" isPending={download.isPending} onPress={() => download.mutate(of('xlsx'))}>
          {t.list.excel}
        </Button>
        {hasPlace && (
          <Button icon="print" isPending={download.isPending} onPress={() => download.mutate(of('pdf'))}>
            {t.list.pdf}
          </Button>
        )}
        {!hasPlace && <span className="hint">{t.list.downloadsHint}</span>}
      </div>
      <ProblemNotice error={download.error} words={t.problems} />
    </Allowed>
  )
}

/** To the whole list. */
export function ListLink({ href }: { href: string }) {
  const t = useMessages({ vi, en })
  return (
    <LinkButton icon="list" href={href}>
      {t.list.open}
    </LinkButton>
  )
}
