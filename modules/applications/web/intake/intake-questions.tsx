import type { Dong } from '#kernel/dong'
import { Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { MoneyField } from '#ui/parsed-field'
import { type IntakePreview, type IntakeQuestion } from '../../contract.ts'
import type { Draft } from './intake-draft.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { useLabel } from '../common/use-label.ts'

/** Only what could still change the answer is asked; the list shrinks and grows with what is said. */
export function IntakeQuestions({
  draft,
  preview,
  onChange,
}: {
  draft: Draft
  preview: IntakePreview | undefined
  onChange: (differing: Partial<Draft>) => void
}) {
  const t = useMessages({ vi, en }).intake
  const label = useLabel()
  const questions = preview?.questions ?? []
  const own = preview?.procedureQuestions ?? []
  const isNamed = draft.personId !== null || draft.subject.birth !== null
  const say = (fact: string, value: string | number | boolean | null) => {
    const { [fact]: _, ...rest } = draft.standing
    onChange({ standing: value === null ? rest : { ...rest, [fact]: value } })
  }
  return (
    <Panel title={t.questions(questions.length + own.length)} isPadded>
      {!isNamed && own.length === 0 ? (
        <p className="quiet">{t.questionsLater}</p>
      ) : questions.length + own.length === 0 ? (
        <p>{preview?.about === 'right' ? t.nothingToAsk : t.nothingToAskHere}</p>
      ) : (
        <div className="intake-row">
          {questions.map((question) => (
            <Question
              key={question.fact}
              question={question}
              value={draft.standing[question.fact]}
              onSay={say}
            />
          ))}
          {own.map(({ id, text, answers }) => (
            <Select
              key={id}
              label={label(text)}
              emptyLabel={t.notAsked}
              options={answers.map((answer) => ({ value: answer.id, label: label(answer.label) }))}
              value={draft.answers[id] ?? null}
              onChange={(value) => {
                const { [id]: _, ...rest } = draft.answers
                onChange({ answers: value === null ? rest : { ...rest, [id]: value } })
              }}
            />
          ))}
        </div>
      )}
    </Panel>
  )
}

function Question({
  question: { fact, kind, text, options },
  value,
  onSay,
}: {
  question: IntakeQuestion
  value: string | number | boolean | undefined
  onSay: (fact: string, value: string | number | boolean | null) => void
}) {
  const t = useMessages({ vi, en }).intake
  const label = useLabel()
  if (kind === 'amount')
    return (
      <MoneyField
        label={capital(label(text))}
        hint={t.amountHint}
        value={typeof value === 'number' ? (value as Dong) : null} // What was said is a whole sum.
        onChange={(amount) => onSay(fact, amount)}
      />
    )
  return (
    <Select
      label={capital(label(text))}
      emptyLabel={t.notAsked}
      options={options.map((option) => ({
        value: option.value,
        label: kind === 'flag' ? (option.value === 'true' ? t.yes : t.no) : label(option.label),
      }))}
      value={value === undefined ? null : String(value)}
      onChange={(said) => onSay(fact, said === null ? null : kind === 'flag' ? said === 'true' : said)}
    />
  )
}

function capital(text: string) {
  return text.charAt(0).toLocaleUpperCase('vi-VN') + text.slice(1)
}
