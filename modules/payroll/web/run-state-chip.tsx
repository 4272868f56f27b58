import { Chip, type ChipKind } from '#ui/chip'
import type { IconName } from '#ui/icon'
import { useMessages } from '#ui/language'
import type { RunState } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const looks: Readonly<Record<RunState, { kind: ChipKind; icon: IconName }>> = {
  generating: { kind: 'info', icon: 'half' },
  checking: { kind: 'info', icon: 'half' },
  submitted: { kind: 'warn', icon: 'signature' },
  approved: { kind: 'ok', icon: 'check' },
  returned: { kind: 'err', icon: 'undo' },
  cancelled: { kind: 'neutral', icon: 'cross' },
  sent: { kind: 'info', icon: 'banknote' },
  reconciled: { kind: 'ok', icon: 'check' },
  closed: { kind: 'neutral', icon: 'lock' },
}

/** Where a run stands, in a word. */
export function RunStateChip({ state }: { state: RunState }) {
  const t = useMessages({ vi, en })
  return <Chip {...looks[state]}>{t.states[state]}</Chip>
}
