import { useState } from 'react'
import { z } from 'zod'
import type { CivilDate } from '#kernel/civil-date'
import { PersonId, recordIdentifier } from '#modules/people/contract'
import { useCommand, useRequestId } from '#platform/web/api'
import { useForm } from '#platform/web/form'
import { Button } from '#ui/button'
import { BirthDate } from '#ui/format'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import { DateField } from '#ui/parsed-field'
import { TextArea, TextField } from '#ui/text-field'
import { exceptFinding, type FindingView, type RuleId } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Props = { readonly row: FindingView; readonly onClose: () => void; readonly onDone: () => void }

/** The number of twelve digits, where it was missing; the register judges it as it does at the counter. */
export function NumberDialog({ row, onClose, onDone }: Props) {
  const t = useMessages({ vi, en })
  const words = t.numberDialog
  const record = useCommand(recordIdentifier)
  const [requestId, renew] = useRequestId()
  const form = useForm({
    schema: z.object({
      number: z
        .string()
        .transform((text) => text.replaceAll(/[\s.]/g, ''))
        .pipe(z.string().regex(/^\d{12}$/)),
      source: z.string().trim().min(3).max(200),
      keptBecause: z.string().trim().max(200),
    }),
    initial: { number: '', source: '', keptBecause: '' },
    words: { number: words.needsNumber },
    onSubmit: async ({ keptBecause, ...given }) => {
      try {
        await record.mutateAsync({
          personId: PersonId.parse(row.person.id),
          kind: 'personal_id',
          ...given,
          ...(keptBecause && { keptBecause }),
          requestId,
        })
      } catch (error) {
        // Sent again with another number it is another command.
        renew()
        throw error
      }
      onDone()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={words.title(row.person.name)}>
      <form className="form" onSubmit={(event) => void form.submit(event)} noValidate>
        <p>
          {words.born} <BirthDate value={row.person.born} precision={row.person.bornPrecision} />
        </p>
        {form.summary(t.problems)}
        <TextField
          label={words.number}
          hint={words.hint}
          inputMode="numeric"
          autoComplete="off"
          {...form.field('number')}
        />
        <TextField label={words.paper} hint={words.paperHint} autoComplete="off" {...form.field('source')} />
        <TextField
          label={words.kept}
          hint={words.keptHint}
          autoComplete="off"
          {...form.field('keptBecause')}
        />
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={record.isPending}>
            {words.save}
          </Button>
          <Button onPress={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Why what was found is right as it stands, and for how long that counts. */
export function ExceptDialog({ rule, row, onClose, onDone }: Props & { rule: RuleId }) {
  const t = useMessages({ vi, en })
  const words = t.exceptDialog
  const except = useCommand(exceptFinding)
  const [requestId, renew] = useRequestId()
  const [until, end] = useState<CivilDate | null>(null)
  const form = useForm({
    schema: z.object({ reason: z.string().trim().min(10).max(500) }),
    initial: { reason: '' },
    onSubmit: async (given) => {
      try {
        await except.mutateAsync({ rule, personId: row.person.id, ...given, until, requestId })
      } catch (error) {
        renew()
        throw error
      }
      onDone()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={words.title(row.person.name)}>
      <form className="form" onSubmit={(event) => void form.submit(event)} noValidate>
        <p>{words.lead}</p>
        {form.summary(t.problems)}
        <TextArea label={words.reason} hint={words.reasonHint} {...form.field('reason')} />
        <DateField label={words.until} value={until} onChange={end} />
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={except.isPending}>
            {words.save}
          </Button>
          <Button onPress={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
