import { regimes } from '../law/regimes.ts'
import type { Label } from './rule-set.ts'

/** Group and band of each rule, in the words of the latest law that has it. */
const names = new Map<string, Label>(
  regimes
    .flatMap(({ rules }) => rules.groups)
    .flatMap(({ label, bands }) => bands.map((band) => [band.id, joined(label, band.label)] as const)),
)

/** What a rule is called on a list («Khuyết tật nặng, từ đủ 16 đến dưới 60 tuổi»); its id where no law knows it. */
export function nameOfRule(rule: string, language: keyof Label): string {
  return names.get(rule)?.[language] ?? rule
}

function joined(group: Label, band: Label): Label {
  const join = (one: string, other: string) => (one.includes(other) ? one : `${one}, ${other}`)
  return { vi: join(group.vi, band.vi), en: join(group.en, band.en) }
}
