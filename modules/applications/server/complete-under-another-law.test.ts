import { describe, expect, test } from 'vitest'
import { addDays, civilDate, instant } from '#kernel/civil-date'
import { isWaiting, stepOn } from '../domain/edition.ts'
import { planMove } from '../domain/plan.ts'
import type { Edition, Procedure } from '../domain/procedure.ts'
import { procedures } from '../domain/procedures/index.ts'
import { completedIn, type OpenFile } from './open-file.ts'

const differing = procedures.filter(({ editions }) => editions.length > 1)

describe('a file that is complete under a later law', () => {
  test.for(differing.flatMap(completions))('$name goes on by a step of that law', (one) => {
    const { procedure, from, step, action } = one
    const now = instant('2026-11-23T02:00:00Z')
    const asIs = given(procedure, from, step)
    const { file, action: taken } = completedIn(asIs, action, civilDate('2026-11-23'))
    expect(file.edition.from).toBe(procedure.editions.at(-1)!.from)
    const { way } = planMove(file.edition, file.way, { action: taken, now, reason: 'x' })
    expect(isWaiting(stepOn(file.edition, way.step, civilDate('2026-11-23')))).toBe(true)
  })
})

/** Every action of a former edition that completes a file. */
function completions(procedure: Procedure) {
  return procedure.editions.slice(0, -1).flatMap((from) =>
    from.steps.filter(isWaiting).flatMap((step) =>
      step.actions
        .filter(({ clock }) => clock === 'completes')
        .map(({ id }) => ({
          name: `${procedure.id} ${from.from} ${step.id} ${id}`,
          procedure,
          from,
          step: step.id,
          action: id,
        })),
    ),
  )
}

function given(procedure: Procedure, edition: Edition, step: string): OpenFile {
  const receivedAt = instant(`${addDays(edition.from, 1)}T02:00:00Z`)
  const way = {
    step,
    receivedAt,
    completeOn: null,
    stepSince: receivedAt,
    broughtAt: instant('2026-11-23T01:00:00Z'),
    decidedOn: null,
    pauses: [],
    entered: new Set([step]),
  }
  return { application: undefined as never, procedure, edition, way } // The plan looks at the way alone.
}
