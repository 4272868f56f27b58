import type { Month } from '#kernel/civil-date'
import { faultOf, UnsoundLaw, type Fault } from '#kernel/law'
import { benefitOf } from './determination.ts'
import { amounts, choices, flags } from './facts.ts'
import type { Law } from './law-in-force.ts'
import { longestLife } from './longest-life.ts'
import {
  isConvention,
  type ChildCount,
  type Condition,
  type Dated,
  type Group,
  type RuleSet,
  type Source,
} from './rule-set.ts'

/** Stops whoever is about to use a law that cannot be right: nobody is to be paid by it. */
export function assertSound(law: Law): void {
  const [first, ...others] = faultsOfLaw(law)
  if (first) throw new UnsoundLaw([first, ...others])
}

/** What is wrong with a rule set as data, in words for who wrote it; nothing where it is sound. */
export function faultsOf(rules: RuleSet): Fault[] {
  const ids = new Set(rules.groups.map(({ id }) => id))
  return [
    ...twice(rules.groups.map(({ id }) => id)).map(standsTwice),
    ...twice(rules.groups.flatMap(({ bands }) => bands.map(({ id }) => id))).map((id) =>
      standsTwice(`band ${id}`),
    ),
    ...rules.groups.flatMap((group) => [
      ...conditionsOf(group).flatMap((condition) =>
        faultsIn(condition, ids).map((fault) => faultOf(group.id, fault)),
      ),
      ...bandFaults(group),
      ...[group, ...group.bands].flatMap(({ id, cite }) =>
        conventionFaults(cite).map((fault) => faultOf(id, fault)),
      ),
      ...(benefitOf[group.component] === group.benefit
        ? []
        : [
            faultOf(group.id, {
              en: `${group.component} is no part of ${group.benefit}`,
              vi: `${group.component} không thuộc ${group.benefit}`,
            }),
          ]),
      ...(reaches(group.id, group.id, rules)
        ? [{ en: `${group.id} refers to itself`, vi: `${group.id} dẫn tới chính nó` }]
        : []),
    ]),
    ...[rules.combination.together.group, ...rules.combination.together.with]
      .filter((id) => !ids.has(id))
      .map((id) => ({
        en: `the combination names ${id}, which is no group`,
        vi: `cách tính chung nhắc tới ${id}, không phải một nhóm`,
      })),
    ...rules.combination.exclusions.flatMap(({ id, when }) =>
      faultsIn(when, ids).map((fault) => faultOf(id, fault)),
    ),
    ...uncited(rules).map((id) => ({ en: `${id} cites no article`, vi: `${id} không ghi điều luật` })),
    ...[...rules.parameters.standard, ...rules.parameters.social_pension]
      .filter(({ value }) => value <= 0)
      .map(({ from }) => ({
        en: `an amount from ${from} is not above zero`,
        vi: `một mức từ ${from} không lớn hơn 0`,
      })),
    ...listFaults('small_pension', rules.parameters.small_pension),
    ...listFaults('social_pension', rules.parameters.social_pension),
    ...listFaults('meritorious_overlap', rules.parameters.meritorious_overlap),
    ...[...new Set(rules.parameters.standard.map(({ territory }) => territory))].flatMap((territory) =>
      listFaults(
        `standard of ${territory}`,
        rules.parameters.standard.filter((dated) => dated.territory === territory),
      ),
    ),
  ]
}

