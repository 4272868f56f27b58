import { z } from 'zod'
import { useCommand } from '#platform/web/api'
import { useForm } from '#platform/web/form'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { formatCount, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { ConfirmDialog, Dialog } from '#ui/overlay'
import { TextArea } from '#ui/text-field'
import { confirmAwardList, sendBackAwardList, type AwardListView, type Which } from '../../listed-contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Props = {
  readonly list: AwardListView
  readonly which: Which
  readonly rows: number
  /** What they would be paid for earlier months, where that is known. */
  readonly arrears?: number | undefined
  readonly onClose: () => void
  /** Hears what was done, in words. */
  readonly onDone: (words: string) => void
}

export function ConfirmRows({ list: { importId, area }, which, rows, arrears, onClose, onDone }: Props) {
  const t = useMessages({ vi, en })
  const confirm = useCommand(confirmAwardList)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t.confirm.title}
      verb={t.confirm.verb(formatCount(rows))}
      otherwise={t.confirm.otherwise}
      isPending={confirm.isPending}
      onConfirm={() =>
        confirm.mutate(
          { importId, areaId: area.id, which },
          {
            onSuccess: ({ confirmed, held }) =>
              onDone(t.done.confirmed(formatCount(confirmed), held, formatCount)),
          },
        )
      }
    >
      <ProblemNotice error={confirm.error} words={t.problems} />
      <p>
        {t.confirm.body(formatCount(rows), area.name)} {t.confirm.responsible}
      </p>
      {arrears !== undefined && arrears > 0 && (
        <Notice kind="warn" title={t.arrears.ofRows(formatMoney(arrears))} />
      )}
    </ConfirmDialog>
  )
}

export function SendBackRows({ list: { importId, area }, which, rows, onClose, onDone }: Props) {
  const t = useMessages({ vi, en })
  const sendBack = useCommand(sendBackAwardList)
  const form = useForm({
    schema: z.object({ reason: z.string().trim().min(5).max(1000) }),
    initial: { reason: '' },
    words: { reason: t.sendBack.needsReason },
    onSubmit: async ({ reason }) => {
      const { sentBack } = await sendBack.mutateAsync({ importId, areaId: area.id, which, reason })
      onDone(t.done.sentBack(formatCount(sentBack)))
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t.sendBack.title}>
      <form className="form" onSubmit={(event) => void form.submit(event)} noValidate>
        <p>{t.sendBack.body(formatCount(rows))}</p>
        {form.summary(t.problems)}
        <TextArea label={t.sendBack.reason} hint={t.sendBack.hint} {...form.field('reason')} />
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={sendBack.isPending}>
            {t.sendBack.verb(formatCount(rows))}
          </Button>
          <Button onPress={onClose}>{t.sendBack.otherwise}</Button>
        </div>
      </form>
    </Dialog>
  )
}
