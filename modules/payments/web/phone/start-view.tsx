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
import { formatCount, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
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

/** The lists this phone holds, sealed, and where a new one can be taken. */
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
  const isOnline = useIsOnline()
  const ask = useCommand(unlockCashList)
  return (
    <>
      {lists.map((kept) => (
        <Unlock
          key={kept.id}
          kept={kept}
          unsent={unsentOf(kept.id)}
          isOnline={isOnline}
          words={t.problems}
          ask={async () => (await ask.mutateAsync({ id: CashListId.parse(kept.id) })).secret}
          open={async (by) => {
            const till = await tills.open(kept, by)
            if (till) onOpen(till)
            return till !== undefined
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

/** A place, a code of one’s own, and the list is on the phone. */
function TakeList({ onOpen }: { onOpen: (till: Till) => void }) {
  const t = useMessages({ vi, en })
  const { data, error, isPending } = useQuery(apiQuery(listCashPlaces, {}))
  const [chosen, choose] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const [attempts, setAttempts] = useState(0)
  const [requestId, renew] = useRequestId()
  const take = useCommand(takeCashList)
  if (isPending) return <Skeleton lines={3} />
  if (error) return <ProblemNotice error={error} words={t.problems} />
  const places = data.places.filter(({ waiting }) => waiting > 0)
  if (places.length === 0) return <EmptyState title={t.noPlaces}>{t.noPlacesMore}</EmptyState>
  const place = places.find((one) => keyOf(one) === chosen)
  const submit = () => {
    setAttempts(attempts + 1)
    if (!place || isShortCode(code)) return
    take.mutate(
      { place: place.place, requestId, device: deviceName() },
      {
        onSuccess: ({ secret, ...list }) => {
          renew()
          void tills.keep(list, { secret, code }).then(onOpen)
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
          options={places.map((one) => ({
            value: keyOf(one),
            label: t.placeOption(one.name, one.area.name, formatCount(one.waiting)),
          }))}
          value={chosen}
          onChange={choose}
          emptyLabel={t.choose}
          error={attempts > 0 && !place ? t.chooseWhere : undefined}
        />
        {place && (
          <p>
            {t.placeSum(formatCount(place.waiting), formatMoney(place.waitingAmount))}
            {place.lists.some(({ state }) => state === 'out') &&
              ` ${t.alsoWith(place.lists.flatMap((one) => (one.state === 'out' ? [one.takenBy] : [])).join(', '))}`}
          </p>
        )}
        <NewCodeField value={code} onChange={setCode} wasTried={attempts > 0} />
        <Button type="submit" emphasis="primary" icon="download" isBlock isPending={take.isPending}>
          {t.takeVerb}
        </Button>
      </form>
      <ProblemNotice error={take.error} words={t.problems} />
    </section>
  )
}

function keyOf({ place }: CashPlaceView) {
  return `${place.providerId} ${place.payPointId ?? ''} ${place.areaId}`
}
