import { z } from 'zod'
import { useCommand, useRequestId } from '#platform/web/api'
import { useForm } from '#platform/web/form'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { RadioCards, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { ConfirmDialog, Dialog } from '#ui/overlay'
import { TextArea } from '#ui/text-field'
import {
  Answer,
  answerCommune,
  askCommune,
  confirmMerge,
  keepApart,
  mergePair,
  nobody,
  undoPairMerge,
  withdrawProposal,
  type Choices,
  type PairDetail,
  type PairState,
} from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

export type Act = 'apart' | 'merge' | 'confirm' | 'withdraw' | 'undo' | 'ask' | 'answer'
type Done = { readonly state: PairState; readonly overpaid?: number }

type Props = {
  readonly pair: PairDetail
  readonly onClose: () => void
  readonly onDone: (done: Done) => void
}

/** One sheet for each thing that can be done about a pair. */
export function PairDialogs({
  act,
  choices,
  keptName,
  ...props
}: Props & { act: Act; choices: Choices; keptName: string }) {
  if (act === 'confirm') return <Confirm {...props} />
  if (act === 'answer') return <AnswerDialog {...props} />
  return <WithReason act={act} choices={choices} keptName={keptName} {...props} />
}

/** An act that needs nothing but its reason, or the question itself. */
function WithReason({
  act,
  pair,
  choices,
  keptName,
  onClose,
  onDone,
}: Props & { act: Exclude<Act, 'confirm' | 'answer'>; choices: Choices; keptName: string }) {
  const t = useMessages({ vi, en })
  const [requestId] = useRequestId()
  const commands = {
    apart: useCommand(keepApart),
    merge: useCommand(mergePair),
    withdraw: useCommand(withdrawProposal),
    undo: useCommand(undoPairMerge),
    ask: useCommand(askCommune),
  }
  const whole = { id: pair.id, requestId }
  const staying = act === 'merge' ? pair.headless[choices.home ?? pair.keeps ?? 'one'] : []
  const send = (reason: string, nextHead: string | null): Promise<Done> => {
    if (act === 'merge')
      return commands.merge.mutateAsync({
        ...whole,
        choices: { ...choices, ...(nextHead !== null && { nextHead }) },
        reason,
      })
    if (act === 'ask') return commands.ask.mutateAsync({ ...whole, message: reason })
    return commands[act].mutateAsync({ ...whole, reason })
  }
  const form = useForm({
    schema: z.object({
      reason: z.string().trim().min(5).max(1000),
      nextHead: z
        .string()
        .nullable()
        .refine((one) => one !== null || staying.length === 0),
    }),
    initial: { reason: '', nextHead: null as string | null },
    words: { reason: t.dialogs.needsReason, nextHead: t.dialogs.merge.needsNextHead },
    onSubmit: async ({ reason, nextHead }) => onDone(await send(reason, nextHead)),
  })
  const other = pair.sides.find(({ id }) => id === null) ?? pair.sides[1]
  const lead =
    act === 'merge'
      ? t.dialogs.merge.lead(keptName)
      : act === 'ask'
        ? t.dialogs.ask.lead(other.area.name)
        : t.dialogs[act].lead
  const verb = act === 'merge' && pair.may.needsSecond ? t.acts.propose : t.acts[act]
  return (
    <Dialog isOpen onClose={onClose} title={t.dialogs[act].title}>
      <form className="form" onSubmit={(event) => void form.submit(event)} noValidate>
        <p>
          {lead} {act === 'merge' && pair.may.needsSecond && t.dialogs.merge.second}
        </p>
        {form.summary(t.problems)}
        {staying.length > 0 && (
          <Select
            label={t.dialogs.merge.nextHead}
            hint={t.dialogs.merge.nextHeadHint(staying.map(({ fullName }) => fullName).join(', '))}
            options={[
              ...staying.map(({ id, fullName }) => ({ value: id, label: fullName })),
              { value: nobody, label: t.dialogs.merge.noNextHead },
            ]}
            emptyLabel={t.dialogs.merge.pick}
            {...form.field('nextHead')}
          />
        )}
        <TextArea
          label={act === 'ask' ? t.dialogs.ask.message : t.dialogs.reason}
          {...(act !== 'ask' && { hint: t.dialogs.reasonHint })}
          {...form.field('reason')}
        />
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={commands[act].isPending}>
            {verb}
          </Button>
          <Button onPress={onClose}>{t.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function Confirm({ pair, onClose, onDone }: Props) {
  const t = useMessages({ vi, en })
  const confirm = useCommand(confirmMerge)
  const [requestId] = useRequestId()
  const { home = pair.keeps ?? 'one', nextHead } = pair.proposal?.choices ?? {}
  const next = pair.headless[home].find(({ id }) => id === nextHead)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t.dialogs.confirm.title}
      verb={t.acts.confirm}
      otherwise={t.acts.cancel}
      isPending={confirm.isPending}
      onConfirm={() => confirm.mutate({ id: pair.id, requestId }, { onSuccess: onDone })}
    >
      <p>{pair.proposal && t.dialogs.confirm.lead(pair.proposal.by, pair.proposal.reason)}</p>
      {next && <p>{t.dialogs.confirm.nextHead(next.fullName)}</p>}
      {nextHead === nobody && pair.headless[home].length > 0 && <p>{t.dialogs.confirm.noNextHead}</p>}
      <ProblemNotice error={confirm.error} words={t.problems} />
    </ConfirmDialog>
  )
}

function AnswerDialog({ pair, onClose, onDone }: Props) {
  const t = useMessages({ vi, en })
  const command = useCommand(answerCommune)
  const [requestId] = useRequestId()
  const words = t.dialogs.answer
  const form = useForm({
    schema: z.object({
      answer: Answer.nullable().pipe(Answer),
      note: z.string().trim().min(5).max(1000),
    }),
    initial: { answer: null as Answer | null, note: '' },
    words: { answer: words.needsAnswer, note: t.dialogs.needsReason },
    onSubmit: async ({ answer, note }) =>
      onDone(await command.mutateAsync({ id: pair.id, requestId, answer, note })),
  })
  return (
    <Dialog isOpen onClose={onClose} title={words.title}>
      <form className="form" onSubmit={(event) => void form.submit(event)} noValidate>
        {form.summary(t.problems)}
        <RadioCards
          label={words.what}
          options={Answer.options.map((value) => ({
            value,
            label: words.answers[value],
            detail: words.details[value],
          }))}
          {...form.field('answer')}
        />
        <TextArea label={words.note} {...form.field('note')} />
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={command.isPending}>
            {t.acts.answer}
          </Button>
          <Button onPress={onClose}>{t.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
