import { companyFacts, isConfidentialRule, isOfCompany, isUnnamedRule, privateRule } from './discretion.ts'
import { explain } from './explain.ts'
import type { PersonMonth } from './determination.ts'
import { dueIn } from './determine.ts'
import type {
  CombinationStep,
  ConditionNode,
  ConventionId,
  Explanation,
  GroupExplanation,
  Named,
} from './explanation.ts'
import { confidentialFacts } from './facts.ts'
import type { Label, Source } from './rule-set.ts'
import type { Standing } from './standing.ts'
import { firstFailing, joined } from './trace.ts'

/**
 * The explanation for a viewer who may not know confidential facts. Money stays; why is told as of the first of all who
 * differ from the person in nothing but such facts and are due the same, so that it says no more than the money does.
 */
export function explainFolded(asked: PersonMonth): Explanation {
  const paid = moneyOf(asked)
  return fold(explain(alike(asked).find((person) => moneyOf(person) === paid)!)) // One of them is the person.
}

function moneyOf(person: PersonMonth): string {
  return JSON.stringify(dueIn(person).map(({ component, amount }) => [component, amount]))
}

/** Everything confidential there may be about somebody, nothing first. */
const secrets = Array.from(confidentialFacts).reduce<Partial<Standing>[]>(
  (known, fact) => known.flatMap((one) => [false, true].map((holds) => ({ ...one, [fact]: holds }))),
  [{}],
)

/** The person with every secret there may be; the same through the month before another at its end. */
function alike(person: PersonMonth): PersonMonth[] {
  const having = (earlier: Partial<Standing>, later: Partial<Standing>): PersonMonth => ({
    ...person,
    earlier: person.earlier && { ...person.earlier, ...earlier },
    later: person.later && { ...person.later, ...later },
    ...(person.within && {
      within: person.within.map((stood) => ({ ...stood, standing: { ...stood.standing, ...later } })),
    }),
  })
  return [
    ...secrets.map((secret) => having(secret, secret)),
    ...secrets.flatMap((earlier) => secrets.map((later) => having(earlier, later))),
    person,
  ]
}

const privateLabel: Label = {
  vi: 'Điều kiện riêng tư đã được xác nhận',
  en: 'A private condition has been confirmed',
}

/** Conventions that say which group of the company pays. */
const namesCompany: ReadonlySet<ConventionId> = new Set(['C12', 'C13', 'C14'])

/** Leaves out the confidential groups; where a rule is due that goes without its name, also those of its company. */
function fold(explanation: Explanation): Explanation {
  const isUnnamed = explanation.due.some(({ rule }) => isUnnamedRule(rule))
  const hides = isUnnamed ? isOfCompany : isConfidentialRule
  const mark = (node: ConditionNode) => (isUnnamed ? withCompany(node) : node)
  const hidden = explanation.groups.filter(({ group, outcome }) => outcome === 'paid' && hides(group))
  const open = explanation.groups.filter(({ group }) => !hides(group))
  return {
    ...explanation,
    // In front, because where a group stands among the others tells which it is.
    groups: [
      ...hidden.map((group) => hideGroup(group, explanation.regime!.cite)),
      ...open.map((group) => hideWithin(group, mark(group.condition))),
    ],
    combination: explanation.combination.flatMap((step) => hideInStep(step, hides)),
    conventions: explanation.conventions.filter((id) => !(isUnnamed && namesCompany.has(id))),
    due: explanation.due.map((due) => (hides(due.rule) ? { ...due, rule: privateRule } : due)),
  }
}

function hideInStep(step: CombinationStep, hides: (rule: string) => boolean): CombinationStep[] {
  const name = (named: Named): Named =>
    hides(named.rule) ? { ...named, rule: privateRule, label: privateLabel, confidential: true } : named
  if (step.kind === 'together') return [{ ...step, kept: step.kept.map(name) }]
  if (step.kind !== 'highest') return [step]
  const over = step.over.filter(({ rule }) => !hides(rule))
  // Being the highest of nothing would tell that something is hidden.
  return over.length > 0 ? [{ ...step, kept: name(step.kept), over }] : []
}

/** Of a hidden group, its articles and how sure they are would tell which it is: the law as a whole stands for them. */
function hideGroup(group: GroupExplanation, law: Source): GroupExplanation {
  const { condition, firstFailing: _, reachedIn: __, exclusion: ___, band, ...told } = group
  return {
    ...told,
    group: privateRule,
    label: privateLabel,
    cite: { ...law, place: 'Điều 5' },
    confidential: true,
    condition: privately(condition),
    ...(band && { band: { id: privateRule, label: privateLabel, cite: { ...law, place: 'Điều 6' } } }),
  }
}

function hideWithin({ reachedIn, ...group }: GroupExplanation, marked: ConditionNode): GroupExplanation {
  const { exclusion, cite } = group
  const condition = hideNode(marked)
  return {
    ...group,
    condition,
    ...(group.firstFailing && { firstFailing: firstFailing(condition) }),
    // The month is worked out from everything else, the hidden too.
    ...(reachedIn && !marked.confidential && { reachedIn }),
    ...(exclusion?.condition.confidential && {
      exclusion: exclusion.until
        ? // That nothing was received before is what the money says.
          { ...exclusion, condition: privately(exclusion.condition) }
        : { id: privateRule, label: privateLabel, cite, condition: privately(exclusion.condition) },
    }),
  }
}

/** The node with what the groups of the company ask for made confidential. */
export function withCompany(node: ConditionNode): ConditionNode {
  switch (node.kind) {
    case 'is':
    case 'flag':
      return { ...node, confidential: node.confidential || companyFacts.has(node.fact) }
    case 'not':
    case 'inGroup': {
      const of = withCompany(node.of)
      const isNamed = node.kind === 'inGroup' && isOfCompany(node.group)
      return { ...node, of, confidential: isNamed || of.confidential }
    }
    case 'all':
    case 'any':
      return joined(node.kind, node.of.map(withCompany))
    case 'ageFrom':
    case 'ageBelow':
    case 'eventIs':
    case 'eventFlag':
    case 'eventAtLeast':
    case 'receives':
    case 'entitledTo':
    case 'livesIn':
    case 'countAtLeast':
    case 'amountBelow':
    case 'private':
      return node
  }
}

/**
 * Where what is hidden decides nothing, not even its place is seen; where it makes one of several hold, the others are
 * not seen to fail.
 */
export function hideNode(node: ConditionNode): ConditionNode {
  if (!node.confidential) return node
  switch (node.kind) {
    case 'not': {
      const of = hideNode(node.of)
      return of.kind === 'private' ? privately(node) : { ...node, of, confidential: of.confidential }
    }
    case 'all':
    case 'any': {
      const open = node.of.filter(({ confidential }) => !confidential)
      const decides = (inner: ConditionNode) => inner.holds === (node.kind === 'any')
      const isDecided = open.length > 0 && open.some(decides) === node.of.some(decides)
      if (isDecided) return { ...node, of: open, confidential: false }
      return node.kind === 'any'
        ? privately(node)
        : { ...node, of: node.of.map(hideNode), confidential: true }
    }
    case 'is':
    case 'flag':
    case 'inGroup':
    case 'ageFrom':
    case 'ageBelow':
    case 'eventIs':
    case 'eventFlag':
    case 'eventAtLeast':
    case 'receives':
    case 'entitledTo':
    case 'livesIn':
    case 'countAtLeast':
    case 'amountBelow':
    case 'private':
      return privately(node)
  }
}

function privately({ holds }: ConditionNode): ConditionNode {
  return { kind: 'private', holds, confidential: true }
}
