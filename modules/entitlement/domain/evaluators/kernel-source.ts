import { choices, childFacts } from '../facts.ts'
import type { Component } from '../determination.ts'
import type { ChildCount, Condition, Group } from '../rule-set.ts'
import { bitOf, fieldOf } from './columns.ts'
import type { RightsEvaluator } from './kernel-rights.ts'
import { boundsOn, turningBetween, type BenefitPlan, type Plan } from './kernel-plan.ts'

/**
 * Compiles a plan into one loop over columns. The source consists of numbers and of names written down here; nothing of
 * a rule set goes into it as text. Throws an EvalError where the page forbids evaluating strings.
 */
export function compileRights(plan: Plan): RightsEvaluator {
  const later = boundsOn(plan, plan.ml.later)
  const { first, months } = turningBetween(boundsOn(plan, plan.ml.earlier), later)
  // oxlint-disable-next-line typescript/no-implied-eval -- Only numbers and our own names go in.
  const make = new Function('turning', 'firstTurning', 'laterBounds', rightsSource(plan)) as (
    turning: Uint8Array,
    first: number,
    laterBounds: Int32Array,
  ) => RightsEvaluator // The source returns what its last line says.
  return make(months, first, later)
}

/** The program for a month as text, for whoever wants to read what is run. */
export function rightsSource(plan: Plan): string {
  const later = boundsOn(plan, plan.ml.later)
  return [
    `"use strict";`,
    ...plan.counts.map((children, index) => countSource(plan, children, index)),
    alike,
    turns,
    steadySource(plan, later),
    rightsOnSource(plan),
    `return { steady, rightsOn };`,
  ].join('\n')
}

/** How an age in months is written: as the number of a fixed day, or looked up for a day that is given. */
type Bound = (months: number) => string

function countSource(plan: Plan, { anyOf }: ChildCount, index: number): string {
  const bound = looked(plan)
  const tests = anyOf.map(({ fromMonths, belowMonths, is = [] }) => {
    const bits = is.reduce((found, fact) => found | (1 << childFacts.indexOf(fact)), 0)
    return conjunction([
      ...(fromMonths === undefined ? [] : [`b <= ${bound(fromMonths)}`]),
      ...(belowMonths === undefined ? [] : [`b > ${bound(belowMonths)}`]),
      ...(bits === 0 ? [] : [`(childFacts[c] & ${bits}) === ${bits}`]),
    ])
  })
  return `function count${index}(s, i, bounds) {
  const { childBorn, childFacts } = s, to = s.childrenFrom[i + 1];
  let n = 0;
  for (let c = s.childrenFrom[i]; c < to; c++) {
    const b = childBorn[c];
    if (b <= ${bound(0)} && (${disjunction(tests)})) n++;
  }
  return n;
}`
}

/** Whether a person is in both columns the same, children included. */
const alike = `function alike(e, s, i) {
  const c = s.childrenFrom[i], n = s.childrenFrom[i + 1] - c, d = e.childrenFrom[i];
  if (e.born[i] !== s.born[i] || e.facts[i] !== s.facts[i] || e.territory[i] !== s.territory[i]
    || e.pension[i] !== s.pension[i] || e.socialInsurance[i] !== s.socialInsurance[i]
    || e.meritorious[i] !== s.meritorious[i] || e.childrenFrom[i + 1] - d !== n) return false;
  for (let k = 0; k < n; k++)
    if (e.childBorn[d + k] !== s.childBorn[c + k] || e.childFacts[d + k] !== s.childFacts[c + k]) return false;
  return true;
}`

/** Whether a child may reach an age within the month. */
const turns = `function turns(childBorn, from, to) {
  for (let c = from; c < to; c++) {
    const t = ((childBorn[c] / 100) | 0) - firstTurning;
    if (t >= 0 && t < turning.length && turning[t] !== 0) return true;
  }
  return false;
}`

