import { Chip, type ChipKind } from '#ui/chip'
import type { IconName } from '#ui/icon'
import { useMessages } from '#ui/language'
import type { PairState } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const looks: Readonly<Record<PairState, readonly [ChipKind, IconName]>> = {
  open: ['unsure', 'help'],
  asked: ['info', 'half'],
  agreed: ['warn', 'check'],
  proposed: ['warn', 'pause'],
  apart: ['neutral', 'square'],
  merged: ['ok', 'check'],
}

/** Where a pair stands, in a word and a drawing. */
export function StateChip({ state }: { state: PairState }) {
  const t = useMessages({ vi, en })
  const [kind, icon] = looks[state]
  return (
    <Chip kind={kind} icon={icon}>
      {t.states[state]}
    </Chip>
  )
}
