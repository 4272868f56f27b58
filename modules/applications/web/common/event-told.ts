import type { EventFormView } from '../../contract.ts'
import type { EventTold } from '../../domain/support-of-procedure.ts'

/** What is asked of the kind of thing that happened; nothing while the kind is not told. */
export const fieldsOf = (form: EventFormView, told: EventTold) =>
  form.kinds.find(({ kind }) => kind === told['kind'])?.fields ?? []

/** What the law cannot do without and nobody has told yet; of an event of no kind, what it was. */
export function untoldOf(form: EventFormView, told: EventTold): readonly { readonly name: string }[] {
  if (told['kind'] === undefined) return [{ name: 'kind' }]
  return fieldsOf(form, told).filter(({ name, isRequired }) => isRequired && told[name] === undefined)
}

/** The same with a fact told, or taken back where there is none. */
export function telling(told: EventTold, name: string, value: unknown): EventTold {
  const { [name]: _, ...rest } = told
  return value === undefined ? rest : { ...rest, [name]: value }
}
