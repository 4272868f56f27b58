import { addDays, addMonths, firstDayOf, lastDayOf, type CivilDate } from '#kernel/civil-date'
import {
  confidentialFacts,
  plainStanding,
  reachedOn,
  type Benefit,
  type Group,
  type MonthLaw,
  type Standing,
  type StandingPeriod,
} from '#modules/entitlement'
import { agesOfGroup } from './ages.ts'
import type { MonthAhead } from './months-ahead.ts'
import type { Cause, Kind } from './prospect.ts'

/** Days between two months that were looked at, both ends included, in which what is otherwise may have turned. */
type Between = { readonly from: CivilDate; readonly through: CivilDate }

/** Why a month comes out otherwise than the one before it: the ages and facts that turned and that its rules ask about. */
export function causesBetween(
  standings: readonly StandingPeriod[],
  before: MonthAhead,
  now: MonthAhead,
  rules: readonly string[],
): Cause[] {
  const death = deathIn(standings, now)
  if (death) return [death]
  // What is decided by the day before the month turned in the month before it.
  const between = { from: firstDayOf(addMonths(now.month, -1)), through: lastDayOf(now.month) }
  const standing = now.person.later ?? now.person.earlier ?? before.person.earlier
  const groups = groupsOf(rules, [before.law, now.law])
  const ages = standing ? agesTurned(standing, groups, between, now.law) : []
  // Having been supported until 16 comes with that birthday, and is no reason beside it.
  const facts = factsTurned(before, now).filter(
    (cause) => ages.length === 0 || cause.kind !== 'fact' || cause.fact !== 'wasChildWithoutSupport',
  )
  const found = [...ages, ...facts]
  if (found.length > 0) return found
  return before.law.version !== now.law.version || before.law.procedure !== now.law.procedure
    ? [{ kind: 'law', month: now.month }]
    : []
}

function deathIn(standings: readonly StandingPeriod[], { person }: MonthAhead): Cause | undefined {
  const last = standings.at(-1)
  if (person.later || !last || last.during.until === null) return undefined
  return { kind: 'death', on: addDays(last.during.until, -1) }
}

function groupsOf(rules: readonly string[], laws: readonly MonthLaw[]): Group[] {
  const groups = laws.flatMap(({ group }) => [...group.values()])
  return groups.filter(({ bands }) => bands.some(({ id }) => rules.includes(id)))
}

function agesTurned(standing: Standing, groups: readonly Group[], between: Between, law: MonthLaw): Cause[] {
  const named = groups.map((group) => agesOfGroup(group, law.group))
  const own = new Set(named.flatMap((ages) => ages.own))
  const children = new Set(named.flatMap((ages) => ages.children))
  const causes: Cause[] = []
  for (const months of own) {
    const on = reachedOn(standing.born, months)
    if (isWithin(on, between)) causes.push({ kind: 'age', months, on })
  }
  for (const child of standing.children)
    for (const months of children) {
      const on = reachedOn(child.born, months)
      if (isWithin(on, between)) causes.push({ kind: 'child_age', months, on })
    }
  return causes.toSorted((one, other) => order(other) - order(one))
}

/** The higher age is the one that was just reached. */
function order(cause: Cause): number {
  return 'months' in cause ? cause.months : 0
}

function isWithin(day: CivilDate, { from, through }: Between): boolean {
  return from <= day && day <= through
}

/** What is so of whom nothing is known; a birth everybody has. */
const plain: Partial<Standing> = plainStanding

/** Facts that are other ones at the end of the later month than when the earlier one began, the birth left out. */
function factsTurned(before: MonthAhead, now: MonthAhead): Cause[] {
  const from = before.person.earlier ?? before.person.later
  const to = now.person.later ?? now.person.earlier
  if (!from || !to) return []
  const facts = Object.keys(to) as (keyof Standing)[] // A standing has its facts and nothing else.
  return facts
    .filter((fact) => JSON.stringify(from[fact]) !== JSON.stringify(to[fact]))
    .map((fact) => ({ kind: 'fact', fact, ...(to[fact] === plain[fact] && { ends: true }) }))
}

/** Whether saying why would tell a confidential fact: one that turned, or one that shuts the person out. */
export function restsOnConfidential(
  { person, law }: MonthAhead,
  benefit: Benefit,
  causes: readonly Cause[],
  kind: Kind,
): boolean {
  if (causes.some((cause) => cause.kind === 'fact' && confidentialFacts.has(cause.fact))) return true
  if (kind !== 'lose' && kind !== 'ended') return false
  const standing = person.later ?? person.earlier
  return (law.exclusionsOf.get(benefit) ?? []).some(
    ({ when }) => when.kind === 'flag' && confidentialFacts.has(when.fact) && standing?.[when.fact],
  )
}