/** Faults of all rule sets, and months in which a rule set reads a parameter that has no value. */
export function faultsOfLaw(law: Law): Fault[] {
  const procedures = law.procedures.flatMap(({ id, inForce }, index) => {
    const next = law.procedures[index + 1]
    return next && next.inForce <= inForce
      ? [
          {
            en: `procedure ${id} is not followed by a later one`,
            vi: `sau trình tự ${id} không phải một trình tự muộn hơn`,
          },
        ]
      : []
  })
  const regimes = law.regimes.flatMap(({ rules, from, converts }, index) => {
    const until = law.regimes[index + 1]?.from
    const read = [
      ['standard', rules.parameters.standard.filter(({ territory }) => territory === 'central')],
      ['meritorious_overlap', rules.parameters.meritorious_overlap],
      ...(rules.groups.some(({ base }) => base === 'social_pension')
        ? ([
            ['social_pension', rules.parameters.social_pension],
            ['small_pension', rules.parameters.small_pension],
          ] as const)
        : []),
    ] as const
    return [
      ...faultsOf(rules).map((fault) => faultOf(rules.id, fault)),
      ...(converts && !isCited(converts.cite)
        ? [
            faultOf(rules.id, {
              en: 'what it only converts cites no article',
              vi: 'phần chỉ chuyển mức không ghi điều luật',
            }),
          ]
        : []),
      ...read.flatMap(([name, list]) =>
        covers(list, from, until)
          ? []
          : [
              faultOf(rules.id, {
                en: `${name} has no value in some month from ${from}`,
                vi: `${name} không có giá trị ở một tháng nào đó từ ${from}`,
              }),
            ],
      ),
      ...(until !== undefined && until <= from
        ? [
            {
              en: `${rules.id} is not followed by a later regime`,
              vi: `sau ${rules.id} không phải một chế độ muộn hơn`,
            },
          ]
        : []),
    ]
  })
  return [...regimes, ...procedures]
}

/** Groups, bands, figures and clauses whose source does not say where they stand; a source without a document is none. */
function uncited({ groups, parameters, combination }: RuleSet): string[] {
  const { highest, together, higherOf, oneAMonth, added, exclusions } = combination
  const sources: (readonly [string, Source | undefined])[] = [
    ...groups.flatMap((group) => [group, ...group.bands].map(({ id, cite }) => [id, cite] as const)),
    ...groups.flatMap(({ id, shrinksNextMonth }) =>
      shrinksNextMonth ? [[`${id} (when it shrinks)`, shrinksNextMonth.cite] as const] : [],
    ),
    ...groups.flatMap(({ id, growsAtOnce }) =>
      growsAtOnce ? [[`${id} (when it grows)`, growsAtOnce.cite] as const] : [],
    ),
    ...Object.entries(parameters).flatMap(([name, list]: [string, readonly Dated<unknown>[]]) =>
      list.map(({ from, cite }) => [`${name} from ${from}`, cite] as const),
    ),
    ...Object.entries({ highest, together, higherOf, oneAMonth, added }).flatMap(([name, clause]) =>
      clause ? [[name, clause.cite] as const] : [],
    ),
    ...exclusions.map(({ id, cite }) => [id, cite] as const),
  ]
  return sources.filter(([, cite]) => !isCited(cite)).map(([id]) => id)
}

/** What a decision gives rests on the law: a convention would be printed on it as if it were one. */
export function conventionFaults(cite: Source): Fault[] {
  return isConvention(cite)
    ? [{ en: 'rests on a convention', vi: 'dựa vào một quy ước, không phải điều luật' }]
    : []
}

function isCited(cite: Source | undefined): boolean {
  return !!cite?.document.trim() && !!cite.place.trim()
}

function conditionsOf({ when, bands }: Group): Condition[] {
  return [when, ...bands.flatMap((band) => band.when ?? [])]
}

/** Facts nobody has, words a fact never is, groups there are not. */
export function faultsIn(condition: Condition, groups: ReadonlySet<string>): Fault[] {
  switch (condition.kind) {
    case 'is': {
      // Compared as text: a rule set may come from a file.
      const known: readonly string[] | undefined = choices[condition.fact]
      if (!known) return [isNo(condition.fact, 'fact')]
      return condition.among
        .filter((value) => !known.includes(value))
        .map((value) => neverIs(condition.fact, value))
    }
    case 'flag':
      return flags.includes(condition.fact) ? [] : [isNo(condition.fact, 'fact')]
    case 'not':
      return faultsIn(condition.of, groups)
    case 'all':
    case 'any':
      return condition.of.length === 0
        ? [ofNothing(condition.kind)]
        : condition.of.flatMap((inner) => faultsIn(inner, groups))
    case 'ageFrom':
    case 'ageBelow':
      return isAge(condition.months)
        ? []
        : [
            {
              en: `${condition.months} months is no age`,
              vi: `${condition.months} tháng không phải một tuổi`,
            },
          ]
    case 'livesIn':
      return condition.territories.length > 0
        ? []
        : [{ en: '«livesIn» nowhere', vi: '«livesIn» không có nơi nào' }]
    case 'countAtLeast':
      return [
        ...(condition.count > 0 ? [] : [{ en: 'a count below one', vi: 'một số đếm dưới 1' }]),
        ...childFaults(condition.children),
      ]
    case 'inGroup':
      return groups.has(condition.group) ? [] : [isNo(condition.group, 'group')]
    case 'amountBelow':
      return condition.facts.filter((fact) => !amounts.includes(fact)).map((fact) => isNo(fact, 'amount'))
  }
}

