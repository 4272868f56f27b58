import { useCallback } from 'react'
import { useCommand } from '#platform/web/api'
import { useSending } from '#platform/web/offline/use-sending'
import { sendHandOuts, type HandOutVerdict } from '../../contract.ts'
import { tills, type Till, type TillRecord } from './till.ts'

const happenedAt = ({ handOut }: TillRecord) => handOut.happenedAt

/** Sends what happened whenever there is a network, and keeps what the server says to it. */
export function useSendingHandOuts(
  till: Till,
  onSent: (records: readonly TillRecord[], isRecalled: boolean) => void,
) {
  const { mutateAsync } = useCommand(sendHandOuts)
  const tell = useCallback(
    async (some: readonly TillRecord[]) => {
      const answer = await mutateAsync({ id: till.list.id, handOuts: some.map(({ handOut }) => handOut) })
      const said = new Map(answer.verdicts.map((one) => [one.id, one]))
      const told = some.flatMap((one) => {
        const verdict = said.get(one.handOut.id)
        return verdict ? [{ ...one, ...pick(verdict) }] : []
      })
      await tills.write(till, told)
      onSent(told, answer.isRecalled)
    },
    [mutateAsync, onSent, till],
  )
  const waiting = till.records.filter(({ verdict }) => verdict === null)
  return useSending({ waiting, happenedAt, tell })
}

function pick({ verdict, because }: { verdict: HandOutVerdict; because: string | null }) {
  return { verdict, because }
}
