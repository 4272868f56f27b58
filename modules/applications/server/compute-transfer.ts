import { addMonths, monthOf, type CivilDate } from '#kernel/civil-date'
import {
  benefitOf,
  dueIn,
  law,
  listAwards,
  regimeFor,
  replayPersonMonths,
  versionOf,
  type Award,
  type Benefit,
} from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { listDecisionsOf } from '../db/documents.ts'
import { takingBack } from '../domain/procedures/residence-transfer.ts'
import { problems } from '../domain/problems.ts'
import type { Basis } from '../domain/proposal.ts'
import { differing, linesOf, sumOf, type Computed } from './compute-monthly.ts'
import { termsWithoutMonths, type Told } from './compute-asked.ts'
import { lastMonthHere } from './last-month-here.ts'
import type { OpenFile } from './open-file.ts'

/** Whether the file is with the unit that is left («nơi cũ»), which ends what it pays. */
export const isLeaving = (file: OpenFile) => file.application.isAway && !isTakenBack(file)

/** Whether it is there once more: who left is back, and the unit goes on with what it ended. */
export const isTakenBack = ({ way }: Pick<OpenFile, 'way'>) => way.step === takingBack

/** Where somebody lives by a decision of this file; of an arrival the register knows it already. */
export function homeBy(file: OpenFile): number | null {
  const { areaId, otherAreaId } = file.application
  if (isTakenBack(file)) return areaId
  return isLeaving(file) ? otherAreaId : null
}

/**
 * The old unit ends all it pays with its last month, which is the one of the decision unless its lists give a later one already; the new one goes on with the month after it, at its own level and
 * however late it decides, so that no month is lost and none is paid twice (C22).
 */
export async function computeTransfer(ctx: Ctx, told: Told): Promise<Computed> {
  const { personId, file, signedOn, diedOn } = told
  const awards = await listAwards(ctx, [personId])
  const month = monthOf(signedOn)
  const leaving = isLeaving(file)
  const moved = leaving
    ? await paidHere(ctx, awards, file, signedOn)
    : ended(awards, await formerOf(ctx, file))
  if (moved.length === 0) throw problems('not_moving', { leaving })
  if (homeBy(file) !== null) await assertMovedOn(ctx, told)
  const effective = leaving
    ? addMonths(told.lastMonth ?? (await lastMonthHere(ctx, [personId], month)), 1)
    : monthOf(moved[0]!.during.until!) // They have ended.
  const benefits = [...new Set(moved.map(({ benefit }) => benefit))].toSorted()
  const asked = effective > month ? effective : month
  const [row] = await replayPersonMonths(ctx, [personId], [asked], ctx.now)
  const due = row ? dueIn({ ...row, awarded: new Set(benefits) }) : []
  const lines = due.filter(({ component }) => benefits.includes(benefitOf[component]))
  const regime = regimeFor(law, asked, signedOn)
  const standing = row?.later ?? row?.earlier
  const basis: Basis = {
    facts: differing(standing),
    awarded: benefits,
    due: lines.map(({ component, rule, amount }) => ({ component, rule, amount })),
    ruleSet: regime ? versionOf(regime.rules) : '',
    diedOn,
  }
  return {
    terms: {
      ...termsWithoutMonths({ ...told, lastMonth: leaving ? addMonths(effective, -1) : undefined }),
      effective,
      lines: leaving ? [] : lines.map(linesOf),
      monthly: leaving ? sumOf([]) : sumOf(lines),
      before: leaving ? sumOf(lines) : sumOf([]),
      ruleSet: basis.ruleSet,
      citations: [`${file.edition.cite.place}, ${file.edition.cite.document}`],
      benefits,
    },
    basis,
    isConfidential: false,
  }
}

/** What this very unit pays, or one it came of. */
async function paidHere(ctx: Ctx, awards: readonly Award[], { application }: OpenFile, on: CivilDate) {
  const open = awards.filter(({ during }) => during.until === null)
  const now = await areaAt(
    ctx,
    open.map(({ areaId }) => areaId),
    on,
  )
  return open.filter(({ areaId }) => (now.get(areaId) ?? areaId) === application.areaId)
}

/** What this very file decided before: decided anew after an appeal, that goes on once more, by the new decision. */
async function formerOf(ctx: Ctx, { application }: OpenFile): Promise<ReadonlySet<string>> {
  return (await listDecisionsOf(ctx, [application.id])).get(application.id) ?? new Set()
}

/** What ended because of the move last, and has not gone on anywhere but by former decisions of the file. */
function ended(awards: readonly Award[], former: ReadonlySet<string> = new Set()): Award[] {
  const gone = awards.filter(({ closeReason, during }) => closeReason === 'moved' && during.until !== null)
  const last = gone
    .map(({ during }) => during.until!)
    .toSorted()
    .at(-1) // Filtered above.
  return gone.filter(
    ({ during, benefit }) =>
      during.until === last && !awards.some((one) => !former.has(one.openedBy) && goesOn(one, benefit, last)),
  )
}

/** Only what a former move ended, and nobody went on with, is sent on without ending anything. */
export async function assertEndedBefore(ctx: Ctx, file: OpenFile): Promise<void> {
  const { personId } = file.application
  if (personId === null) throw problems('person_not_matched')
  const awards = await listAwards(ctx, [personId])
  const paid = await paidHere(ctx, awards, file, ctx.today)
  if (paid.length > 0) throw problems('still_paid', { benefits: paid.map(({ benefit }) => benefit) })
  if (ended(awards).length === 0) throw problems('not_moving', { leaving: true })
}

const goesOn = ({ benefit, during }: Award, wanted: Benefit, from: CivilDate) =>
  benefit === wanted && (during.until === null || during.until > from)

/** The register has to learn since when somebody lives elsewhere, unless it knows. */
async function assertMovedOn(ctx: Ctx, { personId, file, detail, signedOn }: Told) {
  const home = (await summariesOf(ctx, [personId])).get(personId)?.homeAreaId
  const now = home === undefined ? undefined : ((await areaAt(ctx, [home], signedOn)).get(home) ?? home)
  if (now === homeBy(file)) return
  if (detail?.kind !== 'transfer' || !detail.movedOn || detail.movedOn > signedOn)
    throw problems('moved_on_needed', { movedOn: detail?.kind === 'transfer' ? detail.movedOn : null })
}
