import { useState } from 'react'
import { CommandDialog } from '#platform/web/command-dialog'
import { Button } from '#ui/button'
import { Chip, type ChipKind } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatInstant, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { TextArea } from '#ui/text-field'
import { approveRecoveryDecision, refuseRecoveryDecision, type RecoveryDecisionView } from '../contract.ts'
import { recoveryWords as en } from './recovery-words.en.ts'
import { recoveryWords as vi } from './recovery-words.vi.ts'

const looks: Readonly<Record<RecoveryDecisionView['state'], ChipKind>> = {
  asked: 'warn',
  approved: 'ok',
  refused: 'err',
}

/** What waits for a second person, to be approved or refused by whoever may. */
export function WaitingDecision({ decisions }: { decisions: readonly RecoveryDecisionView[] }) {
  const t = useMessages({ vi, en })
  const [asking, ask] = useState<'approve' | 'refuse'>()
  const waiting = decisions.find(({ state }) => state === 'asked')
  if (!waiting) return null
  return (
    <section className="panel stack" aria-label={t.waitsForSecond}>
      <div className="btns">
        <Chip kind="warn">{t.waitsForSecond}</Chip>
        <b>{t.kinds[waiting.kind]}</b>
      </div>
      <What decision={waiting} />
      <span className="quiet">
        {t.askedBy}: <Signature of={waiting.asked} />
      </span>
      {waiting.mayDecide ? (
        <div className="btns no-print">
          <Button emphasis="primary" icon="check" onPress={() => ask('approve')}>
            {t.approve}
          </Button>
          <Button icon="cross" onPress={() => ask('refuse')}>
            {t.refuse}
          </Button>
        </div>
      ) : (
        <span className="quiet">{t.ownWaits}</span>
      )}
      {asking === 'approve' && <ApproveDialog decision={waiting} onClose={() => ask(undefined)} />}
      {asking === 'refuse' && <RefuseDialog decision={waiting} onClose={() => ask(undefined)} />}
    </section>
  )
}

/** Every decision about a recovery, with both who asked and who decided. */
export function DecisionHistory({ decisions }: { decisions: readonly RecoveryDecisionView[] }) {
  const t = useMessages({ vi, en })
  return (
    <DataTable
      caption={t.historyCaption}
      isCaptionHidden
      rows={decisions}
      empty={t.noHistory}
      columns={[
        { header: t.what, cell: (row) => <What decision={row} isNamed />, isName: true },
        { header: t.askedBy, cell: ({ asked }) => <Signature of={asked} /> },
        { header: t.decidedBy, cell: ({ decided }) => <Signature of={decided} /> },
        {
          header: t.state,
          cell: ({ state, note }) => (
            <>
              <Chip kind={looks[state]}>{t.decisionStates[state]}</Chip>
              {note && <div className="quiet">{note}</div>}
            </>
          ),
        },
      ]}
    />
  )
}

function What({ decision, isNamed = false }: { decision: RecoveryDecisionView; isNamed?: boolean }) {
  const t = useMessages({ vi, en })
  const { kind, plan, instalment, paper } = decision
  const how = [plan && t.plans[plan], instalment !== null && t.atMost(formatMoney(instalment))].filter(
    Boolean,
  )
  return (
    <span>
      {isNamed && t.kinds[kind]}
      {isNamed && how.length > 0 && ': '}
      {how.join(', ')}
      <span className="quiet">
        {(isNamed || how.length > 0) && ' · '}
        {paper}
      </span>
    </span>
  )
}

function Signature({ of: signed }: { of: RecoveryDecisionView['asked'] }) {
  if (!signed) return <>–</>
  return (
    <>
      {signed.by.name} <span className="quiet">{formatInstant(signed.at)}</span>
    </>
  )
}

type Given = { readonly decision: RecoveryDecisionView; readonly onClose: () => void }

function ApproveDialog({ decision, onClose }: Given) {
  const t = useMessages({ vi, en })
  return (
    <CommandDialog
      command={approveRecoveryDecision}
      input={{ id: decision.id }}
      title={t.approveTitle}
      verb={t.approve}
      words={t}
      onClose={onClose}
      onDone={onClose}
    >
      <p>
        <What decision={decision} isNamed />
      </p>
    </CommandDialog>
  )
}

function RefuseDialog({ decision, onClose }: Given) {
  const t = useMessages({ vi, en })
  const [reason, setReason] = useState('')
  return (
    <CommandDialog
      command={refuseRecoveryDecision}
      input={reason.trim() === '' ? undefined : { id: decision.id, reason }}
      title={t.refuseTitle}
      verb={t.refuse}
      words={t}
      onClose={onClose}
      onDone={onClose}
    >
      <TextArea label={t.because} value={reason} onChange={setReason} isRequired />
    </CommandDialog>
  )
}
