import { useState } from 'react'
import { useCan } from '#platform/web/session'
import { LinkButton, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { Select } from '#ui/choice'
import { DataTable } from '#ui/data-table'
import { Difference, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { EmptyState } from '#ui/states'
import type { LineOfYear, YearOfBudget } from '../contract.ts'
import { estimateHref, fundsHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What was given, used and is to come, line by line, and which line will not last. */
export function UseOfYear({ own }: { own: YearOfBudget }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { lines, estimate, year, paidElsewhere, notYetCharged } = own
  return (
    <section className="stack" aria-labelledby="su-dung">
      <h2 id="su-dung">{t.use}</h2>
      {lines.map((line) => (
        <Warning key={line.fundId} line={line} />
      ))}
      {estimate ? (
        <p>
          {t.aheadFrom} <TextLink href={estimateHref(estimate.id)}>{estimate.name}</TextLink>{' '}
          {estimate.isSubmitted ? t.aheadSubmitted : t.aheadNewest}
        </p>
      ) : (
        lines.length > 0 && <Notice kind="info" title={t.noEstimate(year)} />
      )}
      {lines.length > 0 && paidElsewhere.length > 0 && (
        <Notice kind="info" title={t.elsewhere(paidElsewhere.length)}>
          <p>{t.elsewhereMore(paidElsewhere.map(formatMonth).join(', '))}</p>
        </Notice>
      )}
      {lines.length > 0 && notYetCharged.length > 0 && (
        <Notice kind="info" title={t.notYetCharged(notYetCharged.map(formatMonth).join(', '))}>
          <p>{t.notYetChargedMore}</p>
        </Notice>
      )}
      <DataTable
        caption={t.use}
        isCaptionHidden
        rows={lines}
        rowKey={({ fundId }) => fundId}
        empty={
          <EmptyState
            title={t.noLines(year)}
            action={can('payments.check') && <LinkButton href={fundsHref(year)}>{t.toFunds}</LinkButton>}
          >
            {t.noLinesMore}
          </EmptyState>
        }
        columns={[
          {
            header: t.budgetLine,
            isName: true,
            cell: ({ area, programme, source, code, share }) => (
              <>
                {t.programmes[programme]}
                <br />
                <span className="quiet">
                  {area.name} · {t.sources[source]} · {code}
                  {share < 100 && ` · ${share} %`}
                </span>
              </>
            ),
          },
          {
            header: t.estimated,
            align: 'end',
            cell: ({ estimated }) => (estimated === null ? t.notCovered : formatMoney(estimated)),
          },
          { header: t.allocated, align: 'end', cell: ({ allocated }) => formatMoney(allocated) },
          { header: t.used, align: 'end', cell: ({ spent, blocked }) => formatMoney(spent + blocked) },
          {
            header: t.toYearEnd,
            align: 'end',
            cell: ({ outlook }) => (outlook ? formatMoney(outlook.mid) : t.notCovered),
          },
          {
            header: t.left,
            align: 'end',
            cell: ({ outlook }) => (outlook ? <Difference value={outlook.left} /> : t.notCovered),
          },
          { header: t.verdict, cell: (line) => <Verdict line={line} /> },
        ]}
      />
      {lines.some(({ outlook }) => outlook) && <MonthByMonth lines={lines} />}
      {lines.length > 0 && can('payments.check') && (
        <p>
          <TextLink href={fundsHref(year)}>{t.toFunds}</TextLink>
        </p>
      )}
    </section>
  )
}

/** One line that will not last: when it ends, and what is missing. */
export function Warning({ line }: { line: LineOfYear }) {
  const t = useMessages({ vi, en })
  const { outlook, programme, area } = line
  if (!outlook) return null
  if (outlook.runsOut)
    return (
      <Notice kind="err" title={t.runsOut(t.programmes[programme], area.name, formatMonth(outlook.runsOut))}>
        <p>{t.runsOutMore(formatMoney(outlook.missing))}</p>
      </Notice>
    )
  if (outlook.runsOutAtHigh)
    return (
      <Notice
        kind="warn"
        title={t.mayRunOut(t.programmes[programme], area.name, formatMonth(outlook.runsOutAtHigh))}
      />
    )
  return null
}

function Verdict({ line: { outlook } }: { line: LineOfYear }) {
  const t = useMessages({ vi, en })
  if (!outlook) return <span className="quiet">{t.notCovered}</span>
  if (outlook.runsOut) return <Chip kind="err">{t.ends(formatMonth(outlook.runsOut))}</Chip>
  if (outlook.runsOutAtHigh) return <Chip kind="warn">{t.tight}</Chip>
  return <Chip kind="ok">{t.lasts}</Chip>
}

function MonthByMonth({ lines }: { lines: readonly LineOfYear[] }) {
  const t = useMessages({ vi, en })
  const covered = lines.filter(({ outlook }) => outlook)
  const [fundId, choose] = useState<string | null>(null)
  const line =
    covered.find((one) => one.fundId === fundId) ??
    covered.find(({ outlook }) => outlook?.runsOut) ??
    covered[0]
  if (!line) return null
  return (
    <>
      <h3>{t.byMonthOfLine}</h3>
      <Select
        label={t.budgetLine}
        value={line.fundId}
        onChange={choose}
        options={covered.map((one) => ({
          value: one.fundId,
          label: `${t.programmes[one.programme]} · ${one.area.name} · ${t.sources[one.source]}`,
        }))}
      />
      <DataTable
        caption={t.byMonthOfLine}
        isCaptionHidden
        rows={line.months}
        rowKey={({ month }) => month}
        empty=""
        columns={[
          { header: t.month, isName: true, cell: ({ month }) => formatMonth(month) },
          { header: t.monthKind, cell: ({ kind }) => t.kinds[kind] },
          { header: t.used, align: 'end', cell: ({ used }) => formatMoney(used) },
          { header: t.expected, align: 'end', cell: ({ expected }) => formatMoney(expected) },
          {
            header: t.leftAfter,
            align: 'end',
            cell: ({ left }) =>
              left < 0 ? <b className="budget-missing">{formatMoney(left)}</b> : formatMoney(left),
          },
        ]}
      />
    </>
  )
}
