import { html, type Html } from './html.ts'
import { icon } from './icon.ts'

type Given = {
  /** Where the same field stands on a page more than once. */
  readonly id?: string | undefined
  readonly autocomplete?: string | undefined
  readonly value?: string | undefined
  readonly error?: string | undefined
}

/** What is wrong, between the label and the box. */
export function errorText(text: string | undefined, id?: string): Html {
  return text === undefined
    ? html``
    : html`<span class="field-error" ${id && html`id="${id}"`}>${icon('warning')}${text}</span>`
}

export function textField(
  name: string,
  label: string,
  { autocomplete = 'off', value = '', error, id = `f-${name}` }: Given = {},
): Html {
  const isEmail = /email/i.test(name)
  return html`<label class="field" for="${id}" ${error && html`data-invalid`}>
    <span class="label">${label}</span>
    ${errorText(error, `e-${name}`)}
    <input
      class="input"
      id="${id}"
      name="${name}"
      ${autocomplete === 'tel' && html`inputmode="tel"`}
      ${isEmail && html`inputmode="email" autocapitalize="none" spellcheck="false"`}
      autocomplete="${autocomplete}"
      value="${value}"
      ${error && html`aria-invalid="true" aria-describedby="e-${name}"`}
    />
  </label>`
}

export function textArea(
  name: string,
  label: string,
  { id = `f-${name}`, rows = 6 }: { readonly id?: string; readonly rows?: number } = {},
): Html {
  return html`<label class="field" for="${id}">
    <span class="label">${label}</span>
    <textarea class="textarea" id="${id}" name="${name}" rows="${rows}" maxlength="5000"></textarea>
  </label>`
}
