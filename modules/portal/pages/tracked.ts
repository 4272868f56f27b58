import { formatDate } from '#kernel/written'
import type { TrackedFile } from '#modules/applications/contract'
import { otherPaper } from '../domain/photo.ts'
import { textArea, textField } from './fields.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'
import { photoField, photoGuide, type ShownPages } from './photos.ts'
import type { Key } from './track.ts'
import { documentName } from './verify.ts'

type Issued = TrackedFile['documents'][number]

const noPages: ShownPages = { pages: [], stateOf: () => undefined, addressOf: () => undefined }

/** Where a file is, in words: what is done, what happens now, by when, and what the reader has to do. */
export function trackedPage(t: Messages, file: TrackedFile, key: Key): Html {
  const words = t.language
  const { steps, documents, dueOn, dueIfComplete, isOver } = file
  return html`<div class="row">
      <a class="back" href="${hrefIn(t, '/tra-cuu')}">${icon('left')}${t.track.other}</a>
    </div>
    <section class="answer" aria-labelledby="ho-so">
      <h1 id="ho-so">${t.track.file(file.code)}</h1>
      <p class="name"><b>${file.procedure[words]}</b><br />${file.fullName}</p>
      <p role="status">${file.tells[words]}</p>
      ${dueOn && html`<p><b>${isOver ? t.track.over(formatDate(dueOn)) : t.track.due(formatDate(dueOn))}</b></p>`}
      ${!dueOn && dueIfComplete && html`<p><b>${t.apply.sentDue(formatDate(dueIfComplete))}</b></p>`}
      <p class="quiet">${t.track.unit(file.unit)}</p>
    </section>
    ${missingPart(t, file, key)}
    <section aria-labelledby="buoc">
      <h2 id="buoc">${t.track.steps}</h2>
      <ol class="steps">
        ${steps.map(
          ({ name, state, on }) =>
            html`<li data-state="${state}" ${state === 'current' && html`aria-current="step"`}>
              ${icon(state === 'done' ? 'check' : 'dot')}<span
                >${name[words]}<span class="sr"> – ${t.track.states[state]}</span>${
                  on && html`<br /><span class="quiet">${formatDate(on)}</span>`
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
          ${documents.map((issued) => html`<li>${issuedPart(t, issued, key)}</li>`)}
        </ul>
      </section>`
    }
    ${file.mayWithdraw && withdrawal(t, key)}`
}

/** What is still missing, and the camera for it: whoever has a phone need not come. */
function missingPart(t: Messages, { missing, mayAnswer }: TrackedFile, key: Key): Html {
  if (!mayAnswer) return html``
  const words = t.language
  const kinds = [...new Set(missing.map(({ kind }) => kind))]
  const papers = kinds.map((kind) => {
    const asked = missing.filter((one) => one.kind === kind)
    const named = asked[0]?.name
    const name = named?.[words] ?? t.track.otherPaper
    // An officer’s own words; where nobody wrote any, the paper stands there by its Vietnamese name.
    const whys = asked.map(({ why }) => why).filter((why) => why !== named?.vi)
    return { kind, name, hint: whys.join('; ') }
  })
  return html`<section class="urge" aria-labelledby="thieu">
      <h2 id="thieu">${t.track.missing}</h2>
      <ul class="bullets">
        ${papers.map(({ name, hint }) => html`<li><b>${name}</b>${hint && `: ${hint}`}</li>`)}
      </ul>
      <p>${t.track.bringOrSend}</p>
    </section>
    <form class="ask" method="post" data-answer hidden novalidate>
      ${keyFields(key)}
      <h2>${t.track.send}</h2>
      ${photoGuide(t)}
      ${[...papers, ...(kinds.includes(otherPaper) ? [] : [{ kind: otherPaper, name: t.photos.other }])].map(
        (paper) => photoField(t, paper, noPages),
      )}
      ${textArea('note', t.track.note, { id: 'f-note', rows: 3 })}
      <button class="btn btn-primary onward" type="submit">${t.track.sendPapers}</button>
      <p data-said role="status"></p>
    </form>
    <noscript><p>${t.feedback.noScript}</p></noscript>`
}

const keyFields = ({ code, born }: Key) =>
  html`<input type="hidden" name="code" value="${code}" /><input type="hidden" name="born" value="${born}" />`

function issuedPart(t: Messages, issued: Issued, key: Key): Html {
  const { id, kind, number, issuedOn, state, reasons, appealBy, mayAppeal, appeal } = issued
  return html`<b>${documentName(t, kind)}${number && ` ${t.track.number} ${number}`}</b>,
    ${formatDate(issuedOn)}
    ${
      reasons.length > 0 &&
      html`<p>${t.track.because}</p>
        <ul class="bullets">
          ${reasons.map((reason) => html`<li>${reason}</li>`)}
        </ul>`
    }
    ${
      state === 'made'
        ? html`<form method="post" action="${hrefIn(t, '/tra-cuu/giay-to')}">
            ${keyFields(key)}
            <input type="hidden" name="document" value="${id}" />
            <button class="btn" type="submit">
              ${icon('download')}${t.track.download}<span class="sr"
                >: ${documentName(t, kind)} ${number}</span
              >
            </button>
          </form>`
        : html`<p>${t.track.pending}</p>`
    }
    ${appeal && html`<p>${appealText(t, appeal)}</p>`}
    ${
      appealBy &&
      (mayAppeal
        ? html`<p class="quiet">${t.track.appeal(formatDate(appealBy))}</p>
            ${appealForm(t, key, issued)}`
        : !appeal && html`<p class="quiet">${t.track.appealOver(formatDate(appealBy))}</p>`)
    }`
}

function appealText(t: Messages, { state, outcome, filedOn, dueOn }: NonNullable<Issued['appeal']>): string {
  const outcomes = t.feedback.outcomes as Readonly<Record<string, string>> // By the outcomes there are.
  if (state === 'answered') {
    const answered = t.track.appealAnswered(outcomes[outcome ?? ''] ?? '')
    return outcome === 'rejected' ? `${answered} ${t.track.appealFurther}` : answered
  }
  return t.track.appealFiled(formatDate(filedOn), dueOn ? formatDate(dueOn) : undefined)
}

/** An appeal needs a name by law; why it was decided so is said first, for many questions end there. */
function appealForm(t: Messages, key: Key, { id, reasons }: Issued): Html {
  return html`<details class="other">
    <summary><span>${t.track.appealTitle}</span>${icon('below')}</summary>
    <p>${reasons.length > 0 ? t.track.appealReasons : t.track.appealText}</p>
    <p>${t.track.appealHow}</p>
    <form class="ask" method="post" data-write="appeals" novalidate>
      ${keyFields(key)}
      <input type="hidden" name="documentId" value="${id}" />
      ${textField('fullName', t.apply.fullName, { autocomplete: 'name', id: `n-${id}` })}
      ${textField('phone', t.apply.phone, { autocomplete: 'tel', id: `p-${id}` })}
      ${textField('email', t.apply.email, { autocomplete: 'email', id: `m-${id}` })}
      ${textArea('text', t.track.appealWhy, { id: `t-${id}` })}
      <button class="btn btn-primary onward" type="submit" disabled data-ready>${t.track.appealSend}</button>
      <p data-said role="status"></p>
      <noscript><p>${t.feedback.noScript}</p></noscript>
    </form>
  </details>`
}

/** Asked once more, for a file that was taken back has to be handed in anew. */
function withdrawal(t: Messages, key: Key): Html {
  return html`<details class="other">
    <summary><span>${t.track.withdraw}</span>${icon('below')}</summary>
    <p>${t.track.withdrawText}</p>
    <form class="ask" method="post" data-withdraw novalidate>
      ${keyFields(key)}
      <button class="btn onward" type="submit" disabled data-ready>${t.track.withdrawNow}</button>
      <p data-said role="status"></p>
      <noscript><p>${t.track.withdrawDesk}</p></noscript>
    </form>
  </details>`
}
