import type { Ctx } from '#platform/server/context'
import type { CorrectIdentity, PersonId } from '../contract.ts'
import { getPersonForUpdate, recorded, type Person } from '../db/facts.ts'
import type { PeopleTables } from '../db/tables.ts'
import { personKeys } from '../domain/name.ts'
import { problems } from '../domain/problems.ts'
import { assertBirth, assertName, assertNumberFits, assertPhone, sourceOfNumber } from './check-person.ts'
import { assertBirthFitsTies } from './assert-ties.ts'
import { command } from './command.ts'

/** Records who somebody is where it was recorded wrongly; what was believed before is kept. */
export function correctIdentity(ctx: Ctx, input: CorrectIdentity): Promise<{ personId: PersonId }> {
  return command(ctx, 'correct_identity', input, async () => {
    const { personId, source } = input
    const person = await getPersonForUpdate(ctx, personId)
    const before = identityOf(person)
    const after = {
      ...before,
      fullName: input.fullName === undefined ? before.fullName : assertName(input.fullName),
      sex: input.sex ?? before.sex,
      born: input.born ?? before.born,
      bornPrecision: input.bornPrecision ?? before.bornPrecision,
      ethnicGroup: input.ethnicGroup === undefined ? before.ethnicGroup : input.ethnicGroup,
      phone: input.phone === undefined ? before.phone : input.phone && assertPhone(input.phone),
    }
    if (JSON.stringify(after) === JSON.stringify(before)) throw problems('nothing_to_correct')
    assertBirth(ctx, after, after.diedOn)
    await assertBirthFitsTies(ctx, [{ person, after }])
    if (!input.keptBecause) await assertNumbersStillFit(ctx, person, after)
    await replaceIdentity(ctx, personId, after, sourceOfNumber(source, input.keptBecause))
    ctx.emit({ type: 'people.identity_corrected', personId })
    return { personId }
  })
}

/** A sex or birth year that the person’s own numbers contradict is mostly a slip, unless they contradicted it before. */
async function assertNumbersStillFit(ctx: Ctx, before: Person, after: ReturnType<typeof identityOf>) {
  if (after.sex === before.sex && after.born === before.born) return
  const numbers = await ctx
    .db<PeopleTables>()
    .selectFrom('people.identifier')
    .select(['kind', 'number'])
    .where('personId', '=', before.id)
    .where('retractedAt', 'is', null)
    .execute()
  for (const number of numbers) assertNumberFits(number, after, before)
}

/** What the register says of who somebody is. */
export function identityOf({
  fullName,
  sex,
  born,
  bornPrecision,
  diedOn,
  ethnicGroup,
  phone,
}: Omit<Person, 'id' | 'homeAreaId' | 'homeVillage' | 'mergedInto'>) {
  return { fullName, sex, born, bornPrecision, diedOn, ethnicGroup, phone }
}

/** Retracts the version believed so far, writes the new one, and shows it as the present. */
export async function replaceIdentity(
  ctx: Ctx,
  personId: string,
  identity: ReturnType<typeof identityOf>,
  source: string,
) {
  const db = ctx.db<PeopleTables>()
  await db
    .updateTable('people.personVersion')
    .set({ retractedAt: ctx.now })
    .where('personId', '=', personId)
    .where('retractedAt', 'is', null)
    .execute()
  await db
    .insertInto('people.personVersion')
    .values({ personId, ...identity, ...recorded(ctx, source) })
    .execute()
  await db
    .updateTable('people.person')
    .set({ ...identity, ...personKeys(identity.fullName) })
    .where('id', '=', personId)
    .execute()
}
