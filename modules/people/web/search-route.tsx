import { useSearch } from '@tanstack/react-router'
import { SearchPage, type MarksOfHits } from './search-page.tsx'

/** Reads the address and shows whom it asks for. */
export function SearchRoute(marks: MarksOfHits) {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const q = typeof search['q'] === 'string' ? search['q'] : ''
  // Asked from the palette: the only one found is opened, and going back leads to where one came from.
  const opensOnlyHit = search['mo'] === '1'
  return (
    <SearchPage
      marks={marks}
      terms={{ q, wholeArea: search['tinh'] === '1', includeDead: search['mat'] === '1' }}
      opensOnlyHit={opensOnlyHit}
    />
  )
}
