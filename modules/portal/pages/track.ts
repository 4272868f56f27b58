import type { FeedbackThread, TrackedFile, VerifiedDocument } from '#modules/applications/contract'
import { textArea, textField } from './fields.ts'
import { day } from './format.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'

/** What was typed, so that nobody types it twice. */
export type Key = { readonly code: string; readonly born: string }

/** A form any browser can send: the code on the receipt, and the birth date of whom the file is about. */
export function trackForm(t: Messages, { code, born }: Key, error?: string): Html {
  const [year = '', month = '', date = ''] = born.split('-')
  const box = (name: string, label: string, value: string, most: number) =>
    html`<label
      >${label}<input
        class="input ${name === 'year' && 'input-year'}"
        name="${name}"
        inputmode="numeric"
        maxlength="${most}"
        value="${value}"
    /></label>`
  return html`<div class="hello">
      <h1>${t.nav.track}</h1>
      <p>${t.track.intro}</p>
    </div>
    <form class="ask" method="post" action="${hrefIn(t, '/tra-cuu')}">
      ${
        error &&
        html`<div class="error-summary" role="alert" tabindex="-1">
          <h2>${t.screener.error(1)}</h2>
          <p>${error}</p>
        </div>`
      }
      <label class="field" for="f-code">
        <span class="label">${t.track.code}</span>
        <span class="quiet" id="g-code">${t.track.codeHint}</span>
        <input
          class="input"
          id="f-code"
          name="code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          value="${code}"
          aria-describedby="g-code"
        />
      </label>
      <fieldset class="field" aria-describedby="g-born">
        <legend class="label">${t.track.born}</legend>
        <p class="quiet" id="g-born">${t.track.bornHint}</p>
        <div class="date">
          ${box('day', t.screener.day, date, 2)} ${box('month', t.screener.month, month, 2)}
          ${box('year', t.screener.year, year, 4)}
        </div>
      </fieldset>
      <button class="btn btn-primary onward" type="submit">${t.track.look}</button>
    </form>
    <p>${t.track.lost}</p>`
}

/** Where a file is, in words: what is done, what happens now, by when, and what the reader has to do. */
export function trackedPage(t: Messages, file: TrackedFile, key: Key): Html {
  const words = t.language
  const { steps, missing, documents, dueOn, isOver } = file
  return html`<div class="row">
      <a class="back" href="${hrefIn(t, '/tra-cuu')}">${icon('left')}${t.track.other}</a>
    </div>
    <section class="answer" aria-labelledby="ho-so">
      <h1 id="ho-so">${t.track.file(file.code)}</h1>
      <p class="name"><b>${file.procedure[words]}</b><br />${file.fullName}</p>
      <p role="status">${file.tells[words]}</p>
      ${dueOn && html`<p><b>${isOver ? t.track.over(day(dueOn)) : t.track.due(day(dueOn))}</b></p>`}
      <p class="quiet">${t.track.unit(file.unit)}</p>
    </section>
    ${
      missing.length > 0 &&
      html`<section class="urge" aria-labelledby="thieu">
        <h2 id="thieu">${t.track.missing}</h2>
        <ul class="bullets">
          ${missing.map(({ name, why }) => html`<li>${name && html`<b>${name[words]}:</b> `}${why}</li>`)}
        </ul>
        <p>${t.track.bring}</p>
      </section>`
    }
    <section aria-labelledby="buoc">
      <h2 id="buoc">${t.track.steps}</h2>
      <ol class="steps">
        ${steps.map(
          ({ name, state, on }) =>
            html`<li data-state="${state}" ${state === 'current' && html`aria-current="step"`}>
              ${icon(state === 'done' ? 'check' : 'dot')}<span
                >${name[words]}<span class="sr"> – ${t.track.states[state]}</span>${
                  on && html`<br /><span class="quiet">${day(on)}</span>`
                }</span
              >
            </li>`,
        )}
      </ol>
    </section>
    ${
      documents.length > 0 &&
      html`<section aria-labelledby="giay">
        <h2 id="giay">${t.track.documents}</h2>
        <ul class="lines">
          ${documents.map(
            ({ id, kind, number, issuedOn, state, appealBy }) =>
              html`<li>
                <b>${documentName(t, kind)}${number && ` ${t.track.number} ${number}`}</b>, ${day(issuedOn)}
                ${
                  state === 'made'
                    ? html`<form method="post" action="${hrefIn(t, '/tra-cuu/giay-to')}">
                        <input type="hidden" name="code" value="${key.code}" />
                        <input type="hidden" name="born" value="${key.born}" />
                        <input type="hidden" name="document" value="${id}" />
                        <button class="btn" type="submit">${icon('download')}${t.track.download}</button>
                      </form>`
                    : html`<p>${t.track.pending}</p>`
                }
                ${
                  appealBy &&
                  html`<p class="quiet">${t.track.appeal(day(appealBy))}</p>
                    ${appealForm(t, key, id)}`
                }
              </li>`,
          )}
        </ul>
      </section>`
    }`
}

