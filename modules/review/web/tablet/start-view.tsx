import { useQuery } from '@tanstack/react-query'
import { apiQuery, useCommand } from '#platform/web/api'
import { deviceName } from '#platform/web/offline/carried-page'
import type { KeptList } from '#platform/web/offline/shelf'
import { StartView as CarriedStart } from '#platform/web/offline/start-view'
import { TakeForm } from '#platform/web/offline/take-form'
import { ProblemNotice } from '#platform/web/problem'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { EmptyState, Skeleton } from '#ui/states'
import { listTakeable, takeList, unlockTake } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { rounds, type Round } from './round.ts'

/** The lists of reviews this tablet holds, and where a new one can be taken. */
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
  const ask = useCommand(unlockTake)
  return (
    <CarriedStart
      lists={lists}
      unsentOf={unsentOf}
      askSecret={(id) => ask.mutateAsync({ id })}
      open={(kept, by) => rounds.open(kept, by)}
      onOpen={onOpen}
      words={t.problems}
    >
      <TakeList onOpen={onOpen} />
    </CarriedStart>
  )
}

type Place = {
  readonly key: string
  readonly label: string
  readonly partId: string
  readonly village: string | null
}

/** The list of a commune or of a village. */
function TakeList({ onOpen }: { onOpen: (round: Round) => void }) {
  const t = useMessages({ vi, en })
  const { data, error, isPending } = useQuery(apiQuery(listTakeable, {}))
  const { mutateAsync } = useCommand(takeList)
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
  return (
    <TakeForm
      where={t.where}
      chooseWhere={t.chooseWhere}
      places={places}
      keyOf={({ key }) => key}
      labelOf={({ label }) => label}
      take={async ({ partId, village }, { requestId, code }) => {
        const { secret, ...list } = await mutateAsync({ partId, village, requestId, device: deviceName() })
        return rounds.keep(list, { secret, code })
      }}
      onOpen={onOpen}
      words={t.problems}
    />
  )
}
