import { TextLink, Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Chip, type ChipKind } from '#ui/chip'
import { DataTable, type Column } from '#ui/data-table'
import { Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import { EmptyState } from '#ui/states'
import type { NoticeId, NoticeRow, NoticeView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const chips: Readonly<Record<NoticeRow['state'], ChipKind>> = {
  pending: 'neutral',
  sending: 'info',
  sent: 'info',
  delivered: 'ok',
  failed: 'err',
}

/** The list itself: who, which news, why it goes this way, where it stands. */
export function NoticesTable({
  view,
  rows,
  chosen,
  choose,
  onTelling,
  onStopping,
  onResuming,
}: {
  view: NoticeView
  rows: readonly NoticeRow[]
  chosen: ReadonlySet<NoticeId>
  choose: (ids: ReadonlySet<NoticeId>) => void
  onTelling: (row: NoticeRow) => void
  onStopping: (row: NoticeRow) => void
  onResuming: (row: NoticeRow) => void
}) {
  const t = useMessages({ vi, en })
  const nameOf = ({ toName }: NoticeRow) => toName ?? t.list.forgotten
  const toggle = (id: NoticeId, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    choose(next)
  }
  const choosing: Column<NoticeRow> = {
    header: t.list.choose,
    isHeaderHidden: true,
    cell: (row) => (
      <Checkbox isSelected={chosen.has(row.id)} onChange={(is) => toggle(row.id, is)}>
        <span className="sr">{t.list.chooseOne(nameOf(row))}</span>
      </Checkbox>
    ),
  }
  const acting: Column<NoticeRow> = {
    header: t.list.actions,
    isHeaderHidden: true,
    cell: (row) => (
      <>
        {view === 'to_tell' && (
          <Button aria-label={t.list.recordOf(nameOf(row))} onPress={() => onTelling(row)}>
            {t.list.record}
          </Button>
        )}
        {row.toName && row.isRefused && (
          <Button emphasis="quiet" aria-label={t.list.resumeOf(row.toName)} onPress={() => onResuming(row)}>
            {t.list.resume}
          </Button>
        )}
        {row.toName && !row.isRefused && row.channel !== 'letter' && (
          <Button emphasis="quiet" aria-label={t.list.stopOf(row.toName)} onPress={() => onStopping(row)}>
            {t.list.stop}
          </Button>
        )}
      </>
    ),
  }
  return (
    <DataTable
      caption={t.list.views[view]}
      isCaptionHidden
      rows={rows}
      empty={<EmptyState title={t.list.none[view]}>{t.list.noneNext}</EmptyState>}
      columns={[
        ...(view === 'to_tell' ? [choosing] : []),
        { header: t.list.person, isName: true, cell: (row) => <Person row={row} name={nameOf(row)} /> },
        {
          header: t.list.news,
          cell: ({ kind, file, channel }) => (
            <div>
              {t.list.kinds[kind]}
              {view !== 'to_tell' && ` · ${t.list.channels[channel]}`}
              <br />
              {file && (
                <TextLink className="nowrap" href={`/nghiep-vu/ho-so/${file.id}`}>
                  {file.code}
                </TextLink>
              )}
            </div>
          ),
        },
        { header: t.list.why, cell: ({ reason }) => reason && t.reasons[reason] },
        { header: t.list.state, cell: (row) => <State row={row} /> },
        {
          header: t.list.at,
          cell: ({ settledAt, sentAt, createdAt }) => <Moment value={settledAt ?? sentAt ?? createdAt} />,
        },
        acting,
      ]}
    />
  )
}

function Person({ row: { village, area, phone, channel }, name }: { row: NoticeRow; name: string }) {
  const t = useMessages({ vi, en }).list
  return (
    <>
      {name}
      <span className="quiet under-name">
        {[village, area].filter(Boolean).join(', ')}
        {channel !== 'email' && (
          <>
            {' · '}
            <span className="nowrap">
              {phone ? <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a> : t.noPhone}
            </span>
          </>
        )}
      </span>
    </>
  )
}

function State({ row: { channel, state, telling, settledBy } }: { row: NoticeRow }) {
  const t = useMessages({ vi, en }).list
  const words = telling
    ? t.tellings[telling]
    : ((channel === 'letter' ? t.letterStates[state] : undefined) ?? t.states[state])
  return (
    <div>
      <Chip kind={chips[state]}>{words}</Chip>
      {settledBy && <span className="quiet under-name">{settledBy}</span>}
    </div>
  )
}
