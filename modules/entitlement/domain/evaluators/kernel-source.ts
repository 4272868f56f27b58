import { choices, childFacts } from '../facts.ts'
import type { Benefit, Component } from '../determination.ts'
import type { ChildCount, Condition, Group } from '../rule-set.ts'
import { bitOf, fieldOf } from './columns.ts'
import type { RightsEvaluator } from './kernel-rights.ts'
import { boundsOn, meetingsIn, turningBetween, type BenefitPlan, type Plan } from './kernel-plan.ts'

/**
 * Compiles a plan into one loop over columns. The source consists of numbers and of names written down here; nothing of
 * a rule set goes into it as text. Throws an EvalError where the page forbids evaluating strings.
 */
export function compileRights(plan: Plan): RightsEvaluator {
  const later = boundsOn(plan, plan.ml.later)
  const { first, months } = turningBetween(boundsOn(plan, plan.ml.earlier), later)
  return programOf(rightsSource(plan))(months, first, later)
}

type Program = (turning: Uint8Array, first: number, laterBounds: Int32Array) => RightsEvaluator

const programs = new Map<string, Program>()

/** Kept, because the months of a rule set are one program under different days: it gets fast once for all of them. */
function programOf(source: string): Program {
  const known = programs.get(source)
  if (known) return known
  // oxlint-disable-next-line typescript/no-implied-eval -- Only numbers and our own names go in.
  const made = new Function('turning', 'firstTurning', 'laterBounds', source) as Program // It returns what its last line says.
  programs.set(source, made)
  return made
}

