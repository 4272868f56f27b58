import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { Chip } from '#ui/chip'
import { formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { listReceiving } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** In a row of a list: what its person receives this month. All rows ask together, once. */
export function ReceivingOfHit({ personId, listed }: { personId: string; listed: readonly string[] }) {
  const t = useMessages({ vi, en })
  const { data } = useQuery(apiQuery(listReceiving, { personIds: [...listed] }))
  const own = data?.find((one) => one.personId === personId)
  if (!own) return null
  if (own.components.length > 0)
    return (
      <Chip kind="ok" icon="dot">
        {own.components.map((component) => t.components[component]).join(', ')}
      </Chip>
    )
  if (own.suspendedFrom)
    return (
      <Chip kind="warn" icon="pause">
        {t.standing.suspended(formatMonth(own.suspendedFrom))}
      </Chip>
    )
  return t.none
}
