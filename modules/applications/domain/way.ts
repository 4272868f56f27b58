import { isWaiting, type WaitingStep } from './edition.ts'
import type { Action, Edition, Step } from './procedure.ts'

/** Where a file stands on a way, and what its clocks have seen. */
export type Standing = { readonly step: Step; readonly isComplete: boolean; readonly isPaused: boolean }

/** The beginning of every way. */
export const beginningOfWay = ({ steps }: Pick<Edition, 'steps'>): Standing => ({
  step: steps[0],
  isComplete: false,
  isPaused: false,
})

/** Where an action leads from there. */
export function after(
  { steps }: Pick<Edition, 'steps'>,
  standing: Standing,
  { to, clock }: Action,
): Standing {
  const step = steps.find(({ id }) => id === to)
  if (!step) throw new RangeError(`There is no step ${to}`)
  return {
    step,
    isComplete: standing.isComplete || clock === 'completes',
    isPaused: clock === 'pauses' || (standing.isPaused && clock !== 'resumes'),
  }
}

/** Steps nobody reaches or leaves for an end, clocks that begin before the file is complete, pauses that never end. */
export function faultsOfWay(edition: Edition): string[] {
  const { steps } = edition
  const ids = new Set(steps.map(({ id }) => id))
  const waiting = steps.filter(isWaiting)
  const lost = waiting.flatMap((step) => [
    ...step.actions
      .filter(({ to }) => !ids.has(to))
      .map(({ id, to }) => `${step.id}.${id} leads to ${to}, which is no step`),
    ...(step.until && (step.until.becomes === step.id || !ids.has(step.until.becomes))
      ? [`step ${step.id} becomes ${step.until.becomes}, which is no other step`]
      : []),
    ...step.actions
      .filter(({ id }, index) => step.actions.findIndex((one) => one.id === id) !== index)
      .map(({ id }) => `${step.id}.${id} stands twice`),
  ])
  // Where a way leads nowhere there is nothing to walk.
  if (lost.length > 0) return lost
  const reached = standingsOf(edition)
  const ended = endingFrom(edition)
  return [
    ...steps
      .filter(({ id }) => !reached.some(({ step }) => step.id === id))
      .map(({ id }) => `step ${id} cannot be reached`),
    ...steps.filter(({ id }) => !ended.has(id)).map(({ id }) => `step ${id} never ends`),
    ...(steps.some((step) => 'ends' in step && step.ends === 'decided') ? [] : ['nothing is ever decided']),
    ...new Set(reached.flatMap(faultsOfStanding)),
    ...faultsOfLength(edition),
  ]
}

function faultsOfStanding({ step, isComplete, isPaused }: Standing): string[] {
  if (!isWaiting(step)) return []
  return [
    ...('length' in step.clock && step.clock.starts === 'complete' && !isComplete
      ? [`step ${step.id} counts from a complete file and may be entered before`]
      : []),
    ...step.actions.flatMap(({ id, clock, decides }) => [
      ...(clock === 'pauses' && isPaused ? [`${step.id}.${id} pauses what stands still`] : []),
      ...(clock === 'resumes' && !isPaused ? [`${step.id}.${id} resumes what runs`] : []),
      ...(clock === 'completes' && isComplete ? [`${step.id}.${id} completes what is complete`] : []),
      ...(decides && isPaused ? [`${step.id}.${id} decides while papers are waited for`] : []),
    ]),
  ]
}

/** Every standing a file can be in, also by steps that a later law turns into others. */
function standingsOf(edition: Edition): readonly Standing[] {
  const found = new Map<string, Standing>()
  const open = [beginningOfWay(edition)]
  for (let standing = open.pop(); standing; standing = open.pop()) {
    const { step, isComplete, isPaused } = standing
    const key = `${step.id} ${isComplete} ${isPaused}`
    if (found.has(key)) continue
    found.set(key, standing)
    if (!isWaiting(step)) continue
    open.push(...step.actions.map((action) => after(edition, standing, action)))
    const become = edition.steps.find(({ id }) => id === step.until?.becomes)
    if (become) open.push({ ...standing, step: become })
  }
  return [...found.values()]
}

/** The steps from which an end can be reached. */
function endingFrom({ steps }: Edition): ReadonlySet<string> {
  const ending = new Set(steps.filter((step) => !isWaiting(step)).map(({ id }) => id))
  for (let size = -1; size !== ending.size;) {
    size = ending.size
    for (const step of steps)
      if (isWaiting(step) && step.actions.some(({ to }) => ending.has(to))) ending.add(step.id)
  }
  return ending
}

/** The limits of the steps on one way never add up to more than the whole. */
function faultsOfLength({ steps, total }: Edition): string[] {
  if (!('length' in total) || total.unit !== 'working_days') return []
  const longest = longestFrom(steps, steps[0], new Set())
  return longest > total.length ? [`its steps take ${longest} working days, the whole ${total.length}`] : []
}

function longestFrom(steps: Edition['steps'], step: Step, passed: ReadonlySet<string>): number {
  if (!isWaiting(step)) return 0
  const here = new Set([...passed, step.id])
  const next = steps.filter(
    ({ id }) => !here.has(id) && step.actions.some(({ to, decides }) => to === id && !decides),
  )
  return ownDays(step) + Math.max(0, ...next.map((one) => longestFrom(steps, one, here)))
}

function ownDays({ clock, prolongs }: WaitingStep): number {
  return 'length' in clock && clock.kind === 'within' && clock.unit === 'working_days' && !prolongs
    ? clock.length
    : 0
}
