import type { CivilDate } from '#kernel/civil-date'
import { formatDate } from '#kernel/written'
import type { PublicProcedure } from '#modules/applications/contract'
import type { Award, SupportExplanation } from '#modules/entitlement/engine'
import { carerRights } from '../domain/carer-rights.ts'
import type { Interview } from '../domain/interview.ts'
import { outcomeOf, type MissingRight, type MonthlyRight, type Outcome } from '../domain/outcome.ts'
import { questionOf } from '../domain/questions/index.ts'
import { answerText } from './answer-text.ts'
import { doubtsOf, doubtsPart, openName, openPart } from './open-rights.ts'
import { carryPart } from './carry.ts'
import { isHarmed, wayOut } from './danger.ts'
import { moneyIn, monthIn, sum } from './format.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'
import { wordsOf } from './question.ts'
import { reasonsEn } from './reasons.en.ts'
import { reasonsOf } from './reasons.ts'
import { reasonsVi } from './reasons.vi.ts'
import { whomOf } from './speaker.ts'
import { stepsPart } from './steps.ts'

type Shown = {
  readonly t: Messages
  readonly interview: Interview
  readonly today: CivilDate
  readonly isHere: boolean
  /** Those of today, where the list is at hand; the phone draws the steps anew once it has it. */
  readonly procedures?: readonly PublicProcedure[] | undefined
}

/** What the law gives for the answers: how much, why, since when, what to do, and what is not due or not known. */
export function resultPage(shown: Shown): Html {
  const { t, interview, today } = shown
  const { known } = interview
  const outcome = outcomeOf(known)
  const isTakeIn = known.answers.get('who')?.includes('takeIn') === true
  return html`${isHarmed(interview.answers) && wayOut(t)}
    <div class="row">${backLink(shown)}</div>
    ${isTakeIn ? takeIn(shown) : monthly(shown, outcome)} ${events(t, outcome)}
    ${isTakeIn || hasSomething(outcome) ? toDo(shown, outcome) : ''} ${others(shown, outcome)}
    ${more(t, outcome)} ${given(shown)}
    <p class="legal">
      ${t.result.reference} ${t.result.law(known.ml.regime.rules.label[t.language])}.
      <span class="only-print">${t.result.printed(formatDate(today))}</span>
    </p>`
}

/** Nothing is certain, and something hangs on an answer. */
const isOpen = (outcome: Outcome) => outcome.open.length > 0 && !isSure(outcome)
const hasMoney = ({ monthly: items, card }: Outcome) => items.length > 0 || card !== undefined
const isSure = (outcome: Outcome) =>
  hasMoney(outcome) || outcome.events.some(({ rights }) => rights.length > 0)
const hasSomething = (outcome: Outcome) => isSure(outcome) || outcome.open.length > 0

function backLink({ t, isHere }: Shown): Html {
  return isHere
    ? html`<button class="back btn-plain" type="button" data-back>
        ${icon('left')}${t.screener.changed}
      </button>`
    : html`<a class="back" href="${hrefIn(t, '/kiem-tra')}">${icon('left')}${t.screener.restart}</a>`
}

/** The one figure of the page, and the facts it rests on. */
function monthly(shown: Shown, outcome: Outcome): Html {
  const { t, interview } = shown
  const [, Ai] = t.persons[whomOf(interview.answers)]
  const items = outcome.monthly
  const hasEvents = outcome.events.some(({ rights }) => rights.length > 0)
  if (items.length === 0) {
    const title =
      hasEvents || outcome.card
        ? t.result.may(Ai)
        : outcome.open.length > 0
          ? t.result.depends(doubtsOf(outcome.open).length)
          : t.result.none
    return html`<section class="answer" aria-labelledby="kq">
      <h1 id="kq">${title}</h1>
      ${outcome.card && html`<p class="name"><b>${t.result.cardAlone}</b><br />${cardText(t, outcome.card)}</p>`}
      ${!hasEvents && !outcome.card && outcome.open.length === 0 && html`<p>${t.result.nothingText}</p>`}
      ${isOpen(outcome) && openPart(shown, outcome.open)}
    </section>`
  }
  const isOne = items.length === 1
  return html`<section class="answer" aria-labelledby="kq">
    <h1 id="kq">${items.every(({ payee }) => payee === 'carer') ? t.result.mayCarer : t.result.may(Ai)}</h1>
    <p class="amount">${sum(t, outcome.total)}<span>${t.result.monthly}</span></p>
    ${items.map(
      (item) =>
        html`<div class="part">
          <p class="name">
            <b>${t.benefit[item.benefit]}</b>${!isOne && html`: ${sum(t, item.amount)}`}
            ${outcome.card && item.payee === 'person' && html`<br />${t.result.card}`}
            ${item.payee === 'carer' && html`<br />${t.result.toCarer}`}
            ${item.payee === 'facility' && html`<br />${t.result.toFacility}`}
          </p>
          ${ticks(shown, item)}
        </div>`,
    )}
    ${outcome.supplements.map(
      ({ award }) => award?.kind === 'money' && html`<p>+ ${sum(t, award.amount)} ${t.result.monthly}</p>`,
    )}
    ${higher(shown, outcome)} ${outcome.isBirthGuessed && html`<p class="quiet">${t.result.guess}</p>`}
  </section>`
}

