import { useState } from 'react'
import { Button } from '#ui/button'
import { formatDay, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { ConfirmDialog } from '#ui/overlay'
import { TextArea } from '#ui/text-field'
import { decideAgain, type ApplicationView } from '../../contract.ts'
import { ActProblem } from '../common/conflict.tsx'
import { useAct } from '../common/use-act.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

type Props = { readonly file: ApplicationView; readonly onDone: (news: string) => void }

/** Money of the file that nobody was paid, whose receiver has died: who receives it now is decided once more. */
export function AnotherPayee({ file, onDone }: Props) {
  const t = useMessages({ vi, en }).detail.anotherPayee
  const [isOpen, open] = useState(false)
  const { unpaid } = file
  if (!unpaid) return null
  const { diedOn, payee, amount } = unpaid
  const act = <Button onPress={() => open(true)}>{t.act}</Button>
  return (
    <>
      {diedOn ? (
        <Notice kind="warn" actions={act}>
          <p>{t.died(payee, formatDay(diedOn), formatMoney(amount))}</p>
        </Notice>
      ) : (
        <div className="btns">{act}</div>
      )}
      {isOpen && (
        <AgainDialog
          file={file}
          unpaid={unpaid}
          onClose={() => open(false)}
          onDone={() => {
            open(false)
            onDone(t.done)
          }}
        />
      )}
    </>
  )
}

function AgainDialog({
  file,
  unpaid: { payee, amount },
  onClose,
  onDone,
}: {
  readonly file: ApplicationView
  readonly unpaid: NonNullable<ApplicationView['unpaid']>
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const t = useMessages({ vi, en })
  const words = t.detail.anotherPayee
  const act = useAct(decideAgain)
  const [reason, setReason] = useState('')
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={words.title}
      verb={words.verb}
      otherwise={t.act.otherwise}
      isPending={act.isPending}
      isBlocked={reason.trim() === ''}
      onConfirm={() =>
        act.send({ id: file.id, version: file.version, reason, requestId: act.requestId }, onDone)
      }
    >
      <ActProblem error={act.error} onLookAgain={() => void act.lookAgain()} />
      <p>{words.next(payee, formatMoney(amount))}</p>
      <TextArea label={words.reason} value={reason} onChange={setReason} isRequired />
    </ConfirmDialog>
  )
}
