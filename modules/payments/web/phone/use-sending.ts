import { useCallback, useEffect, useRef, useState } from 'react'
import { now, secondsBetween } from '#kernel/civil-date'
import { apiError, useCommand } from '#platform/web/api'
import { useIsOnline } from '#platform/web/page-states'
import { sendHandOuts, type HandOutVerdict } from '../../contract.ts'
import { keepRecords, type Till, type TillRecord } from './till.ts'

/** As long as this a press can be taken back; then the server hears of it. */
export const undoSeconds = 8
const atOnce = 200

/** Sends what happened whenever there is a network, and keeps what the server says to it. */
export function useSending(
  till: Till,
  onSent: (records: readonly TillRecord[], isRecalled: boolean) => void,
) {
  const isOnline = useIsOnline()
  const { mutateAsync } = useCommand(sendHandOuts)
  const [error, setError] = useState<unknown>()
  const isBusy = useRef(false)
  const waiting = till.records.filter(({ verdict }) => verdict === null)

  const send = useCallback(
    async (records: readonly TillRecord[]) => {
      if (isBusy.current || records.length === 0) return
      isBusy.current = true
      try {
        const some = records.slice(0, atOnce)
        const answer = await mutateAsync({
          id: till.list.id,
          handOuts: some.map(({ handOut }) => handOut),
        })
        const said = new Map(answer.verdicts.map((one) => [one.id, one]))
        const told = some.flatMap((one) => {
          const verdict = said.get(one.handOut.id)
          return verdict ? [{ ...one, ...pick(verdict) }] : []
        })
        await keepRecords(till, told)
        setError(undefined)
        onSent(told, answer.isRecalled)
      } catch (refused) {
        // Without a network it is tried again; anything else is for the clerk to see, and nothing is thrown away.
        if (apiError(refused).code !== 'offline') setError(refused)
      } finally {
        isBusy.current = false
      }
    },
    [mutateAsync, onSent, till],
  )

  useEffect(() => {
    if (!isOnline || waiting.length === 0 || error !== undefined) return
    const timer = setInterval(() => {
      void send(waiting.filter(({ handOut }) => secondsBetween(handOut.happenedAt, now()) > undoSeconds))
    }, 2000)
    return () => clearInterval(timer)
  }, [isOnline, waiting, send, error])

  return { waiting, error, isOnline, sendNow: () => send(waiting) }
}

function pick({ verdict, because }: { verdict: HandOutVerdict; because: string | null }) {
  return { verdict, because }
}
