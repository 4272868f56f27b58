import type { PublicProcedure } from '#modules/applications/contract'
import { proceduresFor, type Procedures } from '../domain/carry.ts'
import type { Interview } from '../domain/interview.ts'
import { outcomeOf } from '../domain/outcome.ts'
import { isUnknown } from '../domain/question.ts'
import { bringPart } from './bring.ts'
import { dangerNumbers } from './home.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'
import { isOnline, timeText } from './procedures.ts'

type Shown = {
  readonly t: Messages
  readonly interview: Interview
  readonly isHere: boolean
  /** Those of today, where the list is at hand; the phone draws the steps anew once it has it. */
  readonly procedures?: readonly PublicProcedure[] | undefined
}
type Wanted = Procedures['sure'][number]

/** What to do next: the papers, where to go, how long the answer takes; all of it as each procedure has it. */
export function stepsPart(shown: Shown): Html {
  const { t, interview, isHere, procedures } = shown
  const wanted = proceduresFor(interview.known)
  const ids = wanted.sure.length > 0 ? wanted.sure : wanted.possible
  const sent = ids.filter((id) => isSent(id, procedures))
  const urgent = ids.filter((id) => !isSent(id, procedures))
  const [first] = sent
  return html`<ol class="todo">
      ${urgent.length > 0 && html`<li>${tellAtOnce(shown, urgent)}</li>`}
      <li>
        <b>${t.result.papers}</b> ${t.result.papersText}
        <div data-bring>${bringPart(t, wanted, { known: interview.known, procedures })}</div>
      </li>
      ${first && html`<li><b>${t.result.hand}</b> ${t.result.handText} ${placed(shown, t.result.office)}</li>`}
      ${waits(shown, ids)}
    </ol>
    <div class="acts">
      ${
        first &&
        html`<a class="btn btn-primary" href="${hrefIn(t, `/nop-ho-so/${first}`)}">${t.nav.apply}</a>`
      }
      ${
        isHere &&
        html`<button class="btn" type="button" data-print>${icon('print')}${t.result.print}</button>
          <button class="btn" type="button" data-send>${icon('send')}<span>${t.result.send}</span></button>`
      }
    </div>
    ${urgent.length > 0 && dangerNumbers(t)}`
}

/** While the list is not at hand: what is sent from home by the law in force. */
const usuallySent: ReadonlySet<Wanted> = new Set([
  'monthly_allowance',
  'social_pension',
  'care_support',
  'funeral_support',
  'facility_admission',
])

function isSent(id: Wanted, procedures: Shown['procedures']): boolean {
  const procedure = procedures?.find((one) => one.id === id)
  return procedure ? isOnline(procedure) : usuallySent.has(id)
}

/** Whoever hungers or has lost their home sends no form: they tell somebody, now. */
function tellAtOnce(shown: Shown, ids: readonly Wanted[]): Html {
  const { t, procedures = [] } = shown
  const found = procedures.filter(({ id }) => (ids as readonly string[]).includes(id))
  return html`<b>${t.result.tell}</b> ${t.result.tellText} ${placed(shown, t.result.committee)}
    ${
      found.length > 0 &&
      html`<ul class="bullets">
        ${found.map(({ name, where }) => html`<li>${name[t.language]}: ${where[t.language]}</li>`)}
      </ul>`
    }`
}

function placed({ interview }: Shown, words: (place: string) => string): string {
  const place = interview.answers.get('place')
  return place && !isUnknown(place) ? words(place[0]!) : ''
}

/** Each procedure has its own time; without the list only that of a month’s money is known, which the law itself names. */
function waits(shown: Shown, ids: readonly Wanted[]): Html {
  const { t, interview, procedures } = shown
  const { monthly, workingDays } = outcomeOf(interview.known)
  const found = ids.flatMap((id) => procedures?.find((one) => one.id === id) ?? [])
  const timed = found.filter(({ time }) => time !== null)
  if (timed.length === 1 && ids.length === 1) return wait(shown, timed[0]!.time!)
  if (found.length > 0)
    return ids.length === 1
      ? html`` // The law sets no time, and what is done at once waits for none.
      : html`<li>
          <b>${t.result.waits}</b>
          <ul class="bullets">
            ${found.map(
              ({ name, time }) =>
                html`<li>
                  ${name[t.language]}: ${time ? t.result.within(timeText(t, time)) : t.result.noTime}
                </li>`,
            )}
          </ul>
        </li>`
  const isMonthly = monthly.length > 0 && ids.every((id) => ofAMonth.has(id))
  return isMonthly ? wait(shown, { length: workingDays, unit: 'working_days' }) : html``
}
const ofAMonth: ReadonlySet<Wanted> = new Set(['monthly_allowance', 'social_pension', 'care_support'])

function wait({ t }: Shown, time: NonNullable<PublicProcedure['time']>): Html {
  return html`<li>
    <b>${t.result.wait(timeText(t, time))}</b> ${time.unit === 'working_days' && t.result.waitText}
  </li>`
}
