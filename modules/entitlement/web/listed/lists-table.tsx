import type { ReactNode } from 'react'
import { TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount, Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import type { AwardListView } from '../../listed-contract.ts'
import { listHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import './listed.css'

/** Lists by unit: who brought each, and how far its confirmation has come. */
export function ListsTable({
  caption,
  lists,
  empty,
}: {
  caption: string
  lists: readonly AwardListView[]
  empty: ReactNode
}) {
  const t = useMessages({ vi, en })
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={lists}
      rowKey={({ importId, area }) => `${importId} ${area.id}`}
      empty={empty}
      columns={[
        {
          header: t.list.file,
          isName: true,
          cell: (list) => <TextLink href={listHref(list)}>{list.fileName}</TextLink>,
        },
        { header: t.list.area, cell: ({ area }) => area.name },
        {
          header: t.list.by,
          cell: ({ appliedName, isOwn }) => (
            <>
              {appliedName}
              {isOwn && <span className="quiet listed-under">{t.list.own}</span>}
            </>
          ),
        },
        { header: t.list.at, cell: ({ listedAt }) => <Moment value={listedAt} /> },
        { header: t.list.waiting, align: 'end', cell: (list) => <Waiting list={list} /> },
        {
          header: t.states.confirmed,
          align: 'end',
          cell: ({ confirmed, held }) => formatCount(confirmed + held),
        },
        { header: t.states.sent_back, align: 'end', cell: ({ sentBack }) => formatCount(sentBack) },
        {
          header: t.list.monthly,
          align: 'end',
          cell: ({ monthly }) => (monthly > 0 ? formatCount(monthly) : null),
        },
      ]}
    />
  )
}

function Waiting({ list: { proposed, coming } }: { list: AwardListView }) {
  const t = useMessages({ vi, en })
  return (
    <>
      {formatCount(proposed)}
      {coming > 0 && <span className="quiet listed-under">{t.list.coming(formatCount(coming))}</span>}
    </>
  )
}
