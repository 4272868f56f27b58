import { useLanguage, useMessages } from '#ui/language'
import type { EstimateView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Named = Pick<EstimateView['byLine'][number], 'component' | 'group' | 'name'>

/** What a line is called: what the money is for, and whom. */
export function useLineName(): (line: Named) => string {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  return ({ component, group, name }) =>
    group === null ? t.together : `${t.components[component]}: ${name[language]}`
}
