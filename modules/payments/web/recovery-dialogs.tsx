import { useState } from 'react'
import type { Dong } from '#kernel/dong'
import { useCommand, useRequestId } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { RadioCards } from '#ui/choice'
import { useMessages } from '#ui/language'
import { ConfirmDialog } from '#ui/overlay'
import { MoneyField } from '#ui/parsed-field'
import { TextArea, TextField } from '#ui/text-field'
import {
  askRecoveryDecision,
  holdRecovery,
  RecoveryPlan,
  repayRecovery,
  type RecoveryView,
} from '../contract.ts'
import { recoveryWords as en } from './recovery-words.en.ts'
import { recoveryWords as vi } from './recovery-words.vi.ts'

type Given = {
  readonly recovery: RecoveryView
  readonly onClose: () => void
  readonly onDone: (said: string | undefined) => void
}

/** How it is to come back, and by which decision: somebody else approves. */
export function PlanDialog({ recovery, onClose, onDone, share }: Given & { share: number }) {
  const t = useMessages({ vi, en })
  const [plan, choose] = useState<RecoveryPlan>(recovery.plan ?? 'at_once')
  const [instalment, setInstalment] = useState<Dong | null>(recovery.instalment)
  const [decision, setDecision] = useState('')
  const command = useCommand(askRecoveryDecision)
  const [requestId] = useRequestId()
  const hints = { ...t.planHints, offset: t.planHints.offset(share) }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t.decideTitle(recovery.person.name)}
      verb={t.decideVerb}
      otherwise={t.otherwise}
      isPending={command.isPending}
      isBlocked={decision.trim() === ''}
      onConfirm={() =>
        command.mutate(
          {
            id: recovery.id,
            requestId,
            wish: {
              kind: 'plan',
              plan,
              decision,
              ...(plan !== 'at_once' && instalment !== null && { instalment }),
            },
          },
          {
            onSuccess: () => {
              onDone(t.asked)
              onClose()
            },
          },
        )
      }
    >
      <RadioCards
        label={t.plan}
        options={RecoveryPlan.options.map((value) => ({
          value,
          label: t.plans[value],
          detail: hints[value],
        }))}
        value={plan}
        onChange={choose}
      />
      {plan !== 'at_once' && (
        <MoneyField label={t.instalmentLabel} value={instalment} onChange={setInstalment} />
      )}
      <TextField
        label={t.decisionLabel}
        hint={t.decisionHint}
        value={decision}
        onChange={setDecision}
        isRequired
      />
      <p className="quiet">{t.decideMore}</p>
      <ProblemNotice error={command.error} words={t.problems} />
    </ConfirmDialog>
  )
}

/** Money that was paid back, by its receipt. */
export function RepayDialog({ recovery, onClose, onDone }: Given) {
  const t = useMessages({ vi, en })
  const [amount, setAmount] = useState<Dong | null>(recovery.open)
  const [receipt, setReceipt] = useState('')
  const command = useCommand(repayRecovery)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t.repayTitle}
      verb={t.repay}
      otherwise={t.otherwise}
      isPending={command.isPending}
      isBlocked={receipt.trim() === '' || amount === null || amount <= 0}
      onConfirm={() =>
        amount !== null &&
        command.mutate(
          { id: recovery.id, amount, receipt },
          {
            onSuccess: ({ isNew }) => {
              onDone(isNew ? t.repaidDone : t.receiptKnown)
              onClose()
            },
          },
        )
      }
    >
      <MoneyField label={t.repayAmount} value={amount} onChange={setAmount} />
      <TextField label={t.receipt} hint={t.receiptHint} value={receipt} onChange={setReceipt} isRequired />
      <ProblemNotice error={command.error} words={t.problems} />
    </ConfirmDialog>
  )
}

/** Why nothing is withheld for now. */
export function HoldDialog({ recovery, onClose }: Given) {
  const t = useMessages({ vi, en })
  const [because, setBecause] = useState('')
  const command = useCommand(holdRecovery)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t.holdTitle}
      verb={t.hold}
      otherwise={t.otherwise}
      isPending={command.isPending}
      isBlocked={because.trim() === ''}
      onConfirm={() => command.mutate({ id: recovery.id, because }, { onSuccess: onClose })}
    >
      <TextArea label={t.because} hint={t.becauseHint} value={because} onChange={setBecause} isRequired />
      <ProblemNotice error={command.error} words={t.problems} />
    </ConfirmDialog>
  )
}

/** Nothing is to be asked back, or nothing more, by a decision: somebody else approves. */
export function GiveUpDialog({
  recovery,
  onClose,
  onDone,
  state,
}: Given & { state: 'proposed' | 'planned' }) {
  const t = useMessages({ vi, en })
  const [decision, setDecision] = useState('')
  const command = useCommand(askRecoveryDecision)
  const [requestId] = useRequestId()
  return (
    <ConfirmDialog
      isOpen
      kind="danger"
      onClose={onClose}
      title={t.giveUpTitle[state]}
      verb={t.giveUp[state]}
      otherwise={t.otherwise}
      isPending={command.isPending}
      isBlocked={decision.trim() === ''}
      onConfirm={() =>
        command.mutate(
          { id: recovery.id, requestId, wish: { kind: 'give_up', decision } },
          {
            onSuccess: () => {
              onDone(t.asked)
              onClose()
            },
          },
        )
      }
    >
      <p>{t.giveUpMore[state]}</p>
      <TextField
        label={t.decisionLabel}
        hint={t.decisionHint}
        value={decision}
        onChange={setDecision}
        isRequired
      />
      <ProblemNotice error={command.error} words={t.problems} />
    </ConfirmDialog>
  )
}
