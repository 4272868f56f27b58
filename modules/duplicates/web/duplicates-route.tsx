import { useParams, useSearch } from '@tanstack/react-router'
import { NotFound } from '#platform/web/page-states'
import { PairId, type PairFilter } from '../contract.ts'
import { viewNamed } from './hrefs.ts'
import { PairPage } from './pair-page.tsx'
import { PairsPage } from './pairs-page.tsx'

/** Reads the address and shows the list it names. */
export function PairsRoute() {
  const search: Readonly<Record<string, string | number | undefined>> = useSearch({ strict: false })
  const { muc, xa, noi, tien, trang } = search
  const filter: PairFilter = {
    view: viewNamed(muc === undefined ? undefined : String(muc)),
    ...(xa !== undefined && { areaId: Number(xa) }),
    ...(noi !== undefined && { reach: noi === 'khac-xa' ? 'across' : 'within' }),
    ...(tien === '1' && { money: true }),
  }
  return <PairsPage filter={filter} page={Number(trang ?? 1)} />
}

export function PairRoute() {
  const { pairId } = useParams({ strict: false })
  const id = PairId.safeParse(pairId)
  return id.success ? <PairPage key={id.data} id={id.data} /> : <NotFound />
}