function steadySource(plan: Plan, later: Int32Array): string {
  const bound: Bound = (months) => String(later[plan.ages.indexOf(months)])
  const paid = plan.benefits.flatMap((benefit) =>
    benefit.components.map((component) => ({ benefit, component })),
  )
  return `function steady(input, output, from, to, others) {
  const s = input.later, e = input.earlier, isOne = e === s, awarded = input.awarded, bounds = laterBounds;
  const { born, facts, territory, pension, socialInsurance, meritorious, childrenFrom, childBorn } = s;
  ${paid.map(({ component }) => `const rule_${component} = output.rule.${component}, units_${component} = output.units.${component};`).join('\n  ')}
  let found = 0, c1 = childrenFrom[from];
  for (let i = from; i < to; i++) {
    const b = born[i], f = facts[i], c0 = c1, t = ((b / 100) | 0) - firstTurning;
    c1 = childrenFrom[i + 1];
    ${plan.benefits.map((_, k) => `let r${k} = 0, u${k} = 0, p${k} = 0, q${k} = 0;`).join('\n    ')}
    if ((t >= 0 && t < turning.length && turning[t] !== 0) || (c0 !== c1 && turns(childBorn, c0, c1)) || !(isOne || alike(e, s, i)))
      others[found++] = i;
    else if (b <= ${bound(0)}) {
      const a = awarded[i];
${benefitsSource(plan, bound)}
    }
    ${paid.map(({ benefit, component }) => writeSource(plan, benefit, component)).join('\n    ')}
  }
  return found;
}`
}

function rightsOnSource(plan: Plan): string {
  return `function rightsOn(s, i, bounds, a, into) {
  const { territory, pension, socialInsurance, meritorious } = s;
  const b = s.born[i], f = s.facts[i], c0 = s.childrenFrom[i], c1 = s.childrenFrom[i + 1];
  ${plan.benefits.map((_, k) => `let r${k} = 0, u${k} = 0, p${k} = 0, q${k} = 0;`).join('\n  ')}
  if (b <= bounds[0]) {
${benefitsSource(plan, looked(plan))}
  }
  ${plan.benefits.map((_, k) => `into[${k * 4}] = r${k}; into[${k * 4 + 1}] = u${k}; into[${k * 4 + 2}] = p${k}; into[${k * 4 + 3}] = q${k};`).join('\n  ')}
}`
}

const looked =
  (plan: Plan): Bound =>
  (months) =>
    `bounds[${plan.ages.indexOf(months)}]`

/** Rights of every benefit: `r` with `u` units, and where two stand together the parent’s `p` with `q`. */
function benefitsSource(plan: Plan, bound: Bound): string {
  const condition = conditionSource(plan, bound)
  const named = plan.named.map((group, index) => `      const h${index} = ${condition(group.when)};`)
  return [...named, ...plan.benefits.map((benefit, k) => benefitSource(plan, benefit, k, condition))].join(
    '\n',
  )
}

function benefitSource(
  plan: Plan,
  { bit, groups, exclusions, together }: BenefitPlan,
  k: number,
  condition: (of: Condition) => string,
): string {
  if (groups.length === 0) return ''
  const taken = (group: Group, rule: number, coefficient: number): string => {
    const [w, n] = group.per ? ['w', 'n'] : [String(coefficient), '1']
    const takes = [`if (${w} > m) { m = ${w}; r${k} = ${rule}; u${k} = ${n}; }`]
    if (together?.parent === group) takes.push(`p${k} = ${rule}; q${k} = ${n}; wp = ${w};`)
    if (together?.with.has(group)) takes.push(`if (${w} > wb) { wb = ${w}; rb = ${rule}; ub = ${n}; }`)
    const counted = group.per
      ? `const n = count${plan.countOf(group.per)}(s, i, bounds), w = ${coefficient} * n; `
      : ''
    return `{ ${counted}${takes.join(' ')} }`
  }
  const lines = groups.map(({ group, bands }) => {
    const chain = bands.map(({ rule, band }) => {
      const take = taken(group, rule, band.coefficient)
      return band.when ? `if (${condition(band.when)}) ${take}` : take
    })
    const named = plan.named.indexOf(group)
    return `        if (${named < 0 ? condition(group.when) : `h${named}`}) ${chain.join(' else ')}`
  })
  const both = together
    ? `        if (p${k} !== 0 && rb !== 0 && wp + wb > m) { r${k} = rb; u${k} = ub; } else { p${k} = 0; q${k} = 0; }`
    : ''
  const excluded =
    exclusions.length === 0
      ? ''
      : `        if (r${k} !== 0 && (${disjunction(exclusions.map(condition))})) { r${k} = 0; u${k} = 0; p${k} = 0; q${k} = 0; }`
  return `      if ((a & ${bit}) !== 0) {
        let m = -1${together ? ', wp = 0, wb = -1, rb = 0, ub = 0' : ''};
${[...lines, both, excluded].filter(Boolean).join('\n')}
      }`
}

