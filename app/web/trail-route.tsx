import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { listUsers } from '#modules/identity/contract'
import { apiQuery } from '#platform/web/api'
import { NoAccess } from '#platform/web/page-states'
import { useCan } from '#platform/web/session'
import { trailFilter, TrailPage } from '../../modules/audit/web/trail-page.tsx'

/** The trail with the names of those in it, which another module knows. */
export function TrailRoute() {
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false })
  const can = useCan()
  const router = useRouter()
  const { data: users = [] } = useQuery({ ...apiQuery(listUsers, {}), enabled: can('identity.manage') })
  if (!can('audit.read')) return <NoAccess />
  return (
    <TrailPage
      filter={trailFilter(search)}
      names={new Map(users.map(({ id, name }) => [id, name]))}
      onFilter={({ from, through, userId, personId, action }) => {
        const given = Object.entries({ tu: from, den: through, ai: userId, nguoi: personId, viec: action })
        const text = given.flatMap(([name, value]) => (value ? [[name, value]] : []))
        router.history.push(`/nghiep-vu/nhat-ky?${new URLSearchParams(text).toString()}`)
      }}
    />
  )
}
