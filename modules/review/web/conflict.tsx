import { Button } from '#ui/button'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import type { ReviewRow } from '../contract.ts'
import { AnswerText } from './answer-list.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import type { Said } from './said.ts'
import { useFieldWords } from './use-field-words.ts'

/** Two said different things without knowing of each other: both side by side, and a person takes one or writes anew. */
export function Conflict({ row, onTake }: { row: ReviewRow; onTake: ((said: Said) => void) | undefined }) {
  const t = useMessages({ vi, en }).person
  const words = useFieldWords()
  const sides = row.answers.filter(({ isCounting }) => isCounting)
  return (
    <section aria-label={t.conflict}>
      <Notice kind="err" title={t.conflict}>
        {row.conflicts.map(({ field }) => words.fields[field]).join(', ')}. {t.conflictMore}
      </Notice>
      <div className="review-sides">
        {sides.map((answer) => (
          <div key={answer.id} className="review-side">
            <div>
              <AnswerText answer={answer} />
            </div>
            {onTake && (
              <Button
                icon="check"
                aria-label={`${t.take}: ${answer.byName}`}
                onPress={() =>
                  onTake({ outcome: answer.outcome, changes: answer.changes, note: answer.note })
                }
              >
                {t.take}
              </Button>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}
