import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { getImportImpact, type ImportImpact, type ImportView } from '../../import-contract.ts'
import { importHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Row = ImportImpact['areas'][number]
type Counted = Exclude<keyof Row, 'area'>

/** What taking the ready rows in would do, before anything is written. */
export function ImpactPanel({ view }: { view: ImportView }) {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(apiQuery(getImportImpact, { id: view.id }))
  const sum = (what: Counted) => data.areas.reduce((total, row) => total + row[what], 0)
  const number = (what: Counted, format: (value: number) => string = formatCount) => ({
    header: t.impact[what],
    align: 'end' as const,
    cell: (row: Row) => format(row[what]),
    total: format(sum(what)),
  })
  return (
    <Panel title={t.impact.title}>
      {data.doubtful > 0 && (
        <p className="panel-body">
          {t.impact.doubtful(formatCount(data.doubtful))}{' '}
          <TextLink href={importHref(view.id, { verdict: 'look' })}>{t.impact.see}</TextLink>
        </p>
      )}
      <DataTable
        caption={t.impact.title}
        isCaptionHidden
        rows={data.areas}
        rowKey={({ area }) => String(area.id)}
        empty={<p className="panel-body">{t.impact.nothing}</p>}
        {...(data.areas.length > 1 && { totalLabel: t.impact.total })}
        columns={[
          { header: t.impact.area, isName: true, cell: ({ area }) => area.name },
          number('added'),
          number('completed'),
          number('awards'),
          number('monthly', formatMoney),
          number('byLaw', formatMoney),
          number('owed', formatMoney),
          number('deaths'),
        ]}
      />
      {view.rows.ready > 0 && (
        <p className="panel-body">
          <TextLink href={`/nghiep-vu/bien-dong/tep/${view.id}`}>{t.impact.effects}</TextLink>
        </p>
      )}
      <p className="hint panel-body">{t.impact.hint}</p>
    </Panel>
  )
}
