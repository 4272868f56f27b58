import type { ReactNode } from 'react'
import { TextLink } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Chip } from '#ui/chip'
import { DataTable, type Column } from '#ui/data-table'
import { BirthDate } from '#ui/format'
import { useMessages } from '#ui/language'
import type { ApplicationId, ApplicationRowView, Flag, QueueView } from '../../contract.ts'
import { FileClock } from '../common/file-clock.tsx'
import { fileHref, type Looking } from '../common/hrefs.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { StepChip } from '../common/step-chip.tsx'
import { useLabel } from '../common/use-label.ts'

/** The queue itself: who, what, until when, where it stands and who has it. */
export function QueueTable({
  view,
  rows,
  looking,
  current,
  empty,
  chosen,
  choose,
}: {
  view: QueueView
  rows: readonly ApplicationRowView[]
  looking: Looking
  current: ApplicationId | undefined
  empty: ReactNode
  chosen?: ReadonlySet<ApplicationId>
  choose?: (ids: ReadonlySet<ApplicationId>) => void
}) {
  const t = useMessages({ vi, en })
  const label = useLabel()
  const toggle = (id: ApplicationId, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    choose?.(next)
  }
  const choosing: Column<ApplicationRowView>[] = choose
    ? [
        {
          header: t.queue.choose,
          isHeaderHidden: true,
          cell: ({ id, fullName, code }) => (
            <Checkbox isSelected={chosen?.has(id) ?? false} onChange={(is) => toggle(id, is)}>
              <span className="sr">{t.queue.chooseOne(fullName, code)}</span>
            </Checkbox>
          ),
        },
      ]
    : []
  const areas = new Set(rows.map(({ area }) => area.id))
  const place: Column<ApplicationRowView>[] =
    areas.size > 1 ? [{ header: t.queue.area, cell: ({ area }) => area.name }] : []
  return (
    <DataTable
      caption={t.queue.captions(t.queue.views[view])}
      isCaptionHidden
      rows={rows}
      empty={empty}
      isCurrent={({ id }) => id === current}
      columns={[
        ...choosing,
        {
          header: t.queue.person,
          isName: true,
          cell: ({ id, fullName, born, bornPrecision, code }) => (
            <>
              <TextLink href={fileHref(id, looking)}>{fullName}</TextLink>
              <span className="quiet under-name">
                <BirthDate value={born} precision={bornPrecision} /> <span className="nowrap">{code}</span>
              </span>
            </>
          ),
        },
        {
          header: t.queue.procedure,
          cell: ({ procedureName, flags }) => (
            <div className="procedure-cell">
              {label(procedureName)}
              <Flags flags={flags} />
            </div>
          ),
        },
        ...place,
        {
          header: t.queue.deadline,
          cell: ({ clock, outcome }) =>
            clock ? (
              <FileClock clock={clock} />
            ) : (
              <span className="quiet">{outcome ? t.clock.decided : t.clock.notYet}</span>
            ),
        },
        { header: t.queue.step, cell: ({ step }) => <StepChip step={step} /> },
        {
          header: t.queue.channel,
          cell: ({ channel }) => <span className="quiet">{t.channels[channel]}</span>,
        },
        {
          header: t.queue.assignee,
          cell: ({ assignee }) =>
            assignee ? assignee.name : <span className="hint nowrap">{t.queue.nobody}</span>,
        },
      ]}
    />
  )
}

/** What deserves a look before it is opened. */
export function Flags({ flags }: { flags: readonly Flag[] }) {
  const t = useMessages({ vi, en })
  if (flags.length === 0) return null
  return (
    <span className="flags">
      {flags.map((flag) => (
        <Chip
          key={flag}
          kind={flag === 'confidential' ? 'protected' : 'warn'}
          icon={flag === 'confidential' ? 'lock' : 'warning'}
        >
          {t.flags[flag]}
        </Chip>
      ))}
    </span>
  )
}
