import { DataTable, type Column } from '#ui/data-table'
import { Difference, formatCount, formatDay, formatMoney, formatMonth } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import type { EstimateView } from '../contract.ts'
import { lifeTable2019 } from '../domain/life-table.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Everything the estimate took for granted, and what it was reckoned from. */
export function Grounds({ estimate }: { estimate: EstimateView }) {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  const { assumptions, basis, baseMonth, knownOn, byLine } = estimate
  const names = new Map(byLine.map((line) => [line.line, line.name[language]]))
  const facts: readonly (readonly [string, string])[] = [
    [t.baseMonth, formatMonth(baseMonth)],
    [t.baseAmount, t.baseSaid(formatCount(basis.base.grants), formatMoney(basis.base.amount))],
    [t.baseListed, basis.base.listed === null ? t.noList : formatMoney(basis.base.listed)],
    [t.lawKnown, formatDay(knownOn)],
    [t.lawTurns, basis.lawTurns.length > 0 ? basis.lawTurns.map(formatMonth).join(', ') : t.noLawTurn],
    [t.assumptionNames.trendMonths, String(assumptions.trendMonths)],
    [t.assumptionNames.trendPercent, `${assumptions.trendPercent} %`],
    [t.assumptionNames.takeUpPercent, `${assumptions.takeUpPercent} %`],
    [t.assumptionNames.mortalityPercent, `${assumptions.mortalityPercent} %`],
    [t.assumptionNames.interval, `${assumptions.interval} %`],
    [t.widened, t.widenedSaid(basis.widened.toLocaleString('vi-VN'))],
    [t.assumptionNames.seed, String(assumptions.seed)],
  ]
  return (
    <div className="stack">
      {basis.missingMonths.length > 0 && (
        <Notice kind="warn" title={t.missing(basis.missingMonths.map(formatMonth).join(', '))} />
      )}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t.howRange}</h3>
      <p>{t.howRangeMore(assumptions.interval)}</p>
      <h3>{t.trend}</h3>
      <p>
        {t.trendMore(
          basis.trend.months.map(formatMonth).join(', '),
          basis.trend.without.map(formatMonth).join(', '),
        )}
      </p>
      <DataTable
        caption={t.trend}
        isCaptionHidden
        rows={basis.trend.lines}
        rowKey={({ component, group }) => `${component} ${group}`}
        empty={t.nothing}
        columns={[
          {
            header: t.line,
            isName: true,
            cell: ({ component, group }) =>
              `${t.components[component]}: ${names.get(`${component} ${group}`) ?? group}`,
          },
          {
            header: t.trendMonthly,
            align: 'end',
            cell: ({ monthly }) =>
              monthly.toLocaleString('vi-VN', { maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
          },
          { header: t.average, align: 'end', cell: ({ average }) => formatMoney(average) },
        ]}
      />
      <h3>{t.lifeTable}</h3>
      <Notice kind="warn" title={t.lifeTableAssumed}>
        <p>{t.lifeTableMore}</p>
      </Notice>
      <DataTable
        caption={t.lifeTable}
        isCaptionHidden
        rows={lifeTable2019.rows}
        rowKey={([age]) => String(age)}
        empty=""
        columns={[
          { header: t.age, isName: true, cell: ([age]) => t.fromAge(age) },
          { header: t.female, align: 'end', cell: ([, female]) => formatCount(female) },
          { header: t.male, align: 'end', cell: ([, , male]) => formatCount(male) },
        ]}
      />
      <h3>{t.notIn}</h3>
      <p>{t.notInMore}</p>
    </div>
  )
}

/** The same method begun a year before, beside what was paid: how far it was off, told as it is. */
export function Backtested({ estimate: { backtest } }: { estimate: EstimateView }) {
  const t = useMessages({ vi, en })
  if (!backtest) return <p>{t.noBacktest}</p>
  type Sum = 'asKnown' | 'now' | 'due' | 'regular' | 'arrears'
  const sum = (of: Sum) => backtest.months.reduce((total, month) => total + month[of], 0)
  const money = (header: string, of: Sum): Column<(typeof backtest.months)[number]> => ({
    header,
    align: 'end',
    cell: (month) => formatMoney(month[of]),
    total: formatMoney(sum(of)),
  })
  const paid = sum('regular') + sum('arrears')
  const off = (estimated: number, was: number) =>
    was === 0
      ? ''
      : ((100 * (estimated - was)) / was)
          .toLocaleString('vi-VN', {
            maximumFractionDigits: 1,
            signDisplay: 'always',
          })
          .replace('-', '−')
  return (
    <div className="stack">
      <p>{t.backtestMore(formatMonth(backtest.baseMonth))}</p>
      <ul className="lines budget-verdicts">
        <li>{t.offNow(off(sum('now'), sum('due')))}</li>
        <li>{t.offPaid(off(sum('now'), paid))}</li>
        <li>{t.offThen(formatDay(backtest.knownOn), off(sum('asKnown'), paid))}</li>
      </ul>
      <DataTable
        caption={t.backtest}
        isCaptionHidden
        rows={backtest.months}
        rowKey={({ month }) => month}
        empty={t.nothing}
        columns={[
          { header: t.month, isName: true, cell: ({ month }) => formatMonth(month) },
          money(t.columnThen, 'asKnown'),
          money(t.columnNow, 'now'),
          money(t.columnDue, 'due'),
          {
            header: t.columnOff,
            align: 'end',
            cell: ({ now, due }) => <Difference value={now - due} />,
            total: <Difference value={sum('now') - sum('due')} />,
          },
          money(t.columnRegular, 'regular'),
          money(t.columnArrears, 'arrears'),
        ]}
        totalLabel={t.total}
      />
      <p className="hint">{t.backtestCaveat}</p>
    </div>
  )
}
