import { useState } from 'react'
import { findLikelySame, type Described, type LikelySame, type PersonId } from '#modules/people/contract'
import { useCommand } from '#platform/web/api'
import { Button } from '#ui/button'
import { BirthDate, formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/**
 * Asks the register who may be the person about to be written down. Where there is nobody, or it was looked at, what was
 * meant to follow follows; else it waits until somebody has looked.
 */
export function useLikelySame() {
  const find = useCommand(findLikelySame)
  const [waiting, wait] = useState<{ found: readonly LikelySame[]; goOn: () => void }>()
  return {
    isPending: find.isPending,
    error: find.error,
    found: waiting?.found ?? [],
    ask: (described: Described, goOn: () => void) =>
      find.mutate(described, {
        onSuccess: ({ found }) => {
          if (found.length > 0) wait({ found, goOn })
          else goOn()
        },
      }),
    forget: () => wait(undefined),
    /** None of them is the person: what was meant to follow follows. */
    refuse: () => {
      waiting?.goOn()
      wait(undefined)
    },
  }
}

/** Those who may be the person, to choose one of or none, before a second record is made. */
export function LikelySameNotice({
  found,
  onChoose,
  onRefuse,
}: {
  found: readonly LikelySame[]
  onChoose: (id: PersonId) => void
  onRefuse: () => void
}) {
  const t = useMessages({ vi, en }).intake
  if (found.length === 0) return null
  return (
    <Notice
      kind="warn"
      isLive
      title={t.likely.title}
      actions={<Button onPress={onRefuse}>{t.likely.refuse}</Button>}
    >
      <p>{t.likely.lead}</p>
      <ul className="lines" aria-label={t.likely.title}>
        {found.map(({ id, fullName, born, bornPrecision, home, diedOn }) => (
          <li key={id ?? `${fullName} ${home.nowId}`} className="split">
            <span>
              <b>{fullName}</b> · <BirthDate value={born} precision={bornPrecision} /> · {home.nowName}
              {diedOn && <> · {t.died(formatDay(diedOn))}</>}
              {id === null && <span className="quiet"> · {t.likely.elsewhere}</span>}
            </span>
            {id !== null && (
              <Button aria-label={t.chooseOf(fullName, formatDay(born))} onPress={() => onChoose(id)}>
                {t.choose}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
