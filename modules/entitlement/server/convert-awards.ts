import { addDays, firstDayOf, monthOf, monthsThrough, type CivilDate, type Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { listAwardsPaidBy, type Award } from '../db/awards.ts'
import { insertConversions, listConvertedSince } from '../db/decisions.ts'
import { outstanding, type MonthOfConversion } from '../domain/conversion.ts'
import { benefitOf, type Benefit, type Component } from '../domain/determination.ts'
import { dueIn, law, regimeFor, versionOf } from '../domain/index.ts'
import { recordDecisions, type Decision } from './decision.ts'
import { replayPersonMonths } from './replay.ts'

/** An award on the list of a conversion («chuyển mức»): what it came to under the law before, and comes to now. */
export type Converted = {
  readonly awardId: string
  readonly personId: string
  readonly before: Dong
  /** In the month of the decision; null where the award had ended by then. */
  readonly after: Dong | null
  /** What is still to be made good of the months the new law reaches back to, up to the one before the decision. */
  readonly arrears: Dong
}

export type ConversionList = {
  readonly from: Month
  readonly rows: readonly Converted[]
  /** Awards that come to the same under both laws, or were moved already by a decision or by what was paid. */
  readonly unchanged: number
  readonly ruleSet: string
  readonly citation: string
}

/** What was given for a month, by whoever keeps the lists that pay. */
export type Given = {
  readonly personId: string
  readonly component: Component
  readonly month: Month
  readonly amount: Dong
}

type Asked = {
  readonly areaIds: readonly number[]
  readonly benefit: Benefit
  readonly signedOn: CivilDate
  readonly givenTo: (asked: {
    readonly personIds: readonly string[]
    readonly from: Month
    readonly through: Month
  }) => Promise<readonly Given[]>
}

/**
 * Everybody whom a law in force by a day moves to another amount (TRN-01, TRN-03), as each month of theirs comes out by the
 * facts known now: under the law known on the eve of its coming into force, and under it. Whom a list moved already, or
 * who was given everything by the new law, is not on it.
 */
export async function listConversion(
  ctx: Ctx,
  { areaIds, benefit, signedOn, givenTo }: Asked,
): Promise<ConversionList> {
  const month = monthOf(signedOn)
  const regime = regimeFor(law, month, signedOn)
  if (!regime) throw new RangeError(`No law is known for ${month}`)
  const { from } = regime
  const eve = addDays(regime.inForce, -1)
  const awards = await listAwardsPaidBy(ctx, { areaIds, benefit, from: firstDayOf(from) })
  const months = [...monthsThrough(from, month)]
  const moved = await listConvertedSince(ctx, { awardIds: awards.map(({ id }) => id), from })
  const waiting = awards.filter(({ id }) => !moved.has(id))
  const people = [...new Set(waiting.map(({ personId }) => personId))]
  const given = sumsGiven(benefit, await givenTo({ personIds: people, from, through: month }))
  const rows = Map.groupBy(await replayPersonMonths(ctx, people, months, ctx.now), ({ personId }) => personId)
  const converted = waiting.flatMap((award) => {
    const own = (rows.get(award.personId) ?? []).filter((row) => isPaidIn(award, row.month))
    const sums = own.map((row) => ({
      month: row.month,
      before: sumOf(benefit, dueIn({ ...row, knownOn: eve })),
      after: sumOf(benefit, dueIn({ ...row, knownOn: signedOn })),
      given: given.get(`${award.personId} ${row.month}`),
    }))
    const left = outstanding(sums)
    return left.every((amount) => amount === 0) ? [] : [rowOf(award, { sums, left, month })]
  })
  return {
    from,
    rows: converted,
    unchanged: awards.length - converted.length,
    ruleSet: versionOf(regime.rules),
    citation: `${regime.cite.place}, ${regime.cite.document}`,
  }
}

function sumsGiven(benefit: Benefit, given: readonly Given[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { personId, component, month, amount } of given) {
    if (benefitOf[component] !== benefit) continue
    const key = `${personId} ${month}`
    sums.set(key, (sums.get(key) ?? 0) + amount)
  }
  return sums
}

type Found = {
  readonly sums: readonly MonthOfConversion[]
  readonly left: readonly number[]
  readonly month: Month
}

function rowOf({ id, personId }: Award, { sums, left, month }: Found): Converted {
  const now = sums.find((sum) => sum.month === month && sum.after > 0)
  // A month the new law was known before counts by it already: what it was before, an earlier month tells.
  const moved = sums.find(({ before, after }) => before !== after)
  return {
    awardId: id,
    personId,
    before: moved?.before ?? dong(0),
    after: now?.after ?? null,
    arrears: dong(
      sums.reduce((total, sum, index) => (sum.month < month ? total + left[index]! : total), 0), // One for each.
    ),
  }
}

function isPaidIn({ during }: Award, month: Month): boolean {
  const first = firstDayOf(month)
  return during.from! <= first && (during.until === null || first < during.until) // An award has a first month.
}

function sumOf(benefit: Benefit, due: ReturnType<typeof dueIn>): Dong {
  return dong(
    due.reduce((sum, { component, amount }) => (benefitOf[component] === benefit ? sum + amount : sum), 0),
  )
}

/** Records one decision for a list («quyết định kèm danh sách»); the awards stay, what they pay the law gives by itself. */
export async function convertAwards(
  ctx: Ctx,
  { benefit, decision, list }: { benefit: Benefit; decision: Decision; list: ConversionList },
): Promise<void> {
  const legalBasis = { ruleSet: list.ruleSet, rules: [], citations: [list.citation] }
  const decided = list.rows.map(({ personId }) => ({
    personId,
    benefit,
    decision,
    kind: 'convert' as const,
    effective: list.from,
    legalBasis,
  }))
  const decisionId = (await recordDecisions(ctx, decided)).get(decision)! // The list is not empty.
  await insertConversions(
    ctx,
    list.rows.map((row) => ({ ...row, benefit, decisionId })),
  )
}
