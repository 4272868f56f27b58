import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery, useCommand, useRequestId } from '#platform/web/api'
import { deviceName } from '#platform/web/offline/carried-page'
import type { KeptList } from '#platform/web/offline/shelf'
import { isShortCode, NewCodeField, Unlock } from '#platform/web/offline/unlock'
import { useIsOnline } from '#platform/web/page-states'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Select } from '#ui/choice'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { EmptyState, Skeleton } from '#ui/states'
import { listTakeable, takeList, unlockTake } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { rounds, type Round } from './round.ts'

/** The lists this tablet holds, sealed, and where a new one can be taken. */
export function StartView({
  lists,
  unsentOf,
  onOpen,
}: {
  lists: readonly KeptList[]
  unsentOf: (listId: string) => number
  onOpen: (round: Round) => void
}) {
  const t = useMessages({ vi, en })
  const isOnline = useIsOnline()
  const ask = useCommand(unlockTake)
  return (
    <>
      {lists.map((kept) => (
        <Unlock
          key={kept.id}
          kept={kept}
          unsent={unsentOf(kept.id)}
          isOnline={isOnline}
          words={t.problems}
          ask={async () => (await ask.mutateAsync({ id: kept.id })).secret}
          open={async (by) => {
            const round = await rounds.open(kept, by)
            if (round) onOpen(round)
            return round !== undefined
          }}
        />
      ))}
      {isOnline ? (
        <TakeList onOpen={onOpen} />
      ) : (
        <Notice kind="warn" title={lists.length > 0 ? t.takeLater : t.takeNeedsNetwork} />
      )}
    </>
  )
}

type Place = {
  readonly key: string
  readonly label: string
  readonly partId: string
  readonly village: string | null
}

/** The list of a commune or a village, a code of one’s own, and it is on the tablet. */
function TakeList({ onOpen }: { onOpen: (round: Round) => void }) {
  const t = useMessages({ vi, en })
  const { data, error, isPending } = useQuery(apiQuery(listTakeable, {}))
  const [chosen, choose] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const [wasTried, setTried] = useState(false)
  const [requestId, renew] = useRequestId()
  const take = useCommand(takeList)
  if (isPending) return <Skeleton lines={3} />
  if (error) return <ProblemNotice error={error} words={t.problems} />
  const places = data.flatMap(({ partId, area, villages }): Place[] => {
    const waiting = villages.reduce((sum, village) => sum + village.waiting, 0)
    return [
      { key: partId, label: t.whole(area.name, formatCount(waiting)), partId, village: null },
      ...villages.map((village) => ({
        key: `${partId} ${village.name ?? ''}`,
        label: t.village(area.name, village.name ?? t.noVillage, formatCount(village.waiting)),
        partId,
        village: village.name ?? '',
      })),
    ]
  })
  if (places.length === 0) return <EmptyState title={t.none}>{t.noneMore}</EmptyState>
  const place = places.find(({ key }) => key === chosen)
  const submit = () => {
    setTried(true)
    if (!place || isShortCode(code)) return
    take.mutate(
      { partId: place.partId, village: place.village, requestId, device: deviceName() },
      {
        onSuccess: ({ secret, ...list }) => {
          renew()
          void rounds.keep(list, { secret, code }).then(onOpen)
        },
      },
    )
  }
  return (
    <section className="carried-card" aria-labelledby="lay-danh-sach">
      <h2 id="lay-danh-sach">{t.take}</h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Select
          label={t.where}
          options={places.map(({ key, label }) => ({ value: key, label }))}
          value={chosen}
          onChange={choose}
          emptyLabel={t.choose}
          error={wasTried && !place ? t.chooseWhere : undefined}
        />
        <NewCodeField value={code} onChange={setCode} wasTried={wasTried} />
        <Button type="submit" emphasis="primary" icon="download" isBlock isPending={take.isPending}>
          {t.takeVerb}
        </Button>
      </form>
      <ProblemNotice error={take.error} words={t.problems} />
    </section>
  )
}
