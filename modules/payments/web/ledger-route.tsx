import { useParams, useSearch } from '@tanstack/react-router'
import { NotFound } from '#platform/web/page-states'
import { EntryPage } from './entry-page.tsx'
import { LedgerPage } from './ledger-page.tsx'
import { LedgerSearch } from './ledger-search.ts'

type Search = Readonly<Record<string, string | number | undefined>>

/** Reads the address and shows the entries it means. */
export function LedgerRoute() {
  const search: Search = useSearch({ strict: false })
  return <LedgerPage search={LedgerSearch.parse(search)} />
}

export function EntryRoute() {
  const { id } = useParams({ strict: false })
  const search: Search = useSearch({ strict: false })
  const number = Number(id)
  if (!Number.isSafeInteger(number) || number < 1) return <NotFound />
  return <EntryPage id={number} page={Number(search['trang'] ?? 1)} />
}
