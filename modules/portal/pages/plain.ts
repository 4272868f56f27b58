import { dangerNumbers } from './home.ts'
import { html, type Html } from './html.ts'
import { hrefIn } from './layout.ts'
import type { Messages } from './messages.vi.ts'

type Part = { readonly title: string; readonly lines: readonly string[] }

/** A page of words: a heading, what it is about, whatever comes before, and parts of short lines. */
function plainPage(title: string, intro: string, parts: readonly Part[], before?: Html): Html {
  return html`<div class="hello">
      <h1>${title}</h1>
      <p>${intro}</p>
    </div>
    ${before}
    ${parts.map(
      (part, index) =>
        html`<section aria-labelledby="p${index}">
          <h2 id="p${index}">${part.title}</h2>
          <ul class="bullets">
            ${part.lines.map((line) => html`<li>${line}</li>`)}
          </ul>
        </section>`,
    )}`
}

export function privacyPage(t: Messages): Html {
  return plainPage(t.privacy.title, t.privacy.intro, t.privacy.parts)
}

export function accessibilityPage(t: Messages): Html {
  return plainPage(t.accessibility.title, t.accessibility.intro, t.accessibility.parts)
}

/** Whom to ask for help nearby, after what there is to be found. */
export function helpNearbyPage(t: Messages, found: Html): Html {
  return html`${plainPage(t.nearby.title, t.nearby.intro, t.nearby.parts, found)} ${dangerNumbers(t)}`
}

/** In the place of a page that cannot be had without a network: what is kept, and what opens all the same. */
export function offlinePage(t: Messages): Html {
  const items = [
    ['/nop-ho-so', t.nav.apply],
    ['/kiem-tra', t.nav.check],
    ['/muc-huong', t.nav.amounts],
    ['/', t.nav.home],
  ] as const
  return html`${plainPage(t.offline.title, t.offline.intro, t.offline.parts)}
    <section aria-labelledby="mo">
      <h2 id="mo">${t.offline.opens}</h2>
      <ul class="links">
        ${items.map(([href, name]) => html`<li><a href="${hrefIn(t, href)}">${name}</a></li>`)}
      </ul>
    </section>
    ${dangerNumbers(t)}`
}

export function lostPage(t: Messages): Html {
  const items = [
    ['/', t.nav.home],
    ['/kiem-tra', t.nav.check],
    ['/tra-cuu', t.nav.track],
    ['/muc-huong', t.nav.amounts],
  ] as const
  return html`<div class="hello">
      <h1>${t.lost.title}</h1>
      <p>${t.lost.text}</p>
    </div>
    <ul class="links">
      ${items.map(([href, name]) => html`<li><a href="${hrefIn(t, href)}">${name}</a></li>`)}
    </ul>`
}
