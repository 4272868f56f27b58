import { benefits, type Benefit } from '../determination.ts'
import type { Instant, MonthLaw } from '../law-in-force.ts'
import type { Group } from '../rule-set.ts'
import { boundOf, conditionIn, countIn, monthsNamed } from './sql-conditions.ts'

/**
 * The law of a month as one SELECT, a third opinion beside interpreter and kernel. It reads `person` (id, awarded text[]),
 * `standing` (id, at 'earlier', 'turn', 'later' or 'within', nth of those, born yyyymmdd, a column for each fact) and `child` (id, at, nth, born, is_studying,
 * continued), and gives id, component, rule, coefficient, units, amount. A right is one number on the way: group, band, units.
 */
export function selectDues(ml: MonthLaw): string {
  const groups = ml.regime.rules.groups
  const given = benefits.filter((benefit) => groups.some((group) => group.benefit === benefit))
  // Without the fence the planner pulls each step up into the next and works every condition out once for each mention.
  const steps: Step[] = [
    (from) => chosenIn(ml, groups, given, from),
    (from) => monthIn(ml, groups, given, from),
    (from) => pricedIn(ml, groups, given, from),
    (from) => comparedIn(ml, given, from),
  ]
  const compared = steps.reduce(
    (from, step) => `(${step(from)} offset 0)`,
    `(${heldIn(ml, groups)} offset 0)`,
  )
  const rights = given.flatMap((benefit) =>
    slots.map((slot) => `(${benefit}_${slot}, ${benefit}_${slot}_amount, ${benefit}_drops)`),
  )
  return `select id, ${ruleOf(groups, 'code')} as rule, ${componentOf(groups, 'code')} as component,
    ${coefficientOf(groups, 'code')} as coefficient, code % ${unitPlace} as units, amount
  from ${compared} as compared, lateral (values ${rights.join(', ')}) as due (code, amount, drops)
  where code is not null and not drops and code % ${unitPlace} > 0`
}

type Step = (from: string) => string
const slots = ['first', 'second'] as const

const unitPlace = 1_000
const bandPlace = 1_000
const groupPlace = unitPlace * bandPlace

/** For everybody on each of the days: a number for every group that holds, and whether a benefit is shut. */
function heldIn(ml: MonthLaw, groups: readonly Group[]): string {
  const months = monthsNamed(ml)
  const days = [
    dayIn('earlier', 'earlier', ml.earlier, months),
    ...(ml.turn ? [dayIn('turn', 'turn', ml.turn, months)] : []),
    dayIn('later', 'later', ml.later, months),
    dayIn('within', 'within', ml.later, months),
  ]
  const asked = { groups, socialPension: ml.later.socialPension }
  const held = groups.map((group, index) => {
    const bands = group.bands.map(({ when }, band) =>
      when ? `when ${conditionIn(when, asked)} then ${band}` : `else ${band}`,
    )
    const band = bands.length === 1 ? '0' : `case ${bands.join(' ')} end`
    const units = group.per ? countIn(group.per) : '1'
    return `case when ${conditionIn(group.when, asked)}
      then ${index * groupPlace} + (${band}) * ${unitPlace} + (${units}) end as g${index}`
  })
  const shut = benefits.map((benefit) => {
    const exclusions = ml.exclusionsOf.get(benefit) ?? []
    return `${exclusions.map(({ when }) => conditionIn(when, asked)).join(' or ') || 'false'} as ${benefit}_shut`
  })
  return `select standing.id, day.at, standing.nth, ${[...held, ...shut].join(',\n    ')}
  from standing join (values ${days.join(', ')}) as day (at, of, day${months.map((age) => `, ${boundOf(age)}`).join('')})
    on day.of = standing.at and standing.born <= day.day`
}

function dayIn(at: string, of: string, instant: Instant, months: readonly number[]): string {
  const bounds = [instant.day, ...months.map((age) => instant.bornBy(age))].map((day) =>
    day.replaceAll('-', ''),
  )
  return `('${at}', '${of}', ${bounds.join(', ')})`
}

