import { useQuery } from '@tanstack/react-query'
import { nameOfRule } from '#modules/entitlement/contract'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useMe } from '#platform/web/session'
import { formatCount, formatMonth } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { Skeleton } from '#ui/states'
import { getRuleReach, type RuleReach as Reach } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Whom some rules of the law govern: people and money of the latest month that was approved, small numbers kept back. */
export function RuleReach({ rules }: { rules: readonly string[] }) {
  const t = useMessages({ vi, en })
  const { data, error } = useQuery(apiQuery(getRuleReach, {}))
  return (
    <Panel title={t.reach.title}>
      {error ? (
        <ProblemNotice error={error} />
      ) : data ? (
        <Figures reach={data} rules={rules} />
      ) : (
        <div className="panel-body">
          <Skeleton lines={2} />
        </div>
      )}
    </Panel>
  )
}

function Figures({ reach: { month, rules: all }, rules }: { reach: Reach; rules: readonly string[] }) {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  const { areaName } = useMe()
  if (month === null) return <p className="empty">{t.reach.none}</p>
  const paid = all.filter(({ rule }) => rules.includes(rule))
  const where = areaName ?? t.reach.country
  if (paid.length === 0) return <p className="empty">{t.reach.nobody(formatMonth(month), where)}</p>
  return (
    <ul className="lines">
      {paid.map(({ rule, people, amount }) => (
        <li key={rule} className="split">
          <span>{nameOfRule(rule, language)}</span>
          {people === null || amount === null ? (
            <b className="nowrap">{t.reach.few}</b>
          ) : (
            <b className="nowrap">{t.reach.figure(formatCount(people), formatCount(amount))}</b>
          )}
        </li>
      ))}
      <li className="quiet">{t.reach.what(formatMonth(month), where)}</li>
    </ul>
  )
}
