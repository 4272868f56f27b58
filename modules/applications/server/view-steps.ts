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

/**
 * The way of the file: where it has been, where it is, and the usual way on to an end. Whoever is asked for papers goes back
 * a step and sees it done all the same; what was decided and is decided anew lies ahead again.
 */
export function viewSteps(
  { edition, way }: Pick<OpenFile, 'edition' | 'way'>,
  today: CivilDate,
): ApplicationView['steps'] {
  const present = stepOn(edition, way.step, today)
  const walked = [present.id]
  for (let step = present; isWaiting(step);) {
    const next = step.actions.find(
      (action) => isOffered(action, way.facts) && !walked.includes(action.to) && action.to !== present.id,
    )
    if (!next) break
    step = stepOn(edition, next.to, today)
    walked.push(step.id)
  }
  const place = (id: string) => edition.steps.findIndex((step) => step.id === id)
  const ahead = walked.slice(1).filter((id) => !way.entered.has(id) || place(id) > place(present.id))
  const been = [...way.entered].filter((id) => id !== present.id && !ahead.includes(id))
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