/** The highest right of each benefit, or the two of the exception. */
function chosenIn(ml: MonthLaw, groups: readonly Group[], given: readonly Benefit[], from: string): string {
  const { together } = ml.regime.rules.combination
  const columns = given.flatMap((benefit) => {
    const own = groups.flatMap((group, index) => (group.benefit === benefit ? [index] : []))
    const parent = own.find((index) => groups[index]!.id === together.group)
    const beside = own.filter((index) => together.with.includes(groups[index]!.id))
    const highest = bestOf(groups, own)
    if (parent === undefined || beside.length === 0)
      return [
        `case when not ${benefit}_shut then ${highest} end as ${benefit}_first`,
        `null::integer as ${benefit}_second`,
      ]
    const worth = (code: string) => worthOf(groups, code)
    const best = bestOf(groups, beside)
    const areBoth = `(g${parent} is not null and ${best} is not null
      and ${worth(`g${parent}`)} + ${worth(best)} > ${worth(highest)})`
    return [
      `case when not ${benefit}_shut then case when ${areBoth} then ${best} else ${highest} end end as ${benefit}_first`,
      `case when not ${benefit}_shut and ${areBoth} then g${parent} end as ${benefit}_second`,
    ]
  })
  return `select id, at, nth, ${columns.join(',\n    ')} from ${from} as held`
}

/** The first of those that are worth most. */
function bestOf(groups: readonly Group[], some: readonly number[]): string {
  const worths = some.map((index) => worthOf(groups, `g${index}`))
  if (some.length === 1) return `g${some[0]}`
  return `(case greatest(${worths.join(', ')}) ${some.map((index, at) => `when ${worths[at]} then g${index}`).join(' ')} end)`
}

/** Both ends of the month side by side, and what the month makes of them. */
function monthIn(ml: MonthLaw, groups: readonly Group[], given: readonly Benefit[], from: string): string {
  const worth = (code: string) => `coalesce(${worthOf(groups, code)}, 0)`
  const columns = given.flatMap((benefit) => {
    const [e1, e2, l1, l2, t1, t2] = ['earlier', 'later', 'turn'].flatMap((at) =>
      slots.map((slot) => `${at}.${benefit}_${slot}`),
    ) as [string, string, string, string, string, string] // Two for each of three.
    const turned = ml.turn
      ? `${worth(t1)} + ${worth(t2)} <> ${worth(e1)} + ${worth(e2)}
        or ${t1} / ${unitPlace} is distinct from ${e1} / ${unitPlace} and ${t1} is not null
        or ${t2} / ${unitPlace} is distinct from ${e2} / ${unitPlace} and ${t2} is not null`
      : 'false'
    const keepsEarlier = `${e1} is not null and (${ml.procedure.adjust === 'month_after'} or ${turned})`
    const shrunk = (code: string) => shrinking(groups, code, [e1, e2], worth)
    const brief = slots.map((slot) => `within.${benefit}_${slot}`)
    const grown = (code: string) => growing(ml, groups, code, [l1, l2], worth)
    const ending = `case when ${stands(ml, groups, e1, l1)} then ${e1} when ${stands(ml, groups, e2, l1)} then ${e2} end`
    return [
      `case when not person.awarded @> array['${benefit}'] then null when ${l1} is null then coalesce(${e1}, ${brief[0]}) when ${e1} is null then ${l1}
        when ${keepsEarlier} then ${grown(e1)} else ${shrunk(l1)} end as ${benefit}_first`,
      `case when not person.awarded @> array['${benefit}'] then null when ${l1} is null then case when ${e1} is null then ${brief[1]} else ${e2} end when ${e1} is null then ${l2}
        when ${keepsEarlier} then ${grown(e2)} when ${l2} is null then ${ending} else ${shrunk(l2)} end as ${benefit}_second`,
      `${e1} is not null as ${benefit}_since_before`,
    ]
  })
  return `select person.id, ${columns.join(',\n    ')}
  from person
    left join ${from} as earlier on earlier.id = person.id and earlier.at = 'earlier'
    left join ${from} as later on later.id = person.id and later.at = 'later'
    left join ${from} as turn on turn.id = person.id and turn.at = 'turn'
    left join (select id, ${given.flatMap(lastGiven).join(',\n      ')}
      from ${from} as stood where at = 'within' group by id) as within on within.id = person.id`
}

