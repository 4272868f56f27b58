import { registerPerson, type PersonId, type PersonPage } from '#modules/people/contract'
import { apiError, useCommand } from '#platform/web/api'
import { useMe } from '#platform/web/session'
import { useMessages } from '#ui/language'
import { submitApplication } from '../../contract.ts'
import { useAct } from '../common/use-act.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import type { Channel, Draft } from './intake-draft.ts'
import { useLikelySame } from './intake-likely.tsx'
import type { Received } from './intake-received.tsx'
import { subjectOf, submissionOf } from './intake-submission.ts'

/** So much has to be said for a number that contradicts its holder. */
const leastReason = 10

type Wish = {
  readonly draft: Draft
  readonly found: PersonPage | undefined
  readonly channel: Channel
  readonly isComplete: boolean
  readonly isKnownElsewhere: boolean
}

/**
 * Receives a file. Whoever is not in the register is taken into it first, so that the file has its person from the beginning; not
 * whoever another unit has in it still.
 */
export function useReceive({
  onRegistered,
  onReceived,
}: {
  readonly onRegistered: (personId: PersonId) => void
  readonly onReceived: (received: Received) => void
}) {
  const { source } = useMessages({ vi, en }).intake
  const me = useMe()
  const register = useCommand(registerPerson)
  const likely = useLikelySame()
  const act = useAct(submitApplication)
  const isPending = act.isPending || register.isPending || likely.isPending

  const receive = ({ draft, found, channel, isComplete, isKnownElsewhere }: Wish) => {
    if (isPending) return
    const subject = subjectOf(draft, found)
    const areaId = found?.home?.nowId ?? me.areaId
    const send = (personId: PersonId | null) =>
      act.send(
        submissionOf(draft, { subject, personId, areaId, channel, isComplete, requestId: act.requestId }),
        (made) => onReceived({ ...made, fullName: subject.fullName, isComplete }),
      )
    if (found) return send(found.id)
    if (isKnownElsewhere) return send(null)
    const { fullName, sex, born, bornPrecision, number, phone, village } = subject
    const why = draft.subject.numberKept?.trim() ?? ''
    const keptBecause = why.length >= leastReason && { keptBecause: why }
    likely.ask({ fullName, sex, born, bornPrecision, number, phone, areaId, village }, () =>
      register.mutate(
        {
          fullName,
          sex,
          born,
          bornPrecision,
          phone,
          identifiers: number ? [{ kind: 'personal_id', number, ...keptBecause }] : [],
          home: { areaId, village },
          source,
          requestId: act.requestId,
        },
        {
          onSuccess: ({ personId }) => {
            onRegistered(personId)
            send(personId)
          },
        },
      ),
    )
  }
  return {
    receive,
    isPending,
    likely,
    errors: [likely.error, register.error, act.error],
    /** The number was refused for what it says of its holder. */
    isNumberDoubtful:
      register.error !== null && apiError(register.error).code === 'people.number_contradicts',
  }
}
