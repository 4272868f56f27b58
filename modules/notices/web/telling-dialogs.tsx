import { useState } from 'react'
import { useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { RadioCards } from '#ui/choice'
import { useMessages } from '#ui/language'
import { ConfirmDialog, Dialog } from '#ui/overlay'
import { recordRefusal, recordTelling, withdrawRefusal, type NoticeRow } from '../contract.ts'
import { tellings, type Telling } from '../domain/kinds.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Props = {
  readonly row: NoticeRow
  readonly onClose: () => void
  readonly onDone: (words: string) => void
}

/** What came of telling somebody by hand. */
export function TellingDialog({ row, onClose, onDone }: Props) {
  const t = useMessages({ vi, en })
  const record = useCommand(recordTelling)
  const [how, choose] = useState<Telling | null>(null)
  const [isMissing, setMissing] = useState(false)
  const name = row.toName ?? t.list.forgotten
  const done = () => {
    onDone(t.telling.done(name))
    onClose()
  }
  const save = () => (how ? record.mutate({ id: row.id, how }, { onSuccess: done }) : setMissing(true))
  return (
    <Dialog isOpen onClose={onClose} title={t.telling.title(name)}>
      <ProblemNotice error={record.error} words={t.problems} />
      <RadioCards
        label={t.telling.how}
        options={tellings.map((value) => ({
          value,
          label: t.list.tellings[value],
          detail: t.list.tellingDetails[value],
        }))}
        value={how}
        onChange={choose}
        error={isMissing && !how ? t.telling.needed : undefined}
      />
      <div className="btns">
        <Button emphasis="primary" isPending={record.isPending} onPress={save}>
          {t.telling.save}
        </Button>
        <Button onPress={onClose}>{t.telling.cancel}</Button>
      </div>
    </Dialog>
  )
}

/** Whoever wants no messages gets none: asked before, for it is about every file of theirs. */
export function StopDialog({ row, ...props }: Props) {
  const { mutate, ...command } = useCommand(recordRefusal)
  const onConfirm = (onSuccess: () => void) => mutate({ id: row.id }, { onSuccess })
  return <WishDialog {...props} {...command} row={row} words="stopping" onConfirm={onConfirm} />
}

/** Whoever wants messages after all gets them again. */
export function ResumeDialog({ row, ...props }: Props) {
  const { mutate, ...command } = useCommand(withdrawRefusal)
  const onConfirm = (onSuccess: () => void) => mutate({ id: row.id }, { onSuccess })
  return <WishDialog {...props} {...command} row={row} words="resuming" onConfirm={onConfirm} />
}

type Wish = Props & {
  readonly words: 'stopping' | 'resuming'
  readonly isPending: boolean
  readonly error: unknown
  readonly onConfirm: (onSuccess: () => void) => void
}

function WishDialog({ row, onClose, onDone, words, isPending, error, onConfirm }: Wish) {
  const all = useMessages({ vi, en })
  const t = all[words]
  const name = row.toName ?? all.list.forgotten
  const done = () => {
    onDone(t.done(name))
    onClose()
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t.title(name)}
      verb={t.verb}
      otherwise={t.otherwise}
      isPending={isPending}
      onConfirm={() => onConfirm(done)}
    >
      <ProblemNotice error={error} words={all.problems} />
      <p>{t.text}</p>
    </ConfirmDialog>
  )
}
