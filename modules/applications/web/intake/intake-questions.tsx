import type { Dong } from '#kernel/dong'
import { Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { MoneyField } from '#ui/parsed-field'
import type { IntakePreview, IntakeQuestion } from '../../contract.ts'
import { eventUnder, type Draft } from './intake-draft.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { capital } from '../common/capital.ts'
import { EventFields } from '../common/event-fields.tsx'
import { fieldsOf, telling } from '../common/event-told.ts'
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
  const happened = happenedOf(preview)
  const isNamed = draft.personId !== null || draft.subject.birth !== null
  const say = (fact: string, value: string | number | boolean | null) => {
    const { [fact]: _, ...rest } = draft.standing
    onChange({ standing: value === null ? rest : { ...rest, [fact]: value } })
  }
  return (
    <Panel title={t.questions(questions.length + own.length)} isPadded>
      <div className="stack">
        {!isNamed && own.length === 0 && !happened ? (
          <p className="quiet">{t.questionsLater}</p>
        ) : questions.length + own.length === 0 ? (
          !happened && <p>{preview?.about === 'right' ? t.nothingToAsk : t.nothingToAskHere}</p>
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
                  const said = value === null ? rest : { ...rest, [id]: value }
                  onChange({ answers: said, event: eventUnder(draft, said) })
                }}
              />
            ))}
          </div>
        )}
        {happened && (
          <fieldset className="stack">
            <legend className="label">{t.happened}</legend>
            <p className="hint">{t.happenedHint}</p>
            <EventFields
              fields={fieldsOf(happened, happened.told)}
              told={{ ...happened.told, ...draft.event }}
              onTell={(name, value) => onChange({ event: telling(draft.event ?? {}, name, value) })}
            />
          </fieldset>
        )}
      </div>
    </Panel>
  )
}

/** The form of what happened, once it is known what did: the question of the procedure says so where several may have. */
function happenedOf(preview: IntakePreview | undefined) {
  const form = preview?.eventForm
  return form && fieldsOf(form, form.told).length > 0 ? form : undefined
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
