import { useQuery } from '@tanstack/react-query'
import { todayInVietnam } from '#kernel/civil-date'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { TextLink } from '#ui/button'
import { useMessages } from '#ui/language'
import { getYearOfBudget } from '../contract.ts'
import { yearHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { Warning } from './use-of-year.tsx'

/** On the page of the day: budget lines of this year that will not last. Nothing while all of them do. */
export function BudgetBlocks() {
  const t = useMessages({ vi, en })
  const year = Number(todayInVietnam().slice(0, 4))
  const { data, error } = useQuery(apiQuery(getYearOfBudget, { year }))
  if (error) return <ProblemNotice error={error} />
  const short = (data?.lines ?? []).filter(({ outlook }) => outlook?.runsOut)
  if (short.length === 0) return null
  return (
    <section className="stack" aria-label={t.title}>
      {short.map((line) => (
        <Warning key={line.fundId} line={line} />
      ))}
      <p>
        <TextLink href={yearHref(year)}>{t.titleOf(year)}</TextLink>
      </p>
    </section>
  )
}
