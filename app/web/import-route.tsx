import { useCan } from '#platform/web/session'
import { AwardsOfImport } from '../../modules/entitlement/web/listed/of-import.tsx'
import { ImportRoute as Import } from '../../modules/people/web/import/import-page.tsx'

/** An import, with what became of the awards it brought, which another module knows. */
export function ImportRoute() {
  const can = useCan()
  return <Import awards={(id) => can('entitlement.read') && <AwardsOfImport importId={id} />} />
}
