import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { TextLink } from '#ui/button'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { countDueTasks } from '../contract.ts'
import { soonDays } from '../domain/take.ts'
import { tasksHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** On the page of the day: what reviews left to do and is late or due in the next days. Nothing while nothing is. */
export function ReviewBlocks() {
  const t = useMessages({ vi, en })
  const { data, error, refetch } = useQuery(apiQuery(countDueTasks, {}))
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data || data.overdue + data.soon === 0) return null
  const { overdue, soon } = data
  return (
    <Notice kind={overdue > 0 ? 'warn' : 'info'} title={t.tasks}>
      <p>
        {overdue > 0 && `${t.task.overdue(formatCount(overdue))} `}
        {soon > 0 && `${t.task.soon(formatCount(soon), soonDays)} `}
        <TextLink href={tasksHref()}>{t.task.see}</TextLink>
      </p>
    </Notice>
  )
}
