import { membersNow, type HouseholdMember } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { companionsIn, type Change } from '../domain/change.ts'
import { problems } from '../domain/problems.ts'
import { joining } from './describe-household.ts'

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
  const own = await membersNow(ctx, { personIds: [personId] })
  const leaving = new Set(leaversOf(own, personId, change))
  const head = own.find((one) => one.isHead && leaving.has(one.personId))
  const staying = own.filter((one) => !leaving.has(one.personId))
  const next = staying.find((one) => one.personId === nextHeadId)
  const isLeft = head !== undefined && staying.length > 0
  if (nextHeadId !== undefined && !(isLeft && next)) throw problems('next_head_not_staying', { nextHeadId })
  return isLeft ? { householdId: head.householdId, head, next } : undefined
}

function leaversOf(own: readonly HouseholdMember[], personId: string, change: Change): string[] {
  switch (change.kind) {
    case 'death':
    case 'remove_member':
    case 'add_member':
      return [personId]
    case 'split_household':
      return [personId, ...companionsIn(change)]
    case 'move':
      return change.household === 'own' ? [personId, ...companionsIn(change)] : []
    case 'merge_household':
      return joining(own, personId, change).map((one) => one.personId)
    case 'identity':
    case 'alive':
    case 'birth':
    case 'change_head':
    case 'disability':
    case 'circumstance':
    case 'marriage':
    case 'divorce':
    case 'guardian':
      return []
  }
}
