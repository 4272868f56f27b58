import { useQuery } from '@tanstack/react-query'
import { apiQuery, useCommand } from '#platform/web/api'
import { deviceName } from '#platform/web/offline/carried-page'
import type { KeptList } from '#platform/web/offline/shelf'
import { StartView as CarriedStart } from '#platform/web/offline/start-view'
import { TakeForm } from '#platform/web/offline/take-form'
import { ProblemNotice } from '#platform/web/problem'
import { formatCount, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { EmptyState, Skeleton } from '#ui/states'
import {
  CashListId,
  listCashPlaces,
  takeCashList,
  unlockCashList,
  type CashPlaceView,
} from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { tills, type Till } from './till.ts'

/** The cash lists this phone holds, and where a new one can be taken. */
export function StartView({
  lists,
  unsentOf,
  onOpen,
}: {
  lists: readonly KeptList[]
  unsentOf: (listId: string) => number
  onOpen: (till: Till) => void
}) {
  const t = useMessages({ vi, en })
  const ask = useCommand(unlockCashList)
  return (
    <CarriedStart
      lists={lists}
      unsentOf={unsentOf}
      askSecret={(id) => ask.mutateAsync({ id: CashListId.parse(id) })}
      open={(kept, by) => tills.open(kept, by)}
      onOpen={onOpen}
      words={t.problems}
    >
      <TakeList onOpen={onOpen} />
    </CarriedStart>
  )
}

function TakeList({ onOpen }: { onOpen: (till: Till) => void }) {
  const t = useMessages({ vi, en })
  const { data, error, isPending } = useQuery(apiQuery(listCashPlaces, { isWaiting: 'true' }))
  const { mutateAsync } = useCommand(takeCashList)
  if (isPending) return <Skeleton lines={3} />
  if (error) return <ProblemNotice error={error} words={t.problems} />
  const { places } = data
  if (places.length === 0) return <EmptyState title={t.noPlaces}>{t.noPlacesMore}</EmptyState>
  return (
    <TakeForm
      where={t.where}
      chooseWhere={t.chooseWhere}
      places={places}
      keyOf={({ place }) => `${place.month} ${place.providerId} ${place.payPointId ?? ''} ${place.areaId}`}
      labelOf={({ name, area, place, waiting }) =>
        t.placeOption(name, area.name, formatMonth(place.month), formatCount(waiting))
      }
      about={(place) => <AboutPlace place={place} />}
      take={async ({ place }, { requestId, code }) => {
        const { secret, ...list } = await mutateAsync({ place, requestId, device: deviceName() })
        return tills.keep(list, { secret, code })
      }}
      onOpen={onOpen}
      words={t.problems}
    />
  )
}

function AboutPlace({ place: { waiting, waitingAmount, lists } }: { place: CashPlaceView }) {
  const t = useMessages({ vi, en })
  const carriers = lists.flatMap(({ state, takenBy }) => (state === 'out' ? [takenBy] : []))
  return (
    <p>
      {t.placeSum(formatCount(waiting), formatMoney(waitingAmount))}
      {carriers.length > 0 && ` ${t.alsoWith(carriers.join(', '))}`}
    </p>
  )
}
