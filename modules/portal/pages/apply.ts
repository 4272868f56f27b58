import type { PublicProcedure } from '#modules/applications/contract'
import { bornOf, sectionsOf, type Draft, type Fault, type Section } from '../domain/draft.ts'
import { day } from './format.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'
import { isOnline, procedureText } from './procedures.ts'
import { errorText, textField } from './fields.ts'

/** What one may apply for from home. */
export function applyHome(t: Messages, procedures: readonly PublicProcedure[]): Html {
  const online = procedures.filter(isOnline)
  const others = procedures.filter((one) => one.begunBy === 'applicant' && !isOnline(one))
  const list = (of: readonly PublicProcedure[]) =>
    html`<ul class="links">
      ${of.map(
        ({ id, name }) => html`<li><a href="${hrefIn(t, `/nop-ho-so/${id}`)}">${name[t.language]}</a></li>`,
      )}
    </ul>`
  return html`<div class="hello">
      <h1>${t.nav.apply}</h1>
      <p>${t.apply.intro}</p>
      <p><a href="${hrefIn(t, '/kiem-tra')}">${t.apply.unsure}</a></p>
    </div>
    <section aria-labelledby="chon">
      <h2 id="chon">${t.apply.choose}</h2>
      ${online.length > 0 ? list(online) : html`<p>${t.apply.none}</p>`}
    </section>
    ${
      others.length > 0 &&
      html`<section aria-labelledby="tai-xa">
        <h2 id="tai-xa">${t.apply.counter}</h2>
        ${list(others)}
      </section>`
    }
    <section aria-labelledby="tiep">
      <h2 id="tiep">${t.apply.resume}</h2>
      <form class="ask" method="post" data-resume novalidate>
        ${textField('draft', t.apply.resumeCode)}
        <button class="btn onward" type="submit" disabled data-ready>${t.apply.resumeOpen}</button>
        <p data-said role="status"></p>
        <noscript><p>${t.apply.noScript}</p></noscript>
      </form>
    </section>`
}

/** The page of a procedure as anybody may read it; with JavaScript its parts take its place. */
export function applyPage(t: Messages, procedure: PublicProcedure): Html {
  return html`<div class="row">
      <a class="back" href="${hrefIn(t, '/nop-ho-so')}">${icon('left')}${t.back}</a>
    </div>
    <div class="hello">
      <h1>${procedure.name[t.language]}</h1>
    </div>
    ${procedureText(t, procedure)}
    ${
      isOnline(procedure)
        ? html`<div data-apply="${JSON.stringify(procedure)}"></div>
            <noscript><p class="urge">${t.apply.noScript}</p></noscript>`
        : html`<p class="urge">${t.help.office}</p>`
    }`
}

export type Applying = {
  readonly t: Messages
  readonly procedure: PublicProcedure
  readonly draft: Draft
  /** Something to say: saved, opened, sent anew. */
  readonly note?: string | undefined
}

const nameOf = ({ t }: Applying, section: Section) => t.apply.sections[section]

/** The parts, each done or not, and what may be done with the whole. */
export function taskList(applying: Applying): Html {
  const { t, procedure, draft, note } = applying
  const all = sectionsOf(procedure.questions)
  const isReady = all.every((section) => draft.done.includes(section))
  return html`<div class="row">
      <a class="back" href="${hrefIn(t, '/nop-ho-so')}">${icon('left')}${t.back}</a>
    </div>
    <div class="hello">
      <h1>${procedure.name[t.language]}</h1>
    </div>
    ${note && html`<p class="urge" role="status">${note}</p>`}
    <section aria-labelledby="phan">
      <h2 id="phan">${t.apply.tasks}</h2>
      <ol class="tasks">
        ${all.map((section) => {
          const isDone = draft.done.includes(section)
          return html`<li>
            <button class="task" type="button" data-section="${section}">
              <span>${nameOf(applying, section)}</span
              ><span class="chip ${isDone ? 'chip-ok' : 'chip-neutral'}"
                >${icon(isDone ? 'check' : 'pencil')}${isDone ? t.apply.done : t.apply.todo}</span
              >
            </button>
          </li>`
        })}
      </ol>
    </section>
    <div class="acts">
      <button class="btn btn-primary" type="button" data-section="check">${t.apply.sections.check}</button>
      <button class="btn" type="button" data-keep>${t.apply.keep}</button>
    </div>
    ${!isReady && html`<p class="quiet">${t.apply.incomplete}</p>`}
    <p class="quiet safe">${icon('lock')}${t.apply.onDevice}</p>
    <p><button class="btn-link" type="button" data-forget>${t.apply.forget}</button></p>`
}

