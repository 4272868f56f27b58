import { formatDate } from '#kernel/written'
import type { PostedFile } from '#modules/applications/contract'
import type { Place } from '../domain/places.ts'
import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'

type Shown = {
  readonly places: readonly Place[]
  readonly chosen: number | undefined
  /** Nothing where no commune was chosen, or the list cannot be had now. */
  readonly posted: readonly PostedFile[] | undefined
}

/** What hangs at the office of a commune these days, for as long as the law has it hang there, and for no search engine. */
export function postedPage(t: Messages, { places, chosen, posted }: Shown): Html {
  const communes = places
    .filter(({ now }) => now === undefined)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'vi'))
  const name = communes.find(({ id }) => id === chosen)?.name
  return html`<div class="row">
      <a class="back" href="${hrefIn(t, '/cong-khai')}">${icon('left')}${t.nav.open}</a>
    </div>
    <div class="hello">
      <h1>${t.posted.title}</h1>
      <p>${t.posted.intro}</p>
    </div>
    <form class="ask" method="get" action="${hrefIn(t, '/cong-khai/niem-yet')}">
      <label class="field" for="f-xa">
        <span class="label">${t.screener.place}</span>
        <select class="select" id="f-xa" name="xa">
          ${communes.map(
            ({ id, name: commune }) =>
              html`<option value="${id}" ${id === chosen && html`selected`}>${commune}</option>`,
          )}
        </select>
      </label>
      <button class="btn btn-primary onward" type="submit">${t.posted.look}</button>
    </form>
    ${name !== undefined && html`<section aria-labelledby="ds" role="status">${list(t, name, posted)}</section>`}`
}

function list(t: Messages, name: string, posted: readonly PostedFile[] | undefined): Html {
  if (!posted)
    return html`<h2 id="ds">${name}</h2>
      <p>${t.posted.failed}</p>`
  if (posted.length === 0)
    return html`<h2 id="ds">${name}</h2>
      <p>${t.posted.none}</p>`
  return html`<h2 id="ds">${t.posted.count(name, posted.length)}</h2>
    <ul class="lines">
      ${posted.map(
        ({ fullName, bornYear, village, procedure, through }) =>
          html`<li>
            <b>${fullName}</b>, ${t.posted.born(bornYear)}${village && `, ${village}`}<br />${procedure[t.language]}${
              through && html`<br /><span class="quiet">${t.posted.through(formatDate(through))}</span>`
            }
          </li>`,
      )}
    </ul>
    <p>${t.posted.object}</p>`
}
