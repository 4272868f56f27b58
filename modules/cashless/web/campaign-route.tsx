import { useSearch } from '@tanstack/react-router'
import { CampaignFilter, Standing } from '../contract.ts'
import { CampaignPage } from './campaign-page.tsx'

type Search = Readonly<Record<string, string | number | undefined>>

/** Reads the address and shows the list it names; what it does not understand narrows nothing. */
export function CampaignRoute() {
  const search: Search = useSearch({ strict: false })
  const filter = {
    areaId: search['xa'] === undefined ? undefined : Number(search['xa']),
    standing: Standing.safeParse(search['tinhtrang']).data,
    age: CampaignFilter.shape.age.safeParse(search['tuoi']).data,
    disability: CampaignFilter.shape.disability.safeParse(search['khuyettat']).data,
    isMine: search['cuatoi'] === 'true',
  }
  const page = Number(search['trang'] ?? 1)
  // Whoever was chosen on one page is not chosen on another.
  return <CampaignPage key={JSON.stringify([filter, page])} filter={filter} page={page} />
}
