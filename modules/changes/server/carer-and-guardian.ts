import { addYears, type CivilDate } from '#kernel/civil-date'
import { endRelation, recordRelation, tiesNow } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import type { ChangeOf } from '../domain/change.ts'
import type { Difference } from '../domain/describe.ts'
import { problems } from '../domain/problems.ts'
import { differs, namesOf, personOf } from './describe-field.ts'

type Carer = ChangeOf<'carer'>
type Guardian = ChangeOf<'guardian'>

/** What somebody is to the person of the request, one after another. */
type Charge = 'cares_for' | 'guardian_of'

/** Who looks after the person and who will, and whether they are taken in by a decision. */
export async function describeCarer(
  ctx: Ctx,
  personId: string,
  { carerId, arrangement }: Carer,
): Promise<Difference[]> {
  const arrangements = new Set(
    (await inCharge(ctx, personId, 'cares_for')).map(({ detail }) =>
      detail['arrangement'] === 'taken_in' ? 'taken_in' : 'own_household',
    ),
  )
  return [
    await whoFollows(ctx, personId, { charge: 'cares_for', field: 'carer', nextId: carerId }),
    differs(
      'care_arrangement',
      [...arrangements].toSorted().join(' ') || null,
      carerId === null ? null : arrangement,
    ),
  ]
}

/** Who is guardian and who will be. */
export async function describeGuardian(
  ctx: Ctx,
  personId: string,
  { guardianId }: Guardian,
): Promise<Difference[]> {
  return [await whoFollows(ctx, personId, { charge: 'guardian_of', field: 'guardian', nextId: guardianId })]
}

export async function recordCarer(ctx: Ctx, personId: PersonId, change: Carer, source: string) {
  const { carerId, arrangement, from, until } = change
  if (carerId !== null) await assertMayCare(ctx, personId, { carerId, from })
  const next = { charge: 'cares_for', nextId: carerId, detail: { arrangement }, from, until } as const
  await follow(ctx, personId, next, source)
}

export async function recordGuardian(ctx: Ctx, personId: PersonId, change: Guardian, source: string) {
  const { guardianId, from, until } = change
  if (guardianId !== null) await assertMayGuard(ctx, personId, { guardianId, from })
  const next = { charge: 'guardian_of', nextId: guardianId, detail: {}, from, until } as const
  await follow(ctx, personId, next, source)
}

async function inCharge(ctx: Ctx, personId: string, charge: Charge) {
  return (await tiesNow(ctx, [personId], [charge])).filter(({ otherId }) => otherId === personId)
}

/** Several at once are told together. */
async function whoFollows(
  ctx: Ctx,
  personId: string,
  next: { readonly charge: Charge; readonly field: 'carer' | 'guardian'; readonly nextId: string | null },
): Promise<Difference> {
  const before = (await inCharge(ctx, personId, next.charge)).map((tie) => tie.personId)
  const after = next.nextId === null ? [] : [next.nextId]
  return differs(next.field, await namesOf(ctx, before), await namesOf(ctx, after))
}

/** One follows another: what bound the former ones ends with the day. */
async function follow(
  ctx: Ctx,
  personId: PersonId,
  next: {
    readonly charge: Charge
    readonly nextId: string | null
    readonly detail: Readonly<Record<string, unknown>>
    readonly from: CivilDate
    readonly until: CivilDate | null
  },
  source: string,
) {
  const { charge, nextId, detail, from, until } = next
  for (const { relationId } of await inCharge(ctx, personId, charge))
    await endRelation(ctx, { personId, relationId, until: from, source })
  if (nextId === null) return
  const tie = { personId: PersonId.parse(nextId), otherId: personId, kind: charge, detail, from, until }
  await recordRelation(ctx, { ...tie, source })
}

/** Brothers, sisters and grandparents of a child are asked for no full capacity (Điều 22 of 20/2021/NĐ-CP); other carers are. */
async function assertMayCare(
  ctx: Ctx,
  personId: string,
  { carerId, from }: { readonly carerId: string; readonly from: CivilDate },
) {
  const [carer, cared] = [await personOf(ctx, carerId), await personOf(ctx, personId)]
  const isOfAge = addYears(carer.born, 18) <= from || addYears(cared.born, 16) > from
  if (carerId === personId || carer.diedOn !== null || !isOfAge) throw problems('carer_not_able', { carerId })
}

async function assertMayGuard(
  ctx: Ctx,
  personId: string,
  { guardianId, from }: { readonly guardianId: string; readonly from: CivilDate },
) {
  const guardian = await personOf(ctx, guardianId)
  const isOfAge = addYears(guardian.born, 18) <= from
  // Whoever has a guardian is none, so nobody goes round in a circle.
  const isWard = (await inCharge(ctx, guardianId, 'guardian_of')).length > 0
  if (guardianId === personId || guardian.diedOn !== null || !isOfAge || isWard)
    throw problems('guardian_not_able', { guardianId })
}
