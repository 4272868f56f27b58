import type { RuleSet } from '../rule-set.ts'

/** Territories that have set an amount of their own, the centre first. */
export function territoriesOf({ parameters }: RuleSet): readonly string[] {
  const others = parameters.standard.map(({ territory }) => territory).filter((one) => one !== 'central')
  return ['central', ...new Set(others)]
}
