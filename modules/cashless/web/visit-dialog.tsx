import { z } from 'zod'
import { addMonthsToDay, todayInVietnam } from '#kernel/civil-date'
import { useCommand, useRequestId } from '#platform/web/api'
import { useForm } from '#platform/web/form'
import { Button } from '#ui/button'
import { RadioCards, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import { TextArea } from '#ui/text-field'
import { Outcome, Reason, recordVisit, saysNo, type CampaignRow } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

export type Visited = {
  readonly row: CampaignRow
  readonly outcome: Outcome
  readonly openRequestId: string | null
}

const agains = ['half', 'year', 'never'] as const
type Again = (typeof agains)[number]
const months: Readonly<Record<Again, number | null>> = { half: 6, year: 12, never: null }

/** What came of asking somebody; whoever says no chooses whether they are asked again. */
export function VisitDialog({
  row,
  onClose,
  onDone,
}: {
  row: CampaignRow
  onClose: () => void
  onDone: (visited: Visited) => void
}) {
  const t = useMessages({ vi, en })
  const record = useCommand(recordVisit)
  const [requestId] = useRequestId()
  const form = useForm({
    schema: z
      .object({
        outcome: Outcome.nullable().pipe(Outcome),
        reason: Reason.nullable(),
        note: z.string().trim().max(500),
        again: z.enum(agains),
      })
      .refine(({ outcome, reason }) => !saysNo(outcome) || reason !== null, { path: ['reason'] })
      .refine(({ outcome, reason, note }) => !saysNo(outcome) || reason !== 'other' || note !== '', {
        path: ['note'],
      }),
    initial: {
      outcome: null as Outcome | null,
      reason: null as Reason | null,
      note: '',
      again: 'half' as Again,
    },
    words: { outcome: t.visit.needsOutcome, reason: t.visit.needsReason, note: t.visit.needsNote },
    onSubmit: async ({ outcome, reason, note, again }) => {
      const isNo = saysNo(outcome)
      const after = months[again]
      const { openRequestId } = await record.mutateAsync({
        personId: row.person.id,
        outcome,
        reason: isNo ? reason : null,
        note: note || null,
        askAgainOn: isNo && after !== null ? addMonthsToDay(todayInVietnam(), after) : null,
        requestId,
      })
      onDone({ row, outcome, openRequestId })
    },
  })
  const { outcome } = form.values
  return (
    <Dialog isOpen onClose={onClose} title={t.visit.title(row.person.name)}>
      <form className="form" onSubmit={(event) => void form.submit(event)} noValidate>
        {form.summary(t.problems)}
        <RadioCards
          label={t.visit.outcome}
          options={Outcome.options.map((value) => ({
            value,
            label: t.outcomes[value],
            detail: t.visit.details[value],
          }))}
          {...form.field('outcome')}
        />
        {outcome !== null && saysNo(outcome) && (
          <>
            <Select
              label={t.visit.reason}
              options={Reason.options.map((value) => ({ value, label: t.reasons[value] }))}
              {...form.field('reason')}
            />
            <RadioCards
              label={t.visit.again}
              options={agains.map((value) => ({ value, label: t.visit.agains[value] }))}
              {...form.field('again')}
            />
          </>
        )}
        <TextArea label={t.visit.note} hint={t.visit.noteHint} {...form.field('note')} />
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={record.isPending}>
            {t.visit.save}
          </Button>
          <Button onPress={onClose}>{t.campaign.otherwise}</Button>
        </div>
      </form>
    </Dialog>
  )
}
