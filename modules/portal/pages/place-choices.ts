import type { Place } from '../domain/places.ts'
import { html, type Html } from './html.ts'
import type { Messages } from './messages.vi.ts'

/** Places as whole rows to press, each with what it is today. */
export function placeChoices(t: Messages, found: readonly Place[], name = 'answer'): Html {
  if (found.length === 0) return html``
  return html`<div class="cards" role="radiogroup" aria-label="${t.screener.placeList}">
    ${found.map(
      (place) =>
        html`<label class="card-radio"
          ><input type="radio" name="${name}" value="${place.id}" /><span
            >${place.name}<br /><span class="quiet"
              >${place.now ? t.screener.placeNow(place.now) : place.within}</span
            ></span
          ></label
        >`,
    )}
  </div>`
}

type TypedPlace = {
  readonly value?: string | undefined
  readonly found?: readonly Place[]
  /** What says that it was filled in wrongly. */
  readonly invalid?: Html | false | undefined
}

/** Where one types the name of a commune; those it may be stand below it. */
export function placeField(t: Messages, { value = '', found = [], invalid }: TypedPlace = {}): Html {
  return html`<label class="field" for="f-place">
      <span class="sr">${t.screener.place}</span>
      <input
        class="input"
        id="f-place"
        name="place"
        autocomplete="off"
        value="${value}"
        data-place
        ${invalid}
      />
    </label>
    <div data-places aria-live="polite">${placeChoices(t, found)}</div>`
}
