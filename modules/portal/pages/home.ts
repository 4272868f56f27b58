import { html, type Html } from './html.ts'
import { icon } from './icon.ts'
import { hrefIn, type Site } from './layout.ts'
import type { Messages } from './messages.vi.ts'

/** Four doors, three numbers, and what else there is. */
export function home(t: Messages, { province }: Site): Html {
  const doors = [
    ['/kiem-tra', 'help', t.nav.check, t.home.check],
    ['/nop-ho-so', 'document', t.nav.apply, t.home.apply],
    ['/tra-cuu', 'search', t.nav.track, t.home.track],
    ['/tim-co-so', 'house', t.nav.places, t.home.places],
  ] as const
  const more = [
    ['/phan-anh', t.nav.feedback],
    ['/muc-huong', t.nav.amounts],
    ['/cong-khai', t.nav.open],
  ] as const
  return html`<div class="hello">
      <h1>${t.home.title(province)}</h1>
      <p class="quiet">${t.home.intro}</p>
    </div>
    <ul class="doors" aria-label="${t.home.doors}">
      ${doors.map(
        ([href, name, title, text], index) =>
          html`<li>
            <a class="door ${index === 0 && 'first'}" href="${hrefIn(t, href)}"
              >${icon(name)}<span><b>${title}</b><br /><span class="quiet">${text}</span></span
              >${icon('right', 'go')}</a
            >
          </li>`,
      )}
    </ul>
    ${dangerNumbers(t)}
    <section aria-labelledby="them">
      <h2 id="them">${t.home.more}</h2>
      <ul class="links">
        ${more.map(([href, name]) => html`<li><a href="${hrefIn(t, href)}">${name}</a></li>`)}
      </ul>
    </section>`
}

export function dangerNumbers(t: Messages): Html {
  return html`<section class="danger" aria-labelledby="nguy">
    <h2 id="nguy">${t.home.danger}</h2>
    <ul>
      <li>
        <a href="tel:113"><b>113</b> ${t.home.police}</a>
      </li>
      <li>
        <a href="tel:111"><b>111</b> ${t.home.children}</a>
      </li>
      <li>
        <a href="tel:115"><b>115</b> ${t.home.ambulance}</a>
      </li>
    </ul>
  </section>`
}
