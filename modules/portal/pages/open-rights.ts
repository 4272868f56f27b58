import type { Interview } from '../domain/interview.ts'
import type { Doubt, OpenRight } from '../domain/open-rights.ts'
import { isUnknown } from '../domain/question.ts'
import { questionOf } from '../domain/questions/index.ts'
import { sum } from './format.ts'
import { html, type Html } from './html.ts'
import type { Messages } from './messages.vi.ts'
import { wordsOf } from './question.ts'

type Shown = { readonly t: Messages; readonly interview: Interview; readonly isHere: boolean }

/** Called by its group where it is one; by its benefit where there are several, or the group would tell an illness. */
export function openName(t: Messages, { of, rules, isPrivate }: OpenRight): string {
  const [rule] = rules
  if (rule && rules.length === 1 && !isPrivate) return rule.label[t.language]
  if (of in t.benefit) return t.benefit[of as keyof Messages['benefit']] // It is one of them.
  return of === 'death' ? t.result.funeral : t.result.emergency
}

/** On what all of it hangs, said once, and what it may come to. */
export function openPart(shown: Shown, open: readonly OpenRight[]): Html {
  const { t } = shown
  return html`${doubtsPart(shown, doubtsOf(open))}
    <p>${t.result.ifSo}</p>
    <ul class="lines">
      ${open.map(
        (right) =>
          html`<li>
            <b>${openName(t, right)}</b>${
              right.amount !== undefined && html`, ${sum(t, right.amount)} ${t.result.monthly}`
            }
          </li>`,
      )}
    </ul>`
}

/** The answers something hangs on, each with the way back to it. */
export function doubtsPart(shown: Shown, doubts: readonly Doubt[]): Html {
  const { t, isHere } = shown
  return html`<p>${t.result.dependsOn}</p>
    <ul class="bullets">
      ${doubts.map((doubt) => {
        const words = doubtWords(shown, doubt)
        return html`<li>
          ${words}
          ${
            isHere &&
            html`<button class="btn-link" type="button" data-change="${doubt.question}">
              ${t.result.answerAgain}<span class="sr">: ${words}</span>
            </button>`
          }
        </li>`
      })}
    </ul>`
}

/** Each question once, whatever hangs on it. */
export function doubtsOf(open: readonly OpenRight[]): readonly Doubt[] {
  const all = open.flatMap(({ doubts }) => doubts)
  return all.filter(({ question }, index) => all.findIndex((one) => one.question === question) === index)
}

/** «Không biết» was said to a question, which is asked again; what another answer left open is named as it is. */
function doubtWords({ t, interview }: Shown, { question, fact }: Doubt): string {
  const { ask } = wordsOf(t, questionOf(question), interview)
  const isUnanswered = isUnknown(interview.answers.get(question))
  const named = t.facts[fact]
  return named !== undefined && (fact === 'hiv' || !isUnanswered) ? named : ask
}