/** One part on one page. */
export function sectionPage(applying: Applying, section: Section, faults: readonly Fault[]): Html {
  const { t } = applying
  const texts = faults.map((fault) => ({ ...fault, text: faultText(applying, fault) }))
  return html`<div class="row">
      <button class="back btn-plain" type="button" data-back>${icon('left')}${t.back}</button>
    </div>
    <form class="ask" data-part="${section}" novalidate>
      <h1>${nameOf(applying, section)}</h1>
      ${
        texts.length > 0 &&
        html`<div class="error-summary" role="alert" tabindex="-1" data-error>
          <h2>${t.screener.error(texts.length)}</h2>
          ${texts.map(({ field, text }) => html`<a href="#f-${field}">${text}</a>`)}
        </div>`
      }
      ${fieldsOf(applying, section, new Map(texts.map(({ field, text }) => [field, text])))}
      <button class="btn btn-primary onward" type="submit">${t.apply.save}</button>
    </form>`
}

function faultText({ t, procedure }: Applying, { field, why }: Fault): string {
  if (why === 'no_such_day') return t.screener.noSuchDay
  if (why === 'in_future') return t.screener.tooOld
  if (why === 'number') return t.apply.badNumber
  const question = procedure.questions.find(({ id }) => field === `q.${id}`)
  const names: Readonly<Record<string, string>> = {
    fullName: t.apply.fullName,
    year: t.apply.bornYear,
    sex: t.apply.sex,
    areaId: t.screener.place,
    forWhom: t.apply.who,
    applicantName: t.apply.fullName,
    relation: t.apply.relation,
    method: t.apply.how,
    bank: t.apply.bank,
    account: t.apply.accountNumber,
    holder: t.apply.holder,
  }
  const name = question?.text[t.language] ?? names[field] ?? field
  return t.apply.needed(name[0]!.toLowerCase() + name.slice(1))
}

/** What is wrong stands above the page and again where it is, in the same words. */
type Wrong = ReadonlyMap<string, string>

function fieldsOf(applying: Applying, section: Section, wrong: Wrong): Html {
  const {
    t,
    procedure,
    draft: { values },
  } = applying
  const field = (name: string, label: string, autocomplete = 'off') =>
    textField(name, label, { autocomplete, value: values[name], error: wrong.get(name) })
  const radios = (name: string, label: string, options: Readonly<Record<string, string>>) =>
    html`<fieldset class="field" id="f-${name}" tabindex="-1" ${wrong.has(name) && html`data-invalid`}>
      <legend class="label">${label}</legend>
      ${errorText(wrong.get(name))}
      <div class="cards">
        ${Object.entries(options).map(
          ([value, text]) =>
            html`<label class="card-radio"
              ><input
                type="radio"
                name="${name}"
                value="${value}"
                ${values[name] === value && html`checked`}
              />${text}</label
            >`,
        )}
      </div>
    </fieldset>`
  const birthWrong = wrong.get('year') ?? wrong.get('day')
  const own = (autocomplete: string) => (values['forWhom'] === 'self' ? autocomplete : 'off')
  switch (section) {
    case 'person':
      return html`${field('fullName', t.apply.fullName, own('name'))}
        <fieldset class="field" aria-describedby="g-born" ${birthWrong && html`data-invalid`}>
          <legend class="label">${t.apply.born}</legend>
          <p class="quiet" id="g-born">${t.track.bornHint}</p>
          ${errorText(birthWrong)}
          <div class="date">
            ${dateBox('day', t.screener.day, 2, values)} ${dateBox('month', t.screener.month, 2, values)}
            ${dateBox('year', t.screener.year, 4, values)}
          </div>
        </fieldset>
        ${radios('sex', t.apply.sex, t.apply.sexes)}
        <fieldset class="field" id="f-areaId" tabindex="-1" ${wrong.has('areaId') && html`data-invalid`}>
          <legend class="label">${t.screener.place}</legend>
          ${errorText(wrong.get('areaId'))}
          <label class="field" for="f-place">
            <span class="sr">${t.screener.place}</span>
            <input
              class="input"
              id="f-place"
              name="place"
              autocomplete="off"
              value="${values['place'] ?? ''}"
              data-place
            />
          </label>
          <div data-places aria-live="polite"></div>
        </fieldset>
        ${field('village', t.apply.village)} ${field('address', t.apply.address, own('street-address'))}
        ${field('number', t.apply.number)} ${field('phone', t.apply.phone, own('tel'))}`
    case 'applicant':
      return html`${radios('forWhom', t.apply.who, { self: t.apply.forSelf, other: t.apply.forOther })}
        <div class="when-other">
          ${field('applicantName', t.apply.fullName, 'name')}
          ${radios('relation', t.apply.relation, t.apply.relations)}
          ${field('applicantPhone', t.apply.phone, 'tel')}
        </div>`
    case 'questions':
      return html`${procedure.questions.map(({ id, text, answers }) =>
        radios(
          `q.${id}`,
          text[t.language],
          Object.fromEntries(answers.map((answer) => [answer.id, answer.label[t.language]])),
        ),
      )}`
    case 'payment':
      return html`${radios('method', t.apply.how, { cash: t.apply.cash, account: t.apply.account })}
        <div class="when-account">
          ${field('bank', t.apply.bank)} ${field('account', t.apply.accountNumber)}
          ${field('holder', t.apply.holder)}
        </div>`
    case 'papers':
      return html`<p>${t.apply.papersIntro}</p>
        <ul class="bullets">
          ${procedure.papers.map(
            ({ name, isHeld, isConditional }) =>
              html`<li>
                ${name[t.language]}${isConditional && ` (${t.amounts.sometimes})`}${
                  isHeld && html` <span class="quiet">– ${t.amounts.held}</span>`
                }
              </li>`,
          )}
        </ul>`
  }
}

