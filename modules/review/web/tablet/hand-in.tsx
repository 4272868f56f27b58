import { useState } from 'react'
import { useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { ConfirmDialog } from '#ui/overlay'
import { handInTake } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { rounds, type Round } from './round.ts'

/** The end of the day: everything is sent, and nothing stays on the tablet. */
export function HandIn({
  round,
  waiting,
  isOnline,
  onDone,
  onSend,
}: {
  round: Round
  waiting: number
  isOnline: boolean
  onDone: () => void
  onSend: () => Promise<void>
}) {
  const t = useMessages({ vi, en })
  const [isAsking, ask] = useState(false)
  const handIn = useCommand(handInTake)
  const finish = () =>
    handIn.mutate(
      { id: round.list.id },
      {
        onSuccess: () => {
          void rounds.forget(round).then(onDone)
        },
        onSettled: () => ask(false),
      },
    )
  return (
    <>
      <Button
        icon="upload"
        isBlock
        isDisabled={!isOnline}
        isPending={handIn.isPending}
        onPress={() => (waiting > 0 ? void onSend() : ask(true))}
      >
        {waiting > 0 ? t.sendNow(formatCount(waiting)) : t.handIn}
      </Button>
      {!isOnline && <p className="hint">{t.handInLater}</p>}
      <ProblemNotice error={handIn.error} words={t.problems} />
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t.handInTitle}
        verb={t.handIn}
        otherwise={t.otherwise}
        isPending={handIn.isPending}
        onConfirm={finish}
      >
        {t.handInMore}
      </ConfirmDialog>
    </>
  )
}
