import type { ReactNode } from 'react'
import { useCan } from '#platform/web/session'
import { TextLink } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Chip } from '#ui/chip'
import { DataTable, type Column } from '#ui/data-table'
import { BirthDate, formatCount, formatDay, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import type { ProspectId, ProspectView, View } from '../contract.ts'
import { fileHref, newFileHref, waitingHref, whyHref } from './hrefs.ts'
import { Done } from './done.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useWords } from './use-words.ts'

/** The list itself: who, when, why, how much, what is missing, what was done. */
export function ProspectTable({
  view,
  rows,
  window,
  showsArea,
  empty,
  chosen,
  choose,
  onNote,
}: {
  view: View
  rows: readonly ProspectView[]
  window: { readonly first: number; readonly total: number }
  showsArea: boolean
  empty: ReactNode
  chosen?: ReadonlySet<ProspectId>
  choose?: (ids: ReadonlySet<ProspectId>) => void
  onNote?: (id: ProspectId) => void
}) {
  const t = useMessages({ vi, en })
  const toggle = (id: ProspectId, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    choose?.(next)
  }
  const choosing: Column<ProspectView>[] = choose
    ? [
        {
          header: t.table.choose,
          isHeaderHidden: true,
          cell: ({ id, person }) => (
            <Checkbox isSelected={chosen?.has(id) ?? false} onChange={(is) => toggle(id, is)}>
              <span className="sr">{t.table.chooseOne(person.name)}</span>
            </Checkbox>
          ),
        },
      ]
    : []
  const area: Column<ProspectView>[] = showsArea
    ? [{ header: t.table.area, cell: (row) => row.area.name }]
    : []
  const lacking: Column<ProspectView>[] =
    view === 'soon' || view === 'unused'
      ? [{ header: t.table.lacking, cell: (row) => <Lacking row={row} /> }]
      : []
  return (
    <DataTable
      caption={t.views[view]}
      isCaptionHidden
      rows={rows}
      empty={empty}
      window={window}
      columns={[
        ...choosing,
        {
          header: t.table.person,
          isName: true,
          cell: ({ person, village }) => (
            <>
              <TextLink href={`/nghiep-vu/nguoi/${person.id}`}>{person.name}</TextLink>
              <span className="quiet under-name">
                <BirthDate value={person.born} precision={person.bornPrecision} />
                {village && ` · ${village}`}
              </span>
            </>
          ),
        },
        ...area,
        { header: t.table.when, cell: (row) => <When row={row} /> },
        { header: t.table.why, cell: (row) => <Why row={row} /> },
        { header: t.table.money, cell: (row) => <MoneyCell row={row} />, align: 'end' },
        ...lacking,
        { header: t.table.done, cell: (row) => <Done row={row} {...(onNote && { onNote })} /> },
      ]}
    />
  )
}

/** From which month, and until when something can be done about it. */
function When({ row }: { row: ProspectView }) {
  const t = useMessages({ vi, en })
  const { kind, month, file, waiting } = row
  // What has been handed in, or only waits to be confirmed, has no day to be handed in by.
  const deadline = file || waiting ? null : row.deadline
  return (
    <span className="nowrap">
      {t.when[kind](formatMonth(month))}
      {deadline && (
        <>
          <br />
          <span className="quiet">{t.fileBy(formatDay(deadline.by))}</span>
          {deadline.month !== month && (
            <>
              <br />
              <span className="quiet">{t.paidFrom(formatMonth(deadline.month))}</span>
            </>
          )}
        </>
      )}
    </span>
  )
}

/** What begins with a file somebody hands in. */
const asksFor: ReadonlySet<ProspectView['kind']> = new Set(['gain', 'unused', 'resume', 'certificate'])

/** What brings it about, from which rule to which, what is to be done, and the way to the whole explanation. */
function Why({ row }: { row: ProspectView }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const words = useWords()
  const { rulesBefore, rulesAfter, benefit, keptBy, kind, person, month, file, waiting } = row
  const from = words.rules(rulesBefore)
  const to = words.rules(rulesAfter)
  const cause = words.causes(row)
  const change = from && to && from !== to ? `${from} → ${to}` : to || from || words.benefit[benefit]
  return (
    <div className="reason-cell">
      {cause && (
        <>
          <b>{cause}</b>
          <br />
        </>
      )}
      {change}
      <br />
      {file ? (
        <>
          <Chip kind="info">{t.inHand}</Chip>{' '}
          <TextLink className="nowrap" href={fileHref(file.id)}>
            {file.code}
          </TextLink>
          {' · '}
        </>
      ) : waiting ? (
        <>
          <Chip kind="info">{t.waiting}</Chip>{' '}
          <TextLink className="nowrap" href={waitingHref(waiting)} aria-label={t.waitingListOf(person.name)}>
            {t.waitingList}
          </TextLink>
          {' · '}
        </>
      ) : (
        <>
          <span className="quiet">{keptBy ? words.keptBy[keptBy] : t.toDo[kind]}</span>{' '}
        </>
      )}
      <TextLink
        className="nowrap"
        href={whyHref(person.id, month)}
        aria-label={t.whyOf(person.name, formatMonth(month))}
      >
        {t.why}
      </TextLink>
      {!file && !waiting && asksFor.has(kind) && can('applications.handle') && (
        <>
          {' · '}
          <TextLink className="nowrap" href={newFileHref(row)} aria-label={t.newFileOf(person.name)}>
            {t.newFile}
          </TextLink>
        </>
      )}
    </div>
  )
}

/** Before and after, and what waiting costs. */
function MoneyCell({ row: { kind, before, after, delayCost, file, waiting } }: { row: ProspectView }) {
  const t = useMessages({ vi, en })
  if (kind === 'certificate')
    return (
      <div>
        <b>{formatCount(before)}</b>
        <span className="quiet delay-cost">{t.goesOn}</span>
      </div>
    )
  return (
    <div>
      {before > 0 && (
        <>
          <del className="was">
            <span className="sr">{t.before} </span>
            {formatCount(before)}
          </del>{' '}
          →{' '}
        </>
      )}
      <b>{formatCount(after)}</b>
      {delayCost > 0 && !file && !waiting && (
        <span className="quiet delay-cost">
          {t.delay} <span className="nowrap">{t.lost(formatCount(delayCost))}</span>
        </span>
      )}
    </div>
  )
}

function Lacking({ row: { lacking } }: { row: ProspectView }) {
  const t = useMessages({ vi, en })
  const words = useWords()
  if (lacking.length === 0) return <span className="quiet">{t.table.lacksNothing}</span>
  return (
    <ul className="lacking">
      {lacking.map((lack) => (
        <li key={lack}>
          <Chip kind="unsure">{words.lack[lack]}</Chip>
        </li>
      ))}
    </ul>
  )
}