function documentName(t: Messages, kind: string): string {
  const names = t.track.kinds as Readonly<Record<string, string>> // By the kinds of papers there are.
  return names[kind] ?? t.track.kinds.other
}

/** An appeal needs a name by law, and JavaScript for the riddle that keeps machines away. */
function appealForm(t: Messages, key: Key, documentId: string): Html {
  return html`<details class="other">
    <summary><span>${t.track.appealTitle}</span>${icon('below')}</summary>
    <p>${t.track.appealText}</p>
    <form class="ask" method="post" data-write="appeals" novalidate>
      <input type="hidden" name="code" value="${key.code}" />
      <input type="hidden" name="born" value="${key.born}" />
      <input type="hidden" name="documentId" value="${documentId}" />
      ${textField('fullName', t.apply.fullName, { autocomplete: 'name' })}
      ${textField('phone', t.apply.phone, { autocomplete: 'tel' })} ${textArea('text', t.feedback.text)}
      <button class="btn btn-primary onward" type="submit" disabled data-ready>${t.track.appealSend}</button>
      <p data-said role="status"></p>
      <noscript><p>${t.feedback.noScript}</p></noscript>
    </form>
  </details>`
}

/** Whether a paper is real: for whoever holds one in their hand. */
export function verifyPage(t: Messages, found: VerifiedDocument | undefined, code: string): Html {
  return html`<div class="hello">
      <h1>${t.verify.title}</h1>
      <p>${t.verify.intro}</p>
    </div>
    <form class="ask" method="get" action="${hrefIn(t, '/xac-minh')}">
      <label class="field" for="f-ma">
        <span class="label">${t.verify.code}</span>
        <input class="input" id="f-ma" name="ma" value="${code}" autocomplete="off" spellcheck="false" />
      </label>
      <button class="btn btn-primary onward" type="submit">${t.verify.look}</button>
    </form>
    ${
      code !== '' &&
      (found
        ? html`<section class="answer" aria-labelledby="that" role="status">
            <h2 id="that">${icon('check')} ${t.verify.real}</h2>
            <dl class="facts">
              ${[
                [t.verify.kind, documentName(t, found.kind)],
                [t.verify.number, found.number],
                [t.verify.issued, day(found.issuedOn)],
                [t.verify.unit, found.unit],
                [t.verify.signer, `${found.signer}, ${found.title}`],
                [t.verify.about, found.about],
              ].map(
                ([name, value]) =>
                  value &&
                  html`<div>
                    <dt>${name}</dt>
                    <dd>${value}</dd>
                  </div>`,
              )}
            </dl>
            <p>${t.verify.compare}</p>
          </section>`
        : html`<section class="danger" aria-labelledby="that" role="status">
            <h2 id="that">${t.verify.unknown}</h2>
            <p>${t.verify.unknownText}</p>
          </section>`)
    }`
}

