import { Problem } from '#kernel/problem'
import { rangeOf } from '#kernel/period'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { EndCircumstance, RecordCircumstance } from '../contract.ts'
import { getPersonForUpdate, holdsOn, recorded, retract } from '../db/facts.ts'
import type { PeopleTables } from '../db/tables.ts'
import { circumstanceDetails, confidentialKinds, type CircumstanceKind } from '../domain/circumstance.ts'
import { problems } from '../domain/problems.ts'
import { assertPossible } from './assert-possible.ts'
import { command } from './command.ts'

/** Records a dated, evidenced fact («hoàn cảnh»); the poverty list becomes a fact of the household. */
export function recordCircumstance(ctx: Ctx, input: RecordCircumstance): Promise<{ circumstanceId: string }> {
  return command(ctx, 'record_circumstance', input, async () => {
    const { personId, from, until, evidence, source, replaces } = input
    const kind = input.kind as CircumstanceKind // The contract lists exactly the kinds.
    const detail = checkDetail(ctx, kind, input.detail)
    if (from !== null && until !== null && until <= from)
      throw problems('ends_before_it_starts', { from, until })
    const person = await getPersonForUpdate(ctx, personId)
    assertPossible(ctx, person, { kind, detail, from })
    const subject =
      kind === 'poverty'
        ? { personId: null, householdId: await getHouseholdOn(ctx, personId, from ?? ctx.today) }
        : { personId, householdId: null }
    if (replaces !== undefined) {
      const former = await getCircumstanceForUpdate(ctx, personId, replaces)
      if (former.kind !== kind) throw problems('circumstance_not_found')
      await retract(ctx, 'people.circumstance', [replaces])
    }
    const { id } = await ctx
      .db<PeopleTables>()
      .insertInto('people.circumstance')
      .values({
        ...subject,
        kind,
        detail: JSON.stringify(detail),
        during: rangeOf({ from, until }),
        evidence: evidence && JSON.stringify(evidence),
        ...recorded(ctx, source),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ctx.emit({ type: 'people.circumstances_changed', personId })
    return { circumstanceId: id }
  })
}

/** Records from which day a fact no longer holds; an end set before can be moved. */
export function endCircumstance(ctx: Ctx, input: EndCircumstance): Promise<{ circumstanceId: string }> {
  return command(ctx, 'end_circumstance', input, async () => {
    const { personId, circumstanceId, until, source } = input
    await getPersonForUpdate(ctx, personId)
    const { during, id: _, ...former } = await getCircumstanceForUpdate(ctx, personId, circumstanceId)
    assertMayTouch(ctx, former.kind as CircumstanceKind) // Only kinds of the catalogue are ever written.
    if (during.from !== null && until <= during.from)
      throw problems('ends_before_it_starts', { from: during.from, until })
    await retract(ctx, 'people.circumstance', [circumstanceId])
    const { id } = await ctx
      .db<PeopleTables>()
      .insertInto('people.circumstance')
      .values({
        ...former,
        detail: JSON.stringify(former.detail),
        evidence: former.evidence && JSON.stringify(former.evidence),
        during: rangeOf({ from: during.from, until }),
        ...recorded(ctx, source),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ctx.emit({ type: 'people.circumstances_changed', personId })
    return { circumstanceId: id }
  })
}

/** The detail as it is kept, where the actor may record the kind and the detail is one of it. */
export function checkDetail(ctx: Ctx, kind: CircumstanceKind, given: unknown) {
  assertMayTouch(ctx, kind)
  const detail = circumstanceDetails[kind].safeParse(given)
  if (detail.success) return detail.data
  throw problems('circumstance_detail_wrong', {
    kind,
    fields: detail.error.issues.map(({ path }) => path.join('.')),
  })
}

/** Whoever may not read confidential facts neither records nor asks for one. */
export function assertMayTouch({ actor }: Ctx, kind: CircumstanceKind) {
  const needs = 'people.read_confidential'
  if (confidentialKinds.has(kind) && !actor.permissions.has(needs))
    throw new Problem('forbidden', 403, { needs })
}

async function getHouseholdOn(ctx: Ctx, personId: string, day: CivilDate): Promise<string> {
  const { householdId } = await ctx
    .db<PeopleTables>()
    .selectFrom('people.membership')
    .select('householdId')
    .where('personId', '=', personId)
    .where('retractedAt', 'is', null)
    .where(holdsOn('during', day))
    .executeTakeFirstOrThrow(() => problems('no_household', { on: day }))
  return householdId
}

/** A fact of the person, or of a household they belonged to. */
function getCircumstanceForUpdate(ctx: Ctx, personId: string, id: string) {
  return ctx
    .db<PeopleTables>()
    .selectFrom('people.circumstance')
    .select(['id', 'personId', 'householdId', 'kind', 'detail', 'evidence', 'during'])
    .where('id', '=', id)
    .where('retractedAt', 'is', null)
    .where((where) =>
      where.or([
        where('personId', '=', personId),
        where(
          'householdId',
          'in',
          where
            .selectFrom('people.membership')
            .select('people.membership.householdId')
            .where('people.membership.personId', '=', personId)
            .where('people.membership.retractedAt', 'is', null),
        ),
      ]),
    )
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('circumstance_not_found'))
}
