import { upperFirst } from '#kernel/written'
import type { Draft, Fault, Section } from '../domain/draft.ts'
import { isOfTheDead } from '../domain/of-the-dead.ts'
import { nameFieldOf, otherPapers } from '../domain/photo.ts'
import type { Applying } from './apply-tasks.ts'
import { errorText, textField } from './fields.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { photoField, photoGuide } from './photos.ts'
import { placeField } from './place-choices.ts'

/** One part on one page. */
export function sectionPage(applying: Applying, section: Section, faults: readonly Fault[]): Html {
  const { t } = applying
  const texts = faults.map((fault) => ({ ...fault, text: faultText(applying, fault) }))
  return html`<div class="row">
      <button class="back btn-plain" type="button" data-back>${icon('left')}${t.back}</button>
    </div>
    <form class="ask" data-part="${section}" novalidate>
      <h1>${t.apply.sections[section]}</h1>
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

function faultText({ t }: Applying, { field, why }: Fault): string {
  if (why === 'no_such_day') return t.screener.noSuchDay
  if (why === 'in_future') return t.screener.tooOld
  if (why === 'number') return t.apply.badNumber
  if (why === 'name') return t.apply.badName
  if (why === 'phone') return t.apply.badPhone
  if (why === 'email') return t.apply.badEmail
  const names: Readonly<Record<string, string>> = {
    fullName: t.apply.fullName,
    year: t.apply.bornYear,
    sex: t.apply.sex,
    areaId: t.screener.place,
    forWhom: t.apply.who,
    applicantName: t.apply.fullName,
    relation: t.apply.relation,
    receiver: t.apply.receiver,
    method: t.apply.how,
    bank: t.apply.bank,
    account: t.apply.accountNumber,
    holder: t.apply.holder,
  }
  const name = names[field]
  // What is asked in a whole question is answered by one of its boxes.
  if (name === undefined || name.endsWith('?')) return t.apply.notChosen
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
  const isDead = isOfTheDead(procedure.id)
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
          ${errorText(wrong.get('areaId'))} ${placeField(t, { value: values['place'] })}
        </fieldset>
        ${field('village', t.apply.village)} ${field('address', t.apply.address, own('street-address'))}
        ${field('number', t.apply.number)}
        ${
          !isDead &&
          html`${field('phone', t.apply.phone, own('tel'))} ${field('email', t.apply.email, own('email'))}`
        }`
    case 'applicant':
      return html`${
          !isDead && radios('forWhom', t.apply.who, { self: t.apply.forSelf, other: t.apply.forOther })
        }
        <div class="when-other">
          ${field('applicantName', t.apply.fullName, 'name')}
          ${radios('relation', t.apply.relation, t.apply.relations)}
          ${field('applicantNumber', t.apply.number)} ${field('applicantPhone', t.apply.phone, 'tel')}
          ${field('applicantEmail', t.apply.email, 'email')}
        </div>`
    case 'questions':
      return html`${procedure.questions.map(({ id, text, answers }) =>
        radios(
          `q.${id}`,
          text[t.language],
          Object.fromEntries(answers.map((answer) => [answer.id, upperFirst(answer.label[t.language])])),
        ),
      )}`
    case 'payment':
      return html`${values['forWhom'] === 'other' && !isDead && radios('receiver', t.apply.receiver, t.apply.receivers)}
        ${radios('method', t.apply.how, { cash: t.apply.cash, account: t.apply.account })}
        <div class="when-account">
          ${field('bank', t.apply.bank)} ${field('account', t.apply.accountNumber)}
          ${field('holder', t.apply.holder)}
        </div>`
    case 'papers':
      return papersPart(applying)
  }
}

/** Papers to photograph, and those nobody has to bring because the State has them. */
function papersPart({ t, procedure, draft, pagesOf }: Applying): Html {
  const wanted = procedure.papers.filter(({ isHeld }) => !isHeld)
  const held = procedure.papers.filter(({ isHeld }) => isHeld)
  return html`<p>${t.apply.papersIntro}</p>
    ${photoGuide(t)}
    ${wanted.map(({ id, name, when }) =>
      photoField(t, { kind: id, name: name[t.language], hint: when?.[t.language] }, pagesOf(id)),
    )}
    ${otherPapers.map((kind, index) => {
      const { name, hint, called } = t.photos.others[index]!
      return html`${photoField(t, { kind, name, hint }, pagesOf(kind))}
      ${textField(nameFieldOf(kind), called, { value: draft.values[nameFieldOf(kind)] })}`
    })}
    ${
      held.length > 0 &&
      html`<section aria-labelledby="co-roi">
        <h2 id="co-roi">${t.amounts.heldTitle}</h2>
        <ul class="bullets">
          ${held.map(({ name }) => html`<li>${name[t.language]}</li>`)}
        </ul>
      </section>`
    }`
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
