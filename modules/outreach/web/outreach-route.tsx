import { useSearch } from '@tanstack/react-router'
import { Benefit, Progress, ProspectFilter } from '../contract.ts'
import { viewNamed, type Page } from './hrefs.ts'
import { OutreachPage } from './outreach-page.tsx'

type Search = Readonly<Record<string, string | number | undefined>>

export function SoonRoute() {
  return <Route page="sap-du-dieu-kien" />
}

export function EndingRoute() {
  return <Route page="sap-het-dieu-kien" />
}

/** Reads the address and shows the list it names. */
function Route({ page }: { page: Page }) {
  const search: Search = useSearch({ strict: false })
  const filter = ProspectFilter.parse({
    areaId: search['xa'],
    benefit: Benefit.safeParse(search['chedo']).data,
    within: search['trong'],
    progress: Progress.safeParse(search['viec']).data,
  })
  const given = Object.entries(filter).filter(([, value]) => value !== undefined)
  const view = viewNamed(page, search['muc'] === undefined ? undefined : String(search['muc']))
  const number = Number(search['trang'] ?? 1)
  // Whoever was chosen on one page is not chosen on another.
  return (
    <OutreachPage
      key={JSON.stringify([view, filter, number])}
      view={view}
      filter={Object.fromEntries(given)}
      page={number}
    />
  )
}
