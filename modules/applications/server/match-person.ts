import { Problem } from '#kernel/problem'
import { normaliseName, summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { insertEvents, updateApplication, type Application } from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { findBinding } from '../db/proposals.ts'
import { problems } from '../domain/problems.ts'
import { openFileForUpdate } from './open-file.ts'

/**
 * Says whom of the register a file is about; where name or birth differ, somebody has looked at it. A wrong one is put right
 * until a decision is drafted: from then on the paper and the file are about the same person.
 */
export function matchPerson(
  ctx: Ctx,
  input: {
    readonly id: string
    readonly version: number
    readonly personId: string
    readonly isSameAllTheSame: boolean
    readonly requestId: string
  },
) {
  return once(ctx, 'match_person', input, async () => {
    const { application } = await openFileForUpdate(ctx, input)
    const { personId, isSameAllTheSame } = input
    const person = (await summariesOf(ctx, [personId])).get(personId)
    if (personId !== application.personId) await assertMayChange(ctx, application)
    if (!person) throw new Problem('people.person_not_found', 404, { personId })
    const { subject } = application
    const differs = {
      fullName:
        normaliseName(person.fullName).toLowerCase() !== normaliseName(subject.fullName).toLowerCase(),
      born: person.born !== subject.born,
    }
    if ((differs.fullName || differs.born) && !isSameAllTheSame)
      throw problems('person_differs', { fullName: person.fullName, born: person.born })
    const version = await updateApplication(ctx, application, { personId })
    await insertEvents(ctx, [
      { applicationId: application.id, kind: 'matched', version, detail: { personId, differs } },
    ])
    return { version }
  })
}

/** Whichever unit drafted or signed it, whom it is about stays. */
async function assertMayChange(ctx: Ctx, { id, personId }: Application) {
  if (personId === null) return
  const binding = await forWholeCountry(ctx, (ctx) => findBinding(ctx, id))
  if (binding) throw problems('already_matched', { state: binding.state })
}
