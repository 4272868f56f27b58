import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { PersonId } from '#modules/people/contract'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { LinkButton } from '#ui/button'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { Skeleton } from '#ui/states'
import { listRequests } from '../contract.ts'
import './changes.css'
import { addHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { RequestsTable } from './requests-table.tsx'

/** What was asked about a person, and what became of it. */
export function PersonChanges() {
  const t = useMessages({ vi, en })
  const can = useCan()
  const personId = PersonId.parse(useParams({ strict: false }).personId)
  const requests = useQuery(apiQuery(listRequests, { personId, view: 'submitted' }))
  return (
    <Panel
      title={t.ofPerson.title}
      aside={
        can('changes.record') && (
          <LinkButton icon="plus" href={addHref(personId)}>
            {t.ofPerson.add}
          </LinkButton>
        )
      }
    >
      <ProblemNotice error={requests.error} words={t.problems} onRetry={() => void requests.refetch()} />
      {requests.isLoading ? (
        <Skeleton lines={3} />
      ) : (
        requests.data && (
          <RequestsTable
            isOfOne
            caption={t.ofPerson.title}
            rows={requests.data.rows}
            empty={<p className="empty">{t.ofPerson.none}</p>}
          />
        )
      )}
    </Panel>
  )
}
