import { membersNow, type HouseholdMember } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { companionsIn, type Change } from '../domain/change.ts'
import { headLost } from '../domain/departure.ts'
import { problems } from '../domain/problems.ts'

/** A household that a change leaves without its head while others stay. */
export type HeadLeft = {
  readonly householdId: string
  readonly head: HouseholdMember
  /** Who heads it from then on; undefined where nobody was named. */
  readonly next: HouseholdMember | undefined
}

/** The household that loses its head by a change, with whoever follows; undefined where none does. */
export async function headLeftBy(ctx: Ctx, personId: string, change: Change): Promise<HeadLeft | undefined> {
  const nextHeadId = 'nextHeadId' in change ? change.nextHeadId : undefined
  const lost = headLost(await membersNow(ctx, { personIds: [personId] }), {
    kind: change.kind,
    personId,
    companionIds: companionsIn(change),
    isWhole: change.kind === 'merge_household' && change.members === undefined,
    foundsOwn: change.kind === 'move' && change.household === 'own',
    into: 'householdId' in change ? change.householdId : null,
  })
  const next = lost?.staying.find((one) => one.personId === nextHeadId)
  if (nextHeadId !== undefined && !next) throw problems('next_head_not_staying', { nextHeadId })
  return lost && { householdId: lost.head.householdId, head: lost.head, next }
}
