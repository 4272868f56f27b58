import { useState } from 'react'
import { useRequestId } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { useWords } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button } from '#ui/button'
import { formatCount, formatMoney } from '#ui/format'
import type { IconName } from '#ui/icon'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
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
  const can = useCan()
  const [asking, ask] = useState<EnvelopeStep | 'reissue'>()
  const [said, say] = useState<EnvelopeStep | Reissued>()
  const close = () => ask(undefined)
  const steps = envelope.steps.filter(({ isAllowed }) => isAllowed).map(({ step }) => step)
  const count = envelope.states
    .filter(({ state }) => unpaid.includes(state))
    .reduce((sum, { instructions }) => sum + instructions, 0)
  const isSent = envelope.state === 'sent' || envelope.state === 'reconciled'
  const onDone = (done: EnvelopeStep | Reissued) => {
    close()
    say(done)
  }
  const buttons = (
    <>
      {steps.map((step) => (
        <Button
          key={step}
          icon={icons[step]}
          {...(step !== 'cancel' && { emphasis: 'primary' as const })}
          onPress={() => ask(step)}
        >
          {t.steps[step]}
        </Button>
      ))}
      {can('payments.prepare') && isSent && count > 0 && (
        <Button icon="turn" onPress={() => ask('reissue')}>
          {t.reissue.verb}
        </Button>
      )}
    </>
  )
  const notices = (
    <>
      {typeof said === 'string' && <Notice kind="ok" isLive title={t.done[said]} />}
      {typeof said === 'object' && <Made {...said} />}
      <Barred envelope={envelope} />
    </>
  )
  const dialog =
    asking === 'reissue' ? (
      <ReissueDialog id={envelope.id} count={count} onClose={close} onDone={onDone} />
    ) : (
      asking && <StepDialog envelope={envelope} step={asking} onClose={close} onDone={() => onDone(asking)} />
    )
  return { buttons, notices, dialog }
}

function StepDialog({
  envelope: { id, code, instructions, amount, carried, provider },
  step,
  ...ends
}: {
  envelope: EnvelopeView
  step: EnvelopeStep
  onClose: () => void
  onDone: () => void
}) {
  const t = useMessages({ vi, en })
  const texts = {
    check: t.confirm.check(formatCount(instructions), formatMoney(amount)),
    approve: t.confirm.approve(formatMoney(amount - carried)),
    send: t.confirm.send(provider.name),
    reconcile: t.confirm.reconcile,
    cancel: t.confirm.cancel,
  } satisfies Record<EnvelopeStep, string>
  const asked = {
    input: { id },
    title: `${t.steps[step]} ${code}?`,
    verb: t.steps[step],
    words: { ...t.confirm, problems: t.problems },
    children: <p>{texts[step]}</p>,
    ...ends,
  }
  switch (step) {
    case 'check':
      return <CommandDialog command={checkEnvelope} {...asked} />
    case 'approve':
      return <CommandDialog command={approveEnvelope} {...asked} />
    case 'send':
      return <CommandDialog command={sendEnvelope} {...asked} />
    case 'reconcile':
      return <CommandDialog command={reconcileEnvelope} {...asked} />
    case 'cancel':
      return <CommandDialog command={cancelEnvelope} kind="danger" {...asked} />
  }
}

type Reissued = { readonly ids: readonly string[]; readonly held: number; readonly disputed: number }

/** Orders anew what did not arrive. */
function ReissueDialog({
  id,
  count,
  ...ends
}: {
  id: EnvelopeView['id']
  count: number
  onClose: () => void
  onDone: (made: Reissued) => void
}) {
  const t = useMessages({ vi, en })
  const [requestId] = useRequestId()
  return (
    <CommandDialog
      command={reissueEnvelope}
      input={{ id, requestId }}
      title={t.reissue.title(formatCount(count))}
      verb={t.reissue.verb}
      words={{ ...t.confirm, problems: t.problems }}
      {...ends}
    >
      <p>{t.reissue.more}</p>
    </CommandDialog>
  )
}

function Made({ ids, held, disputed }: Reissued) {
  const t = useMessages({ vi, en })
  return (
    <Notice kind="ok" isLive title={t.reissue.done(formatCount(ids.length))}>
      {held > 0 && <p>{t.reissue.held(formatCount(held))}</p>}
      {disputed > 0 && <p>{t.reissue.disputed(formatCount(disputed))}</p>}
    </Notice>
  )
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
