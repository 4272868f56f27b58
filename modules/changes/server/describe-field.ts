import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Field } from '../domain/describe.ts'
import { problems } from '../domain/problems.ts'
import { written } from './messages.vi.ts'

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

/** People by name, with the year of birth, for the next may have the name of the last; nobody is null. */
export async function namesOf(ctx: Ctx, personIds: readonly string[]): Promise<string | null> {
  const people = await summariesOf(ctx, personIds)
  const names = personIds.map((id) => {
    const person = people.get(id)
    return person ? `${person.fullName} (${person.born.slice(0, 4)})` : written.outOfSight
  })
  return names.toSorted().join('; ') || null
}