/** Of what began and ended within the month, the last that gave anything. */
function lastGiven(benefit: Benefit): string[] {
  return slots.map(
    (slot) =>
      `(array_agg(${benefit}_${slot} order by nth desc) filter (where ${benefit}_first is not null))[1] as ${benefit}_${slot}`,
  )
}

/** C7: what shrinks is paid as it was before. */
function shrinking(
  groups: readonly Group[],
  code: string,
  earlier: readonly string[],
  worth: (code: string) => string,
): string {
  const some = groups.flatMap(({ shrinksNextMonth }, index) => (shrinksNextMonth ? [index] : []))
  if (some.length === 0) return code
  const cases = earlier.map(
    (
      before,
    ) => `when ${code} / ${groupPlace} in (${some.join(', ')}) and ${before} / ${groupPlace} = ${code} / ${groupPlace}
      and ${worth(before)} > ${worth(code)} then ${before}`,
  )
  return `case ${cases.join(' ')} else ${code} end`
}

/** C6: what grows before the day its law names does so at once. */
function growing(
  { month }: MonthLaw,
  groups: readonly Group[],
  code: string,
  later: readonly string[],
  worth: (code: string) => string,
): string {
  const some = groups.flatMap(({ growsAtOnce }, index) =>
    growsAtOnce && month < growsAtOnce.until ? [index] : [],
  )
  if (some.length === 0) return code
  const cases = later.map(
    (
      after,
    ) => `when ${code} / ${groupPlace} in (${some.join(', ')}) and ${after} / ${groupPlace} = ${code} / ${groupPlace}
      and ${worth(after)} > ${worth(code)} then ${after}`,
  )
  return `case ${cases.join(' ')} else ${code} end`
}

/** Whether what ended may stand beside what is left, and is for something else. */
function stands(ml: MonthLaw, groups: readonly Group[], ended: string, left: string): string {
  const { together } = ml.regime.rules.combination
  const parent = groups.findIndex(({ id }) => id === together.group)
  const pairs = groups.flatMap((group, index) =>
    parent >= 0 && together.with.includes(group.id) && group.component !== groups[parent]!.component
      ? [`(${parent}, ${index})`, `(${index}, ${parent})`]
      : [],
  )
  return pairs.length === 0
    ? 'false'
    : `(${ended} / ${groupPlace}, ${left} / ${groupPlace}) in (${pairs.join(', ')})`
}

/** Coefficient × units × base; whoever moved is paid once more as where they lived. */
function pricedIn(ml: MonthLaw, groups: readonly Group[], given: readonly Benefit[], from: string): string {
  const territories = [...new Set(ml.regime.rules.parameters.standard.map(({ territory }) => territory))]
  const ofPension = groups.flatMap(({ base }, index) => (base === 'social_pension' ? [index] : []))
  const own = ml.smallPension === 'difference' ? ' - stood.pension - stood.social_insurance' : ''
  const columns = given.flatMap((benefit) => {
    const territory = `case when ${benefit}_since_before then coalesce(before.territory, stood.territory) else stood.territory end`
    const standard = `case ${territory} ${territories.map((one) => `when '${one}' then ${ml.base('standard', one)}`).join(' ')} else ${ml.base('standard', 'central')} end`
    return slots.map((slot) => {
      const code = `${benefit}_${slot}`
      const base =
        ofPension.length === 0
          ? standard
          : `case when ${code} / ${groupPlace} in (${ofPension.join(', ')}) then ${ml.base('social_pension', 'central')}${own} else ${standard} end`
      return `coalesce((${base})::bigint * ${worthOf(groups, code)} / 10, 0) as ${code}_amount`
    })
  })
  return `select month.*, coalesce(stood.meritorious, 0) as meritorious, ${columns.join(',\n    ')}
  from ${from} as month
    left join standing as before on before.id = month.id and before.at = 'earlier'
    left join lateral (select * from standing where standing.id = month.id order by at = 'later' desc, at = 'earlier' desc limit 1) as stood on true`
}

