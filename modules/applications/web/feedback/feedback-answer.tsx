import { useState } from 'react'
import { apiError } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan, useMe } from '#platform/web/session'
import { Button } from '#ui/button'
import { RadioCards } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { TextArea } from '#ui/text-field'
import { answerFeedback, type FeedbackView } from '../../contract.ts'
import { useKept } from '../common/use-kept.ts'
import { useAct } from '../common/use-act.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

type Outcome = NonNullable<FeedbackView['outcome']>
type Step = 'accept' | 'answer' | 'settle'
const outcomes = ['upheld', 'partly_upheld', 'rejected'] as const

/** The answer of the office; an appeal is taken in first, and settled by whoever signs. What is typed outlasts a reload. */
export function FeedbackAnswer({
  thread,
  onDone,
}: {
  thread: FeedbackView
  onDone: (after: FeedbackView, told: string) => void
}) {
  const t = useMessages({ vi, en })
  const words = t.feedback
  const can = useCan()
  const { userId } = useMe()
  const kept = useKept<string>(`feedback ${thread.id}`, userId, () => '')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [attempted, attempt] = useState<Step>()
  const act = useAct(answerFeedback)
  const isAppeal = thread.kind === 'appeal'
  const maySettle = !isAppeal || can('applications.sign')
  const text = kept.value.trim()
  const send = (step: Step) => {
    attempt(step)
    if (step !== 'accept' && text === '') return
    if (step === 'settle' && isAppeal && !outcome) return
    act.send(
      {
        id: thread.id,
        version: thread.version,
        step,
        text: text || null,
        outcome: step === 'settle' && isAppeal ? outcome : null,
        requestId: act.requestId,
      },
      (after) => {
        kept.forget('')
        onDone(after, toldOf(step, after))
      },
    )
  }
  const toldOf = (step: Step, after: FeedbackView) => {
    if (step === 'accept') return words.accepted
    if (step === 'answer') return words.replied
    if (!isAppeal) return words.settled
    return after.outcome !== 'rejected' && after.application
      ? `${words.decided} ${words.taken(after.application.code)}`
      : words.decided
  }
  const isToAccept = isAppeal && thread.state === 'received'
  return (
    <div className="stack">
      <AnswerProblem error={act.error} onLookAgain={() => void act.lookAgain()} />
      {isAppeal && !isToAccept && maySettle && (
        <RadioCards
          label={words.outcome}
          options={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
          value={outcome}
          onChange={setOutcome}
          error={attempted === 'settle' && !outcome ? words.needsOutcome : undefined}
        />
      )}
      <TextArea
        label={isToAccept ? words.acceptText : isAppeal && maySettle ? words.outcomeText : words.answer}
        hint={words.answerHint}
        value={kept.value}
        onChange={(typed) => kept.keep(() => typed)}
        error={attempted && attempted !== 'accept' && text === '' ? words.needsText : undefined}
      />
      {isAppeal && !isToAccept && maySettle && outcome && outcome !== 'rejected' && (
        <p className="hint">{words.upheldNext}</p>
      )}
      {isToAccept && <p className="hint">{words.acceptHint}</p>}
      {isAppeal && !maySettle && <p className="hint">{words.onlySigner}</p>}
      <div className="btns">
        {isToAccept && (
          <Button emphasis="primary" icon="check" isPending={act.isPending} onPress={() => send('accept')}>
            {words.accept}
          </Button>
        )}
        {!isToAccept && maySettle && (
          <Button
            emphasis="primary"
            icon={isAppeal ? 'signature' : 'check'}
            isPending={act.isPending}
            onPress={() => send('settle')}
          >
            {isAppeal ? words.decide : words.settle}
          </Button>
        )}
        {!isToAccept && (
          <Button isPending={act.isPending} onPress={() => send('answer')}>
            {words.reply}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Somebody else answered, or the person wrote on: nothing typed is lost, and the way on is one button. */
function AnswerProblem({ error, onLookAgain }: { error: unknown; onLookAgain: () => void }) {
  const t = useMessages({ vi, en })
  if (!error) return null
  const { code } = apiError(error)
  if (code !== 'applications.changed_meanwhile' && code !== 'applications.feedback_settled')
    return <ProblemNotice error={error} words={t.problems} />
  return (
    <Notice
      kind="warn"
      isLive
      title={t.feedback.changed}
      actions={<Button onPress={onLookAgain}>{t.feedback.look}</Button>}
    />
  )
}
