import { PersonId } from '#modules/people/contract'
import { useCan } from '#platform/web/session'
import { FileRoute as File } from '../../modules/applications/web/file/file-route.tsx'
import { Verification } from '../../modules/population/web/verification.tsx'

/** A file, with how the person it is about compared with the population register, which another module knows. */
export function FileRoute() {
  const can = useCan()
  return <File compared={(id) => can('people.read') && <Verification personId={PersonId.parse(id)} />} />
}
