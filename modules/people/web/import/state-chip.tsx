import { Chip } from '#ui/chip'
import { useMessages } from '#ui/language'
import type { ImportRowView, ImportState } from '../../import-contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const kinds = {
  mapping: 'warn',
  checking: 'info',
  checked: 'info',
  applying: 'info',
  applied: 'ok',
  cancelled: 'neutral',
} as const satisfies Record<ImportState, string>

/** Where an import stands, in a word; rows taken in by work that stopped midway are told of. */
export function StateChip({ state, applied }: { state: ImportState; applied: number }) {
  const t = useMessages({ vi, en })
  if (state === 'checked' && applied > 0) return <Chip kind="warn">{t.partly}</Chip>
  return <Chip kind={kinds[state]}>{t.states[state]}</Chip>
}

const verdicts = { ready: 'ok', look: 'warn', refused: 'err', known: 'neutral' } as const satisfies Record<
  ImportRowView['verdict'],
  string
>

/** How a row was judged, or that it has been taken in, in a word. */
export function VerdictChip({ row: { verdict, isApplied } }: { row: ImportRowView }) {
  const t = useMessages({ vi, en })
  return <Chip kind={verdicts[verdict]}>{isApplied ? t.applied : t.verdicts[verdict]}</Chip>
}
