import { addMonths, addMonthsToDay, monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import {
  benefitOf,
  benefits as everyBenefit,
  dueIn,
  law,
  listAwards,
  regimeFor,
  replayPersonMonths,
  rightToPlace,
  versionOf,
  type Benefit,
  type PersonMonthRow,
  type Standing,
} from '#modules/entitlement'
import { loadHistories, type CircumstanceFact } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { getFacility } from '../db/facilities.ts'
import { problems } from '../domain/problems.ts'
import type { Basis, Terms } from '../domain/proposal.ts'
import { differing, linesOf, sumOf, textOf, type Computed } from './compute-monthly.ts'
import { termsWithoutMonths, type Told } from './compute-asked.ts'
import { assertRoom } from './facilities.ts'

/** How long whoever is taken in because of danger may stay before somebody decides again (khoản 2 Điều 24, Điều 21). */
const monthsOfProtection = 3

/** The day a stay for protection ends, with that day still in it; null of every other stay. */
export const lastDayOfStay = (group: string, from: CivilDate): CivilDate | null =>
  group === 'B' ? addMonthsToDay(from, monthsOfProtection) : null

/** Whoever is admitted is nursed at the State’s cost (groups A to C), and what the community pays gives way by the law. */
export async function computeAdmission(ctx: Ctx, told: Told): Promise<Computed> {
  const { detail, personId, signedOn } = told
  if (detail?.kind !== 'admit') throw problems('detail_needed', { kind: 'admit' })
  // Whoever was taken in because of danger may stay on by a decision of its own.
  const staysOn = told.file.procedure.id === 'emergency_admission' && told.file.application.decidedOn !== null
  const lives = await residesNow(ctx, personId)
  if (lives && !staysOn) throw problems('resident_already')
  if (!lives) await assertRoom(ctx, await getFacility(ctx, detail.facilityId), detail.group)
  const open = await openBenefits(ctx, personId)
  const after = await monthAfter(ctx, personId, { day: detail.from, facility: detail.group })
  const isNursed = detail.group !== 'D'
  const place = rightToPlace(after?.later, { group: detail.group, on: signedOn })
  const awarded = new Set<Benefit>([...open, ...(isNursed ? (['facility_care'] as const) : [])])
  const due = after ? dueIn({ ...after, awarded }) : []
  const paid = new Set(due.map(({ component }) => benefitOf[component]))
  const nursing = due.filter(({ component }) => benefitOf[component] === 'facility_care')
  const stay = ofStay(told, monthOf(detail.from))
  return {
    terms: {
      ...stay,
      ...(place && {
        place: { isOpen: place.isOpen, citation: textOf(place.cite) },
        citations: [...stay.citations, textOf(place.cite)],
      }),
      lines: nursing.map(linesOf),
      monthly: sumOf(nursing),
      before: sumOf(await dueBefore(ctx, personId, open)),
      rules: nursing.map(({ rule }) => rule),
      ends: [...open].filter((benefit) => !paid.has(benefit)).toSorted(),
    },
    basis: basisOf(told, after, { open, due: nursing }),
    isConfidential: false,
  }
}

/** Whoever leaves is nursed through the month they leave in; what the law gives at home afterwards is proposed. */
export async function computeDischarge(ctx: Ctx, told: Told): Promise<Computed> {
  const { detail, personId } = told
  if (detail?.kind !== 'discharge') throw problems('detail_needed', { kind: 'discharge' })
  const stay = await residesNow(ctx, personId)
  if (!stay || (stay.during.from !== null && detail.on < stay.during.from)) throw problems('not_resident')
  const open = await openBenefits(ctx, personId)
  const after = await monthAfter(ctx, personId, { day: detail.on, facility: 'none' })
  const due = after ? dueIn({ ...after, awarded: new Set(everyBenefit) }) : []
  const nursing = (await dueBefore(ctx, personId, open)).filter(
    ({ component }) => benefitOf[component] === 'facility_care',
  )
  return {
    terms: {
      ...ofStay({ ...told, lastMonth: monthOf(detail.on) }, addMonths(monthOf(detail.on), 1)),
      before: sumOf(nursing),
      ends: open.has('facility_care') ? ['facility_care'] : [],
      // Not decided here: a file for each is opened, so that no month is lost.
      benefits: [...new Set(due.map(({ component }) => benefitOf[component]))].toSorted(),
    },
    basis: basisOf(told, after, { open, due: [] }),
    isConfidential: false,
  }
}

/** Where the register says that somebody lives in a facility. */
export async function residesNow(ctx: Ctx, personId: string): Promise<CircumstanceFact | undefined> {
  const [history] = await loadHistories(ctx, [personId])
  return history?.circumstances.findLast(
    ({ kind, retractedAt, during }) =>
      kind === 'facility_residence' &&
      retractedAt === null &&
      (during.until === null || during.until > ctx.today),
  )
}

async function openBenefits(ctx: Ctx, personId: string): Promise<Set<Benefit>> {
  const awards = await listAwards(ctx, [personId])
  return new Set(awards.flatMap(({ benefit, during }) => (during.until === null ? benefit : [])))
}

/** The month after the day, lived wholly in the facility, or wholly out of it: what the law gives from then on. */
async function monthAfter(
  ctx: Ctx,
  personId: string,
  { day, facility }: { readonly day: CivilDate; readonly facility: Standing['facility'] },
): Promise<PersonMonthRow | undefined> {
  const month = addMonths(monthOf(day), 1)
  const [row] = await replayPersonMonths(ctx, [personId], [month], ctx.now)
  const standing = row?.later ?? row?.earlier
  return row && standing && { ...row, earlier: { ...standing, facility }, later: { ...standing, facility } }
}

async function dueBefore(ctx: Ctx, personId: string, open: ReadonlySet<Benefit>) {
  const [row] = await replayPersonMonths(ctx, [personId], [monthOf(ctx.today)], ctx.now)
  return row ? dueIn({ ...row, awarded: open }) : []
}

function ofStay(told: Told, effective: Month): Terms {
  const { cite } = told.file.edition
  const terms = termsWithoutMonths(told)
  const regime = regimeFor(law, effective, told.signedOn)
  return {
    ...terms,
    effective,
    ruleSet: regime ? versionOf(regime.rules) : '',
    citations: [`${cite.place}, ${cite.document}`],
  }
}

function basisOf(
  { diedOn, signedOn }: Told,
  row: PersonMonthRow | undefined,
  { open, due }: { readonly open: ReadonlySet<Benefit>; readonly due: ReturnType<typeof dueIn> },
): Basis {
  const regime = row && regimeFor(law, row.month, signedOn)
  return {
    facts: differing(row?.later),
    awarded: [...open].toSorted(),
    due: due.map(({ component, rule, amount }) => ({ component, rule, amount })),
    ruleSet: regime ? versionOf(regime.rules) : '',
    diedOn,
  }
}
