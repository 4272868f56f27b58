import { dayOf, lastDayOf, monthsThrough, type CivilDate, type Instant, type Month } from '#kernel/civil-date'
import { fingerprint, law, monthsRevised, peopleChangedSince, refreshStandings } from '#modules/entitlement'
import { areaAt, areaIdsWithin } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import type { PaymentRunId } from '../contract.ts'
import { firstKnownOf, getRunRow, listClaims, monthBefore, unitsOf } from '../db/runs.ts'
import { noteLeaving, withMargin } from './leaving.ts'
import { getOpening, type Opening } from './opening.ts'
import { forWholeCountry } from '#platform/server/whole-country'

/** The whole law as it is written here: rules, procedures and limits of every regime. */
export const lawNow = fingerprint(law)

/** What the generation of a run goes by, fixed before the first line is drawn. */
export type Frame = {
  readonly runId: PaymentRunId
  readonly month: Month
  /** Everything known by this moment is paid by; the run keeps it, so that it can be replayed. */
  readonly knownAt: Instant
  readonly knownOn: CivilDate
  /** The unit of the run that each unit, old or new, had become by the end of the month. */
  readonly units: ReadonlyMap<number, number>
  readonly opening: Opening
  /** When the first list of the month before was drawn up anywhere, because people move; or the installation opened. */
  readonly previousKnownAt: Instant
  readonly isFirst: boolean
  /** Whose facts or awards changed since then. */
  readonly changed: readonly string[]
  /** The others who changed since the opening, where the law was changed for months before it: what they had then can only be replayed. */
  readonly changedSinceOpening: readonly string[]
  /** Earlier months for which the law itself was changed afterwards, or, since the last list, the text of its rules here. */
  readonly revised: readonly Month[]
  /** All other earlier months, looked at for those whose facts changed. */
  readonly unrevised: readonly Month[]
}

/** Reads what a generation goes by, in the actor’s name; undefined where the run is no longer waiting for this job. */
export async function frameRun(ctx: Ctx, { runId, jobId }: { runId: PaymentRunId; jobId: string }) {
  await refreshStandings(ctx)
  const run = await getRunRow(ctx, runId)
  if (run.state !== 'generating' || run.jobId !== jobId) return undefined
  const communes = new Set(await unitsOf(ctx, runId))
  const became = await areaAt(ctx, await areaIdsWithin(ctx, run.areaId), lastDayOf(run.month))
  const units = new Map([...became].filter(([, unit]) => communes.has(unit)))

  const opening = await getOpening(ctx)
  return forWholeCountry(ctx, async (ctx): Promise<Frame> => {
    await noteLeaving(ctx, run)
    const before = await listClaims(ctx, monthBefore(run.month), units.keys())
    const isFirst = before.length === 0
    const previousKnownAt = (await firstKnownOf(ctx, monthBefore(run.month))) ?? opening.knownAt
    const knownOn = ctx.today
    const past = monthsThrough(opening.since, monthBefore(run.month))
    // A rule whose text was corrected can have touched anybody in any month.
    const isCorrected = before.some(({ law: then }) => then !== lawNow)
    const changedInLaw = new Set([
      ...monthsRevised(dayOf(previousKnownAt), knownOn),
      ...(isCorrected ? past.filter((month) => month >= opening.month) : []),
    ])
    const revised = past.filter((month) => changedInLaw.has(month))
    const changed = await peopleChangedSince(ctx, withMargin(previousKnownAt))
    const lately = new Set(changed)
    const sinceOpening = revised.some((month) => month < opening.month)
      ? await peopleChangedSince(ctx, withMargin(opening.knownAt))
      : []
    return {
      runId,
      month: run.month,
      knownAt: ctx.now,
      knownOn,
      units,
      opening,
      previousKnownAt,
      isFirst,
      changed,
      changedSinceOpening: sinceOpening.filter((id) => !lately.has(id)),
      revised,
      unrevised: past.filter((month) => !changedInLaw.has(month)),
    }
  })
}
