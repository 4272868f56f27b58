import { Chip, type ChipKind } from '#ui/chip'
import { formatCount } from '#ui/format'
import type { Counts, StateOf } from '../contract.ts'
import { useFieldWords } from './use-field-words.ts'
import './review.css'

const kinds: Readonly<Record<StateOf, ChipKind>> = {
  waiting: 'neutral',
  unchanged: 'ok',
  changed: 'info',
  not_met: 'warn',
  not_found: 'warn',
  conflict: 'err',
}

export function StateChip({ state }: { state: StateOf }) {
  const { states } = useFieldWords()
  return <Chip kind={kinds[state]}>{states[state]}</Chip>
}

const inOrder = ['unchanged', 'changed', 'not_found', 'not_met', 'conflict'] as const

/** How far a review is, as a bar; the figures beside it say the same. */
export function ProgressBar({ counts }: { counts: Counts }) {
  const { states } = useFieldWords()
  const spoken = inOrder
    .filter((state) => counts[state] > 0)
    .map((state) => `${states[state]}: ${formatCount(counts[state])}`)
    .join(', ')
  return (
    <>
      <span className="sr">{spoken || states.waiting}</span>
      <div className="review-progress" aria-hidden="true">
        {inOrder.map((state) =>
          counts[state] > 0 ? (
            <i
              key={state}
              data-state={state}
              style={{ '--share': counts[state] / Math.max(1, counts.total) }}
            />
          ) : null,
        )}
      </div>
    </>
  )
}

/** Whoever was met nowhere yet has no result. */
export const resultsIn = ({ unchanged, changed, not_found }: Counts) => unchanged + changed + not_found
