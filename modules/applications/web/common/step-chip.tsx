import { Chip, type ChipKind } from '#ui/chip'
import type { IconName } from '#ui/icon'
import type { ApplicationRowView } from '../../contract.ts'
import { useLabel } from './use-label.ts'

const looks: Readonly<Record<string, readonly [ChipKind, IconName]>> = {
  intake: ['neutral', 'document'],
  incomplete: ['warn', 'pause'],
  paused: ['warn', 'pause'],
  decide: ['info', 'signature'],
  hand_over: ['ok', 'check'],
  done: ['ok', 'check'],
  withdrawn: ['neutral', 'undo'],
  declined: ['err', 'cross'],
}

/** Where a file stands, in the words of its procedure. */
export function StepChip({ step }: { step: ApplicationRowView['step'] }) {
  const label = useLabel()
  const [kind, icon] = looks[step.id] ?? (['info', 'half'] as const)
  return (
    <Chip kind={kind} icon={icon}>
      {label(step.name)}
    </Chip>
  )
}