function dateBox(name: string, label: string, most: number, values: Draft['values']): Html {
  return html`<label
    >${label}<input
      class="input ${name === 'year' && 'input-year'}"
      id="f-${name}"
      name="${name}"
      inputmode="numeric"
      maxlength="${most}"
      value="${values[name] ?? ''}"
  /></label>`
}

/** Everything once more, before it is sent. */
export function checkPage(applying: Applying): Html {
  const { t, procedure, draft, note } = applying
  const { values } = draft
  const all = sectionsOf(procedure.questions)
  const isReady = all.every((section) => draft.done.includes(section))
  const born = bornOf(values)
  const labelled = (options: Readonly<Record<string, string>>, name: string) => options[values[name] ?? '']
  const rows: readonly (readonly [Section, string, string | undefined])[] = [
    ['person', t.apply.fullName, values['fullName']],
    ['person', t.apply.born, born && (values['day'] ? day(born) : born.slice(0, 4))],
    ['person', t.apply.sex, labelled(t.apply.sexes, 'sex')],
    ['person', t.screener.place, values['place']],
    ['person', t.apply.village, values['village']],
    ['person', t.apply.number, values['number']],
    ['person', t.apply.phone, values['phone']],
    ['applicant', t.apply.who, labelled({ self: t.apply.forSelf, other: t.apply.forOther }, 'forWhom')],
    ...(values['forWhom'] === 'other'
      ? ([
          ['applicant', t.apply.fullName, values['applicantName']],
          ['applicant', t.apply.relation, labelled(t.apply.relations, 'relation')],
        ] as const)
      : []),
    ...procedure.questions.map(
      ({ id, text, answers }) =>
        [
          'questions',
          text[t.language],
          answers.find((one) => one.id === values[`q.${id}`])?.label[t.language],
        ] as const,
    ),
    ['payment', t.apply.how, labelled({ cash: t.apply.cash, account: t.apply.account }, 'method')],
    ...(values['method'] === 'account'
      ? ([['payment', t.apply.accountNumber, `${values['account'] ?? ''} ${values['bank'] ?? ''}`]] as const)
      : []),
  ]
  return html`<div class="row">
      <button class="back btn-plain" type="button" data-back>${icon('left')}${t.back}</button>
    </div>
    <div class="hello">
      <h1>${t.apply.sections.check}</h1>
      <p>${t.apply.checkIntro}</p>
    </div>
    <div class="answers">
      <dl>
        ${rows.map(
          ([section, name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>
                ${value?.trim() ? value : html`<span class="quiet">${t.apply.empty}</span>`}
                <button class="btn-link" type="button" data-section="${section}">
                  ${t.result.change}<span class="sr">: ${name}</span>
                </button>
              </dd>
            </div>`,
        )}
      </dl>
    </div>
    ${
      isReady
        ? html`<form class="ask" data-submit novalidate>
            <p>${t.apply.truth}</p>
            <button class="btn btn-primary onward" type="submit">${t.apply.send}</button>
            <p data-said role="status">${note ?? ''}</p>
          </form>`
        : html`<p class="urge">${t.apply.incomplete}</p>`
    }`
}

/** The receipt: a code to write down, and what happens now. */
export function receivedPage(
  t: Messages,
  { code, unit }: { readonly code: string; readonly unit: string },
): Html {
  return html`<section class="answer" aria-labelledby="nhan">
      <h1 id="nhan">${t.apply.sentTitle}</h1>
      <p class="name">${t.apply.sentCode}</p>
      <p class="amount">${code}</p>
      <p>${t.apply.sentText(unit)}</p>
      <p>${t.apply.sentTrack}</p>
    </section>
    <div class="acts">
      <button class="btn" type="button" data-print>${icon('print')}${t.result.print}</button>
      <a class="btn" href="${hrefIn(t, '/tra-cuu')}">${t.nav.track}</a>
    </div>`
}
