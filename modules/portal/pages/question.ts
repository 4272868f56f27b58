import type { CivilDate } from '#kernel/civil-date'
import { remaining, type Interview } from '../domain/interview.ts'
import type { Place } from '../domain/places.ts'
import { isUnknown, unknown, type Answer, type Answers, type Question } from '../domain/question.ts'
import { placeField } from './place-choices.ts'
import { isHarmed, wayOut } from './danger.ts'
import { moneyIn } from './format.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'
import { questionsEn } from './questions.en.ts'
import { questionsVi } from './questions.vi.ts'
import { whomOf, type Asked } from './speaker.ts'

export type AskedPage = {
  readonly t: Messages
  readonly interview: Interview
  readonly question: Question
  readonly today: CivilDate
  /** What was answered before, or what has just been typed and could not be read. */
  readonly given?: Answer | undefined
  readonly typed?: Readonly<Record<string, string>> | undefined
  readonly error?: { readonly text: string; readonly field: string } | undefined
  readonly found?: readonly Place[] | undefined
  readonly villages?: readonly string[] | undefined
  /** Whether the phone works it out itself; otherwise the form carries what was answered. */
  readonly isHere: boolean
}

/** The words a question is asked in, with the person and the sums it speaks of. */
export function wordsOf(t: Messages, question: Question, { answers, known }: Interview) {
  const whom = whomOf(answers)
  const [ai, Ai] = t.persons[whom]
  const asked: Asked = { whom, ai, Ai, limit: moneyIn(t, known.at.socialPension) }
  const words = (t.language === 'en' ? questionsEn : questionsVi)[question.id]
  return {
    ask: words.ask(asked),
    hint: words.hint?.(asked),
    why: words.why,
    option: (id: string) => {
      const word = words.options[id]
      return typeof word === 'function' ? word(asked) : (word ?? id)
    },
  }
}

/** One question, one page. */
export function questionPage(page: AskedPage): Html {
  const { t, interview, question, today, error, isHere } = page
  const words = wordsOf(t, question, interview)
  const place = interview.path.length + 1
  const left = remaining(interview, today) - 1
  const isFirst = interview.path.length === 0
  return html`${isHarmed(interview.answers) && wayOut(t)}
    <div class="row">
      ${
        isHere && !isFirst
          ? html`<button class="back btn-plain" type="button" data-back>${icon('left')}${t.back}</button>`
          : html`<a class="back" href="${hrefIn(t, isFirst ? '/' : '/kiem-tra')}"
              >${icon('left')}${t.back}</a
            >`
      }
    </div>
    <form class="ask" method="post" action="${hrefIn(t, '/kiem-tra')}" data-ask novalidate>
      <input type="hidden" name="question" value="${question.id}" />
      ${!isHere && carried(interview.answers)}
      ${
        error &&
        html`<div class="error-summary" role="alert" tabindex="-1" data-error>
          <h2>${t.screener.error(1)}</h2>
          <a href="#f-${error.field}">${error.text}</a>
        </div>`
      }
      ${fieldsOf(page, words)}
      <button class="btn btn-primary onward" type="submit" ${!isHere && html`disabled data-wait`}>
        ${isHere ? t.screener.next : t.screener.opening}
      </button>
      ${
        !isHere &&
        html`<noscript>
          <style>
            [data-wait],
            .safe {
              display: none;
            }
          </style>
          <button class="btn btn-primary onward" type="submit">${t.screener.next}</button>
          <p class="hint">${t.screener.noScript}</p>
        </noscript>`
      }
    </form>
    <div class="where">
      <p><b>${t.screener.where(place)}</b>${t.screener.left(left)}</p>
      <ol class="dots" aria-hidden="true">
        ${Array.from(
          { length: place + left },
          (_, index) =>
            html`<li ${index + 1 < place && html`data-done`} ${index + 1 === place && html`data-now`}></li>`,
        )}
      </ol>
    </div>
    <details class="why-ask">
      <summary>${t.screener.why}</summary>
      <p>${words.why}</p>
    </details>
    <p class="quiet safe">${icon('lock')}${isFirst ? t.screener.privateStart : t.screener.private}</p>`
}

/** Without JavaScript the answers travel in the form, and nowhere else. */
export function carried(answers: Answers): readonly Html[] {
  return [...answers].flatMap(([id, answer]) =>
    answer.map((value) => html`<input type="hidden" name="a.${id}" value="${value}" />`),
  )
}

type Words = ReturnType<typeof wordsOf>

