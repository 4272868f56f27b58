import { Checkbox } from '#ui/choice'
import { Chip } from '#ui/chip'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import type { IntakePreview } from '../../contract.ts'
import type { Draft } from './intake-draft.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { useLabel } from '../common/use-label.ts'

/** The law’s list for this person: what the State holds is not asked for, of the rest what is there is ticked. */
export function IntakePapers({
  part,
  draft,
  papers,
  onChange,
}: {
  /** Which part of the form it is, counted from one. */
  part: number
  draft: Draft
  papers: IntakePreview['papers']
  onChange: (differing: Partial<Draft>) => void
}) {
  const t = useMessages({ vi, en })
  const words = t.intake
  const label = useLabel()
  const toBring = papers.filter(({ heldBy }) => heldBy === null)
  const held = papers.filter(({ heldBy }) => heldBy !== null)
  return (
    <Panel title={words.papers(part, toBring.length)} isPadded>
      <div className="stack">
        {toBring.length === 0 && <p>{words.noPapers}</p>}
        {toBring.map(({ kind, name, how }) => (
          <Checkbox
            key={kind}
            isSelected={draft.papers[kind] === 'provided'}
            onChange={(is) => {
              const { [kind]: _, ...rest } = draft.papers
              onChange({ papers: is ? { ...rest, [kind]: 'provided' } : rest })
            }}
          >
            {label(name)} <span className="quiet">({t.file.papers[how]})</span>
          </Checkbox>
        ))}
        {held.length > 0 && (
          <ul className="flags" aria-label={t.file.papers.states.held_by_state}>
            {held.map(({ kind, name, heldBy }) => (
              <li key={kind}>
                <Chip kind="ok">{words.held(label(name), t.file.papers.holders[heldBy ?? ''] ?? '')}</Chip>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  )
}
