import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { useMessages } from '#ui/language'
import { PageHead, Panel } from '#ui/page'
import { EmptyState } from '#ui/states'
import { listAwardLists } from '../../listed-contract.ts'
import { ListsTable } from './lists-table.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** «Xác nhận danh sách nhập»: the imported lists of one’s area whose awards wait, and those dealt with. */
export function AwardListsPage() {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(apiQuery(listAwardLists, {}))
  const waiting = data.filter(({ proposed, coming }) => proposed + coming > 0)
  const done = data.filter(({ proposed, coming }) => proposed + coming === 0).toReversed()
  return (
    <>
      <PageHead crumbs={[{ label: t.section }, { label: t.title }]} title={t.title}>
        <p>{t.intro}</p>
      </PageHead>
      <Panel title={t.waitingTitle}>
        <ListsTable
          caption={t.waitingTitle}
          lists={waiting}
          empty={<EmptyState title={t.noneWaiting}>{t.noneWaitingNext}</EmptyState>}
        />
      </Panel>
      {done.length > 0 && (
        <Panel title={t.doneTitle}>
          <ListsTable caption={t.doneTitle} lists={done} empty="" />
        </Panel>
      )}
    </>
  )
}