function ticks({ t, interview }: Shown, { group }: MonthlyRight): Html {
  const words = t.language === 'en' ? reasonsEn : reasonsVi
  const reasons = reasonsOf(group.condition, interview.known, words)
  return html`<ul class="ticks" aria-label="${t.result.why}">
    ${reasons.map((reason) => html`<li>${icon('check')}${reason}</li>`)}
  </ul>`
}

function cardText(t: Messages, { award }: SupportExplanation): string {
  return award?.kind === 'card' ? t.result.cardText(award.percent) : ''
}

/** Of two rights the higher is paid, and the page says so, that nobody waits for both. */
function higher({ t, interview }: Shown, { monthly: items, gaveWay }: Outcome): Html {
  const own = items.filter(({ payee }) => payee === 'person')
  const rivals = gaveWay.filter(({ payee }) => payee === 'person')
  if (own.length === 0 || rivals.length === 0) return html``
  const [, Ai] = t.persons[whomOf(interview.answers)]
  const count = own.length + rivals.length
  const names = [...own, ...rivals].map(
    ({ benefit, amount }) => `${t.benefit[benefit]} (${moneyIn(t, amount)})`,
  )
  const best = own.reduce((total, { amount }) => total + amount, 0)
  return html`<p>
    ${t.result.higher(Ai, t.result.counts[count] ?? String(count), names.join('; '))} ${sum(t, best)}.
  </p>`
}

/** Once, and at once: what an event gives. */
function events(t: Messages, outcome: Outcome): Html {
  const kinds = outcome.events.filter(({ rights }) => rights.length > 0)
  if (kinds.length === 0) return html``
  const isDeath = kinds.every(({ kind }) => kind === 'death')
  return html`<section class="answer" aria-labelledby="khan">
    <h2 id="khan">${isDeath ? t.result.funeral : t.result.emergency}</h2>
    <ul class="lines">
      ${kinds.flatMap(({ rights }) =>
        rights.map((right) => html`<li><b>${awardText(t, right)}</b><br />${right.label[t.language]}</li>`),
      )}
    </ul>
    <p>${isDeath ? t.result.deathPapers : t.result.urgent}</p>
  </section>`
}

function awardText(t: Messages, { award, isFloor }: SupportExplanation): Html {
  const shown = award as Award // Only what is granted is shown, and that has an award.
  switch (shown.kind) {
    case 'money':
    case 'days':
      return html`${isFloor && `${t.result.atLeast} `}${sum(t, shown.amount)}`
    case 'rice':
      return html`${t.result.rice(shown.kilograms)} (${t.result.riceHow(shown.each, shown.persons)})`
    case 'ceiling':
      return html`${sum(t, shown.ceiling)}`
    case 'card':
      return html`${t.result.cardAlone}`
    case 'inKind':
      return html`${t.result.goods}`
  }
}

function toDo(shown: Shown, outcome: Outcome): Html {
  const { t } = shown
  return html`${
      outcome.monthly.length > 0 &&
      html`<section class="urge" aria-labelledby="som">
        <h2 id="som">${t.result.soon}</h2>
        <p>${t.result.since} ${t.result.loses} ${sum(t, outcome.total)}.</p>
      </section>`
    }
    <section aria-labelledby="tiep">
      <h2 id="tiep">${t.result.steps}</h2>
      <div data-steps aria-live="polite">${stepsPart(shown)}</div>
      ${shown.isHere && carryPart(t, shown.interview)}
    </section>`
}

