import type { Decision } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { paperWords } from '../messages.vi.ts'
import type { Numbered } from '../deciding.ts'

/** The unit that decides, and who decides in its name. */
export type Office = { readonly areaId: number; readonly title: string }

/** A decision as awards and what is given once keep it. */
export function decisionOf(ctx: Ctx, { number, decisionId }: Numbered, { areaId, title }: Office): Decision {
  return { id: decisionId, number, areaId, signedOn: ctx.today, signerTitle: title }
}

/** The same with what it rests on, where the law has been asked already. */
export function withBasis(ctx: Ctx, one: Numbered, office: Office) {
  const { ruleSet, rules, citations, reasons } = one.computed.terms
  return {
    ...decisionOf(ctx, one, office),
    legalBasis: { ruleSet, rules, citations },
    reason: reasons.join(' '),
  }
}

/** Where the register has a fact from that a decision brought. */
export const sourceOf = ({ number }: Pick<Numbered, 'number'>) => paperWords.decided(number)
