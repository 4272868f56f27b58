import type { Month } from '#kernel/civil-date'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { Difference, formatCount, formatInstant, formatMoney, formatMonth, Money } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Facts } from '#ui/page'
import type { RunView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The four figures of the run beside those of the month before, and the two checks that stand behind them. */
export function RunTotals({ run }: { run: RunView }) {
  const t = useMessages({ vi, en })
  return (
    <section className="stack run-totals" aria-label={t.comparison.heading}>
      {run.comparison ? (
        <ComparisonTable month={run.month} comparison={run.comparison} />
      ) : (
        <Facts
          facts={[
            [t.people, formatCount(run.totals.people)],
            [t.lines, formatCount(run.totals.lines)],
            [t.comparison.rows.total, <b key="total">{formatCount(run.totals.amount)}</b>],
          ]}
        />
      )}
      <p className="quiet">
        {t.comparison.inWords}: <span lang="vi">{run.totalInWords}</span>.
      </p>
      <Checks run={run} />
      {run.overpaid.amount > 0 && (
        <Notice
          kind="warn"
          title={t.comparison.overpaid(formatCount(run.overpaid.people), formatMoney(run.overpaid.amount))}
        >
          {t.comparison.overpaidMore}
        </Notice>
      )}
    </section>
  )
}

function ComparisonTable({
  month,
  comparison,
}: {
  month: Month
  comparison: NonNullable<RunView['comparison']>
}) {
  const t = useMessages({ vi, en })
  const sums = comparison.rows.filter(({ what }) => what !== 'total')
  const total = comparison.rows.find(({ what }) => what === 'total')
  const [earlier, now] = [formatMonth(comparison.month), formatMonth(month)]
  return (
    <DataTable
      caption={t.comparison.caption(now, earlier)}
      isCaptionHidden
      rows={sums}
      rowKey={(row) => row.what}
      empty={t.why.none}
      totalLabel={t.comparison.rows.total}
      columns={[
        { header: t.comparison.what, cell: (row) => t.comparison.rows[row.what], isName: true },
        {
          header: earlier,
          cell: (row) => <span className="quiet">{formatCount(row.before)}</span>,
          align: 'end',
          total: total && formatCount(total.before),
        },
        {
          header: now,
          cell: (row) => formatCount(row.now),
          align: 'end',
          total: total && <b className="grand">{formatCount(total.now)}</b>,
        },
        {
          header: t.comparison.difference,
          cell: (row) => <Difference value={row.difference} />,
          align: 'end',
          total: total && <Difference value={total.difference} />,
        },
      ]}
    />
  )
}

function Checks({ run }: { run: RunView }) {
  const t = useMessages({ vi, en })
  const agree = run.engineTotal === run.totals.amount
  return (
    <div className="checks">
      <p>
        <Chip kind={agree ? 'ok' : 'err'}>{agree ? t.comparison.agree : t.comparison.differ}</Chip>{' '}
        {t.comparison.agreeMore} <Money value={run.totals.amount} />.
      </p>
      {run.inputsHash && (
        <p>
          <Chip kind="ok">{t.comparison.frozen}</Chip>{' '}
          {t.comparison.fingerprint(run.inputsHash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 '))}
          {run.knownAt && ` ${t.comparison.known} ${formatInstant(run.knownAt)}.`}
        </p>
      )}
      <p className="hint">
        {signatures(run, t).join(' · ')}. {t.signed.secondPerson}
      </p>
    </div>
  )
}

/** A run sent back keeps who sent it back until somebody decides anew; that was no approval. */
const hasReturned = ({ state, returnReason }: RunView) =>
  state === 'returned' ||
  (returnReason !== null && (state === 'generating' || state === 'checking' || state === 'submitted'))

function signatures(run: RunView, t: typeof vi) {
  return (['prepared', 'submitted', 'decided'] as const).flatMap((who) => {
    const signed = run[who]
    const did = who === 'decided' && hasReturned(run) ? 'returned' : who
    return signed ? [`${t.signed[did]}: ${signed.by.name}, ${formatInstant(signed.at)}`] : []
  })
}
