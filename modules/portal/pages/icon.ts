import { drawings, type IconName } from '#ui/drawings'
import { html, raw, type Html } from './html.ts'

/** A drawing beside a word, never alone and never spoken. */
export function icon(name: IconName, className = ''): Html {
  return html`<svg
    class="${`i ${className}`.trim()}"
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >
    <path d="${drawings[name]}" />
  </svg>`
}

/** The mark: a roof over a person. */
export const mark = raw(
  '<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"><path d="M3.5 16.5C9 14 13 9.5 16 4c3 5.5 7 10 12.5 12.5"/><path d="M9 17.5V28h14V17.5"/><circle cx="16" cy="21" r="3" fill="#f29abf" stroke="#f29abf"/></svg>',
)
