import type { ReactNode } from 'react'
import { Chip } from '#ui/chip'
import { formatCount, formatDifference, formatInstant, formatMonth, formatShare } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Panel } from '#ui/page'
import type { Result } from '../contract.ts'
import { formatTenths } from './format-tenths.ts'
import { MapPanel } from './map-panel.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { MonthlyChart } from './monthly-chart.tsx'
import { ResultTables } from './result-tables.tsx'
import { useScenarioWords } from './use-words.ts'
import { WhoGains } from './who-gains.tsx'

/** Where the figures come from, and how far they can be relied on. */
export function ResultChips({
  result,
  isEdited,
  isSaved,
}: {
  result: Result
  isEdited: boolean
  isSaved: boolean
}) {
  const t = useMessages({ vi, en })
  return (
    <div className="btns">
      <Chip kind="ok">{t.chips.done(formatInstant(result.dataAt))}</Chip>
      <Chip kind="neutral" icon="lock">
        {t.chips.apart}
      </Chip>
      {result.flags.length > 0 && <Chip kind="unsure">{t.chips.confirm(result.flags.length)}</Chip>}
      {isEdited ? <Chip kind="warn">{t.chips.edited}</Chip> : !isSaved && <Chip>{t.chips.unsaved}</Chip>}
    </div>
  )
}

/** What a scenario comes to: the money, who gains and loses, where, and every figure again in a table. */
export function ResultView({
  result,
  form,
  notice,
}: {
  /** None until somebody has asked. */
  result: Result | undefined
  /** «Thử đổi», for whoever may; it stays where it is while figures come and go. */
  form: ReactNode
  /** What goes on or was refused. */
  notice: ReactNode
}) {
  return (
    <div className="simulation">
      {notice}
      {result && <Reach result={result} />}
      {result && <Tiles result={result} />}
      <div className={result ? 'result-grid' : 'simulation-start'}>
        <div className="stack">
          {form}
          {result && <WhoGains result={result} />}
        </div>
        {result && (
          <div className="stack">
            <MapPanel result={result} />
            <MonthlyChart result={result} />
          </div>
        )}
      </div>
      {result && <ResultTables result={result} />}
      {result && <Caveats result={result} />}
    </div>
  )
}

/** That nothing changes, and that the register may not know all whom a wider condition reaches: the two belong together. */
function Reach({ result }: { result: Result }) {
  const t = useMessages({ vi, en })
  const words = useScenarioWords()
  const { changes, all, flags } = result
  const changesNothing =
    changes.length > 0 && all.raised + all.lowered + all.gained + all.lost + all.fresh === 0
  const incomplete = flags.find(({ code }) => code === 'register_incomplete')
  if (incomplete)
    return (
      <Notice kind="warn" title={changesNothing ? t.nothingInRegister : undefined}>
        {words.flag(incomplete)}
      </Notice>
    )
  return changesNothing ? <Notice kind="info">{t.nothingChanges}</Notice> : null
}

/** What is unsure, and what is taken for granted. */
function Caveats({ result }: { result: Result }) {
  const t = useMessages({ vi, en })
  const words = useScenarioWords()
  const flags = result.flags.map((flag) => words.flag(flag))
  return (
    <div className="result-grid">
      {flags.length > 0 && (
        <Panel title={t.flags} isPadded>
          <Bullets sentences={flags} />
        </Panel>
      )}
      <Panel title={t.assumptions} isPadded>
        <Bullets sentences={words.assumptions(result)} />
      </Panel>
    </div>
  )
}

function Bullets({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul className="bullets">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

/** What a month costs now and then, and the one difference; where somebody becomes eligible, its two parts beside it. */
function Tiles({ result }: { result: Result }) {
  const t = useMessages({ vi, en })
  const { before, after, cost, all, takeUp } = result
  const kind = cost.monthly > 0 ? 'more' : cost.monthly < 0 ? 'less' : 'same'
  const money = (amount: number) => `${formatDifference(amount)} đ`
  return (
    <div className="tiles result-tiles">
      <Figure
        label={t.tiles.before(formatMonth(result.month))}
        amount={before.amount}
        exact={productsOf(before, t)}
      />
      <Figure
        label={t.tiles.after}
        amount={before.amount + cost.monthly}
        exact={
          <>
            {productsOf(after, t)}
            {cost.fresh > 0 && ` + ${t.tiles.forFresh(`${formatCount(cost.fresh)} đ`)}`}
          </>
        }
      />
      <Figure
        label={t.tiles[kind]}
        amount={cost.monthly}
        isSigned
        kind={kind}
        exact={
          <>
            {t.tiles.year(
              formatShare(before.amount === 0 ? 0 : cost.monthly / before.amount),
              money(cost.fullYear),
            )}
            <br />
            {t.tiles.firstYear(cost.firstYear.year, cost.firstYear.months, money(cost.firstYear.amount))}
          </>
        }
      />
      {all.fresh > 0 && (
        <div className="tile" data-kind="more">
          <span className="label">{t.tiles.fresh}</span>
          <span className="figure">{formatCount(all.fresh)}</span>
          <span className="exact">
            {t.tiles.freshExact(money(cost.fresh), takeUp)}
            <br />
            {t.tiles.paidExact(money(cost.byAwards))}
          </span>
        </div>
      )}
    </div>
  )
}

function Figure({
  label,
  amount,
  exact,
  isSigned = false,
  kind,
}: {
  label: string
  amount: number
  exact: ReactNode
  isSigned?: boolean
  kind?: string
}) {
  return (
    <div className="tile" data-kind={kind}>
      <span className="label">{label}</span>
      <span className="figure">
        <data className="money" value={amount}>
          {isSigned ? formatDifference(amount) : formatCount(amount)}
          <span className="u"> đ</span>
        </data>
      </span>
      <span className="exact">{exact}</span>
    </div>
  )
}

/** «61.240,5 × 540.000 + 24.310,0 × 540.000». */
function productsOf({ parts }: Result['before'], t: typeof vi): string {
  const shown = parts
    .slice(0, 2)
    .map(({ coefficients, standard }) => t.tiles.product(formatTenths(coefficients), formatCount(standard)))
  return [...shown, ...(parts.length > 2 ? [t.tiles.andMore] : [])].join(' + ')
}
