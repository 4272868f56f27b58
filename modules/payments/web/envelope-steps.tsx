import { useState } from 'react'
import { useCommand, useRequestId } from '#platform/web/api'
import { ProblemNotice, useWords } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button } from '#ui/button'
import { formatCount, formatMoney } from '#ui/format'
import type { IconName } from '#ui/icon'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { ConfirmDialog } from '#ui/overlay'
import {
  approveEnvelope,
  cancelEnvelope,
  checkEnvelope,
  reconcileEnvelope,
  reissueEnvelope,
  sendEnvelope,
  type EnvelopeStep,
  type EnvelopeView,
} from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const icons: Readonly<Record<EnvelopeStep, IconName>> = {
  check: 'check',
  approve: 'signature',
  send: 'send',
  reconcile: 'lock',
  cancel: 'cross',
}
const unpaid: readonly string[] = ['returned', 'rejected', 'unclaimed', 'recalled']

/** What whoever looks may do with the envelope now, each asked once more: money follows. */
export function useEnvelopeSteps(envelope: EnvelopeView) {
  const t = useMessages({ vi, en })
  const [asking, ask] = useState<EnvelopeStep | 'reissue'>()
  const [said, say] = useState<EnvelopeStep>()
  const commands = {
    check: useCommand(checkEnvelope),
    approve: useCommand(approveEnvelope),
    send: useCommand(sendEnvelope),
    reconcile: useCommand(reconcileEnvelope),
    cancel: useCommand(cancelEnvelope),
  }
  const { id } = envelope
  const steps = envelope.steps.filter(({ isAllowed }) => isAllowed).map(({ step }) => step)
  const again = useReissue(envelope, () => ask(undefined))
  const take = (step: EnvelopeStep) =>
    commands[step].mutate(
      { id },
      {
        onSuccess: () => {
          ask(undefined)
          say(step)
        },
        onError: () => ask(undefined),
      },
    )
  const texts = {
    check: t.confirm.check(formatCount(envelope.instructions), formatMoney(envelope.amount)),
    approve: t.confirm.approve(formatMoney(envelope.amount - envelope.carried)),
    send: t.confirm.send(envelope.provider.name),
    reconcile: t.confirm.reconcile,
    cancel: t.confirm.cancel,
  } satisfies Record<EnvelopeStep, string>
  const buttons = (
    <>
      {steps.map((step) => (
        <Button
          key={step}
          icon={icons[step]}
          {...(step !== 'cancel' && { emphasis: 'primary' as const })}
          isPending={commands[step].isPending}
          onPress={() => ask(step)}
        >
          {t.steps[step]}
        </Button>
      ))}
      {again.isPossible && (
        <Button icon="turn" isPending={again.isPending} onPress={() => ask('reissue')}>
          {t.reissue.verb}
        </Button>
      )}
    </>
  )
  const error = Object.values(commands).find((command) => command.error)?.error
  const notices = (
    <>
      <ProblemNotice error={error} words={t.problems} />
      {said && !error && <Notice kind="ok" isLive title={t.done[said]} />}
      {again.notices}
      <Barred envelope={envelope} />
    </>
  )
  const dialog =
    asking === 'reissue' ? (
      <ConfirmDialog
        isOpen
        onClose={() => ask(undefined)}
        title={t.reissue.title(formatCount(again.count))}
        verb={t.reissue.verb}
        otherwise={t.confirm.otherwise}
        isPending={again.isPending}
        onConfirm={again.take}
      >
        {t.reissue.more}
      </ConfirmDialog>
    ) : (
      asking && (
        <ConfirmDialog
          isOpen
          onClose={() => ask(undefined)}
          title={`${t.steps[asking]} ${envelope.code}?`}
          {...(asking === 'cancel' && { kind: 'danger' as const })}
          verb={t.steps[asking]}
          otherwise={t.confirm.otherwise}
          isPending={commands[asking].isPending}
          onConfirm={() => take(asking)}
        >
          {texts[asking]}
        </ConfirmDialog>
      )
    )
  return { buttons, notices, dialog }
}

/** Ordering anew what did not arrive, once it is sent and for whoever prepares. */
function useReissue(envelope: EnvelopeView, onEnd: () => void) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const command = useCommand(reissueEnvelope)
  const [requestId, renew] = useRequestId()
  const count = envelope.states
    .filter(({ state }) => unpaid.includes(state))
    .reduce((sum, { instructions }) => sum + instructions, 0)
  const isSent = envelope.state === 'sent' || envelope.state === 'reconciled'
  return {
    count,
    isPossible: can('payments.prepare') && isSent && count > 0,
    isPending: command.isPending,
    take: () => command.mutate({ id: envelope.id, requestId }, { onSuccess: renew, onSettled: onEnd }),
    notices: (
      <>
        <ProblemNotice error={command.error} words={t.problems} />
        {command.data && (
          <Notice kind="ok" isLive title={t.reissue.done(formatCount(command.data.ids.length))}>
            {command.data.held > 0 && <p>{t.reissue.held(formatCount(command.data.held))}</p>}
            {command.data.disputed > 0 && <p>{t.reissue.disputed(formatCount(command.data.disputed))}</p>}
          </Notice>
        )}
      </>
    ),
  }
}

/** Why whoever took an earlier step may not take the next: said before the button is missed. */
function Barred({ envelope }: { envelope: EnvelopeView }) {
  const words = useWords(useMessages({ vi, en }).problems)
  const refused = envelope.steps.find(({ refusal }) => refusal === 'payments.second_person_needed')
  if (!refused) return null
  return (
    <Notice kind="info">
      <p>{words({ code: refused.refusal, status: 403 })}</p>
    </Notice>
  )
}
