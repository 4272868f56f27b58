import { useParams, useSearch } from '@tanstack/react-router'
import { ChangeReason, LineFilter, PaymentRunId } from '../contract.ts'
import { LinesPage } from './lines-page.tsx'
import { RunPage } from './run-page.tsx'

type Search = Readonly<Record<string, string | number | undefined>>

/** Reads the address and shows the run it names. */
export function RunRoute() {
  const { id } = useParams({ strict: false })
  const search: Search = useSearch({ strict: false })
  return (
    <RunPage
      id={PaymentRunId.parse(id)}
      reason={ChangeReason.optional().parse(search['lydo'])}
      page={Number(search['trang'] ?? 1)}
    />
  )
}

export function LinesRoute() {
  const { id } = useParams({ strict: false })
  const search: Search = useSearch({ strict: false })
  const filter = LineFilter.parse({
    areaId: search['xa'],
    payPointId: search['diem'],
    component: search['chedo'],
    rule: search['nhom'],
    kind: search['loai'],
    name: search['ten'],
  })
  const given = Object.entries(filter).filter(([, value]) => value !== undefined)
  return (
    <LinesPage
      id={PaymentRunId.parse(id)}
      filter={Object.fromEntries(given)}
      page={Number(search['trang'] ?? 1)}
    />
  )
}
