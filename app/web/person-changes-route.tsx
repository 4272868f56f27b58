import { useParams } from '@tanstack/react-router'
import { PersonId } from '#modules/people/contract'
import { PersonChanges } from '../../modules/changes/web/person-changes.tsx'
import { Verification } from '../../modules/population/web/verification.tsx'

/** What was asked about a person, and how they compared with the population register. */
export function PersonChangesRoute() {
  const personId = PersonId.parse(useParams({ strict: false }).personId)
  return (
    <div className="stack">
      <Verification key={personId} personId={personId} />
      <PersonChanges />
    </div>
  )
}
