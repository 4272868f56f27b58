import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { TextLink } from '#ui/button'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { listAwardLists } from '../../listed-contract.ts'
import { listsHref } from './hrefs.ts'
import { ListsTable } from './lists-table.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const shown = 5

/** On the page of the day, for whoever decides: lists somebody else brought, whose awards wait. */
export function AwardListsBlock() {
  const t = useMessages({ vi, en })
  const { data, error, refetch } = useQuery(apiQuery(listAwardLists, { isWaiting: 'true' }))
  if (error) return <ProblemNotice error={error} words={t.problems} onRetry={() => void refetch()} />
  const lists = (data ?? []).filter(({ isOwn }) => !isOwn)
  if (lists.length === 0) return null
  return (
    <Panel
      title={t.home.title(formatCount(lists.length))}
      aside={<TextLink href={listsHref}>{t.home.all}</TextLink>}
    >
      <ListsTable caption={t.waitingTitle} lists={lists.slice(0, shown)} empty="" />
    </Panel>
  )
}
