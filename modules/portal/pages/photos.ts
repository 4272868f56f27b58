import type { Photo } from '../domain/photo.ts'
import { html, raw, type Html } from './html.ts'
import { icon } from './icon.ts'
import type { Messages } from './messages.vi.ts'

/** How a page stands that has not arrived yet, in words, and whether sending may be tried again by hand. */
export type PageState = { readonly text: string; readonly mayTryAgain?: boolean }

type Paper = { readonly kind: string; readonly name: string; readonly hint?: string | undefined }
export type ShownPages = {
  readonly pages: readonly Photo[]
  readonly stateOf: (photo: Photo) => PageState | undefined
  /** Where the picture itself is, on this phone. */
  readonly addressOf: (photo: Photo) => string | undefined
}

/** What is photographed how, once above all papers. */
export function photoGuide(t: Messages): Html {
  return html`<div class="photo-guide">
    ${frame}
    <ul class="bullets">
      ${t.photos.how.map((line) => html`<li>${line}</li>`)}
    </ul>
  </div>`
}

/** One paper: what it is, its pages so far, and the camera. */
export function photoField(t: Messages, paper: Paper, shown: ShownPages): Html {
  const { kind, name, hint } = paper
  return html`<section class="paper" aria-labelledby="g-${kind}">
    <h2 id="g-${kind}">${name}</h2>
    ${hint && html`<p class="quiet">${hint}</p>`}
    <div data-pages="${kind}" data-name="${name}">${pageList(t, paper, shown)}</div>
    <p data-photo-news="${kind}" role="status"></p>
    <p class="sr" data-photo-done="${kind}" role="status"></p>
    ${picker(t, { kind, name, label: t.photos.take })}
  </section>`
}

export function pageList(
  t: Messages,
  { kind, name }: Paper,
  { pages, stateOf, addressOf }: ShownPages,
): Html {
  if (pages.length === 0) return html``
  return html`<ol class="pages">
    ${pages.map((page, index) => {
      const label = `${t.photos.page(index + 1)}, ${name}`
      const address = addressOf(page)
      const state = stateOf(page)
      return html`<li>
        ${
          address && page.isPicture
            ? html`<a href="${address}" target="_blank"><img src="${address}" alt="${label}" /></a>`
            : html`<span class="page-icon">${icon('document')}</span>`
        }
        <div>
          <b>${t.photos.page(index + 1)}</b>
          <span class="quiet">${page.isPicture ? '' : page.name} ${megabytes(t, page.size)}</span>
          <p data-state="${page.id}">${state ? state.text : html`${icon('check')} ${t.photos.sent}`}</p>
          ${page.isBlurred && html`<p class="blurred">${icon('warning')} ${t.photos.blurred}</p>`}
          <div class="acts">
            ${
              state?.mayTryAgain &&
              html`<button class="btn" type="button" data-try="${page.id}">
                ${t.photos.tryAgain}<span class="sr">: ${label}</span>
              </button>`
            }
            ${picker(t, { kind, name: label, label: t.photos.again, instead: page.id })}
            <button class="btn-link" type="button" data-drop="${page.id}">
              ${t.photos.drop}<span class="sr">: ${label}</span>
            </button>
          </div>
        </div>
      </li>`
    })}
  </ol>`
}

/** The camera or the pictures of the phone, as the phone asks; it lies over its own words, so that it is pressed with them. */
function picker(
  t: Messages,
  { kind, name, label, instead }: { kind: string; name: string; label: string; instead?: string },
): Html {
  return html`<label class="btn photo-pick"
    ><input
      type="file"
      accept="image/*,application/pdf"
      data-paper="${kind}"
      ${instead ? html`data-instead="${instead}"` : html`multiple`}
    />${icon(instead ? 'turn' : 'plus')}<span>${label}<span class="sr">: ${name}</span></span></label
  >`
}

function megabytes(t: Messages, bytes: number): string {
  const size = new Intl.NumberFormat(t.language, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  return `${size.format(Math.max(0.1, bytes / 1024 / 1024))} MB`
}

/** A sheet within the four corners of a picture. */
const frame = raw(
  '<svg class="frame" viewBox="0 0 120 90" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round"><path d="M6 22V8h16M98 8h16v14M114 68v14H98M22 82H6V68"/><path d="M34 16h52v58H34z" stroke-width="2"/><path d="M42 28h36M42 38h36M42 48h24M42 58h30" stroke-width="2"/></svg>',
)
