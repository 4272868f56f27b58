import { Button } from '#ui/button'
import { useMessages } from '#ui/language'
import { ProblemNotice, type ProblemWords } from '../problem.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Why the server did not take what was sent, and the way to try once more. */
export function SendFailed({
  error,
  sendNow,
  words,
}: {
  error: unknown
  sendNow: () => Promise<void>
  words: ProblemWords
}) {
  const t = useMessages({ vi, en })
  if (error === undefined) return null
  return (
    <>
      <ProblemNotice error={error} words={words} />
      <Button icon="turn" isBlock onPress={() => void sendNow()}>
        {t.sendAgain}
      </Button>
    </>
  )
}

/** Lays the list down: it opens again by its code. */
export function LockButton({ onLock }: { onLock: () => void }) {
  const t = useMessages({ vi, en })
  return (
    <Button emphasis="quiet" icon="lock" isBlock onPress={onLock}>
      {t.lock}
    </Button>
  )
}
