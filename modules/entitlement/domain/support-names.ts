import { supportLaw } from '../law/support/index.ts'
import type { Label } from './rule-set.ts'

const names = new Map(supportLaw.flatMap(({ rules }) => rules.map(({ id, label }) => [id, label] as const)))

/** What a right to something given once is called by the latest law that has it; its id where no law knows it. */
export function nameOfSupport(rule: string): Label {
  return names.get(rule) ?? { vi: rule, en: rule }
}
