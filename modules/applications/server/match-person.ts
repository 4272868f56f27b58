import { Problem } from '#kernel/problem'
import { normaliseName, summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { insertEvents, updateApplication } from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { problems } from '../domain/problems.ts'
import { openFileForUpdate } from './open-file.ts'

/** Says whom of the register a file is about; where name or birth differ, somebody has looked at it. */
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
