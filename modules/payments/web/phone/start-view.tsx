import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { now } from '#kernel/civil-date'
import { apiQuery, useCommand, useRequestId } from '#platform/web/api'
import { useIsOnline } from '#platform/web/page-states'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Select } from '#ui/choice'
import { formatCount, formatInstant, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { EmptyState, Skeleton } from '#ui/states'
import { PasswordField } from '#ui/text-field'
import {
  CashListId,
  listCashPlaces,
  takeCashList,
  unlockCashList,
  type CashPlaceView,
} from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import type { KeptList } from './shelf.ts'
import { keepList, openTill, type Till } from './till.ts'

const shortestCode = 6

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
  return (
    <>
      {lists.map((kept) => (
        <Unlock key={kept.id} kept={kept} unsent={unsentOf(kept.id)} isOnline={isOnline} onOpen={onOpen} />
      ))}
      {isOnline ? (
        <TakeList onOpen={onOpen} />
      ) : (
        <Notice kind="warn" title={lists.length > 0 ? t.takeLater : t.takeNeedsNetwork} />
      )}
    </>
  )
}

function Unlock({
  kept,
  unsent,
  isOnline,
  onOpen,
}: {
  kept: KeptList
  unsent: number
  isOnline: boolean
  onOpen: (till: Till) => void
}) {
  const t = useMessages({ vi, en })
  const [code, setCode] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const ask = useCommand(unlockCashList)
  const open = async (by: Parameters<typeof openTill>[1]) => {
    setBusy(true)
    const till = await openTill(kept, by)
    setBusy(false)
    setWrong(till === undefined)
    if (till) onOpen(till)
  }
  return (
    <section className="till-card" aria-labelledby={`danh-sach-${kept.id}`}>
      <h2 id={`danh-sach-${kept.id}`}>{kept.label}</h2>
      <p>{t.kept(formatInstant(kept.takenAt), formatInstant(kept.expiresAt))}</p>
      {unsent > 0 && <Notice kind="warn" title={t.unsentInside(formatCount(unsent))} />}
      {kept.expiresAt <= now() && <Notice kind="warn" title={t.expired(formatInstant(kept.expiresAt))} />}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void open({ code })
        }}
      >
        <PasswordField
          label={t.code}
          value={code}
          onChange={(value) => {
            setCode(value)
            setWrong(false)
          }}
          error={isWrong ? t.wrongCode : undefined}
          inputMode="numeric"
          autoComplete="off"
        />
        <Button type="submit" emphasis="primary" icon="lock" isBlock isPending={isBusy}>
          {t.unlock}
        </Button>
      </form>
      {isOnline && (
        <Button
          emphasis="quiet"
          isBlock
          isPending={ask.isPending}
          onPress={() =>
            ask.mutate(
              { id: CashListId.parse(kept.id) },
              { onSuccess: ({ secret }) => void open({ secret }) },
            )
          }
        >
          {t.forgotCode}
        </Button>
      )}
      <ProblemNotice error={ask.error} words={t.problems} />
    </section>
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
  const isShort = code.length < shortestCode
  const submit = () => {
    setAttempts(attempts + 1)
    if (!place || isShort) return
    take.mutate(
      { place: place.place, requestId, device: deviceName() },
      {
        onSuccess: (list) => {
          renew()
          void keepList(list, code).then(onOpen)
        },
      },
    )
  }
  return (
    <section className="till-card" aria-labelledby="lay-danh-sach">
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
        <PasswordField
          label={t.newCode}
          hint={t.newCodeHint}
          value={code}
          onChange={setCode}
          error={attempts > 0 && isShort ? t.shortCode(shortestCode) : undefined}
          inputMode="numeric"
          autoComplete="off"
        />
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

/** What a colleague would call this phone: its system, nothing that tells it from others of its kind. */
function deviceName() {
  return /Android|iPhone|iPad|Windows|Macintosh|Linux/.exec(navigator.userAgent)?.[0] ?? 'Thiết bị'
}
