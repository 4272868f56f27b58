import { useCan } from '#platform/web/session'
import { SuspicionsOfHit } from '../../modules/duplicates/web/suspicions-of-hit.tsx'
import { ReceivingOfHit } from '../../modules/entitlement/web/receiving-of-hit.tsx'
import { SearchRoute } from '../../modules/people/web/search-route.tsx'

/** People found, with what other modules know of them: who receives something, and who may be written down twice. */
export function PeopleRoute() {
  const can = useCan()
  return (
    <SearchRoute
      receiving={
        can('entitlement.read')
          ? (personId, listed) => <ReceivingOfHit personId={personId} listed={listed} />
          : undefined
      }
      suspicions={(personId, listed) =>
        can('duplicates.read') && <SuspicionsOfHit personId={personId} listed={listed} />
      }
    />
  )
}
