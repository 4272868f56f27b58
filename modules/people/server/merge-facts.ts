import { overlaps, rangeOf } from '#kernel/period'
import { recorded } from '../db/facts.ts'
import type { PeopleTables } from '../db/tables.ts'
import { note, takeBack, type Merge, type Writing } from './merge-trail.ts'

/** Parents, children, carers and collectors are the person’s, under whichever record they were written. */
export async function takeRelations(writing: Writing, { keptId, mergedId }: Merge) {
  const { ctx, trail, source } = writing
  const db = ctx.db<PeopleTables>()
  const rows = await db
    .selectFrom('people.relation')
    .select(['id', 'personId', 'otherId', 'kind', 'detail', 'during'])
    .where((where) =>
      where.or([where('personId', 'in', [keptId, mergedId]), where('otherId', 'in', [keptId, mergedId])]),
    )
    .where('retractedAt', 'is', null)
    .execute()
  const renamed = (id: string) => (id === mergedId ? keptId : id)
  const isOfMerged = ({ personId, otherId }: (typeof rows)[number]) =>
    personId === mergedId || otherId === mergedId
  const held = rows.filter((row) => !isOfMerged(row))
  const moving = rows.filter(isOfMerged)
  await takeBack(
    writing,
    'people.relation',
    moving.map(({ id }) => id),
  )
  const fresh = moving
    .map((row) => ({ ...row, personId: renamed(row.personId), otherId: renamed(row.otherId) }))
    .filter(
      (row) =>
        row.personId !== row.otherId &&
        !held.some(
          (one) =>
            one.personId === row.personId &&
            one.otherId === row.otherId &&
            one.kind === row.kind &&
            overlaps(one.during, row.during),
        ),
    )
  if (fresh.length === 0) return
  const written = await db
    .insertInto('people.relation')
    .values(
      fresh.map(({ personId, otherId, kind, detail, during }) => ({
        personId,
        otherId,
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

/** Facts the kept record has nothing about in their time; where both say something, the kept one is believed. */
export async function takeCircumstances(writing: Writing, { keptId, mergedId }: Merge) {
  const { ctx, trail, source } = writing
  const db = ctx.db<PeopleTables>()
  const rows = await db
    .selectFrom('people.circumstance')
    .select(['id', 'personId', 'kind', 'detail', 'evidence', 'during', 'source'])
    .where('personId', 'in', [keptId, mergedId])
    .where('retractedAt', 'is', null)
    .execute()
  const held = rows.filter(({ personId }) => personId === keptId)
  const fresh = rows.filter(
    ({ personId, kind, during }) =>
      personId === mergedId && !held.some((one) => one.kind === kind && overlaps(one.during, during)),
  )
  if (fresh.length === 0) return
  const written = await db
    .insertInto('people.circumstance')
    .values(
      fresh.map(({ kind, detail, evidence, during, source: from }) => ({
        personId: keptId,
        householdId: null,
        kind,
        detail: JSON.stringify(detail),
        evidence: evidence && JSON.stringify(evidence),
        during: rangeOf(during),
        ...recorded(ctx, `${source}; ${from}`),
      })),
    )
    .returning('id')
    .execute()
  note(
    trail.wrote,
    'people.circumstance',
    written.map(({ id }) => id),
  )
}