/** What gives way: to meritorious service, to what was held before, to the higher. */
function comparedIn(ml: MonthLaw, given: readonly Benefit[], from: string): string {
  const { higherOf, oneAMonth } = ml.regime.rules.combination
  const sumOf = (benefit: Benefit) =>
    given.includes(benefit) ? `${benefit}_first_amount + ${benefit}_second_amount` : '0'
  const sums = benefits.map((benefit) => `${sumOf(benefit)} as ${benefit}_sum`)
  const below =
    ml.meritoriousOverlap === 'highest'
      ? 'monthly_allowance_sum > 0 and meritorious >= monthly_allowance_sum'
      : 'false'
  const afterService = `select *, ${benefits.map((benefit) => `${benefit}_sum${benefit === 'monthly_allowance' ? ` * (not (${below}))::int` : ''} as ${benefit}_paid`).join(', ')}
    from (select *, ${sums.join(', ')} from ${from} as priced offset 0) as summed`
  const others = oneAMonth?.against.map((benefit) => `${benefit}_paid > 0`).join(' or ') || 'false'
  const meets = oneAMonth ? `${oneAMonth.benefit}_paid > 0 and (${others})` : 'false'
  const sinceBefore = (benefit: Benefit) => (given.includes(benefit) ? `${benefit}_since_before` : 'false')
  const held = oneAMonth?.against.map((benefit) => `${benefit}_paid > 0 and ${sinceBefore(benefit)}`)
  const goesFirst = oneAMonth ? `(${sinceBefore(oneAMonth.benefit)} or not (${held?.join(' or ')}))` : 'false'
  const waitsFor = (benefit: Benefit) => {
    if (benefit === oneAMonth?.benefit) return `${meets} and not ${goesFirst}`
    return oneAMonth?.against.includes(benefit) ? `${meets} and ${goesFirst}` : 'false'
  }
  const left = benefits.map(
    (benefit) => `${benefit}_paid * (not (${waitsFor(benefit)}))::int as ${benefit}_left`,
  )
  const afterWaiting = `select *, ${left.join(', ')} from (${afterService} offset 0) as served`
  const drops = given.map((benefit) => {
    const [one, other] = higherOf?.benefits ?? []
    const rival = benefit === one ? other : benefit === other ? one : undefined
    const loses = rival
      ? `${benefit}_left > 0 and ${rival}_left > 0 and (${rival}_left > ${benefit}_left${higherOf!.keeps === rival ? ` or ${rival}_left = ${benefit}_left` : ''})`
      : 'false'
    const gaveWay = benefit === 'monthly_allowance' ? below : 'false'
    // What comes to nothing by itself is still told.
    return `(${gaveWay}) or (${waitsFor(benefit)}) or (${loses}) as ${benefit}_drops`
  })
  return `select *, ${drops.join(', ')} from (${afterWaiting} offset 0) as waited`
}

/** The bands of every group by the number that stands for a right, its units left out. */
function caseOf(
  groups: readonly Group[],
  code: string,
  value: (group: Group, band: number) => string | number,
): string {
  const cases = groups.flatMap((group, index) =>
    group.bands.map((_, band) => `when ${index * bandPlace + band} then ${value(group, band)}`),
  )
  return `(case ${code} / ${unitPlace} ${cases.join(' ')} end)`
}

const coefficientOf = (groups: readonly Group[], code: string) =>
  caseOf(groups, code, ({ bands }, band) => bands[band]!.coefficient)
const worthOf = (groups: readonly Group[], code: string) =>
  `(${coefficientOf(groups, code)} * (${code} % ${unitPlace}))`
const ruleOf = (groups: readonly Group[], code: string) =>
  caseOf(groups, code, ({ bands }, band) => `'${bands[band]!.id}'`)
const componentOf = (groups: readonly Group[], code: string) =>
  caseOf(groups, code, ({ component }) => `'${component}'`)
