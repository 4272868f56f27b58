import { useState } from 'react'
import type { CivilDate } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { useRequestId } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { RadioCards } from '#ui/choice'
import { useMessages } from '#ui/language'
import { DateField, MoneyField } from '#ui/parsed-field'
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
  /** Closes it too, and says what was done. */
  readonly onDone: (said: string) => void
}

/** By which decision: the paper somebody else looks at before approving. */
function DecisionField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useMessages({ vi, en })
  return (
    <TextField label={t.decisionLabel} hint={t.decisionHint} value={value} onChange={onChange} isRequired />
  )
}

/** How it is to come back, and by which decision: somebody else approves. */
export function PlanDialog({ recovery, onClose, onDone, share }: Given & { share: number }) {
  const t = useMessages({ vi, en })
  const [plan, choose] = useState<RecoveryPlan>(recovery.plan ?? 'at_once')
  const [instalment, setInstalment] = useState<Dong | null>(recovery.instalment)
  const [decision, setDecision] = useState('')
  const [requestId] = useRequestId()
  const hints = { ...t.planHints, offset: t.planHints.offset(share) }
  const wish = {
    kind: 'plan' as const,
    plan,
    decision,
    ...(plan !== 'at_once' && instalment !== null && { instalment }),
  }
  return (
    <CommandDialog
      command={askRecoveryDecision}
      input={decision.trim() === '' ? undefined : { id: recovery.id, requestId, wish }}
      title={t.decideTitle(recovery.person.name)}
      verb={t.decideVerb}
      words={t}
      onClose={onClose}
      onDone={() => onDone(t.asked)}
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
      <DecisionField value={decision} onChange={setDecision} />
      <p className="quiet">{t.decideMore}</p>
    </CommandDialog>
  )
}

/** Money that was paid back, by its receipt. */
export function RepayDialog({ recovery, onClose, onDone }: Given) {
  const t = useMessages({ vi, en })
  const [amount, setAmount] = useState<Dong | null>(recovery.open)
  const [receipt, setReceipt] = useState('')
  const [paidOn, setDay] = useState<CivilDate | null>(null)
  const isTold = amount !== null && amount > 0 && receipt.trim() !== '' && paidOn !== null
  return (
    <CommandDialog
      command={repayRecovery}
      input={isTold ? { id: recovery.id, amount, receipt, paidOn } : undefined}
      title={t.repayTitle}
      verb={t.repay}
      words={t}
      onClose={onClose}
      onDone={({ isNew }) => onDone(isNew ? t.repaidDone : t.receiptKnown)}
    >
      <MoneyField label={t.repayAmount} value={amount} onChange={setAmount} />
      <TextField label={t.receipt} hint={t.receiptHint} value={receipt} onChange={setReceipt} isRequired />
      <DateField label={t.paidOn} value={paidOn} onChange={setDay} />
    </CommandDialog>
  )
}

/** Why nothing is withheld for now. */
export function HoldDialog({ recovery, onClose }: Given) {
  const t = useMessages({ vi, en })
  const [because, setBecause] = useState('')
  return (
    <CommandDialog
      command={holdRecovery}
      input={because.trim() === '' ? undefined : { id: recovery.id, because }}
      title={t.holdTitle}
      verb={t.hold}
      words={t}
      onClose={onClose}
      onDone={onClose}
    >
      <TextArea label={t.because} hint={t.becauseHint} value={because} onChange={setBecause} isRequired />
    </CommandDialog>
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
  const [requestId] = useRequestId()
  const wish = { kind: 'give_up' as const, decision }
  return (
    <CommandDialog
      command={askRecoveryDecision}
      input={decision.trim() === '' ? undefined : { id: recovery.id, requestId, wish }}
      kind="danger"
      title={t.giveUpTitle[state]}
      verb={t.giveUp[state]}
      words={t}
      onClose={onClose}
      onDone={() => onDone(t.asked)}
    >
      <p>{t.giveUpMore[state]}</p>
      <DecisionField value={decision} onChange={setDecision} />
    </CommandDialog>
  )
}
