import { useSearch } from '@tanstack/react-router'
import { SearchPage } from './search-page.tsx'

/** Reads the address and shows whom it asks for. */
export function SearchRoute() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const q = typeof search['q'] === 'string' ? search['q'] : ''
  return <SearchPage terms={{ q, wholeArea: search['tinh'] === '1', includeDead: search['mat'] === '1' }} />
}
