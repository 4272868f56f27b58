import { addYears } from '#kernel/civil-date'
import { endRelation, recordRelation, tiesNow } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import type { ChangeOf } from '../domain/change.ts'
import type { Difference } from '../domain/describe.ts'
import { problems } from '../domain/problems.ts'
import { differs, namesOf, personOf } from './describe-field.ts'

type Guardian = ChangeOf<'guardian'>

/** Who is guardian and who will be; several at once are told together. */
export async function describeGuardian(
  ctx: Ctx,
  personId: string,
  { guardianId }: Guardian,
): Promise<Difference[]> {
  const ties = await guardiansOf(ctx, personId)
  const before = await namesOf(
    ctx,
    ties.map((tie) => tie.personId),
  )
  return [differs('guardian', before, await namesOf(ctx, guardianId === null ? [] : [guardianId]))]
}

/** One guardian follows another: what bound the former ones ends with the day. */
export async function recordGuardian(
  ctx: Ctx,
  personId: PersonId,
  { guardianId, from, until }: Guardian,
  source: string,
) {
  if (guardianId !== null) await assertAble(ctx, personId, { guardianId, from })
  for (const { relationId } of await guardiansOf(ctx, personId))
    await endRelation(ctx, { personId, relationId, until: from, source })
  if (guardianId === null) return
  await recordRelation(ctx, {
    personId: PersonId.parse(guardianId),
    otherId: personId,
    kind: 'guardian_of',
    detail: {},
    from,
    until,
    source,
  })
}

async function assertAble(
  ctx: Ctx,
  personId: string,
  { guardianId, from }: Pick<Guardian, 'from'> & { guardianId: string },
) {
  const guardian = await personOf(ctx, guardianId)
  const isOfAge = addYears(guardian.born, 18) <= from
  // Whoever has a guardian is none, so nobody goes round in a circle.
  const isWard = (await guardiansOf(ctx, guardianId)).length > 0
  if (guardianId === personId || guardian.diedOn !== null || !isOfAge || isWard)
    throw problems('guardian_not_able', { guardianId })
}

const guardiansOf = async (ctx: Ctx, personId: string) =>
  (await tiesNow(ctx, [personId], ['guardian_of'])).filter(({ otherId }) => otherId === personId)
