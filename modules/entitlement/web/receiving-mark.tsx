import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { monthOf } from '#kernel/civil-date'
import { apiQuery } from '#platform/web/api'
import { usePastView } from '#platform/web/past-view'
import { Chip } from '#ui/chip'
import { formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { getEntitlements } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** In the head of a person’s page: whether the law and a decision give them something in the month one looks at. */
export function ReceivingMark({ personId }: { personId: string }) {
  const t = useMessages({ vi, en })
  const { on, knownOn } = usePastView()
  const { data } = useQuery({
    ...apiQuery(getEntitlements, { personId, on, known: knownOn }),
    placeholderData: keepPreviousData,
  })
  if (!data) return null
  const month = monthOf(on)
  const isReceiving = data.spells.some(
    ({ from, through, amount }) => amount > 0 && from <= month && (through === null || month <= through),
  )
  if (isReceiving)
    return (
      <Chip kind="ok" icon="dot">
        {t.standing.receiving}
      </Chip>
    )
  const suspended = data.awards.flatMap(({ through, suspension }) =>
    through === null && suspension && suspension.from <= month ? [suspension.from] : [],
  )
  if (suspended[0])
    return (
      <Chip kind="warn" icon="pause">
        {t.standing.suspended(formatMonth(suspended.toSorted()[0]!))}
      </Chip>
    )
  const begun = data.awards.filter(({ from }) => from <= month)
  const ended = begun.flatMap(({ through }) => (through && through < month ? [through] : [])).toSorted()
  if (begun.length > ended.length) return <Chip kind="warn">{t.standing.nothingDue}</Chip>
  const last = ended.at(-1)
  return <Chip>{last ? t.standing.stopped(formatMonth(last)) : t.standing.none}</Chip>
}
