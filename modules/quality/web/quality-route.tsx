import { useParams, useSearch } from '@tanstack/react-router'
import { NotFound } from '#platform/web/page-states'
import { RuleId } from '../contract.ts'
import { FindingsPage } from './findings-page.tsx'
import { OverviewPage } from './overview-page.tsx'

type Search = { readonly xa?: number; readonly muc?: string; readonly trang?: number }

export function OverviewRoute() {
  const { xa }: Search = useSearch({ strict: false })
  return <OverviewPage areaId={numberIn(xa)} />
}

export function ListRoute() {
  const { xa, muc, trang }: Search = useSearch({ strict: false })
  const { rule: name } = useParams({ strict: false }) as { rule?: string } // The address of this route names it.
  const rule = RuleId.safeParse(name?.replaceAll('-', '_'))
  if (!rule.success) return <NotFound />
  const shown = { show: muc === 'dung-nhu-vay' ? 'excepted' : 'open', page: numberIn(trang) ?? 1 } as const
  const areaId = numberIn(xa)
  return (
    <FindingsPage
      key={`${rule.data} ${areaId} ${muc} ${trang}`}
      rule={rule.data}
      areaId={areaId}
      {...shown}
    />
  )
}

/** The parameters of an address are text until a route has read them. */
function numberIn(given: number | string | undefined) {
  return given === undefined ? undefined : Number(given)
}
