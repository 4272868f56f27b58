import type { ReactNode } from 'react'
import { TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { BirthDate, formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import type { ReviewRow } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { StateChip } from './state-chip.tsx'
import { useFieldWords } from './use-field-words.ts'

/** The people of a list as lines: who, where, what to look at, and what was found. */
export function RowTable({
  rows,
  currentId,
  href,
  window,
  empty,
}: {
  rows: readonly ReviewRow[]
  currentId: string | undefined
  href: (personId: string) => string
  window: { readonly first: number; readonly total: number }
  empty: ReactNode
}) {
  const t = useMessages({ vi, en }).part
  const words = useFieldWords()
  return (
    <DataTable
      caption={t.caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ personId }) => personId}
      isCurrent={({ personId }) => personId === currentId}
      window={window}
      empty={empty}
      columns={[
        {
          header: t.name,
          isName: true,
          cell: ({ personId, fullName, born, bornPrecision, isLater, isMerged, leftOn, village }) => (
            <>
              <TextLink href={href(personId)}>{fullName ?? t.unseen}</TextLink>
              <span className="quiet below-name">
                {born && bornPrecision && <BirthDate value={born} precision={bornPrecision} />}
                {village && ` · ${village}`}
                {isLater && ` · ${t.later}`}
                {isMerged ? ` · ${t.merged}` : leftOn && ` · ${t.left(formatDay(leftOn))}`}
              </span>
            </>
          ),
        },
        {
          header: t.look,
          cell: ({ reasons: [first, ...others] }) =>
            first && (
              <>
                <Chip kind={first.kind === 'prospect' ? 'warn' : 'info'}>{words.sayReason(first)}</Chip>
                {others.length > 0 && <span className="quiet below-name">{t.more(others.length)}</span>}
              </>
            ),
        },
        {
          header: t.result,
          cell: ({ state, isMerged, leftOn }) =>
            (isMerged || leftOn) && (state === 'waiting' || state === 'not_met') ? (
              <Chip>{t.noVisit}</Chip>
            ) : (
              <StateChip state={state} />
            ),
        },
      ]}
    />
  )
}
