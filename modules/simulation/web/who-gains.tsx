import { formatCount, formatDifference } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import type { Result } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const kinds = ['raised', 'lowered', 'gained', 'lost', 'switched', 'fresh', 'unchanged'] as const
/** Said even where there is nobody: that none loses is news too. */
const always: ReadonlySet<string> = new Set(['raised', 'lowered', 'lost', 'unchanged'])

/** How many people gain and lose, and by how much; the bars only repeat the numbers beside them. */
export function WhoGains({ result }: { result: Result }) {
  const t = useMessages({ vi, en })
  const { all, unchanged, freshAlreadyPaid, differences } = result
  const countOf = (kind: (typeof kinds)[number]) => (kind === 'unchanged' ? unchanged : all[kind])
  const largest = Math.max(1, ...differences.map(({ people }) => people))
  return (
    <Panel title={t.who.title} aside={<span className="hint">{t.who.hint}</span>}>
      <ul className="who">
        {kinds
          .filter((kind) => always.has(kind) || countOf(kind) > 0)
          .map((kind) => (
            <li key={kind}>
              <b>{formatCount(countOf(kind))}</b>
              <span>
                {t.who[kind]}
                {kind === 'fresh' && freshAlreadyPaid > 0 && (
                  <small className="quiet"> ({t.who.freshAlreadyPaid(formatCount(freshAlreadyPaid))})</small>
                )}
              </span>
            </li>
          ))}
      </ul>
      {differences.length === 0 ? (
        <p className="hint panel-body">{t.who.none}</p>
      ) : (
        <table className="table dist">
          <caption>{t.who.distribution}</caption>
          <thead className="sr">
            <tr>
              <th scope="col">{t.who.difference}</th>
              <th scope="col">{t.who.chart}</th>
              <th scope="col">{t.who.people}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ from, to, people }) => (
              <tr key={from}>
                <th scope="row" className={from < 0 ? 'num loss' : 'num gain'}>
                  {from === to
                    ? formatDifference(from)
                    : `${formatDifference(from)} … ${formatDifference(to)}`}
                </th>
                {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the number stands beside it */}
                <td className="w">
                  <span className="hbar" aria-hidden="true">
                    <i
                      className={from < 0 ? 'down' : undefined}
                      style={{ '--v': (100 * people) / largest }}
                    />
                  </span>
                </td>
                <td className="num">{formatCount(people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
