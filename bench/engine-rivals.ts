import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { Standing } from '#modules/entitlement'
import { amounts, choices, flags, type ChoiceFact } from '../modules/entitlement/domain/facts.ts'
import type { MonthLaw } from '../modules/entitlement/domain/law-in-force.ts'
import type { ChildCount, Condition, Group } from '../modules/entitlement/domain/rule-set.ts'
import { count } from '../modules/entitlement/domain/determine.ts'

/** Another engine over rules generated from our own: the amount of the monthly allowance of each person. */
export type Rival = {
  readonly name: string
  readonly evaluate: (persons: readonly Facts[]) => Promise<Int32Array>
}

/** What every rival is handed ready-made: ages in months, children counted, the standard of the place. */
export type Facts = Readonly<Record<string, number | boolean>>

const directory = resolve('bench/engines')

/**
 * Installs the rivals where they are not yet, in a place of their own: `npm ci` refuses ZEN, whose packages for some platforms
 * are missing from registries, so they have no lock file and are no dependency of the product.
 */
export function installRivals() {
  if (!existsSync(`${directory}/node_modules`))
    execFileSync('npm', ['install', '--no-package-lock', '--prefix', directory])
}

const load = (name: string) => import(createRequire(`${directory}/package.json`).resolve(name))

/** The monthly allowance of a month, with all its groups refer to, in the order they have to be worked out. */
function problemOf(ml: MonthLaw) {
  const groups = ml.groupsOf.get('monthly_allowance')!
  const { together } = ml.regime.rules.combination
  const counts = new Map<string, ChildCount>()
  const countName = (children: ChildCount) => {
    const key = JSON.stringify(children.anyOf)
    if (!counts.has(key)) counts.set(key, children)
    return `count${[...counts.keys()].indexOf(key)}`
  }
  const conditionsOf = ({ when, bands }: Group) => [when, ...bands.flatMap((band) => band.when ?? [])]
  for (const group of groups) {
    if (group.per) countName(group.per)
    for (const condition of conditionsOf(group).flatMap(within))
      if (condition.kind === 'countAtLeast') countName(condition.children)
  }
  const ordered: Group[] = []
  const visit = (group: Group) => {
    if (ordered.includes(group)) return
    for (const condition of conditionsOf(group).flatMap(within))
      if (condition.kind === 'inGroup') visit(ml.group.get(condition.group)!)
    ordered.push(group)
  }
  groups.forEach(visit)
  return {
    groups: ordered,
    indexOf: (id: string) => ordered.findIndex((group) => group.id === id),
    countName,
    counts,
    parent: together.group,
    beside: ordered.filter(({ id }) => together.with.includes(id)),
    exclusions: ml.exclusionsOf.get('monthly_allowance')!.map(({ when }) => when),
  }
}

function within(condition: Condition): Condition[] {
  if (condition.kind === 'not') return [condition, ...within(condition.of)]
  if (condition.kind === 'all' || condition.kind === 'any')
    return [condition, ...condition.of.flatMap(within)]
  return [condition]
}

/** The facts of a person as every rival is given them. */
export function factsFor(ml: MonthLaw): (standing: Standing) => Facts {
  const { counts } = problemOf(ml)
  const [year, month, day] = ml.later.day.split('-').map(Number) as [number, number, number]
  return (standing) => {
    const [bornYear, bornMonth, bornDay] = standing.born.split('-').map(Number) as [number, number, number]
    const { born: _born, bornPrecision: _precision, territory, children: _children, ...rest } = standing
    return {
      ...Object.fromEntries(
        Object.entries(rest).map(([fact, value]) => [
          fact,
          typeof value === 'string'
            ? (choices[fact as ChoiceFact] as readonly string[]).indexOf(value)
            : value,
        ]),
      ),
      age: (year - bornYear) * 12 + month - bornMonth - (bornDay > day ? 1 : 0),
      standard: ml.base('standard', territory),
      ...Object.fromEntries(
        [...counts.values()].map((children, index) => [`count${index}`, count(children, standing, ml.later)]),
      ),
    }
  }
}

const numbersOf = ({ fact, among }: Condition & { kind: 'is' }) =>
  among.map((word) => (choices[fact] as readonly string[]).indexOf(word))

