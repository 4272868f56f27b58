import { TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable, type Column } from '#ui/data-table'
import { Day, formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import type { FeedbackView } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/** Who wrote, about what, and until when the law wants an answer. */
export function FeedbackTable({
  rows,
  current,
  hrefOf,
}: {
  rows: readonly FeedbackView[]
  current: string
  hrefOf: (id: string) => string
}) {
  const t = useMessages({ vi, en }).feedback
  const isWide = new Set(rows.map(({ area }) => area.id)).size > 1
  const place: Column<FeedbackView>[] = isWide ? [{ header: t.place, cell: ({ area }) => area.name }] : []
  return (
    <DataTable
      caption={t.caption}
      isCaptionHidden
      rows={rows}
      empty=""
      isCurrent={({ id }) => id === current}
      columns={[
        {
          header: t.who,
          isName: true,
          cell: (row) => (
            <>
              <TextLink href={hrefOf(row.id)}>{row.contact?.fullName ?? t.anonymous}</TextLink>
              <span className="quiet under-name">{t.kinds[row.kind]}</span>
            </>
          ),
        },
        {
          header: t.said,
          cell: ({ messages }) => (
            <span className="first-words">{messages.findLast(({ isAnswer }) => !isAnswer)?.text}</span>
          ),
        },
        { header: t.received, cell: ({ receivedOn }) => <Day value={receivedOn} /> },
        ...place,
        { header: t.deadline, cell: (row) => <Deadline row={row} /> },
      ]}
    />
  )
}

/** The day the law sets, in words, and whether it has passed. */
export function Deadline({ row }: { row: FeedbackView }) {
  const t = useMessages({ vi, en }).feedback
  if (row.state === 'answered') return <span className="quiet">{t.states.answered}</span>
  if (!row.dueOn) return <span className="quiet">{t.noTime}</span>
  const words = row.state === 'accepted' ? t.toSettle(formatDay(row.dueOn)) : t.toAccept(formatDay(row.dueOn))
  return (
    <Chip kind={row.isOver ? 'err' : 'warn'} icon="clock">
      {row.isOver ? `${t.over}: ${words}` : words}
    </Chip>
  )
}
