import type { ReactNode } from 'react'
import { Chip, type ChipKind } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import type { PaperState, PaperView } from '../../contract.ts'
import { useLabel } from '../common/use-label.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

const looks = {
  missing: 'warn',
  provided: 'info',
  accepted: 'ok',
  rejected: 'err',
  held_by_state: 'ok',
} as const satisfies Record<PaperState, ChipKind>

/** How a paper stands, in a word. */
export function PaperStateChip({ state, isLacking }: Pick<PaperView, 'state' | 'isLacking'>) {
  const { states, ifThere } = useMessages({ vi, en }).file.papers
  if (state === 'missing' && !isLacking) return <Chip>{ifThere}</Chip>
  return <Chip kind={looks[state]}>{states[state]}</Chip>
}

/** The papers of a file: what each is, how it stands and since when, who has it already, and what may be done. */
export function PaperTable({
  papers,
  actsOf,
}: {
  papers: readonly PaperView[]
  /** Nothing where nothing may be done with any of them. */
  actsOf: ((paper: PaperView) => ReactNode) | undefined
}) {
  const words = useMessages({ vi, en }).file.papers
  const label = useLabel()
  return (
    <DataTable
      caption={words.caption}
      isCaptionHidden
      rows={papers}
      rowKey={({ kind }) => kind}
      empty={<p className="panel-body quiet">{words.none}</p>}
      columns={[
        {
          header: words.paper,
          isName: true,
          cell: ({ name, how }) => (
            <>
              {label(name)}
              <span className="quiet under-name">{words[how]}</span>
            </>
          ),
        },
        {
          header: words.state,
          cell: ({ state, isLacking, recordedBy, recordedAt, note }) => (
            <div>
              <PaperStateChip state={state} isLacking={isLacking} />
              {recordedBy && recordedAt && (
                <span className="quiet under-name">
                  {words.recorded(recordedBy, formatInstant(recordedAt))}
                </span>
              )}
              {note && <span className="under-name">{note}</span>}
            </div>
          ),
        },
        {
          header: words.who,
          cell: ({ heldBy }) =>
            heldBy && (
              <span>
                {words.holders[heldBy] ?? heldBy}
                <span className="quiet under-name">{words.notAsked}</span>
              </span>
            ),
        },
        ...(actsOf ? [{ header: words.act, cell: actsOf }] : []),
      ]}
    />
  )
}