function fieldsOf(page: AskedPage, words: Words): Html {
  const { t, question, error } = page
  switch (question.kind) {
    case 'one':
    case 'many':
      return group(page, words, html`${choices(page, words)}`)
    case 'birth':
      return birth(page, words)
    case 'place':
      return group(
        page,
        words,
        html`${placeField(t, {
            value: page.typed?.['place'] ?? page.given?.[0]?.replace(unknown, ''),
            found: page.found ?? [],
            invalid: error && invalid,
          })}
          <div class="cards">${unknownChoice(page, words)}</div>`,
      )
    case 'village':
      return group(
        page,
        words,
        html`<label class="field" for="f-village">
            <span class="sr">${t.screener.village}</span>
            <input
              class="input"
              id="f-village"
              name="village"
              list="villages"
              autocomplete="off"
              value="${page.typed?.['village'] ?? page.given?.[0]?.replace(unknown, '') ?? ''}"
              ${error && invalid}
            />
          </label>
          <datalist id="villages">
            ${(page.villages ?? []).map((name) => html`<option value="${name}"></option>`)}
          </datalist>
          <div class="cards">${unknownChoice(page, words)}</div>`,
      )
    case 'count':
      return group(
        page,
        words,
        html`${number(page, t.screener.count, page.given?.[0])}
          <div class="cards">${unknownChoice(page, words)}</div>`,
      )
    case 'persons':
      return group(
        page,
        words,
        html`${number(page, t.screener.personsCount, page.given?.[1])}
          <p class="label">${t.screener.reason}</p>
          ${choices(page, words)}`,
      )
  }
}

const invalid = html`aria-invalid="true" aria-describedby="loi"`

/** The question is the heading and the name of the group at once. */
function group({ error }: AskedPage, words: Words, inner: Html): Html {
  return html`<fieldset
    class="field"
    ${error && html`data-invalid`}
    aria-describedby="${[words.hint && 'goi-y', error && 'loi'].filter(Boolean).join(' ')}"
  >
    <legend><h1>${words.ask}</h1></legend>
    ${words.hint && html`<p id="goi-y" class="quiet">${words.hint}</p>`}
    ${error && html`<p id="loi" class="field-error">${icon('warning')}${error.text}</p>`} ${inner}
  </fieldset>`
}

function choices(page: AskedPage, words: Words): Html {
  const { question, given = [] } = page
  const type = question.kind === 'many' ? 'checkbox' : 'radio'
  const isListed = question.kind === 'many' && question.isOptional === true
  const ids = question.options.map(({ id }) => id)
  return html`<div class="cards" id="f-answer" tabindex="-1">
    ${[...ids, ...(isListed ? [] : [unknown])].map((id) =>
      words.option(id) === id && id === unknown ? '' : choice(type, id, words.option(id), given.includes(id)),
    )}
    ${
      question.also &&
      html`<hr />
        ${choice('checkbox', question.also.id, words.option(question.also.id), given.includes(question.also.id))}`
    }
  </div>`
}

function choice(type: 'radio' | 'checkbox', id: string, name: string, isChosen: boolean): Html {
  return html`<label class="card-radio"
    ><input type="${type}" name="answer" value="${id}" ${isChosen && html`checked`} />${name}</label
  >`
}

function unknownChoice({ given }: AskedPage, words: Words): Html {
  return choice('radio', unknown, words.option(unknown), isUnknown(given))
}

function number({ typed, error }: AskedPage, name: string, given: string | undefined): Html {
  const value = typed?.['count'] ?? (given && given !== unknown ? given : '')
  return html`<label class="field" for="f-count">
    <span class="label">${name}</span>
    <input
      class="input input-count"
      id="f-count"
      name="count"
      inputmode="numeric"
      maxlength="2"
      autocomplete="off"
      value="${value}"
      ${error?.field === 'count' && invalid}
    />
  </label>`
}

function birth(page: AskedPage, words: Words): Html {
  const { t, typed, error } = page
  const [told = ''] = page.given ?? []
  const isAge = typed ? typed['only'] === 'age' : told.startsWith('~')
  const isYear = typed ? typed['only'] === 'year' : /^\d{4}$/.test(told)
  const [year = '', month = '', day = ''] = isAge ? [] : told.split('-')
  const box = (name: string, label: string, value: string, most: number, autocomplete: string) =>
    html`<label
      >${label}<input
        class="input ${name === 'year' && 'input-year'}"
        id="f-${name}"
        name="${name}"
        inputmode="numeric"
        maxlength="${most}"
        autocomplete="${page.interview.answers.get('who')?.[0] === 'self' ? autocomplete : 'off'}"
        value="${typed?.[name] ?? value.replace(/^0(?=\d$)/, '')}"
        ${error?.field === name && invalid}
    /></label>`
  const only = (value: string, name: string, isChosen: boolean) =>
    html`<label class="card-radio"
      ><input type="radio" name="only" value="${value}" ${isChosen && html`checked`} />${name}</label
    >`
  return html`${group(
      page,
      words,
      html`<div class="date">
        ${box('day', t.screener.day, day, 2, 'bday-day')}
        ${box('month', t.screener.month, month, 2, 'bday-month')}
        ${box('year', t.screener.year, year, 4, 'bday-year')}
      </div>`,
    )}
    <fieldset class="field or-else">
      <legend class="or">${t.screener.orElse}</legend>
      <div class="cards">
        ${only('year', t.screener.onlyYear, isYear)} ${only('age', t.screener.onlyAge, isAge)}
      </div>
      <label class="field age" for="f-age">
        <span class="label">${t.screener.age}</span>
        <input
          class="input input-count"
          id="f-age"
          name="age"
          inputmode="numeric"
          maxlength="3"
          autocomplete="off"
          value="${typed?.['age'] ?? (isAge ? told.slice(1) : '')}"
          ${error?.field === 'age' && invalid}
        />
      </label>
    </fieldset>`
}
