import { useCan } from '#platform/web/session'
import { ReceivingMark } from '../../modules/entitlement/web/receiving-mark.tsx'
import { PersonLayout } from '../../modules/people/web/person-layout.tsx'

/** A person’s page, with what another module says of them in its head. */
export function PersonRoute() {
  const can = useCan()
  return (
    <PersonLayout
      standing={({ id }) => can('entitlement.read') && <ReceivingMark key={id} personId={id} />}
    />
  )
}
