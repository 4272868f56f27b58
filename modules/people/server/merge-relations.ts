import { overlaps, rangeOf } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import { recorded } from '../db/facts.ts'
import type { PeopleTables } from '../db/tables.ts'
import { tiesAround, type TieRow } from '../db/ties-around.ts'
import type { Birth } from '../domain/birth-date.ts'
import { contradictionsOf, newAmong } from '../domain/contradictions.ts'
import { tiesOfOne, type JoinedTie } from '../domain/ties-of-one.ts'
import { refuseFirst } from './assert-ties.ts'
import { note, takeBack, type Merge, type Writing } from './merge-trail.ts'

type Born = { readonly kept: Birth; readonly merged: Birth; readonly after: Birth }
/** The ties that hold no more as they are written, those that come to the kept record, and what was joined of both. */
type Relations = {
  readonly leave: readonly TieRow[]
  readonly come: readonly TieRow[]
  readonly joined: readonly JoinedTie[]
}

/**
 * What becomes of the ties of two records that are one person: parents, children, carers and collectors are the person’s,
 * under whichever record they were written. Of two marriages of one time that of the kept record stands, or the other where
 * that was chosen: mostly a couple was written down twice. Whatever else would contradict is refused.
 */
export async function planRelations(
  ctx: Ctx,
  { keptId, mergedId, take }: Merge,
  born: Born,
): Promise<Relations> {
  const ties = await tiesAround(ctx, [keptId, mergedId])
  const own = ties.filter(({ personId }) => personId === keptId)
  const moving = ties.filter(({ personId }) => personId === mergedId)
  // Two who are tied to each other are two people, unless somebody has ended that tie.
  const between = own.find(
    ({ otherId, during }) => otherId === mergedId && (during.until === null || during.until > ctx.today),
  )
  if (between) refuseFirst([{ code: 'relation_with_self', ties: [between] }])
  const { held, standing, fresh, joined } = joinTies(ctx, { keptId, mergedId }, ties)
  const [kept, given] = take.includes('spouse') ? [fresh, standing] : [standing, fresh]
  const marriages = given.filter((tie) => kept.some((one) => isOtherMarriage(one, tie)))
  const stays = standing.filter((tie) => !marriages.includes(tie))
  const come = [
    ...stays.filter((tie) => !held.includes(tie)),
    ...fresh.filter((tie) => !marriages.includes(tie)),
  ]
  const leave = [...moving, ...held.filter((tie) => !stays.includes(tie))]
  refuseFirst(
    newAmong(
      [
        ...contradictionsOf({ id: keptId, ...born.kept }, held),
        ...contradictionsOf({ id: mergedId, ...born.merged }, moving),
      ],
      contradictionsOf({ id: keptId, ...born.after }, [
        ...stays.filter((tie) => held.includes(tie)),
        ...come,
      ]),
    ),
  )
  return { leave, come, joined }
}

type Two = Pick<Merge, 'keptId' | 'mergedId'>

/** The ties of both to others than each other, put together; `held` are those of the kept record as they are. */
function joinTies(ctx: Ctx, { keptId, mergedId }: Two, ties: readonly TieRow[]) {
  const held = ties.filter(({ personId, otherId }) => personId === keptId && otherId !== mergedId)
  const told = ties.filter(({ personId, otherId }) => personId === mergedId && otherId !== keptId)
  return { held, ...tiesOfOne(held, told, ctx.today) }
}

/** What a merge would join of the ties of both, before anybody decides about it. */
export async function tiesToJoin(ctx: Ctx, two: Two): Promise<readonly JoinedTie[]> {
  return joinTies(ctx, two, await tiesAround(ctx, [two.keptId, two.mergedId])).joined
}

function isOtherMarriage(one: TieRow, other: TieRow): boolean {
  return (
    one.kind === 'spouse_of' &&
    other.kind === 'spouse_of' &&
    one.otherId !== other.otherId &&
    overlaps(one.during, other.during)
  )
}

/** Writes what was planned. */
export async function takeRelations(
  writing: Writing,
  keptId: string,
  { leave, come }: Pick<Relations, 'leave' | 'come'>,
) {
  const { ctx, trail, source } = writing
  await takeBack(writing, 'people.relation', leave)
  if (come.length === 0) return
  const written = await ctx
    .db<PeopleTables>()
    .insertInto('people.relation')
    .values(
      come.map(({ side, otherId, kind, detail, during }) => ({
        ...(side === 'from' ? { personId: keptId, otherId } : { personId: otherId, otherId: keptId }),
        kind,
        detail: JSON.stringify(detail),
        during: rangeOf(during),
        ...recorded(ctx, source),
      })),
    )
    .returning('id')
    .execute()
  note(trail.wrote, 'people.relation', written)
}
