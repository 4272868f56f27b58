import { CatchBoundary, useParams } from '@tanstack/react-router'
import { PersonId } from '#modules/people/contract'
import { NotFound } from '#platform/web/page-states'
import { usePastView } from '#platform/web/past-view'
import { useCan } from '#platform/web/session'
import { ReceivingMark } from '../../modules/entitlement/web/receiving-mark.tsx'
import { PersonLayout } from '../../modules/people/web/person-layout.tsx'
import { PersonNotYet } from '../../modules/people/web/person-not-yet.tsx'

/** A person’s page, with what another module says of them in its head; nobody where the address is not of a person. */
export function PersonRoute() {
  const can = useCan()
  const { personId } = useParams({ strict: false })
  const { on, knownOn } = usePastView()
  if (!PersonId.safeParse(personId).success) return <NotFound />
  return (
    <CatchBoundary getResetKey={() => `${personId} ${on} ${knownOn}`} errorComponent={PersonNotYet}>
      <PersonLayout
        standing={({ id }) => can('entitlement.read') && <ReceivingMark key={id} personId={id} />}
      />
    </CatchBoundary>
  )
}
