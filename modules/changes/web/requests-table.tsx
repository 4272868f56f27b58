import { TextLink } from '#ui/button'
import { Chip, type ChipKind } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { Day, Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import { EmptyState } from '#ui/states'
import type { ReactNode } from 'react'
import type { State, WorkRow } from '../contract.ts'
import { requestHref, waysOfHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const chips: Readonly<Record<State, ChipKind>> = {
  found: 'warn',
  submitted: 'info',
  approved: 'ok',
  rejected: 'err',
  withdrawn: 'neutral',
}

export function StateChip({ state, isOfWay = false }: { state: State; isOfWay?: boolean }) {
  const t = useMessages({ vi, en })
  // An approved way counts from its day on; nothing is recorded in the register.
  return <Chip kind={chips[state]}>{isOfWay && state === 'approved' ? t.wayApproved : t.states[state]}</Chip>
}

/** Change requests as lines: whom, what, since when, where it comes from and where it stands. */
export function RequestsTable({
  caption,
  rows,
  empty,
  isOfOne = false,
}: {
  caption: string
  rows: readonly WorkRow[]
  empty: ReactNode
  /** On the page of the person it is about. */
  isOfOne?: boolean
}) {
  const t = useMessages({ vi, en })
  const whom = ({ person }: WorkRow) => person.fullName ?? t.unseen
  const what = ({ kind }: WorkRow) => t.kinds[kind]
  // How somebody is paid is asked for and decided at their own page.
  const href = ({ id, kind, person }: WorkRow) => (kind === 'way' ? waysOfHref(person.id) : requestHref(id))
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={rows}
      empty={typeof empty === 'string' ? <EmptyState title={empty}>{t.noneNext}</EmptyState> : empty}
      columns={[
        {
          header: isOfOne ? t.kind : t.person,
          isName: true,
          cell: (row) => (
            <>
              <TextLink href={href(row)}>{isOfOne ? what(row) : whom(row)}</TextLink>
              {row.others > 0 && <span className="quiet"> {t.withOthers(row.others)}</span>}
              {!isOfOne && (
                <span className="quiet below-name">
                  {row.otherArea ? `${row.area} → ${row.otherArea}` : row.area}
                </span>
              )}
            </>
          ),
        },
        ...(isOfOne ? [] : [{ header: t.kind, cell: what }]),
        { header: t.effective, cell: ({ effectiveOn }) => <Day value={effectiveOn} /> },
        {
          header: t.source,
          cell: ({ source, submittedName }) => submittedName ?? t.sources[source],
        },
        { header: t.state, cell: ({ state, kind }) => <StateChip state={state} isOfWay={kind === 'way'} /> },
        { header: t.opened, cell: ({ openedAt }) => <Moment value={openedAt} /> },
      ]}
    />
  )
}