function others(shown: Shown, outcome: Outcome): Html {
  const { t } = shown
  // One alone stands above with all that is to be said of it.
  const open = isOpen(outcome) && outcome.open.length === 1 ? [] : outcome.open
  const { missing } = outcome
  if (open.length === 0 && missing.length === 0) return html``
  return html`<section aria-labelledby="khac">
    <h2 id="khac">${t.result.others}</h2>
    ${open.map(
      (right) =>
        html`<details class="other">
          <summary>
            <span>${icon('help')}${openName(t, right)}</span
            ><span class="quiet">${t.result.needsMore(right.doubts.length)}</span>${icon('below')}
          </summary>
          ${doubtsPart(shown, right.doubts)}
        </details>`,
    )}
    ${missing.map(
      (one) =>
        html`<details class="other">
          <summary>
            <span>${icon('cross')}${one.group.label[t.language]}</span
            ><span class="quiet">${t.result.notYet}</span>${icon('below')}
          </summary>
          <p>${missingText(shown, one)}</p>
        </details>`,
    )}
  </section>`
}

function missingText({ t, interview }: Shown, { node, from }: MissingRight): string {
  const [ai] = t.persons[whomOf(interview.answers)]
  if (node.kind === 'ageFrom' && from)
    return t.result.notYetAge(ai, Math.floor(node.ageInMonths / 12), node.months / 12, monthIn(t, from))
  const words = t.language === 'en' ? reasonsEn : reasonsVi
  const needs = node.kind === 'is' ? node.among.flatMap((value) => words.is[node.fact]?.[value] ?? []) : []
  return t.result.notYetFact(needs.join(t.language === 'vi' ? ' hoặc ' : ' or '))
}

function more(t: Messages, { advice }: Outcome): Html {
  if (advice.length === 0) return html``
  return html`<section aria-labelledby="them">
    <h2 id="them">${t.result.more}</h2>
    <ul class="lines">
      ${advice.map((one) => html`<li><b>${t.advice[one].title}.</b> ${t.advice[one].text}</li>`)}
    </ul>
  </section>`
}

/** What was answered, each with the way back to it; the private answer is not repeated. */
function given({ t, interview, isHere }: Shown): Html {
  return html`<details class="other answers">
    <summary><span>${t.result.answers}</span>${icon('below')}</summary>
    <dl>
      ${interview.path.map((id) => {
        const question = questionOf(id)
        const words = wordsOf(t, question, interview)
        return html`<div>
          <dt>${words.ask}</dt>
          <dd>
            ${id === 'hiv' ? '…' : answerText(t, id, interview, words)}
            ${
              isHere &&
              html`<button class="btn-link" type="button" data-change="${id}">
                ${t.result.change}<span class="sr">: ${words.ask}</span>
              </button>`
            }
          </dd>
        </div>`
      })}
    </dl>
  </details>`
}

/** Whoever would like to care for somebody sees what carers receive, and what is asked of them. */
function takeIn({ t, interview }: Shown): Html {
  const whom = interview.answers.get('takeIn')?.[0] as keyof Messages['result']['carers'] | undefined // One of the options.
  const { monthly: items, daily } = carerRights(interview.known, whom)
  return html`<section class="answer" aria-labelledby="kq">
      <h1 id="kq">${whom && whom in t.result.carers ? t.result.carers[whom] : t.result.title}</h1>
      <ul class="lines">
        ${items.map(
          ({ label, amount }) =>
            html`<li><b>${sum(t, amount)}</b> ${t.result.perPerson}<br />${label[t.language]}</li>`,
        )}
        ${daily !== undefined && html`<li><b>${sum(t, daily)}</b> ${t.result.perDay}</li>`}
      </ul>
    </section>
    <section aria-labelledby="ai">
      <h2 id="ai">${whom === 'emergency' ? t.result.takenInNow : t.result.carerConditions}</h2>
      <ul class="ticks">
        ${t.result.carerLists[whom ?? 'child'].map((line) => html`<li>${icon('check')}${line}</li>`)}
      </ul>
      ${whom === 'emergency' && html`<p>${t.result.takenInNext}</p>`}
    </section>`
}
