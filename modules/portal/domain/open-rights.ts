import { dong, type Dong } from '#kernel/dong'
import { payeeOf, type Benefit, type EventKind, type Label } from '#modules/entitlement/engine'
import type { BenefitChance } from './chances.ts'
import type { Known } from './known.ts'
import { isUnknown, type Fact, type QuestionId } from './question.ts'
import { questionOf, questions } from './questions/index.ts'
import { standingSupports, supportChances } from './supports.ts'
import { toldBy } from './tells.ts'
import { allOf, truthOf } from './truth.ts'

/** An answer that left open what something depends on: the question, and the first such fact it might have told. */
export type Doubt = { readonly question: QuestionId; readonly fact: Fact }

/** What cannot be said yet, and for want of which answers. */
export type OpenRight = {
  readonly of: Benefit | EventKind
  /** The groups or rules of the law that may hold, all for want of the same. */
  readonly rules: readonly { readonly id: string; readonly label: Label }[]
  /** What the person receives of it a month, where that is certain and tells nothing private. */
  readonly amount: Dong | undefined
  readonly doubts: readonly Doubt[]
  /** It hangs on the private question, by whose name nothing is called. */
  readonly isPrivate: boolean
}

type Candidate = Pick<OpenRight, 'of' | 'amount'> & {
  readonly rule: OpenRight['rules'][number]
  readonly lacking: readonly Fact[]
}

/** Whatever an answer that was given left open; those of one benefit that wait for the same answers are one. */
export function openRights(
  known: Known,
  chances: ReadonlyMap<Benefit, BenefitChance>,
  isPerson: boolean,
): readonly OpenRight[] {
  const found = new Map<string, OpenRight>()
  const candidates = [...(isPerson ? ofBenefits(chances) : []), ...ofEvents(known, chances)]
  for (const { of, rule, amount, lacking } of candidates) {
    if (!isNear(known, lacking)) continue
    const doubts = doubtsOf(known, lacking)
    const key = [of, ...doubts.map(({ question }) => question)].join(' ')
    const before = found.get(key)
    found.set(key, {
      of,
      rules: [...(before?.rules ?? []), rule],
      amount: before && before.amount !== amount ? undefined : amount,
      doubts,
      isPrivate: before?.isPrivate === true || lacking.includes('hiv'),
    })
  }
  return [...found.values()]
}

function ofBenefits(chances: ReadonlyMap<Benefit, BenefitChance>): readonly Candidate[] {
  return [...chances].flatMap(([of, { groups, open, allowed }]) =>
    groups.flatMap(({ group, truth, least, most }): Candidate[] => {
      const whole = allOf([truth, allowed])
      if (typeof whole === 'boolean') return []
      const lacking = [...whole].filter((name) => open.has(name))
      const isCertain = least === most && payeeOf[group.component] === 'person' && !lacking.includes('hiv')
      return [{ of, rule: group, amount: isCertain ? dong(least) : undefined, lacking }]
    }),
  )
}

function ofEvents(known: Known, chances: ReadonlyMap<Benefit, BenefitChance>): readonly Candidate[] {
  return standingSupports(supportChances(known, chances)).flatMap(({ rule, of, truth, open }) =>
    of === 'month' || truth === false ? [] : [{ of, rule, amount: undefined, lacking: [...open] }],
  )
}

/**
 * Something that was asked did not tell it, and all else it waits for was asked as well or would be, had it been told. What
 * nobody asks of this person stands in nobody’s way.
 */
function isNear(known: Known, lacking: readonly Fact[]): boolean {
  const asked = new Set([...known.answers.keys()].flatMap((id) => toldBy(questionOf(id))))
  const wouldBeAsked = (fact: Fact) =>
    questions.some(
      (question) =>
        !known.answers.has(question.id) &&
        toldBy(question).includes(fact) &&
        (!question.when || truthOf(question.when, known) !== false),
    )
  return (
    lacking.some((fact) => asked.has(fact)) && lacking.every((fact) => asked.has(fact) || wouldBeAsked(fact))
  )
}

/** For each fact the answer to go back to: one of «không biết» before others, the last before the earlier. */
function doubtsOf({ answers }: Known, lacking: readonly Fact[]): readonly Doubt[] {
  const found = new Map<QuestionId, Doubt>()
  for (const fact of lacking) {
    const asking = [...answers].filter(([id]) => toldBy(questionOf(id)).includes(fact))
    const [question] = asking.findLast(([, answer]) => isUnknown(answer)) ?? asking.at(-1) ?? []
    if (question && !found.has(question)) found.set(question, { question, fact })
  }
  return [...found.values()]
}