/** GoRules ZEN: one node of expressions, the content compiled beforehand. */
export async function zen(ml: MonthLaw): Promise<Rival> {
  const { ZenEngine, ZenDecisionContent } = await load('@gorules/zen-engine')
  const problem = problemOf(ml)
  const text = (of: Condition): string => {
    switch (of.kind) {
      case 'is':
        return `(${numbersOf(of)
          .map((number) => `${of.fact} == ${number}`)
          .join(' or ')})`
      case 'flag':
        return `(${of.fact} == true)`
      case 'not':
        return `(not ${text(of.of)})`
      case 'all':
        return `(${of.of.map(text).join(' and ')})`
      case 'any':
        return `(${of.of.map(text).join(' or ')})`
      case 'ageFrom':
        return `(age >= ${of.months})`
      case 'ageBelow':
        return `(age < ${of.months})`
      case 'countAtLeast':
        return `(${problem.countName(of.children)} >= ${of.count})`
      case 'inGroup':
        return `($.h${problem.indexOf(of.group)} == true)`
      case 'amountBelow':
        return `(${of.facts.join(' + ')} < ${String(of.limit)})`
      case 'livesIn':
        throw new Error('The rivals are not told where people live')
    }
  }
  const expressions: { id: string; key: string; value: string }[] = []
  const add = (key: string, value: string) => expressions.push({ id: key, key, value })
  problem.groups.forEach((group, index) => {
    add(`h${index}`, text(group.when))
    const bands = group.bands.map(({ when, coefficient }) =>
      when ? `${text(when)} ? ${coefficient} : (` : `${coefficient}`,
    )
    const closing = ')'.repeat(group.bands.length - 1)
    const per = group.per ? ` * ${problem.countName(group.per)}` : ''
    add(`w${index}`, `$.h${index} == true ? (${bands.join('')}${closing})${per} : 0`)
  })
  const weights = problem.groups.map((_, index) => `$.w${index}`)
  add('best', `max([${weights.join(', ')}])`)
  add('beside', `max([${problem.beside.map(({ id }) => `$.w${problem.indexOf(id)}`).join(', ')}])`)
  const parent = `$.w${problem.indexOf(problem.parent)}`
  add('worth', `${parent} > 0 and $.beside > 0 ? max([$.best, $.beside + ${parent}]) : $.best`)
  add('excluded', problem.exclusions.map(text).join(' or '))
  add('amount', `$.excluded == true ? 0 : $.worth * standard / 10`)
  const content = {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 'rules',
        type: 'expressionNode',
        name: 'rules',
        position: { x: 1, y: 0 },
        content: { expressions },
      },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'first', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'second', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  }
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(content))
  return {
    name: '@gorules/zen-engine 0.54.0, 500 at once',
    async evaluate(persons) {
      const amounts = new Int32Array(persons.length)
      for (let start = 0; start < persons.length; start += 500) {
        const some = persons.slice(start, start + 500)
        const answers = await Promise.all(some.map((facts) => decision.evaluate(facts)))
        answers.forEach(({ result }, index) => (amounts[start + index] = result.amount))
      }
      return amounts
    },
  }
}

/** json-rules-engine: a rule for each band; it knows no arithmetic, so the highest and the exception are ours. */
export async function jsonRules(ml: MonthLaw): Promise<Rival> {
  const { Engine } = await load('json-rules-engine')
  const problem = problemOf(ml)
  const rule = (of: Condition): object => {
    switch (of.kind) {
      case 'is':
        return { fact: of.fact, operator: 'in', value: numbersOf(of) }
      case 'flag':
        return { fact: of.fact, operator: 'equal', value: true }
      case 'not':
        return { not: rule(of.of) }
      case 'all':
        return { all: of.of.map(rule) }
      case 'any':
        return { any: of.of.map(rule) }
      case 'ageFrom':
        return { fact: 'age', operator: 'greaterThanInclusive', value: of.months }
      case 'ageBelow':
        return { fact: 'age', operator: 'lessThan', value: of.months }
      case 'countAtLeast':
        return { fact: problem.countName(of.children), operator: 'greaterThanInclusive', value: of.count }
      case 'inGroup':
        return rule(problem.groups[problem.indexOf(of.group)]!.when)
      case 'amountBelow':
        return { fact: of.facts.join('+'), operator: 'lessThan', value: of.limit }
      case 'livesIn':
        throw new Error('The rivals are not told where people live')
    }
  }
  const engine = new Engine()
  engine.addFact(
    'pension+socialInsurance',
    async (_: unknown, almanac: Almanac) =>
      (await almanac.factValue('pension')) + (await almanac.factValue('socialInsurance')),
  )
  problem.groups.forEach((group, index) =>
    group.bands.forEach(({ when, coefficient }, place) => {
      const before = group.bands.slice(0, place).map((band) => ({ not: rule(band.when!) }))
      engine.addRule({
        conditions: { all: [rule(group.when), ...before, ...(when ? [rule(when)] : [])] },
        event: { type: group.id, params: { index, coefficient } },
      })
    }),
  )
  for (const exclusion of problem.exclusions)
    engine.addRule({
      conditions: { all: [rule(exclusion)] },
      event: { type: 'excluded', params: { index: -1 } },
    })
  const beside = new Set(problem.beside.map(({ id }) => problem.indexOf(id)))
  const parent = problem.indexOf(problem.parent)
  return {
    name: 'json-rules-engine 7.3.1',
    async evaluate(persons) {
      const amounts = new Int32Array(persons.length)
      for (const [place, facts] of persons.entries()) {
        const { events } = await engine.run(facts)
        let [best, with_, own, isExcluded] = [0, 0, 0, false]
        for (const { params } of events as Fired[]) {
          if (params.index < 0) isExcluded = true
          else {
            const { per } = problem.groups[params.index]!
            const worth = params.coefficient * (per ? Number(facts[problem.countName(per)]) : 1)
            best = Math.max(best, worth)
            if (beside.has(params.index)) with_ = Math.max(with_, worth)
            if (params.index === parent) own = worth
          }
        }
        const worth = own > 0 && with_ > 0 ? Math.max(best, own + with_) : best
        amounts[place] = isExcluded ? 0 : (worth * Number(facts['standard'])) / 10
      }
      return amounts
    },
  }
}
type Almanac = { readonly factValue: (fact: string) => Promise<number> }
type Fired = { readonly params: { readonly index: number; readonly coefficient: number } }

