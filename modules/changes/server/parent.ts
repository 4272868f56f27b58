import { endRelation, recordRelation, tiesNow } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import type { ChangeOf } from '../domain/change.ts'
import type { Difference } from '../domain/describe.ts'
import { problems } from '../domain/problems.ts'
import { differs, namesOf } from './describe-field.ts'

type Parent = ChangeOf<'parent'>

/** All parents of the person, or all their children, as they are and as they will be. */
export async function describeParent(
  ctx: Ctx,
  personId: string,
  { otherId, as, ends }: Parent,
): Promise<Difference[]> {
  const now = (await tiesNow(ctx, [personId], ['parent_of'])).flatMap((tie) => {
    const [own, other] = as === 'parent' ? [tie.otherId, tie.personId] : [tie.personId, tie.otherId]
    return own === personId ? [other] : []
  })
  const rest = now.filter((id) => id !== otherId)
  return [
    differs(
      as === 'parent' ? 'parents' : 'children',
      await namesOf(ctx, now),
      await namesOf(ctx, ends ? rest : [...rest, otherId]),
    ),
  ]
}

/** From a day on the two are parent and child, or are it no more. */
export async function recordParent(
  ctx: Ctx,
  personId: PersonId,
  { otherId, as, ends, from }: Parent,
  source: string,
) {
  const other = PersonId.parse(otherId)
  const [parent, child] = as === 'parent' ? [other, personId] : [personId, other]
  if (!ends) {
    const tie = { personId: parent, otherId: child, kind: 'parent_of' } as const
    await recordRelation(ctx, { ...tie, detail: {}, from, until: null, source })
    return
  }
  const tie = (await tiesNow(ctx, [child], ['parent_of'])).find((one) => one.personId === parent)
  if (!tie) throw problems('not_parent', { otherId })
  await endRelation(ctx, { personId, relationId: tie.relationId, until: from, source })
}
