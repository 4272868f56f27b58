import { membersNow, recordMembership } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { joining, memberOf, type OfHousehold } from './describe-household.ts'
import type { HeadLeft } from './head-left.ts'
import { written } from './messages.vi.ts'

/** Who belongs to which household from a day on, and as what. */
export async function applyToHousehold(
  ctx: Ctx,
  personId: PersonId,
  change: OfHousehold,
  source: string,
): Promise<void> {
  const own = await membersNow(ctx, { personIds: [personId] })
  const { from } = change
  const asHead = { personId, isHead: true, relationToHead: written.head, from, source }
  switch (change.kind) {
    case 'add_member': {
      const { householdId, relationToHead } = change
      await recordMembership(ctx, { personId, householdId, isHead: false, relationToHead, from, source })
      return
    }
    case 'remove_member':
      await recordMembership(ctx, asHead)
      return
    case 'change_head': {
      const { householdId } = memberOf(own.find((one) => one.personId === personId))
      await recordMembership(ctx, { ...asHead, householdId, formerHeadBecomes: change.formerHeadBecomes })
      return
    }
    case 'split_household': {
      const along = change.members.map(({ personId: member, relationToHead }) => ({
        personId: PersonId.parse(memberOf(own.find((each) => each.personId === member)).personId),
        relationToHead,
      }))
      return leaveTogether(ctx, personId, { along, from, source })
    }
    case 'merge_household':
      for (const { personId: member } of joining(own, personId, change))
        await recordMembership(ctx, {
          personId: PersonId.parse(member),
          householdId: change.householdId,
          isHead: false,
          relationToHead:
            member === personId
              ? change.relationToHead
              : (change.members?.find((one) => one.personId === member)?.relationToHead ??
                written.otherMember),
          from,
          source,
        })
  }
}

type Leaving = {
  readonly along: readonly { readonly personId: PersonId; readonly relationToHead: string }[]
  readonly from: CivilDate
  readonly source: string
}

/** The person heads a new household, and those who come along belong to it. */
export async function leaveTogether(ctx: Ctx, personId: PersonId, { along, from, source }: Leaving) {
  const asHead = { personId, isHead: true, relationToHead: written.head, from, source }
  // The head comes last: the register asks who else is in the household.
  let into: { householdId?: string } = {}
  for (const member of along) {
    const { householdId } = await recordMembership(ctx, { ...member, ...into, isHead: false, from, source })
    into = { householdId }
  }
  await recordMembership(ctx, { ...asHead, ...into })
}

/** Whoever follows heads those who stay; a former head who is still among them that day stays as one of them. */
export async function passOnHead(
  ctx: Ctx,
  { householdId, head, next }: HeadLeft,
  { from, source }: { readonly from: CivilDate; readonly source: string },
) {
  if (!next) return
  await recordMembership(ctx, {
    personId: PersonId.parse(next.personId),
    householdId,
    isHead: true,
    relationToHead: written.head,
    formerHeadBecomes: written.formerHead,
    without: head.personId,
    from,
    source,
  })
}
