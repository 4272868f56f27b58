import { formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import type { CircumstanceView } from '../contract.ts'
import type { CircumstanceDetail, CircumstanceKind } from '../domain/circumstance.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi, type Messages } from './messages.vi.ts'

type Texts = Messages['circumstances']
type Say = { readonly [Kind in CircumstanceKind]?: (detail: CircumstanceDetail<Kind>, t: Texts) => string }

const details: Say = {
  disability: ({ types = [] }, t) => types.map((type) => t.types[type]).join(', '),
  parents: ({ father, mother, abandoned }, t) =>
    [abandoned ? t.abandoned : '', `${t.father} ${t.parents[father]}`, `${t.mother} ${t.parents[mother]}`]
      .filter(Boolean)
      .join(', '),
  study: ({ level }, t) => t.study[level] ?? level,
  single_parent: ({ basis }, t) => t.single[basis] ?? basis,
  maintenance_obligor: ({ state }, t) => t.obligor[state] ?? state,
  pension: ({ monthly }, t) => t.monthly(formatMoney(monthly)),
  social_insurance_allowance: ({ monthly, survivors }, t) =>
    [t.monthly(formatMoney(monthly)), survivors ? t.survivors : ''].filter(Boolean).join(', '),
  meritorious_allowance: ({ monthly }, t) => t.monthly(formatMoney(monthly)),
  detention: ({ kind }, t) => t.detention[kind] ?? kind,
  facility_residence: ({ group, facility }, t) => `${facility}, ${t.group(group)}`,
}

/** Kinds that are better named by their level than by themselves: «Khuyết tật nặng», «Hộ nghèo năm 2026». */
const names: Say = {
  disability: ({ level }, t) => t.disability(t.levels[level]),
  poverty: ({ level, year }, t) => t.poverty(level, year),
}

/** A circumstance in words: what it is, and what exactly. */
export function useCircumstanceWords() {
  const t = useMessages({ vi, en }).circumstances
  return ({ kind, detail, subject }: Pick<CircumstanceView, 'kind' | 'detail' | 'subject'>) => {
    const known = kind as CircumstanceKind // The contract lists the kinds.
    // Each gets the detail of its kind.
    const [name, say] = [names[known], details[known]] as (
      ((detail: unknown, t: Texts) => string) | undefined
    )[]
    const isOfHousehold = subject === 'household' && !name
    const words = [say?.(detail, t), isOfHousehold ? t.household : ''].filter(Boolean).join(', ')
    return { name: name?.(detail, t) ?? t.kinds[known], detail: words }
  }
}
