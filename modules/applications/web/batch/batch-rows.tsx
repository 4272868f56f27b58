import type { Dong } from '#kernel/dong'
import { TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { BirthDate, Money } from '#ui/format'
import { Pages } from '#ui/pages'
import type { BatchRowView, BatchView } from '../../contract.ts'
import { personHref } from '../common/hrefs.ts'
import { useBatchWords } from './use-batch-words.ts'

/** As the server pages lists. */
const pageSize = 50

/** Everybody on a list: what they had, what they come to, and what is owed to them; the sums are of the whole list. */
export function BatchRows({
  rows,
  totals,
  page,
  href,
}: {
  rows: readonly BatchRowView[]
  totals: BatchView['totals']
  page: number
  href: (page: number) => string
}) {
  const words = useBatchWords()
  return (
    <div className="stack">
      <DataTable
        caption={words.rows}
        isCaptionHidden
        rows={rows}
        rowKey={({ personId, before, arrears }) => `${personId} ${before} ${arrears}`}
        empty=""
        totalLabel={words.total}
        window={{ first: (page - 1) * pageSize + 1, total: totals.people }}
        columns={[
          {
            header: words.person,
            isName: true,
            cell: ({ personId, fullName }) => <TextLink href={personHref(personId)}>{fullName}</TextLink>,
          },
          {
            header: words.born,
            cell: ({ born, bornPrecision }) => <BirthDate value={born} precision={bornPrecision} />,
          },
          {
            header: words.before,
            align: 'end',
            cell: ({ before }) => <Money value={before} />,
            total: <Money value={totals.before} />,
          },
          {
            header: words.after,
            align: 'end',
            cell: ({ after }) => <After value={after} />,
            total: <Money value={totals.after} />,
          },
          {
            header: words.arrears,
            align: 'end',
            cell: ({ arrears }) => <Money value={arrears} />,
            total: <Money value={totals.arrears} />,
          },
        ]}
      />
      <Pages page={page} pageSize={pageSize} total={totals.people} href={href} />
    </div>
  )
}

function After({ value }: { value: Dong | null }) {
  const words = useBatchWords()
  return value === null ? <span className="quiet">{words.ended}</span> : <Money value={value} />
}
