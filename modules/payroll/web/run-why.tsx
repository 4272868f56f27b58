import { useCan } from '#platform/web/session'
import { Chip } from '#ui/chip'
import { TextLink } from '#ui/button'
import { Difference, formatCount, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { DeltaBar } from '#ui/progress'
import type { ChangeReason, ChangeSummary, RunView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What waits for a decision or was decided elsewhere, then what moves most money; last what only ended because arrears are paid once. */
function inOrder(changes: readonly ChangeSummary[]): ChangeSummary[] {
  const place = ({ reason }: ChangeSummary) =>
    reason === 'needs_decision' || reason === 'listed' ? 0 : reason === 'arrears_ended' ? 2 : 1
  return changes.toSorted(
    (one, other) => place(one) - place(other) || Math.abs(other.difference) - Math.abs(one.difference),
  )
}

/** Why this month costs more or less than the last, reason by reason, down to nothing unexplained. */
export function RunWhy({
  comparison,
  hrefOf,
}: {
  comparison: NonNullable<RunView['comparison']>
  hrefOf: (reason: ChangeReason) => string
}) {
  const t = useMessages({ vi, en })
  // A sum says nothing about anybody; whoever is not told why people are paid is not led from it to them.
  const isTold = useCan()('people.read')
  const { changes, unexplained } = comparison
  const largest = Math.max(...changes.map(({ difference }) => Math.abs(difference)))
  const sum = changes.reduce((total, { difference }) => total + difference, 0)
  const people = changes.reduce((total, { peopleDifference }) => total + peopleDifference, 0)
  return (
    <Panel
      title={t.why.title}
      aside={
        <Chip kind={unexplained === 0 ? 'ok' : 'err'}>
          {t.why.unexplained} {formatMoney(unexplained)}
        </Chip>
      }
    >
      {changes.length === 0 ? (
        <p className="empty">{t.why.none}</p>
      ) : (
        <table className="table reasons">
          <caption className="sr">{t.why.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.why.reason}</th>
              <th scope="col" className="num">
                {t.people}
              </th>
              <th scope="col" className="num">
                {t.why.peopleDifference}
              </th>
              <th scope="col">
                <span className="sr">{t.why.direction}</span>
              </th>
              <th scope="col" className="num">
                {t.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {inOrder(changes).map(({ reason, people, peopleDifference, difference }) => (
              <tr key={reason}>
                <th scope="row">
                  {isTold ? (
                    <TextLink href={hrefOf(reason)}>{t.reasons[reason]}</TextLink>
                  ) : (
                    t.reasons[reason]
                  )}
                </th>
                <td className="num">{formatCount(people)}</td>
                <td className="num">
                  {peopleDifference === 0 ? t.none : <Difference value={peopleDifference} />}
                </td>
                <td className="wide-bar">
                  <DeltaBar value={difference} largest={largest} />
                </td>
                <td className="num">
                  <Difference value={difference} />
                </td>
              </tr>
            ))}
            <tr className="subtotal">
              <th scope="row">{t.why.total}</th>
              <td className="num" aria-label={t.people}>
                {t.none}
              </td>
              <td className="num">
                <Difference value={people} />
              </td>
              <td className="wide-bar" aria-hidden="true" />
              <td className="num">
                <Difference value={sum} />
              </td>
            </tr>
          </tbody>
        </table>
      )}
    </Panel>
  )
}
