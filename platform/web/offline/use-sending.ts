import { useCallback, useEffect, useRef, useState } from 'react'
import { now, secondsBetween, type Instant } from '#kernel/civil-date'
import { apiError } from '../api.ts'
import { useIsOnline } from '../page-states.tsx'

/** As long as this a press can be taken back; then the server hears of it. */
export const undoSeconds = 8
const atOnce = 200

type Sending<Made> = {
  /** What the server has not heard yet. */
  readonly waiting: readonly Made[]
  readonly happenedAt: (record: Made) => Instant
  /** Tells the server and writes down what it said; sent twice it is heard once. */
  readonly tell: (some: readonly Made[]) => Promise<void>
}

/** Sends what was recorded whenever there is a network, a little after it was, and goes on until all of it is heard. */
export function useSending<Made>({ waiting, happenedAt, tell }: Sending<Made>) {
  const isOnline = useIsOnline()
  const [error, setError] = useState<unknown>()
  const isBusy = useRef(false)

  const send = useCallback(
    async (records: readonly Made[]) => {
      if (isBusy.current || records.length === 0) return
      isBusy.current = true
      try {
        await tell(records.slice(0, atOnce))
        setError(undefined)
      } catch (refused) {
        // Without a network it is tried again; anything else is for a person to see, and nothing is thrown away.
        if (apiError(refused).code !== 'offline') setError(refused)
      } finally {
        isBusy.current = false
      }
    },
    [tell],
  )

  useEffect(() => {
    if (!isOnline || waiting.length === 0 || error !== undefined) return
    const timer = setInterval(() => {
      void send(waiting.filter((one) => secondsBetween(happenedAt(one), now()) > undoSeconds))
    }, 2000)
    return () => clearInterval(timer)
  }, [isOnline, waiting, happenedAt, send, error])

  return { waiting, error, isOnline, sendNow: () => send(waiting) }
}
