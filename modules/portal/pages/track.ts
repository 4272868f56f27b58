import { html, type Html } from './html.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'

/** What was typed, so that nobody types it twice. */
export type Key = { readonly code: string; readonly born: string }

/** Why nothing is shown; only what was typed wrong is there to be mended. */
export type NotShown = { readonly says: string; readonly isMistake: boolean }

/** A form any browser can send: the code on the receipt, and the birth date of whom the file is about. */
export function trackForm(t: Messages, { code, born }: Key, error?: NotShown): Html {
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
          <h2>${error.isMistake ? t.screener.error(1) : t.track.notNow}</h2>
          <p>${error.says}</p>
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
