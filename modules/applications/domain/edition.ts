import type { CivilDate } from '#kernel/civil-date'
import { isTrueOfFile, type AskedFacts } from './file-condition.ts'
import type { Action, Actor, Clock, Competence, Edition, Procedure, Step } from './procedure.ts'

/** The edition for a file complete on a day; undefined before the first that is known. */
export function editionOn({ editions }: Pick<Procedure, 'editions'>, day: CivilDate): Edition | undefined {
  return editions.findLast(({ from, until }) => from <= day && (until === undefined || day < until))
}

export type FileDays = { readonly receivedOn: CivilDate; readonly completeOn: CivilDate | null }

/**
 * The edition a file keeps until it is decided, whatever comes into force meanwhile (TRN-02): that of the day it was complete, and until then
 * that of the day it came. A form filled in before it was complete stays good, so nobody has to hand it in again.
 */
export function editionOfFile(
  procedure: Pick<Procedure, 'editions'>,
  { receivedOn, completeOn }: FileDays,
): { readonly edition: Edition; readonly formsOf: Edition } | undefined {
  const edition = editionOn(procedure, completeOn ?? receivedOn)
  const formsOf = editionOn(procedure, receivedOn)
  return edition && { edition, formsOf: formsOf ?? edition }
}

/** Whether a file still goes by an edition that no new file would. */
export function isInTransition(edition: Edition, today: CivilDate): boolean {
  return edition.until !== undefined && edition.until <= today
}

/** Who may sign on a day, also in a file of an older edition (TRN-04). */
export function competentOn(
  { competent }: Pick<Procedure, 'competent'>,
  day: CivilDate,
  facts?: AskedFacts,
): Competence {
  const [first] = competent
  const isFor = ({ when }: Competence) =>
    when === undefined || (facts !== undefined && isTrueOfFile(when, facts) === true)
  return competent.findLast((one) => one.from <= day && isFor(one)) ?? first
}

export type WaitingStep = Extract<Step, { readonly by: Actor }>

export function isWaiting(step: Step): step is WaitingStep {
  return 'by' in step
}

/** Who decides in the name of an office: what they do in their step is theirs alone. */
const signers: ReadonlySet<Actor> = new Set(['competent', 'commune_chair', 'district_chair', 'facility_head'])

/** Who prepares what others sign. */
const handlers: ReadonlySet<Actor> = new Set(['one_stop', 'commune_officer', 'facility_officer'])

/** Whether an action is of whoever signs and of nobody else: it is in their step, and no officer is named beside them. */
export function isSignersOwn(step: Step, { alsoBy = [] }: Pick<Action, 'alsoBy'>): boolean {
  return isWaiting(step) && signers.has(step.by) && !alsoBy.some((actor) => handlers.has(actor))
}

/** The step a file is in on a day: one that a later law took away stands for another (TRN-04). */
export function stepOn(edition: Pick<Edition, 'steps'>, id: string, day: CivilDate): Step {
  const step = edition.steps.find((one) => one.id === id)
  if (!step) throw new RangeError(`There is no step ${id}`)
  return isWaiting(step) && step.until && step.until.day <= day
    ? stepOn(edition, step.until.becomes, day)
    : step
}

/** The time from the complete file to the decision; steps that prolong it, and were entered, come on top. */
export function totalClock({ total, steps }: Edition, entered: ReadonlySet<string>): Clock | undefined {
  if (total.kind === 'none') return undefined
  const more = steps.flatMap((step) =>
    isWaiting(step) && step.prolongs && entered.has(step.id) && 'length' in step.clock
      ? [step.clock.length]
      : [],
  )
  return { ...total, length: more.reduce((sum, days) => sum + days, total.length) }
}
