import type { CivilDate, Month } from '#kernel/civil-date'
import type { ChangeReason } from '../contract.ts'

/** How the money of a line came about. */
export type Arithmetic = {
  readonly rule: string
  readonly coefficient: number
  readonly units: number
  readonly standard: number
  readonly areaId: number
  readonly amount: number
  readonly awardId: string
}

/** A person’s money for one component, in the month before and now; undefined where there is none in this territory. */
export type Movement = {
  readonly personId: string
  readonly component: string
  readonly before: Arithmetic | undefined
  readonly now: Arithmetic | undefined
  /** The component was paid in the month before, in another territory. */
  readonly wasElsewhere: boolean
  /** The unit they were paid in was divided meanwhile, and they are in another part of it: nobody moved. */
  readonly isByTerritory: boolean
  /** It was paid in some month before that. */
  readonly wasEarlier: boolean
  /** Where the person is now, when that is another territory. */
  readonly movedTo: number | undefined
  readonly diedOn: CivilDate | undefined
  /** What closed the award. */
  readonly closing: Closing | undefined
  /** What opened the award, where nothing was paid by it the month before. */
  readonly opening: Opening | undefined
}

export type Closing = {
  readonly isSuspension: boolean
  readonly reason: string | null
  readonly decision: { readonly id: string; readonly number: string; readonly signedOn: CivilDate }
}

export type Opening = {
  readonly decision: Closing['decision']
  /** The decision came with a list and was not signed in this system. */
  readonly isListed: boolean
}

export type Change = {
  readonly personId: string
  readonly component: string
  readonly reason: ChangeReason
  readonly before: number
  readonly after: number
  readonly areaId: number
  readonly detail: Readonly<Record<string, unknown>>
}

/** Says why a person’s money differs; whatever it says, the sum of what it returns is the whole difference. */
export function explainMovement(movement: Movement): Change[] {
  const { personId, component, before, now, closing, diedOn } = movement
  const entry = (
    reason: ChangeReason,
    from: number,
    to: number,
    areaId: number,
    detail: Readonly<Record<string, unknown>> = {},
  ): Change => ({ personId, component, reason, before: from, after: to, areaId, detail })

  const [outOf, into] = movement.isByTerritory
    ? (['territory_out', 'territory_in'] as const)
    : (['moved_out', 'moved_in'] as const)

  if (now && !before) {
    const { opening } = movement
    const detail = { awardId: now.awardId, ...(opening && { decision: opening.decision }) }
    return [entry(reasonToCome(movement), 0, now.amount, now.areaId, detail)]
  }
  if (before && !now) {
    const decision = closing && { decision: closing.decision }
    const detail = { awardId: before.awardId, ...decision }
    if (diedOn !== undefined || closing?.reason === 'died')
      return [entry('died', before.amount, 0, before.areaId, { ...detail, ...(diedOn && { diedOn }) })]
    if (movement.movedTo !== undefined)
      return [
        entry(outOf, before.amount, 0, before.areaId, {
          ...detail,
          areas: { before: before.areaId, now: movement.movedTo },
        }),
      ]
    if (closing?.isSuspension) return [entry('suspended', before.amount, 0, before.areaId, detail)]
    return [
      entry(closing?.reason === 'moved' ? 'moved_out' : 'stopped', before.amount, 0, before.areaId, detail),
    ]
  }
  if (!before || !now) return []
  if (before.areaId !== now.areaId) {
    const areas = { before: before.areaId, now: now.areaId }
    return [
      entry(outOf, before.amount, 0, before.areaId, { areas }),
      entry(into, 0, now.amount, now.areaId, { areas, ...differences(before, now) }),
    ]
  }
  if (before.amount === now.amount) return []
  return [
    entry(now.amount > before.amount ? 'raised' : 'lowered', before.amount, now.amount, now.areaId, {
      awardId: now.awardId,
      ...differences(before, now),
    }),
  ]
}

/** Whoever approves the run is the first to sign for what a list opened, so that is told before all else. */
function reasonToCome({ opening, wasElsewhere, wasEarlier, isByTerritory }: Movement): ChangeReason {
  if (wasElsewhere) return isByTerritory ? 'territory_in' : 'moved_in'
  if (opening?.isListed) return 'listed'
  return wasEarlier ? 'resumed' : 'new'
}

/** Nobody’s money differs, but somebody has to decide; named in every run until then. */
export function explainAwaiting({ personId, component, areaId, since, amount }: Awaiting): Change {
  const detail = { lapsed: { since, amount } }
  return { personId, component, areaId, reason: 'needs_decision', before: 0, after: 0, detail }
}

/** A right held again under an award that has lapsed. */
export type Awaiting = {
  readonly personId: string
  readonly component: string
  readonly areaId: number
  readonly since: Month
  /** What a new decision would give a month. */
  readonly amount: number
}

/** What in the arithmetic differs, as before and now. */
function differences(before: Arithmetic, now: Arithmetic): Record<string, { before: unknown; now: unknown }> {
  const differing: Record<string, { before: unknown; now: unknown }> = {}
  for (const name of ['rule', 'coefficient', 'units', 'standard'] as const)
    if (before[name] !== now[name]) differing[name] = { before: before[name], now: now[name] }
  return differing
}
