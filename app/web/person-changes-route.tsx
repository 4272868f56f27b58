import { useParams } from '@tanstack/react-router'
import { PersonId } from '#modules/people/contract'
import { PersonChanges } from '../../modules/changes/web/person-changes.tsx'
import { Verification } from '../../modules/population/web/verification.tsx'
import { PersonReviews } from '../../modules/review/web/person-reviews.tsx'

/** What was asked about a person, how they compared with the population register, and when they were reviewed. */
export function PersonChangesRoute() {
  const personId = PersonId.parse(useParams({ strict: false }).personId)
  return (
    <div className="stack">
      <Verification key={personId} personId={personId} />
      <PersonChanges />
      <PersonReviews />
    </div>
  )
}
