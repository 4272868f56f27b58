import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { PersonId } from '#modules/people/contract'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { TextLink } from '#ui/button'
import { formatDay, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { Skeleton } from '#ui/states'
import { listReviewsOf } from '../contract.ts'
import { partHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { StateChip } from './state-chip.tsx'

/** When somebody was reviewed, by whom, and when everything was last found as the register has it. */
export function PersonReviews() {
  const t = useMessages({ vi, en })
  const can = useCan()
  const personId = PersonId.parse(useParams({ strict: false }).personId)
  const { data, error, isLoading, refetch } = useQuery({
    ...apiQuery(listReviewsOf, { personId }),
    enabled: can('review.read'),
  })
  if (!can('review.read')) return null
  return (
    <Panel title={t.ofPerson.title}>
      <ProblemNotice error={error} words={t.problems} onRetry={() => void refetch()} />
      {isLoading && <Skeleton lines={2} />}
      {data && (
        <ul className="lines">
          <li className="quiet">
            {data.confirmedOn ? t.ofPerson.confirmed(formatDay(data.confirmedOn)) : t.ofPerson.never}
          </li>
          {data.reviews.length === 0 && <li className="quiet">{t.ofPerson.none}</li>}
          {data.reviews.map(({ partId, title, state, answeredAt, answeredName }) => (
            <li key={partId}>
              <TextLink href={partHref(partId, { person: personId })}>{title}</TextLink>{' '}
              <StateChip state={state} />
              {answeredAt && answeredName && (
                <span className="quiet below-name">
                  {t.person.by(answeredName, formatInstant(answeredAt))}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
