import { addDays } from '#kernel/civil-date'
import { DataTable } from '#ui/data-table'
import { formatDay, formatInstant, formatMoney, formatMonth, Money } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import type { PairDetail } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What was listed for both, month by month: why the pair cannot wait. */
export function TwicePaid({ pair: { twice, state } }: { pair: PairDetail }) {
  const t = useMessages({ vi, en })
  if (twice.total === 0) return null
  return (
    <Panel title={t.money.title}>
      <p className="panel-body">
        <b>{t.money.total(formatMoney(twice.total))}</b> {state !== 'merged' && t.money.next}
      </p>
      {twice.months.length > 0 && (
        <DataTable
          caption={t.money.caption}
          isCaptionHidden
          rows={twice.months}
          rowKey={({ component, benefitMonth }) => `${component} ${benefitMonth}`}
          empty=""
          totalLabel={t.money.sum}
          columns={[
            { header: t.money.month, cell: ({ benefitMonth }) => formatMonth(benefitMonth), isName: true },
            { header: t.money.component, cell: ({ component }) => t.components[component] ?? component },
            { header: t.pair.side.one, cell: ({ one }) => <Money value={one} />, align: 'end' },
            { header: t.pair.side.other, cell: ({ other }) => <Money value={other} />, align: 'end' },
            {
              header: t.money.excess,
              cell: ({ amount }) => <Money value={amount} />,
              align: 'end',
              total: <Money value={twice.total} />,
            },
          ]}
        />
      )}
    </Panel>
  )
}

/** Ties whose days are others than one of the two records had them, a sentence each. */
export function JoinedTies({ pair: { joined, state } }: { pair: PairDetail }) {
  const t = useMessages({ vi, en }).pair.joined
  if (joined.length === 0) return null
  const days = (periods: PairDetail['joined'][number]['now']) =>
    periods
      .map(({ from, until }) => t.days(from && formatDay(from), until && formatDay(addDays(until, -1))))
      .join(t.and)
  return (
    <Panel title={state === 'merged' ? t.after : t.before}>
      <ul className="lines">
        {joined.map((tie, nth) => (
          <li key={nth}>{t[tie.how](t.whom(tie), days(tie.told), days(tie.now))}</li>
        ))}
      </ul>
    </Panel>
  )
}

/** What the two communes asked and answered. */
export function Questions({ pair: { questions } }: { pair: PairDetail }) {
  const t = useMessages({ vi, en })
  if (questions.length === 0) return null
  return (
    <Panel title={t.questions.title}>
      <ul className="lines">
        {questions.map(({ by, from, to, at, message, answer }) => (
          <li key={at}>
            <span className="quiet">{t.questions.asked(by, from.name, formatInstant(at))}</span>
            <br />
            {message}
            <br />
            {answer ? (
              <>
                <span className="quiet">{t.questions.answered(answer.by, formatInstant(answer.at))}</span>
                <br />
                <b>{t.dialogs.answer.answers[answer.answer]}.</b> {answer.note}
              </>
            ) : (
              <span className="quiet">{t.questions.waiting(to.name)}</span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
