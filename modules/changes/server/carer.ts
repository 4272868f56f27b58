import { addYears } from '#kernel/civil-date'
import { endRelation, recordRelation, tiesNow } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import type { ChangeOf } from '../domain/change.ts'
import type { Difference } from '../domain/describe.ts'
import { problems } from '../domain/problems.ts'
import { differs, namesOf, personOf } from './describe-field.ts'

type Carer = ChangeOf<'carer'>

/** Who looks after the person and who will, and whether they are taken in by a decision. */
export async function describeCarer(
  ctx: Ctx,
  personId: string,
  { carerId, arrangement }: Carer,
): Promise<Difference[]> {
  const ties = await carersOf(ctx, personId)
  const before = await namesOf(
    ctx,
    ties.map((tie) => tie.personId),
  )
  const arrangements = new Set(
    ties.map(({ detail }) => (detail['arrangement'] === 'taken_in' ? 'taken_in' : 'own_household')),
  )
  return [
    differs('carer', before, await namesOf(ctx, carerId === null ? [] : [carerId])),
    differs(
      'care_arrangement',
      [...arrangements].toSorted().join(' ') || null,
      carerId === null ? null : arrangement,
    ),
  ]
}

/** One carer follows another: the care of the former ones ends with the day. */
export async function recordCarer(
  ctx: Ctx,
  personId: PersonId,
  { carerId, arrangement, from, until }: Carer,
  source: string,
) {
  if (carerId !== null) await assertAble(ctx, personId, { carerId, from })
  for (const { relationId } of await carersOf(ctx, personId))
    await endRelation(ctx, { personId, relationId, until: from, source })
  if (carerId === null) return
  await recordRelation(ctx, {
    personId: PersonId.parse(carerId),
    otherId: personId,
    kind: 'cares_for',
    detail: { arrangement },
    from,
    until,
    source,
  })
}

/** Brothers, sisters and grandparents of a child are asked for no full capacity (Điều 22 of 20/2021/NĐ-CP); other carers are. */
async function assertAble(
  ctx: Ctx,
  personId: string,
  { carerId, from }: Pick<Carer, 'from'> & { carerId: string },
) {
  const [carer, cared] = [await personOf(ctx, carerId), await personOf(ctx, personId)]
  const isOfAge = addYears(carer.born, 18) <= from || addYears(cared.born, 16) > from
  if (carerId === personId || carer.diedOn !== null || !isOfAge) throw problems('carer_not_able', { carerId })
}

const carersOf = async (ctx: Ctx, personId: string) =>
  (await tiesNow(ctx, [personId], ['cares_for'])).filter(({ otherId }) => otherId === personId)
