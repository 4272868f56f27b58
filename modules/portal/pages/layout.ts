import { html, raw, type Html } from './html.ts'
import { icon, mark } from './icon.ts'
import type { Messages } from './messages.vi.ts'

export const sizes = ['a', 'a-plus', 'a-plus-plus'] as const
export type Size = (typeof sizes)[number]

/** How a reader wishes the pages to look. */
export type Look = { readonly size: Size; readonly isContrast: boolean }
export const plainLook: Look = { size: 'a', isContrast: false }

/** What the pages of an installation have in common. */
export type Site = {
  /** «tỉnh Phú Thọ»; nothing where the installation serves no single province. */
  readonly province: string | undefined
  /** Who answers the phone, where somebody does. */
  readonly helpPhone: string | undefined
}

/** Files of the page, by the addresses the build gave them. */
export type Assets = {
  /** The style sheet itself: a page is drawn with what its own answer brings, and waits for no second one. */
  readonly styles: string
  readonly script: string | undefined
  readonly screener: string | undefined
  /** What the questions ask for one after the other, fetched together once the first has been drawn. */
  readonly ahead: readonly string[]
  readonly forms: string | undefined
}

export type Page = {
  readonly t: Messages
  readonly site: Site
  readonly look: Look
  readonly assets: Assets
  /** The address in Vietnamese: «/kiem-tra». */
  readonly path: string
  readonly title: string
  readonly main: Html
  /** Whether somebody may have to be gone from the page at once. */
  readonly isHarm?: boolean
  /** The page asks the questions, and needs the law. */
  readonly asks?: boolean
  /** The page has forms that are sent from the phone. */
  readonly writes?: boolean
  readonly isIndexed?: boolean
}

/** The address of a page in a language. */
export function hrefIn(t: Messages, path: string): string {
  return t.language === 'vi' ? path : path === '/' ? '/en' : `/en${path}`
}

/** A whole page. */
export function document(page: Page): string {
  const {
    t,
    site,
    look,
    assets,
    title,
    isHarm = false,
    asks = false,
    writes = false,
    isIndexed = true,
  } = page
  const scripts = [assets.script, asks && assets.screener, writes && assets.forms].filter(
    (src) => src !== undefined && src !== false,
  )
  return String(
    html`<!doctype html>
      <html
        lang="${t.language}"
        data-surface="portal"
        data-size="${look.size}"
        ${look.isContrast && html`data-theme="contrast"`}
      >
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="description" content="${t.home.intro}" />
          ${!isIndexed && html`<meta name="robots" content="noindex" />`}
          <title>${isHarm ? title : `${title} – An Sinh`}</title>
          ${assets.styles !== '' && raw(`<style>${assets.styles}</style>`)}
          <link rel="icon" href="/mark.svg" type="image/svg+xml" />
          <link rel="manifest" href="${hrefIn(t, '/cong.webmanifest')}" />
          <meta name="theme-color" content="#08355e" />
          ${scripts.map((src) => html`<script type="module" src="${src}"></script>`)}
        </head>
        <body ${asks && html`data-ahead="${assets.ahead.join(' ')}"`}>
          <a class="skip" href="#noi-dung">${t.skip}</a>
          <div class="portal">
            <header>${bar(page)} ${tools(page)}</header>
            <main class="portal-main" id="noi-dung" tabindex="-1">${page.main}</main>
            ${help(t, site)} ${foot(t)}
          </div>
        </body>
      </html>`,
  )
}

function bar({ t, site, path }: Page): Html {
  const items = [
    ['/', t.nav.home],
    ['/kiem-tra', t.nav.check],
    ['/nop-ho-so', t.nav.apply],
    ['/tra-cuu', t.nav.track],
    ['/tim-co-so', t.nav.places],
    ['/muc-huong', t.nav.amounts],
    ['/cong-khai', t.nav.open],
    ['/phan-anh', t.nav.feedback],
  ] as const
  return html`<div class="portal-bar">
    <div class="inner">
      <a class="brand" href="${hrefIn(t, '/')}"
        >${mark}<span>${t.brand}<span class="sr">${t.brandHome}</span></span
        ><small>${t.site(site.province)}</small></a
      >
      <details class="menu">
        <summary>${icon('menu')}${t.menu}</summary>
        <nav aria-label="${t.menuName}">
          <ul>
            ${items.map(
              ([href, name]) =>
                html`<li>
                  <a href="${hrefIn(t, href)}" ${href === path && html`aria-current="page"`}>${name}</a>
                </li>`,
            )}
          </ul>
        </nav>
      </details>
    </div>
  </div>`
}

/** They work as a form too: what is chosen is kept in a cookie that says nothing about anybody. */
function tools({ t, look, path }: Page): Html {
  const here = hrefIn(t, path)
  return html`<div class="portal-tools">
    <form class="inner" aria-label="${t.tools}" action="/cach-xem" method="get">
      <input type="hidden" name="ve" value="${here}" />
      <span>${t.size}</span>
      ${sizes.map(
        (size, index) =>
          html`<button name="co" value="${size}" aria-pressed="${String(look.size === size)}">
            A${'+'.repeat(index)}<span class="sr"> ${t.sizes[size]}</span>
          </button>`,
      )}
      <button
        name="tuong-phan"
        value="${look.isContrast ? 'thuong' : 'cao'}"
        aria-pressed="${String(look.isContrast)}"
      >
        ${icon('contrast')}${t.contrast}
      </button>
      <button type="button" data-listen data-stop="${t.stopListening}" hidden>
        ${icon('speaker')}<span>${t.listen}</span>
      </button>
      <a
        class="end"
        href="${otherLanguage(t, path)}"
        lang="${t.language === 'vi' ? 'en' : 'vi'}"
        data-language
        >${t.otherLanguage}</a
      >
    </form>
  </div>`
}

function otherLanguage(t: Messages, path: string): string {
  return t.language === 'en' ? path : path === '/' ? '/en' : `/en${path}`
}

/** The same words in the same place on every page. */
function help(t: Messages, { helpPhone }: Site): Html {
  return html`<aside class="portal-help" aria-label="${t.help.name}">
    <div class="inner">
      <span>${t.help.ask}</span>
      ${
        helpPhone
          ? html`<a href="tel:${helpPhone.replaceAll(/[^\d+]/g, '')}"
              >${icon('phone')}<b>${t.help.call(helpPhone)}</b></a
            >`
          : html`<b>${t.help.office}</b>`
      }
    </div>
  </aside>`
}

function foot(t: Messages): Html {
  const items = [
    ['/quyen-rieng-tu', t.nav.privacy],
    ['/kha-nang-tiep-can', t.nav.accessibility],
    ['/cong-khai', t.nav.open],
  ] as const
  return html`<footer class="portal-foot">
    <nav class="inner" aria-label="${t.footer}">
      ${items.map(([href, name]) => html`<a href="${hrefIn(t, href)}">${name}</a>`)}
      <a href="/dang-nhap">${t.nav.staff}</a>
    </nav>
  </footer>`
}
