import type { CivilDate } from '#kernel/civil-date'
import type { ApplicationView } from '../contract.ts'
import { isWaiting, stepOn } from '../domain/edition.ts'
import type { Edition } from '../domain/procedure.ts'
import { isOffered } from '../domain/plan.ts'
import type { OpenFile } from './open-file.ts'

/** A step of an edition the file left at a change of law may be unknown to the present one. */
export function nameOf({ steps }: Edition, id: string | null) {
  return steps.find((step) => step.id === id)?.name ?? null
}

/** The way of the file: where it has been, where it is, and the shortest way on to an end. */
export function viewSteps(
  { edition, way }: Pick<OpenFile, 'edition' | 'way'>,
  today: CivilDate,
): ApplicationView['steps'] {
  const present = stepOn(edition, way.step, today)
  const been = [...way.entered].filter((id) => id !== present.id)
  const ahead: string[] = []
  for (let step = present; isWaiting(step);) {
    const next = step.actions.find(
      (action) =>
        isOffered(action, way.facts) &&
        !ahead.includes(action.to) &&
        action.to !== present.id &&
        !been.includes(action.to),
    )
    if (!next) break
    step = stepOn(edition, next.to, today)
    ahead.push(step.id)
  }
  const view = (id: string, state: 'done' | 'current' | 'to_come') => {
    const name = nameOf(edition, id)
    return name ? [{ id, name, state }] : []
  }
  return [
    ...been.flatMap((id) => view(id, 'done')),
    ...view(present.id, 'current'),
    ...ahead.flatMap((id) => view(id, 'to_come')),
  ]
}
