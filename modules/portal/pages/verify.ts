import { formatDate } from '#kernel/written'
import type { VerifiedDocument } from '#modules/applications/contract'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'

type Looked = {
  readonly code: string
  readonly found?: VerifiedDocument | undefined
  /** Why nobody could look now, which says nothing of the paper. */
  readonly trouble?: string | undefined
}

/** Whether a paper is real: for whoever holds one in their hand. */
export function verifyPage(t: Messages, { code, found, trouble }: Looked): Html {
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
    ${trouble !== undefined && html`<p class="urge" role="alert">${trouble}</p>`}
    ${
      code !== '' &&
      trouble === undefined &&
      (found
        ? html`<section class="answer" aria-labelledby="that" role="status">
            ${verdict(t, found)}
            <dl class="facts">
              ${[
                [t.verify.kind, documentName(t, found.kind)],
                [t.verify.number, found.number],
                [t.verify.issued, formatDate(found.issuedOn)],
                [t.verify.unit, found.unit],
                [t.verify.signer, found.title ? `${found.signer}, ${found.title}` : found.signer],
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

/** That it is real, and, where another took its place, that it holds no more. */
function verdict(t: Messages, { superseded }: VerifiedDocument): Html {
  if (!superseded) return html`<h2 id="that">${icon('check')} ${t.verify.real}</h2>`
  const { why, on, by } = superseded
  return html`<h2 id="that">${t.verify.noLonger}</h2>
    <p>
      ${t.verify.superseded[why](formatDate(on))}
      ${by ? t.verify.replacedBy(by.number, formatDate(by.issuedOn)) : t.verify.notReplaced[why]}
    </p>`
}

/** What a paper is called. */
export function documentName(t: Messages, kind: string): string {
  const names = t.track.kinds as Readonly<Record<string, string>> // By the kinds of papers there are.
  return names[kind] ?? t.track.kinds.other
}
