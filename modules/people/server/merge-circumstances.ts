import { rangeOf, without } from '#kernel/period'
import { recorded } from '../db/facts.ts'
import type { PeopleTables } from '../db/tables.ts'
import { note, type Merge, type Writing } from './merge-trail.ts'

/** Facts for the days of which the kept record says nothing of the kind; where both say something, the kept one is believed. */
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
  const fresh = rows
    .filter(({ personId }) => personId === mergedId)
    .flatMap((fact) =>
      held
        .filter(({ kind }) => kind === fact.kind)
        .reduce((days, { during }) => days.flatMap((some) => without(some, during)), [fact.during])
        .map((during) => ({ ...fact, during })),
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
  note(trail.wrote, 'people.circumstance', written)
}
