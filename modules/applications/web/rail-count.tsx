import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { countDesk } from '../counts-contract.ts'
import { railCount as en } from './rail-count.en.ts'
import { railCount as vi } from './rail-count.vi.ts'

const aMinute = 60_000

/** Beside an entry of the rail, how much waits there for whoever reads it; nothing where nothing waits. */
export function RailCount({ of }: { of: 'queue' | 'signing' | 'feedback' }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { data } = useQuery({ ...apiQuery(countDesk, {}), staleTime: aMinute, retry: false })
  if (!data) return null
  const handles = can('applications.handle')
  const counts = {
    queue: handles ? data.mine : data.over,
    signing: can('applications.sign') ? data.toSign : 0,
    feedback: data.letters,
  }
  const words = { queue: handles ? t.mine : t.over, signing: t.toSign, feedback: t.letters }
  if (counts[of] === 0) return null
  return (
    <span className="count">
      {formatCount(counts[of])}
      <span className="sr"> {words[of]}</span>
    </span>
  )
}
