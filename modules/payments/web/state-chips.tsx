import { Chip, type ChipKind } from '#ui/chip'
import type { IconName } from '#ui/icon'
import { useMessages } from '#ui/language'
import type { EnvelopeState, InstructionState } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Look = { kind: ChipKind; icon: IconName }

const ofEnvelope: Readonly<Record<EnvelopeState, Look>> = {
  draft: { kind: 'neutral', icon: 'pencil' },
  checked: { kind: 'info', icon: 'half' },
  approved: { kind: 'ok', icon: 'check' },
  sending: { kind: 'info', icon: 'send' },
  sent: { kind: 'info', icon: 'banknote' },
  reconciled: { kind: 'ok', icon: 'lock' },
  cancelled: { kind: 'neutral', icon: 'cross' },
}

const ofInstruction: Readonly<Record<InstructionState, Look>> = {
  ready: { kind: 'neutral', icon: 'pencil' },
  sent: { kind: 'info', icon: 'send' },
  paid: { kind: 'ok', icon: 'check' },
  returned: { kind: 'err', icon: 'undo' },
  rejected: { kind: 'err', icon: 'cross' },
  recalled: { kind: 'neutral', icon: 'undo' },
  unclaimed: { kind: 'warn', icon: 'pause' },
  withdrawn: { kind: 'neutral', icon: 'cross' },
}

/** Where an envelope stands, in a word. */
export function EnvelopeChip({ state }: { state: EnvelopeState }) {
  const t = useMessages({ vi, en })
  return <Chip {...ofEnvelope[state]}>{t.states[state]}</Chip>
}

/** What became of an order, in a word. */
export function InstructionChip({ state }: { state: InstructionState }) {
  const t = useMessages({ vi, en })
  return <Chip {...ofInstruction[state]}>{t.instructionStates[state]}</Chip>
}
