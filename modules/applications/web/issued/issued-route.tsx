import { useSearch } from '@tanstack/react-router'
import { IssuedPage } from './issued-page.tsx'

const kinds = ['decision', 'refusal', 'certificate'] as const

/** The signed papers an address asks for. */
export function IssuedRoute() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined)
  const wanted = {
    q: text('tim'),
    kind: kinds.find((one) => one === search['loai']),
    isUnsigned: text('chua-ky') === '1',
    after: text('sau'),
  }
  return <IssuedPage key={JSON.stringify(wanted)} {...wanted} />
}
