import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { ConfirmDialog } from '#ui/overlay'
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

/** What was recorded just now, and the way to take it back. */
export function Noted({ title, onUndo }: { title: string; onUndo: () => Promise<void> }) {
  const t = useMessages({ vi, en })
  return (
    <Notice
      kind="ok"
      isLive
      title={title}
      actions={
        <Button icon="undo" onPress={() => void onUndo()}>
          {t.undo}
        </Button>
      }
    />
  )
}

type Given = {
  /** How much the server has not heard yet. */
  readonly waiting: number
  readonly isOnline: boolean
  readonly onSend: () => Promise<void>
  /** Tells the server that the list comes back. */
  readonly handIn: () => Promise<unknown>
  /** Takes it off the device. */
  readonly forget: () => Promise<void>
  readonly onDone: () => void
  readonly words: ProblemWords
}

/** The end of the day: everything is sent, and nothing stays on the device. */
export function HandIn({ waiting, isOnline, onSend, handIn, forget, onDone, words }: Given) {
  const t = useMessages({ vi, en })
  const [isAsking, ask] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      await handIn()
      await forget()
    },
    onSuccess: onDone,
    onSettled: () => ask(false),
  })
  return (
    <>
      <Button
        icon="upload"
        isBlock
        isDisabled={!isOnline}
        isPending={isPending}
        onPress={() => (waiting > 0 ? void onSend() : ask(true))}
      >
        {waiting > 0 ? t.sendNow(formatCount(waiting)) : t.handIn}
      </Button>
      {!isOnline && <p className="hint">{t.handInLater}</p>}
      <ProblemNotice error={error} words={words} />
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t.handInTitle}
        verb={t.handIn}
        otherwise={t.otherwise}
        isPending={isPending}
        onConfirm={() => mutate()}
      >
        {t.handInMore}
      </ConfirmDialog>
    </>
  )
}
