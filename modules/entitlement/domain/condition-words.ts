import type { Dong } from '#kernel/dong'
import { eventChoices, type EventChoice } from './event-facts.ts'
import type { ConditionNode } from './explanation.ts'
import { choices, type ChoiceFact } from './facts.ts'
import { isAboutBothParents, lostParentsIn, type LostParents } from './lost-parents.ts'
import type { Phrases } from './phrases.ts'

/** What is said of a condition: what the law asks, and what was found. */
export type Said = { readonly requirement: string; readonly found?: string }

/** Sentences about single conditions, in one language. */
export function conditionWordsFrom(phrases: Phrases) {
  const numbers = new Intl.NumberFormat(phrases.locale)
  const money = (amount: Dong) => `${numbers.format(amount)} đ`

  function condition(node: ConditionNode): Said {
    switch (node.kind) {
      case 'is':
        return choice(node.fact, node.among, node.value)
      case 'flag':
        return {
          requirement: phrases.flag[node.fact].yes,
          found: phrases.flag[node.fact][node.holds ? 'yes' : 'no'],
        }
      case 'not':
        return negated(node.of)
      case 'all':
        return { requirement: node.of.map((inner) => condition(inner).requirement).join(phrases.and) }
      case 'any': {
        const lost = lostParentsIn(node)
        if (lost) return { requirement: phrases.lostParents.requirement, found: lostParents(lost) }
        const said = node.of.map(condition)
        const found = said.flatMap((inner) => inner.found ?? []).join(phrases.and)
        return {
          requirement: phrases.anyOf(said.map(({ requirement }) => requirement).join(phrases.or)),
          ...(found && { found }),
        }
      }
      case 'ageFrom':
      case 'ageBelow':
        return {
          requirement: phrases[node.kind](Math.floor(node.months / 12), node.months % 12),
          found: phrases.age(
            Math.floor(node.ageInMonths / 12),
            node.ageInMonths % 12,
            node.kind === 'ageFrom' && !node.holds ? phrases.day(node.reachedOn) : undefined,
          ),
        }
      case 'eventIs':
        return eventChoice(node.fact, node.among, node.value)
      case 'eventFlag':
        return {
          requirement: phrases.event.flag[node.fact].yes,
          found: phrases.event.flag[node.fact][node.holds ? 'yes' : 'no'],
        }
      case 'eventAtLeast':
        return {
          requirement: phrases.event.atLeast[node.fact](node.least),
          found: phrases.event.counted(node.found),
        }
      case 'receives':
        return {
          requirement: phrases.event.receives(list(node.benefits.map((one) => phrases.benefit[one]))),
          ...(!node.holds && { found: phrases.event.receivesNot }),
        }
      case 'entitledTo':
        return {
          requirement: phrases.event.entitledTo(phrases.benefit[node.benefit]),
          ...(!node.holds && { found: phrases.event.entitledToNot }),
        }
      case 'livesIn':
        return {
          requirement: phrases.livesIn(phrases.pick(node.label)),
          ...(!node.holds && { found: phrases.livesElsewhere }),
        }
      case 'countAtLeast':
        return {
          requirement: phrases.atLeast(node.count, phrases.pick(node.children)),
          found: phrases.counted(node.found, node.counted.map(phrases.day)),
        }
      case 'inGroup':
        return { requirement: phrases.inGroup(phrases.pick(node.label)) }
      case 'amountBelow': {
        const names = node.facts.map((fact) => phrases.amount[fact]).join(phrases.or)
        return {
          requirement:
            node.limit <= 1
              ? phrases.noAmount(names)
              : phrases.amountBelow(names, money(node.limit), node.against === 'social_pension'),
          ...(node.value > 0 && { found: phrases.amountIs(money(node.value)) }),
        }
      }
      case 'private':
        return { requirement: phrases.private }
    }
  }

  /** Which point of khoản 1 is met, and how; of whoever meets none, how the parents are. */
  function lostParents({ point, abandoned, father, mother }: LostParents): string {
    const said = phrases.lostParents
    const parents = [said.father(parentIs(father)), said.mother(parentIs(mother))].join(', ')
    return point === undefined ? parents : said.point(point, abandoned ? phrases.flag.abandoned.yes : parents)
  }
  const parentIs = (state: LostParents['father']) => phrases.lostParents.is[state]

  const list = (all: readonly string[]) =>
    all.length > 1 ? `${all.slice(0, -1).join(', ')}${phrases.or}${all.at(-1)}` : (all[0] ?? '')

  function choice(fact: ChoiceFact, among: readonly string[], value: string): Said {
    const { name, values } = phrases.fact[fact]
    // A rule names only values its fact can have; the rule sets are checked for it.
    const say = (one: string) => (values as Readonly<Record<string, string>>)[one] ?? one
    return { requirement: `${name}: ${list(among.map(say))}`, found: say(value) }
  }

  function eventChoice(fact: EventChoice, among: readonly string[], value: string): Said {
    const { name, values } = phrases.event.choice[fact]
    const say = (one: string) => (values as Readonly<Record<string, string>>)[one] ?? one // As above.
    return { requirement: `${name}: ${list(among.map(say))}`, found: say(value) }
  }

  function negated(node: ConditionNode): Said {
    if (node.kind === 'is')
      return choice(
        node.fact,
        choices[node.fact].filter((one) => !node.among.includes(one)),
        node.value,
      )
    if (node.kind === 'eventIs')
      return eventChoice(
        node.fact,
        eventChoices[node.fact].filter((one) => !node.among.includes(one)),
        node.value,
      )
    if (node.kind === 'eventFlag')
      return {
        requirement: phrases.event.flag[node.fact].no,
        found: phrases.event.flag[node.fact][node.holds ? 'yes' : 'no'],
      }
    if (node.kind === 'flag')
      return {
        requirement: phrases.flag[node.fact].no,
        found: phrases.flag[node.fact][node.holds ? 'yes' : 'no'],
      }
    if (node.kind === 'ageFrom' || node.kind === 'ageBelow')
      return condition({ ...node, kind: node.kind === 'ageFrom' ? 'ageBelow' : 'ageFrom' })
    if (node.kind === 'amountBelow') {
      const { found } = condition(node)
      const names = node.facts.map((fact) => phrases.amount[fact]).join(phrases.or)
      const requirement =
        node.limit <= 1 ? phrases.hasAmount(names) : phrases.amountFrom(names, money(node.limit))
      return { requirement, found: found ?? phrases.noAmount(names) }
    }
    if (node.kind === 'private') return condition(node)
    if (isAboutBothParents(node)) return { requirement: phrases.lostParents.bothUnknown }
    return { requirement: phrases.not(condition(node).requirement) }
  }

  function conditionLines(node: ConditionNode): string[] {
    if (node.kind === 'all') return node.of.flatMap(conditionLines)
    const list = listIn(node)
    if (list)
      return [
        `${node.holds ? '✓' : '✗'} ${list.head}`,
        ...list.of.map((inner) => `    ${conditionLine(inner)}`),
      ]
    const { requirement, found } = condition(node)
    if (lostParentsIn(node)) return [`${node.holds ? '✓' : '✗'} ${requirement}`, `    ${found}`]
    return [conditionLine(node)]
  }

  function conditionLine(node: ConditionNode): string {
    const { requirement, found } = condition(node)
    // Of what is so or is not, the mark says as much.
    const isSaid = !found || found === requirement || node.kind === 'flag' || node.kind === 'all'
    return `${node.holds ? '✓' : '✗'} ${requirement}${isSaid ? '' : ` (${found})`}`
  }

  /** Several conditions that nobody could read in one sentence, and what is said over their list. */
  function listIn(node: ConditionNode): { head: string; of: readonly ConditionNode[] } | undefined {
    if (node.kind === 'not' && node.of.kind === 'any') return { head: phrases.noneOf, of: node.of.of }
    if (node.kind !== 'any' || lostParentsIn(node)) return undefined
    const isLong = node.of.length > 2 || node.of.some(({ kind }) => kind === 'all' || kind === 'any')
    return isLong ? { head: phrases.oneOf, of: node.of } : undefined
  }

  return { condition, negated, conditionLines, listIn, money }
}