/** publicodes: names have no digits, and a situation is set before each question. */
export async function publicodes(ml: MonthLaw): Promise<Rival> {
  const { default: loaded } = await load('publicodes')
  const Engine = loaded.default ?? loaded // Found from elsewhere, it comes as CommonJS.
  const problem = problemOf(ml)
  const letters = (number: number) => 'abcdefghijklmnopqrstuvwxyz'[number]!
  const group = (id: string) => `groupe ${letters(problem.indexOf(id))}`
  const name = (fact: string) =>
    `fait ${fact.replace(/\d/g, (digit) => letters(Number(digit))).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`
  const si = (of: Condition): unknown => {
    switch (of.kind) {
      case 'is':
        return { 'une de ces conditions': numbersOf(of).map((number) => `${name(of.fact)} = ${number}`) }
      case 'flag':
        return `${name(of.fact)} = 1`
      case 'not':
        return { '=': [si(of.of), 'non'] }
      case 'all':
        return { 'toutes ces conditions': of.of.map(si) }
      case 'any':
        return { 'une de ces conditions': of.of.map(si) }
      case 'ageFrom':
        return `${name('age')} >= ${of.months}`
      case 'ageBelow':
        return `${name('age')} < ${of.months}`
      case 'countAtLeast':
        return `${name(problem.countName(of.children))} >= ${of.count}`
      case 'inGroup':
        return `${group(of.group)} > 0`
      case 'amountBelow':
        return `${of.facts.map(name).join(' + ')} < ${String(of.limit)}`
      case 'livesIn':
        throw new Error('The rivals are not told where people live')
    }
  }
  const counted = [...problem.counts.keys()].map((_, index) => `count${index}`)
  const facts = [...Object.keys(choices), ...flags, ...amounts, 'age', 'standard', ...counted]
  const rules: Record<string, unknown> = Object.fromEntries(facts.map((fact) => [name(fact), { valeur: 0 }]))
  for (const { id, when, bands, per } of problem.groups) {
    const worth = (coefficient: number) =>
      per ? `${coefficient} * ${name(problem.countName(per))}` : coefficient
    const chosen = bands.map((band) =>
      band.when ? { si: si(band.when), alors: worth(band.coefficient) } : { sinon: worth(band.coefficient) },
    )
    rules[group(id)] = {
      variations: [
        { si: si(when), alors: bands.length > 1 ? { variations: chosen } : worth(bands[0]!.coefficient) },
        { sinon: 0 },
      ],
    }
  }
  const parent = group(problem.parent)
  rules['maximum'] = { 'le maximum de': problem.groups.map(({ id }) => group(id)) }
  rules['ajout'] = { 'le maximum de': problem.beside.map(({ id }) => group(id)) }
  rules['ensemble'] = { valeur: `ajout + ${parent}` }
  rules['coefficient'] = {
    variations: [
      { si: { 'une de ces conditions': problem.exclusions.map(si) }, alors: 0 },
      {
        si: { 'toutes ces conditions': ['ajout > 0', `${parent} > 0`, 'ensemble > maximum'] },
        alors: 'ensemble',
      },
      { sinon: 'maximum' },
    ],
  }
  rules['montant'] = { valeur: `coefficient * ${name('standard')} / 10` }
  const silent = { log() {}, warn() {}, error() {} }
  const engine = new Engine(rules, { logger: silent })
  return {
    name: 'publicodes 1.10.3',
    async evaluate(persons) {
      const amounts = new Int32Array(persons.length)
      persons.forEach((person, index) => {
        engine.setSituation(Object.fromEntries(facts.map((fact) => [name(fact), Number(person[fact])])))
        amounts[index] = engine.evaluate('montant').nodeValue
      })
      return amounts
    },
  }
}