const kinds = { fact: 'một dữ kiện', group: 'một nhóm', amount: 'một khoản tiền' } as const

function isNo(name: string, kind: keyof typeof kinds): Fault {
  return { en: `${name} is no ${kind}`, vi: `${name} không phải ${kinds[kind]}` }
}

export function neverIs(fact: string, value: string): Fault {
  return { en: `${fact} is never ${value}`, vi: `${fact} không bao giờ là ${value}` }
}

export function ofNothing(kind: string): Fault {
  return { en: `«${kind}» of nothing`, vi: `«${kind}» không có gì bên trong` }
}

export function standsTwice(name: string): Fault {
  return { en: `${name} stands twice`, vi: `${name} có hai lần` }
}

function childFaults({ anyOf }: ChildCount): Fault[] {
  return anyOf.flatMap(({ fromMonths = 0, belowMonths = 12 * longestLife }) =>
    isAge(fromMonths) && isAge(belowMonths) && fromMonths < belowMonths
      ? []
      : [{ en: 'a test no child can pass', vi: 'một điều kiện không trẻ em nào đạt' }],
  )
}

function isAge(months: number): boolean {
  return Number.isInteger(months) && months >= 0 && months <= 12 * longestLife
}

function bandFaults({ id, bands }: Group): Fault[] {
  const last = bands.at(-1)
  return [
    ...(last && last.when === undefined
      ? []
      : [
          {
            en: `${id} has no last band without a condition`,
            vi: `${id} không có mức cuối không kèm điều kiện`,
          },
        ]),
    ...bands
      .slice(0, -1)
      .filter(({ when }) => when === undefined)
      .map((band) => ({
        en: `${band.id} leaves nothing to the bands after it`,
        vi: `${band.id} không để lại gì cho các mức sau`,
      })),
    ...bands
      .filter(({ coefficient }) => coefficient <= 0)
      .map((band) => ({ en: `${band.id} pays nothing`, vi: `${band.id} không trả gì` })),
  ]
}

function reaches(from: string, wanted: string, rules: RuleSet, seen = new Set<string>()): boolean {
  const group = rules.groups.find(({ id }) => id === from)
  const next = group ? conditionsOf(group).flatMap(groupsNamed) : []
  return next.some((id) => {
    if (id === wanted) return true
    if (seen.has(id)) return false
    seen.add(id)
    return reaches(id, wanted, rules, seen)
  })
}

function groupsNamed(condition: Condition): string[] {
  if (condition.kind === 'inGroup') return [condition.group]
  if (condition.kind === 'not') return groupsNamed(condition.of)
  return condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap(groupsNamed) : []
}

function listFaults(name: string, list: readonly Dated<unknown>[]): Fault[] {
  return list.flatMap((entry, index) => {
    const next = list[index + 1]
    return [
      ...(entry.until !== undefined && entry.until <= entry.from
        ? [{ en: `${name} from ${entry.from} is empty`, vi: `${name} từ ${entry.from} không có tháng nào` }]
        : []),
      ...(next && (entry.until === undefined || entry.until > next.from)
        ? [{ en: `${name} overlaps at ${next.from}`, vi: `${name} chồng lên nhau ở ${next.from}` }]
        : []),
    ]
  })
}

function covers(list: readonly Dated<unknown>[], from: Month, until: Month | undefined): boolean {
  let month = from
  for (const entry of list) {
    if (entry.from > month) return false
    if (entry.until === undefined) return true
    if (entry.until > month) month = entry.until
    if (until !== undefined && month >= until) return true
  }
  return until !== undefined && month >= until
}

function twice(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}
