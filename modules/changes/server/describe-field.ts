import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Field } from '../domain/describe.ts'
import { problems } from '../domain/problems.ts'

/** One field as it is and as it will be. */
export const differs = (
  field: Field,
  before: string | null,
  after: string | null,
  about: string | null = null,
) => ({ field, about, before, after })

/** Somebody of the register, in sight; whoever is not is refused. */
export async function personOf(ctx: Ctx, personId: string) {
  const person = (await summariesOf(ctx, [personId])).get(personId)
  if (!person) throw problems('person_not_found', { personId })
  return person
}
