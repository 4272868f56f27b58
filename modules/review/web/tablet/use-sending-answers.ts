import { useCallback, useState } from 'react'
import { now, type Instant } from '#kernel/civil-date'
import { useCommand } from '#platform/web/api'
import { useSending } from '#platform/web/offline/use-sending'
import { sendAnswers } from '../../contract.ts'
import { rounds, type Round, type RoundRecord } from './round.ts'

const happenedAt = ({ answer }: RoundRecord) => answer.saidAt

/** Sends what was recorded whenever there is a network, and keeps what the server says to it. */
export function useSendingAnswers(
  round: Round,
  onSent: (records: readonly RoundRecord[], isRecalled: boolean) => void,
) {
  const { mutateAsync } = useCommand(sendAnswers)
  const [heardAt, setHeardAt] = useState<Instant>()
  const tell = useCallback(
    async (some: readonly RoundRecord[]) => {
      const { verdicts, isRecalled } = await mutateAsync({
        id: round.list.id,
        sentAt: now(),
        answers: some.map(({ answer }) => answer),
      })
      const said = new Map(verdicts.map(({ id, verdict }) => [id, verdict]))
      const told = some.flatMap((one) => {
        const verdict = said.get(one.answer.id)
        return verdict ? [{ ...one, verdict }] : []
      })
      await rounds.write(round, told)
      setHeardAt(now())
      onSent(told, isRecalled)
    },
    [mutateAsync, onSent, round],
  )
  const waiting = round.records.filter(({ verdict }) => verdict === null)
  const sending = useSending({ waiting, happenedAt, tell })
  /** Asks even with nothing to tell, so that a list that was called back is wiped. */
  const ask = useCallback(() => tell([]), [tell])
  return { ...sending, heardAt, ask }
}
