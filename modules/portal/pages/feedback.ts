import { formatDate } from '#kernel/written'
import type { FeedbackThread } from '#modules/applications/contract'
import { textArea, textField } from './fields.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'
import { placeField } from './place-choices.ts'

type Found = {
  readonly code: string
  readonly thread?: FeedbackThread | undefined
  /** Why nobody could look now. */
  readonly trouble?: string | undefined
}

/** Three doors: what one says, what one appeals against, and what one reports; the law keeps them apart. */
export function feedbackPage(t: Messages, found: Found): Html {
  return html`<div class="hello">
      <h1>${t.nav.feedback}</h1>
      <p>${t.feedback.intro}</p>
      ${found.code === '' && html`<p><a href="#tra-loi">${t.feedback.hasCode}</a></p>`}
    </div>
    ${found.code !== '' && answersPart(t, found)}
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
          ${placeField(t)}
        </fieldset>
        ${textArea('text', t.feedback.text)}
        ${textField('fullName', t.feedback.name, { autocomplete: 'name' })}
        ${textField('phone', t.apply.phone, { autocomplete: 'tel' })}
        ${textField('email', t.apply.email, { autocomplete: 'email' })}
        <p class="quiet">${t.feedback.told}</p>
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
    ${found.code === '' && answersPart(t, found)}`
}

/** Answers by code; whoever has just given theirs finds them first. */
function answersPart(t: Messages, found: Found): Html {
  return html`<section aria-labelledby="tra-loi">
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
    <div data-thread role="status">
      ${found.code !== '' && (found.thread ? threadPart(t, found.thread, found.code) : html`<p>${found.trouble ?? t.feedback.unknown}</p>`)}
    </div>
  </section>`
}

/** What was said on both sides, and room to say more. */
export function threadPart(t: Messages, thread: FeedbackThread, code: string): Html {
  const { kind, state, outcome, unit, receivedOn, dueOn, messages } = thread
  const outcomes = t.feedback.outcomes as Readonly<Record<string, string>> // By the outcomes there are.
  return html`<p>
      <b>${t.feedback.states[state]}</b>${outcome && html`: <b>${outcomes[outcome] ?? outcome}</b>`}, ${unit},
      ${formatDate(receivedOn)}. ${dueOn && state !== 'answered' && t.feedback.by(formatDate(dueOn))}
    </p>
    <ol class="lines talk">
      ${messages.map(
        ({ isAnswer, text, at }) =>
          html`<li ${isAnswer && html`data-answer`}>
            <b>${isAnswer ? t.feedback.theirs : t.feedback.mine}</b>
            <span class="quiet">${formatDate(at.slice(0, 10))}</span><br />${text}
          </li>`,
      )}
    </ol>
    <form class="ask" method="post" data-write="feedback/replies" hidden novalidate>
      <input type="hidden" name="code" value="${code}" />
      ${textArea('text', kind === 'appeal' ? t.feedback.addToAppeal : t.feedback.reply, { id: 'f-reply' })}
      <button class="btn onward" type="submit">${t.feedback.sendReply}</button>
      <p data-said role="status"></p>
    </form>
    <noscript><p>${t.feedback.noScript}</p></noscript>`
}

/** The code one comes back by, large enough to be copied onto paper. */
export function sentPart(t: Messages, { code, dueOn }: { code: string; dueOn?: string | null }): Html {
  return html`<div class="answer" tabindex="-1" data-sent>
    <h3>${t.feedback.sentTitle}</h3>
    <p>${t.feedback.sentCode}</p>
    <p class="amount">${code}</p>
    <p>${t.feedback.sentText} ${dueOn && t.feedback.acceptBy(formatDate(dueOn))}</p>
    <button class="btn" type="button" data-print>${icon('print')}${t.result.print}</button>
  </div>`
}
