import type { Interview } from '../domain/interview.ts'
import { portableIn } from '../domain/carry.ts'
import { questionOf } from '../domain/questions/index.ts'
import { answerText } from './answer-text.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import type { Messages } from './messages.vi.ts'
import { wordsOf } from './question.ts'

/**
 * A code that opens the pre-filled form at any desk. In it are the procedure and the answers that are ticked here, none
 * until somebody ticks it, and never who they are.
 */
export function carryPart(t: Messages, interview: Interview): Html {
  const portable = portableIn(interview)
  return html`<details class="other carry" data-carry>
    <summary><span>${icon('copy')}${t.carry.title}</span>${icon('below')}</summary>
    <p>${t.carry.text}</p>
    ${
      portable.length > 0 &&
      html`<fieldset class="field">
        <legend class="label">${t.carry.choose}</legend>
        <div class="cards">
          ${portable.map(({ question }) => {
            const words = wordsOf(t, questionOf(question), interview)
            return html`<label class="card-radio"
              ><input type="checkbox" name="carry" value="${question}" /><span
                >${words.ask}<br /><b>${answerText(t, question, interview, words)}</b></span
              ></label
            >`
          })}
        </div>
      </fieldset>`
    }
    <div class="qr" data-qr role="img" aria-label="${t.carry.image}"></div>
    <p class="quiet safe">${icon('lock')}${t.carry.private}</p>
  </details>`
}
