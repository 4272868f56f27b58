import { useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { withdrawAnswer, type AnswerView, type ReviewRow } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useFieldWords } from './use-field-words.ts'

/** Everything that was said about somebody, by whom and when; nothing of it goes away. */
export function AnswerList({ row, mayWithdraw }: { row: ReviewRow; mayWithdraw: boolean }) {
  const t = useMessages({ vi, en })
  const withdraw = useCommand(withdrawAnswer)
  if (row.answers.length === 0) return null
  const last = row.answers.findLast(({ isWithdrawn }) => !isWithdrawn)
  return (
    <section aria-labelledby="da-ghi">
      <h3 id="da-ghi">{t.person.answers}</h3>
      <ProblemNotice error={withdraw.error} words={t.problems} />
      <ul className="review-answers">
        {row.answers.toReversed().map((answer) => (
          <li key={answer.id} data-counting={answer.isCounting || answer.outcome === 'not_met'}>
            <AnswerText answer={answer} />
            {mayWithdraw && answer.id === last?.id && (
              <Button
                emphasis="quiet"
                icon="undo"
                isPending={withdraw.isPending}
                onPress={() => withdraw.mutate({ id: answer.id })}
              >
                {t.person.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One answer in words. */
export function AnswerText({ answer }: { answer: AnswerView }) {
  const t = useMessages({ vi, en }).person
  const words = useFieldWords()
  const { outcome, changes, note, byName, at, device, isClockOff, isWithdrawn, isCounting } = answer
  const isReplaced = !isWithdrawn && !isCounting && outcome !== 'not_met'
  return (
    <>
      <b>{words.outcomes[outcome]}</b>
      {isWithdrawn && ` (${t.withdrawn})`}
      {isReplaced && ` (${t.replaced})`}
      {changes.map((finding) => (
        <span key={finding.field} className="below-name">
          {words.fields[finding.field]}: {words.sayFinding(finding)}
        </span>
      ))}
      {note && <span className="below-name">{note}</span>}
      <span className="quiet below-name">
        {[t.by(byName, formatInstant(at)), device && t.device(device), isClockOff && t.clockOff]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  )
}
