import { overlaps, rangeOf } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import { recorded } from '../db/facts.ts'
import type { PeopleTables } from '../db/tables.ts'
import { tiesAround, type TieRow } from '../db/ties-around.ts'
import type { Birth } from '../domain/birth-date.ts'
import { contradictionsOf, newAmong } from '../domain/contradictions.ts'
import { refuseFirst } from './assert-ties.ts'
import { note, takeBack, type Merge, type Writing } from './merge-trail.ts'

type Born = { readonly kept: Birth; readonly merged: Birth; readonly after: Birth }
/** The ties that hold no more as they are written, and those that come to the kept record. */
type Relations = { readonly leave: readonly TieRow[]; readonly come: readonly TieRow[] }

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
  const held = own.filter(({ otherId }) => otherId !== mergedId)
  const fresh = moving.filter((tie) => tie.otherId !== keptId && !held.some((one) => saysTheSame(one, tie)))
  const [kept, given] = take.includes('spouse') ? [fresh, held] : [held, fresh]
  const marriages = given.filter((tie) => kept.some((one) => isOtherMarriage(one, tie)))
  const come = fresh.filter((tie) => !marriages.includes(tie))
  const leave = [...moving, ...held.filter((tie) => marriages.includes(tie))]
  refuseFirst(
    newAmong(
      [
        ...contradictionsOf({ id: keptId, ...born.kept }, held),
        ...contradictionsOf({ id: mergedId, ...born.merged }, moving),
      ],
      contradictionsOf({ id: keptId, ...born.after }, [
        ...held.filter((tie) => !marriages.includes(tie)),
        ...come,
      ]),
    ),
  )
  return { leave, come }
}

function saysTheSame(one: TieRow, other: TieRow): boolean {
  const isMutual = one.kind === 'spouse_of' || one.kind === 'related_to'
  return (
    one.kind === other.kind &&
    one.otherId === other.otherId &&
    (isMutual || one.side === other.side) &&
    overlaps(one.during, other.during)
  )
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
export async function takeRelations(writing: Writing, keptId: string, { leave, come }: Relations) {
  const { ctx, trail, source } = writing
  await takeBack(
    writing,
    'people.relation',
    leave.map(({ id }) => id),
  )
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
  note(
    trail.wrote,
    'people.relation',
    written.map(({ id }) => id),
  )
}
