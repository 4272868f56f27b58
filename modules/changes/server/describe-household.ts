import { membersNow, type HouseholdMember } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { ChangeOf } from '../domain/change.ts'
import type { Difference } from '../domain/describe.ts'
import { problems } from '../domain/problems.ts'
import { differs, personOf } from './describe-field.ts'

export type OfHousehold = ChangeOf<
  'add_member' | 'remove_member' | 'change_head' | 'split_household' | 'merge_household'
>

/** Who belongs where, person by person. */
export async function describeHousehold(
  ctx: Ctx,
  personId: string,
  change: OfHousehold,
): Promise<Difference[]> {
  const own = await membersNow(ctx, { personIds: [personId] })
  const me = own.find((member) => member.personId === personId)
  const { fullName } = await personOf(ctx, personId)
  switch (change.kind) {
    case 'add_member':
      return [
        differs('household', me?.code ?? null, await codeOf(ctx, change.householdId)),
        differs('relation_to_head', me?.relationToHead ?? null, change.relationToHead),
      ]
    case 'remove_member':
      return [differs('household', memberOf(me).code, 'new')]
    case 'change_head': {
      const head = own.find(({ isHead }) => isHead)
      return [
        differs('head', head?.fullName ?? null, fullName),
        ...(head && head.personId !== personId
          ? [differs('relation_to_head', head.relationToHead, change.formerHeadBecomes, head.fullName)]
          : []),
      ]
    }
    case 'split_household': {
      const { code } = memberOf(me)
      const leaving = change.members.map(({ personId: id }) =>
        memberOf(own.find((one) => one.personId === id)),
      )
      return [
        differs('household', code, 'new'),
        differs('head', own.find(({ isHead }) => isHead)?.fullName ?? null, fullName),
        ...leaving.map((one) => differs('household', one.code, 'new', one.fullName)),
      ]
    }
    case 'merge_household': {
      const { householdId } = memberOf(me)
      if (change.householdId === householdId) throw problems('no_other_household')
      const into = await codeOf(ctx, change.householdId)
      return joining(own, personId, change).map((one) =>
        differs('household', one.code, into, one.personId === personId ? null : one.fullName),
      )
    }
  }
}

/** Who of a household joins another: those named, or everybody. */
export function joining(
  own: readonly HouseholdMember[],
  personId: string,
  { members }: ChangeOf<'merge_household'>,
): HouseholdMember[] {
  if (!members) return [...own]
  const named = [personId, ...members.map((member) => member.personId)]
  return named.map((id) => memberOf(own.find((one) => one.personId === id)))
}

export function memberOf(member: HouseholdMember | undefined): HouseholdMember {
  if (!member) throw problems('not_in_household')
  return member
}

async function codeOf(ctx: Ctx, householdId: string): Promise<string> {
  const [first] = await membersNow(ctx, { householdIds: [householdId] })
  return memberOf(first).code
}
