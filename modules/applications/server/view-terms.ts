import { isUnnamedRule } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import type { TermsView } from '../contract.ts'
import type { Terms } from '../domain/proposal.ts'

/** The terms of a decision for a reader: rules and articles only where they tell nothing the reader may not know. */
export function viewTerms({ actor }: Pick<Ctx, 'actor'>, terms: Terms): TermsView {
  const isOpen = actor.permissions.has('people.read_confidential')
  const { effective, lastMonth, monthly, before, gaveWay, reasons, once, rules } = terms
  return {
    effective,
    lastMonth,
    lines: terms.lines.map(({ component, rule, coefficient, units, standard, amount }) => ({
      component,
      rule: isOpen || !isUnnamedRule(rule) ? rule : null,
      coefficientTenths: coefficient,
      units,
      standard,
      amount,
    })),
    monthly,
    before,
    gaveWay,
    citations: isOpen || !rules.some(isUnnamedRule) ? [...terms.citations] : [],
    reasons: [...reasons],
    once,
    given: (terms.given ?? []).map(({ rule, what, amount, quantity, isFloor }) => ({
      rule: isOpen || !isUnnamedRule(rule) ? rule : null,
      what,
      amount,
      quantity,
      isFloor,
    })),
    detail: terms.detail ?? null,
  }
}