function writeSource(plan: Plan, benefit: BenefitPlan, component: Component): string {
  const k = plan.benefits.indexOf(benefit)
  if (benefit.components.length === 1) return `rule_${component}[i] = r${k}; units_${component}[i] = u${k};`
  const { first, last } = plan.rulesOf[component]
  const isMain = `r${k} >= ${first} && r${k} <= ${last}`
  const isParent = benefit.together?.parent.component === component
  return [
    `if (${isMain}) { rule_${component}[i] = r${k}; units_${component}[i] = u${k}; }`,
    isParent
      ? `else { rule_${component}[i] = p${k}; units_${component}[i] = q${k}; }`
      : `else { rule_${component}[i] = 0; units_${component}[i] = 0; }`,
  ].join(' ')
}

function conditionSource(plan: Plan, bound: Bound): (of: Condition) => string {
  const source = (of: Condition): string => {
    switch (of.kind) {
      case 'is':
        return isSource(of)
      case 'flag':
        return `(f & ${1 << bitOf[of.fact]}) !== 0`
      case 'not':
        return `!(${source(of.of)})`
      case 'all':
        return conjunction(of.of.map(source))
      case 'any':
        return disjunction(of.of.map(source))
      case 'ageFrom':
        return `b <= ${bound(of.months)}`
      case 'ageBelow':
        return `b > ${bound(of.months)}`
      case 'livesIn': {
        const among = plan.territories.flatMap((name, index) =>
          of.territories.includes(name) ? [`territory[i] === ${index}`] : [],
        )
        return disjunction(among)
      }
      case 'countAtLeast': {
        const enough = `count${plan.countOf(of.children)}(s, i, bounds) >= ${of.count}`
        return of.count > 0 ? conjunction(['c0 !== c1', enough]) : enough
      }
      case 'inGroup':
        return `h${plan.named.findIndex(({ id }) => id === of.group)}`
      case 'amountBelow': {
        const limit = of.limit === 'social_pension' ? plan.ml.later.socialPension : of.limit
        return `${of.facts.map((fact) => `${fact}[i]`).join(' + ') || '0'} < ${limit}`
      }
    }
  }
  return source
}

/** Where a choice is one word, its bits are compared in place; where it is one of several, its number selects a bit. */
function isSource({ fact, among }: Condition & { kind: 'is' }): string {
  const words: readonly string[] = choices[fact]
  const { shift, mask } = fieldOf[fact]
  const numbers = words.flatMap((word, number) => (among.includes(word) ? [number] : []))
  const [only] = numbers
  if (only === undefined) return 'false'
  if (numbers.length === words.length) return 'true'
  if (numbers.length === 1) return `(f & ${mask << shift}) === ${only << shift}`
  const bits = numbers.reduce((found, number) => found | (1 << number), 0)
  return `((${bits} >>> ((f >>> ${shift}) & ${mask})) & 1) !== 0`
}

const conjunction = (parts: readonly string[]) =>
  parts.length === 0 ? 'true' : parts.map((part) => `(${part})`).join(' && ')
const disjunction = (parts: readonly string[]) =>
  parts.length === 0 ? 'false' : parts.map((part) => `(${part})`).join(' || ')
