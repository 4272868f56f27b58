import { z } from 'zod'
import { useCommand, useRequestId } from '#platform/web/api'
import { useForm } from '#platform/web/form'
import { Button } from '#ui/button'
import { RadioCards } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import { TextArea, TextField } from '#ui/text-field'
import { Outcome, recordFollowUp, type ProspectView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What was done about one person, or about many at once. */
export function FollowUpDialog({
  people,
  onClose,
  onDone,
}: {
  people: readonly ProspectView[]
  onClose: () => void
  onDone: (count: number) => void
}) {
  const t = useMessages({ vi, en })
  const record = useCommand(recordFollowUp)
  const [requestId] = useRequestId()
  const form = useForm({
    schema: z
      .object({
        outcome: Outcome.nullable().pipe(Outcome),
        assignee: z.string().trim().max(200),
        note: z.string().trim().max(1000),
      })
      .refine(({ outcome, assignee }) => outcome !== 'assigned' || assignee !== '', {
        path: ['assignee'],
      })
      .refine(({ outcome, note }) => outcome !== 'declined' || note !== '', {
        path: ['note'],
      }),
    initial: { outcome: null as Outcome | null, assignee: '', note: '' },
    words: {
      outcome: t.dialog.needsOutcome,
      assignee: t.dialog.needsAssignee,
      note: t.dialog.needsReason,
    },
    onSubmit: async ({ outcome, assignee, note }) => {
      const { recorded } = await record.mutateAsync({
        prospectIds: people.map(({ id }) => id),
        outcome,
        assignee: outcome === 'assigned' ? assignee : null,
        note: note || null,
        requestId,
      })
      onDone(recorded)
      onClose()
    },
  })
  const { outcome } = form.values
  return (
    <Dialog isOpen onClose={onClose} title={t.dialog.title(people.map(({ person }) => person.name))}>
      <form className="form" onSubmit={(event) => void form.submit(event)} noValidate>
        {form.summary(t.problems)}
        <RadioCards
          label={t.dialog.what}
          options={Outcome.options.map((value) => ({
            value,
            label: t.progress[value],
            detail: t.dialog.details[value],
          }))}
          {...form.field('outcome')}
        />
        {outcome === 'assigned' && (
          <TextField
            label={t.dialog.assignee}
            hint={t.dialog.assigneeHint}
            autoComplete="off"
            {...form.field('assignee')}
          />
        )}
        <TextArea
          label={outcome === 'declined' ? t.dialog.reason : t.dialog.note}
          hint={t.dialog.noteHint}
          {...form.field('note')}
        />
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={record.isPending}>
            {t.dialog.save}
          </Button>
          <Button onPress={onClose}>{t.dialog.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
