import { useParams, useSearch } from '@tanstack/react-router'
import { NoAccess, NotFound } from '#platform/web/page-states'
import { useCan } from '#platform/web/session'
import { EstimateId } from '../contract.ts'
import { ComparePage } from './compare-page.tsx'
import { EstimatePage } from './estimate-page.tsx'
import { YearPage } from './year-page.tsx'
import './budget.css'

type Search = Readonly<Record<string, string | undefined>>

/** Reads the address and shows what it names. */
export function YearRoute() {
  const can = useCan()
  const search: Search = useSearch({ strict: false })
  const year = Number(search['nam'])
  if (!can('budget.read')) return <NoAccess />
  return <YearPage asked={Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : undefined} />
}

export function EstimateRoute() {
  const can = useCan()
  const { id } = useParams({ strict: false })
  const search: Search = useSearch({ strict: false })
  const { data: known } = EstimateId.safeParse(id)
  if (!can('budget.read')) return <NoAccess />
  if (known === undefined) return <NotFound />
  const areaId = Number(search['xa'])
  return (
    <EstimatePage
      id={known}
      areaId={search['xa'] !== undefined && Number.isInteger(areaId) ? areaId : undefined}
      line={search['nhom']}
      part={search['phan']}
    />
  )
}

export function CompareRoute() {
  const can = useCan()
  const search: Search = useSearch({ strict: false })
  const ids = (search['ban'] ?? '').split(',').flatMap((id) => EstimateId.safeParse(id).data ?? [])
  if (!can('budget.read')) return <NoAccess />
  return ids.length === 2 ? <ComparePage first={ids[0]!} second={ids[1]!} /> : <NotFound />
}
