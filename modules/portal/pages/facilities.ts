import type { PublicFacility } from '#modules/applications/contract'
import { html, type Html } from './html.ts'
import type { Messages } from './messages.vi.ts'
import { helpNearbyPage } from './plain.ts'

/** Where one may ask for a place, then whom else to ask; nothing where the list cannot be had now. */
export function facilitiesPage(t: Messages, facilities: readonly PublicFacility[] | undefined): Html {
  return helpNearbyPage(
    t,
    html`<section aria-labelledby="co-so">
      <h2 id="co-so">${t.facilities.title}</h2>
      ${list(t, facilities)}
    </section>`,
  )
}

function list(t: Messages, facilities: readonly PublicFacility[] | undefined): Html {
  if (!facilities) return html`<p>${t.facilities.failed}</p>`
  if (facilities.length === 0) return html`<p>${t.facilities.none}</p>`
  return html`<p>${t.facilities.count(facilities.length)}</p>
    <ul class="lines facilities">
      ${facilities.map((facility) => html`<li>${lines(t, facility)}</li>`)}
    </ul>
    <p class="quiet">${t.facilities.asked}</p>`
}

function lines(t: Messages, { name, commune, serves, address, phone, freePlaces }: PublicFacility): Html {
  return html`<h3 lang="vi">${name}</h3>
    <span lang="vi">${[address, commune].filter(Boolean).join(', ')}</span>
    ${serves && html`<br />${t.facilities.serves} <span lang="vi">${serves}</span>`}
    ${freePlaces !== null && html`<br />${t.facilities.free(freePlaces)}`}
    ${phone && html`<br /><a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${t.facilities.call(phone)}</a>`}`
}