/** Three doors: what one says, what one appeals against, and what one reports; the law keeps them apart. */
export function feedbackPage(
  t: Messages,
  found: { readonly thread?: FeedbackThread; readonly code: string },
): Html {
  return html`<div class="hello">
      <h1>${t.nav.feedback}</h1>
      <p>${t.feedback.intro}</p>
    </div>
    <section class="answer" aria-labelledby="gop-y">
      <h2 id="gop-y">${t.feedback.say}</h2>
      <p>${t.feedback.sayText}</p>
      <form class="ask" method="post" data-write="feedback" novalidate>
        <fieldset class="field">
          <legend class="label">${t.feedback.about}</legend>
          <div class="cards">
            <label class="card-radio"
              ><input type="radio" name="kind" value="feedback" checked />${t.feedback.kinds.feedback}</label
            >
            <label class="card-radio"
              ><input type="radio" name="kind" value="complaint" />${t.feedback.kinds.complaint}</label
            >
          </div>
        </fieldset>
        <fieldset class="field">
          <legend class="label">${t.screener.place}</legend>
          <label class="field" for="f-place">
            <span class="sr">${t.screener.place}</span>
            <input class="input" id="f-place" name="place" autocomplete="off" data-place />
          </label>
          <div data-places aria-live="polite"></div>
        </fieldset>
        ${textArea('text', t.feedback.text)}
        ${textField('fullName', t.feedback.name, { autocomplete: 'name' })}
        ${textField('phone', t.apply.phone, { autocomplete: 'tel' })}
        <p class="quiet safe">${icon('lock')}${t.feedback.anonymous}</p>
        <button class="btn btn-primary onward" type="submit" disabled data-ready>${t.feedback.send}</button>
        <p data-said role="status"></p>
        <noscript><p>${t.feedback.noScript}</p></noscript>
      </form>
    </section>
    <section class="answer" aria-labelledby="khieu-nai">
      <h2 id="khieu-nai">${t.feedback.appeal}</h2>
      <p>${t.feedback.appealText}</p>
      <p><a class="btn" href="${hrefIn(t, '/tra-cuu')}">${t.nav.track}</a></p>
    </section>
    <section class="answer" aria-labelledby="to-cao">
      <h2 id="to-cao">${t.feedback.report}</h2>
      <p>${t.feedback.reportText}</p>
    </section>
    <section aria-labelledby="tra-loi">
      <h2 id="tra-loi">${t.feedback.answers}</h2>
      <form class="ask" method="post" action="${hrefIn(t, '/phan-anh')}">
        <label class="field" for="f-ma">
          <span class="label">${t.feedback.code}</span>
          <input
            class="input"
            id="f-ma"
            name="ma"
            value="${found.code}"
            autocomplete="off"
            spellcheck="false"
          />
        </label>
        <button class="btn onward" type="submit">${t.feedback.open}</button>
      </form>
      ${found.code !== '' && (found.thread ? threadPart(t, found.thread) : html`<p role="alert">${t.feedback.unknown}</p>`)}
    </section>`
}

function threadPart(t: Messages, { state, unit, receivedOn, dueOn, messages }: FeedbackThread): Html {
  return html`<div role="status">
    <p>
      <b>${t.feedback.states[state]}</b>, ${unit}, ${day(receivedOn)}.
      ${dueOn && state !== 'answered' && t.feedback.by(day(dueOn))}
    </p>
    <ul class="lines">
      ${messages.map(
        ({ isAnswer, text, at }) =>
          html`<li>
            <b>${isAnswer ? t.feedback.theirs : t.feedback.mine}</b>
            <span class="quiet">${day(at.slice(0, 10))}</span><br />${text}
          </li>`,
      )}
    </ul>
  </div>`
}