/** The program for a month as text, for whoever wants to read what is run. */
export function rightsSource(plan: Plan): string {
  return [
    `"use strict";`,
    ...plan.counts.map((children, index) => countSource(plan, children, index)),
    alike,
    turns,
    steadySource(plan),
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

function steadySource(plan: Plan): string {
  const bound: Bound = (months) => `day${plan.ages.indexOf(months)}`
  const paid = plan.benefits.flatMap((benefit) =>
    benefit.components.map((component) => ({ benefit, component })),
  )
  return `function steady(input, output, from, to, found) {
  const s = input.later, e = input.earlier, isOne = e === s, awarded = input.awarded, bounds = laterBounds;
  ${plan.ages.map((_, index) => `const day${index} = bounds[${index}];`).join(' ')}
  const { born, facts, territory, pension, socialInsurance, meritorious, childrenFrom, childBorn } = s;
  ${paid.map(({ component }) => `const rule_${component} = output.rule.${component}, units_${component} = output.units.${component};`).join('\n  ')}
  const { changed, meeting } = found;
  let changedCount = 0, meetingCount = 0, c1 = childrenFrom[from];
  for (let i = from; i < to; i++) {
    const b = born[i], f = facts[i], c0 = c1, t = ((b / 100) | 0) - firstTurning;
    c1 = childrenFrom[i + 1];
    ${plan.benefits.map((_, k) => `let r${k} = 0, u${k} = 0, p${k} = 0, q${k} = 0;`).join('\n    ')}
    if (((t >>> 0) < turning.length && turning[t] !== 0) || (c0 !== c1 && turns(childBorn, c0, c1)) || !(isOne || alike(e, s, i)))
      changed[changedCount++] = i;
    else if (b <= ${bound(0)}) {
      const a = awarded[i];
${benefitsSource(plan, bound)}
    }
    ${paid.map(({ benefit, component }) => writeSource(plan, benefit, component)).join('\n    ')}
    ${meetingSource(plan)}
  }
  found.changedCount = changedCount;
  found.meetingCount = meetingCount;
}`
}

/** Whether a person has rights that are compared with each other, or with an allowance for meritorious service. */
function meetingSource(plan: Plan): string {
  const right = (benefit: Benefit) => plan.benefits.findIndex((one) => one.benefit === benefit)
  const pairs = meetingsIn(plan).map(([one, other]) => `r${right(one)} !== 0 && r${right(other)} !== 0`)
  const allowance = right('monthly_allowance')
  const isCompared = plan.ml.meritoriousOverlap === 'highest' && allowance >= 0
  const meets = [...pairs, ...(isCompared ? [`r${allowance} !== 0 && meritorious[i] !== 0`] : [])]
  return meets.length === 0 ? '' : `if (${disjunction(meets)}) meeting[meetingCount++] = i;`
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
  const among = benefit.components.indexOf(component)
  // Rules of a component stand together, in the order of components; no rule is written as itself wherever it falls.
  const isMain = conjunction([
    ...(among === 0 ? [] : [`r${k} >= ${first}`]),
    ...(among === benefit.components.length - 1 ? [] : [`r${k} <= ${last}`]),
  ])
  const isParent = benefit.together?.parent.component === component
  const [rule, units] = isParent ? [`p${k}`, `q${k}`] : ['0', '0']
  return [
    `if (${isMain}) { rule_${component}[i] = r${k}; units_${component}[i] = u${k}; }`,
    `else { rule_${component}[i] = ${rule}; units_${component}[i] = ${units}; }`,
  ].join(' ')
}

function conditionSource(plan: Plan, bound: Bound): (of: Condition) => string {
  const source = (of: Condition): string => {
    const bits = bitsOf(of)
    if (bits) return bitsSource(bits)
    switch (of.kind) {
      case 'is':
        return isSource(of)
      case 'flag':
        return bitsSource({ mask: 1 << bitOf[of.fact], value: 1 << bitOf[of.fact] })
      case 'not':
        return `!(${source(of.of)})`
      case 'all':
        return allSource(of.of, source)
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

/**
 * Conditions ask and change nothing, so their order is free: what can be asked of the packed facts at once is asked first,
 * because one rare answer is easier foreseen by a processor than three common ones; children are counted last.
 */
function allSource(of: readonly Condition[], source: (of: Condition) => string): string {
  const parts = of.flatMap((one) => (one.kind === 'all' ? one.of : [one]))
  const together = parts.flatMap((one) => bitsOf(one) ?? [])
  const others = parts.filter((one) => !bitsOf(one)).toSorted((one, other) => costOf(one) - costOf(other))
  const isNever = together.some((one) =>
    together.some((other) => (one.mask & other.mask & (one.value ^ other.value)) !== 0),
  )
  if (isNever) return 'false'
  const bits = together.reduce(
    (found, { mask, value }) => ({ mask: found.mask | mask, value: found.value | value }),
    { mask: 0, value: 0 },
  )
  const asked = together.length === 0 ? [] : [bitsSource(bits)]
  return conjunction(
    together.length > 1 || others.every((one) => !one.kind.startsWith('age'))
      ? [...asked, ...others.map(source)]
      : [...others.slice(0, 1).map(source), ...asked, ...others.slice(1).map(source)],
  )
}

function costOf({ kind }: Condition): number {
  return kind.startsWith('age') ? 0 : kind === 'countAtLeast' ? 2 : 1
}

/** Bits of the packed facts that must stand just so. */
type Bits = { readonly mask: number; readonly value: number }

const bitsSource = ({ mask, value }: Bits) => `(f & ${mask}) === ${value}`

/** A condition as bits of the facts, if it can be said in that way. */
function bitsOf(of: Condition): Bits | undefined {
  if (of.kind === 'flag') return { mask: 1 << bitOf[of.fact], value: 1 << bitOf[of.fact] }
  if (of.kind === 'not' && of.of.kind === 'flag') return { mask: 1 << bitOf[of.of.fact], value: 0 }
  if (of.kind !== 'is') return undefined
  const { shift, mask: whole } = fieldOf[of.fact]
  const numbers = numbersAmong(of)
  for (let mask = 1; mask <= whole; mask++) {
    const value = (numbers[0] ?? 0) & mask
    const selected = choices[of.fact].flatMap((_, number) => ((number & mask) === value ? [number] : []))
    if (selected.join() === numbers.join()) return { mask: mask << shift, value: value << shift }
  }
  return undefined
}

function numbersAmong({ fact, among }: Condition & { kind: 'is' }): readonly number[] {
  const words: readonly string[] = choices[fact]
  return words.flatMap((word, number) => (among.includes(word) ? [number] : []))
}

/** A choice that is one of several words: the number of the word selects a bit, unless only one word is left out. */
function isSource(of: Condition & { kind: 'is' }): string {
  const { shift, mask } = fieldOf[of.fact]
  const numbers = numbersAmong(of)
  const others = choices[of.fact].flatMap((_, number) => (numbers.includes(number) ? [] : [number]))
  const [other] = others
  if (numbers.length === 0) return 'false'
  if (other === undefined) return 'true'
  if (others.length === 1) return `(f & ${mask << shift}) !== ${other << shift}`
  const bits = numbers.reduce((found, number) => found | (1 << number), 0)
  return `((${bits} >>> ((f >>> ${shift}) & ${mask})) & 1) !== 0`
}

const conjunction = (parts: readonly string[]) =>
  parts.length === 0 ? 'true' : parts.map((part) => `(${part})`).join(' && ')
const disjunction = (parts: readonly string[]) =>
  parts.length === 0 ? 'false' : parts.map((part) => `(${part})`).join(' || ')
