import { useSearch } from '@tanstack/react-router'
import { FeedbackPage, readKind, type Wanted } from './feedback-page.tsx'

/** What people said to the office, with the one an address names opened beside the list. */
export function FeedbackRoute() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined)
  const wanted: Wanted = {
    view: text('xem') === 'da-tra-loi' ? 'answered' : 'open',
    kind: readKind(text('loai')),
    page: Math.max(1, Math.trunc(Number(text('trang') ?? 1)) || 1),
    id: text('thu'),
  }
  return <FeedbackPage wanted={wanted} />
}
