import type { Ctx } from '#platform/server/context'
import type { RecordIdentifier } from '../contract.ts'
import { getPersonForUpdate, recorded, retract } from '../db/facts.ts'
import type { PeopleTables } from '../db/tables.ts'
import { problems } from '../domain/problems.ts'
import { assertNumber, assertNumberFits, sourceOfNumber } from './check-person.ts'
import { command } from './command.ts'
import { assertNumbersFree } from './register-person.ts'

/** Records a number somebody is known by, once it fits them or it is said why it is kept. */
export async function recordIdentifier(ctx: Ctx, input: RecordIdentifier): Promise<{ identifierId: string }> {
  assertNumberFits(input, await getPersonForUpdate(ctx, input.personId))
  return keepIdentifier(ctx, input)
}

/** The same for a number somebody has looked at already; a second of its kind only in place of the first. */
export function keepIdentifier(ctx: Ctx, input: RecordIdentifier): Promise<{ identifierId: string }> {
  return command(ctx, 'record_identifier', input, async () => {
    const { personId, kind, verifiedOn, source, keptBecause } = input
    const number = assertNumber(kind, input.number)
    await getPersonForUpdate(ctx, personId)
    const db = ctx.db<PeopleTables>()
    const former = await db
      .selectFrom('people.identifier')
      .select('id')
      .where('personId', '=', personId)
      .where('kind', '=', kind)
      .where('retractedAt', 'is', null)
      .execute()
    if (former.length > 0 && !input.replaces) throw problems('number_of_kind_exists', { kind })
    await retract(
      ctx,
      'people.identifier',
      former.map(({ id }) => id),
    )
    await assertNumbersFree(ctx, [{ kind, number }])
    const { id } = await db
      .insertInto('people.identifier')
      .values({ personId, kind, number, verifiedOn, ...recorded(ctx, sourceOfNumber(source, keptBecause)) })
      .returning('id')
      .executeTakeFirstOrThrow()
    ctx.emit({ type: 'people.number_recorded', personId })
    return { identifierId: id }
  })
}
