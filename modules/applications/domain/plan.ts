import { addSeconds, beginningOf, dayOf, type CivilDate, type Instant } from '#kernel/civil-date'
import type { WorkingCalendar } from '#modules/geography'
import { readClock, type ClockFace, type Course, type Pause } from './clock.ts'
import { isWaiting, stepOn, totalClock, type WaitingStep } from './edition.ts'
import { isTrueOfFile, type AskedFacts } from './file-condition.ts'
import { problems } from './problems.ts'
import type {
  Action,
  Clock,
  DecisionKind,
  Edition,
  NoClock,
  Procedure,
  Step,
  SubjectMatter,
} from './procedure.ts'

/** Where a file is on its way, and what its clocks count from. */
export type Way = {
  readonly step: string
  readonly receivedAt: Instant
  readonly completeOn: CivilDate | null
  readonly stepSince: Instant
  /** Once it is decided, nothing is due any more but the handing over. */
  readonly decidedOn: CivilDate | null
  readonly pauses: readonly Pause[]
  /** Every step the file has been in. */
  readonly entered: ReadonlySet<string>
  /** When a paper of the list came in last, where one came after the file itself. */
  readonly broughtAt?: Instant | undefined
  /** What is known of it; nothing in a way that is only imagined. */
  readonly facts?: AskedFacts
}

/** The action that takes in what was asked for, whoever takes it. */
export const supplying = 'supply'

/** What may be done with the file today: everything of its step but what is known not to be for it. */
export function actionsOn(
  edition: Edition,
  way: Pick<Way, 'step' | 'facts'>,
  today: CivilDate,
): readonly Action[] {
  const step = stepOn(edition, way.step, today)
  return isWaiting(step) ? step.actions.filter((action) => isOffered(action, way.facts)) : []
}

/** An action is offered unless what is known settles that it is not for this file. */
export function isOffered({ when }: Pick<Action, 'when'>, facts: AskedFacts | undefined): boolean {
  return when === undefined || facts === undefined || isTrueOfFile(when, facts) !== false
}

/** The clocks of a file as they stand: until the answer, and until whoever has it must act. */
export type Deadlines = {
  readonly total: ClockFace | null
  readonly step: ClockFace | null
  /** The moment the answer is promised for; null where nothing runs. */
  readonly dueAt: Instant | null
  readonly actBy: Instant | null
}

type Now = { readonly calendar: WorkingCalendar; readonly now: Instant }

export function deadlinesOf(edition: Edition, way: Way, { calendar, now }: Now): Deadlines {
  const { total, step } = coursesOf(edition, way, dayOf(now))
  const read = (course: Course | undefined) => (course ? readClock(calendar, course, now) : null)
  const faces = { total: read(total), step: read(step) }
  const dueAt = endOf(faces.total)
  const ends = [dueAt, endOf(faces.step)].filter((end) => end !== null)
  return { ...faces, dueAt, actBy: ends.toSorted()[0] ?? null }
}

/** The clocks that run, of the whole and of the step. */
export function coursesOf(edition: Edition, way: Way, today: CivilDate) {
  const step = stepOn(edition, way.step, today)
  if (!isWaiting(step)) return { total: undefined, step: undefined }
  const total = totalClock(edition, way.entered)
  return {
    total: total && !way.decidedOn ? courseOf(total, way) : undefined,
    step: courseOf(step.clock, way) ?? courseOfIntake(step, total, way),
  }
}

/**
 * Before anybody has said that a file is complete, its days run as if it were: nothing is promised to the citizen by them, and
 * whoever has it sees how long it lies and that it is late.
 */
function courseOfIntake({ actions }: WaitingStep, total: Clock | undefined, way: Way): Course | undefined {
  if (!total || way.completeOn !== null || !actions.some(findsComplete)) return undefined
  return { clock: total, startedAt: wholeSince(way), pauses: way.pauses }
}

/** An action that finds nothing missing; one that drafts or decides makes a file complete by itself. */
export const findsComplete = ({ clock, proposes, decides }: Action): boolean =>
  clock === 'completes' && !proposes && !decides

/**
 * The action papers alone settle: whoever has brought them all goes on by it. None where several ways lead on, each from a
 * file that is complete: between them an officer chooses.
 */
export function soleCompletion(
  edition: Edition,
  way: Pick<Way, 'step' | 'facts'>,
  today: CivilDate,
): Action | undefined {
  const [only, ...others] = actionsOn(edition, way, today).filter(({ clock }) => clock === 'completes')
  return only && findsComplete(only) && others.length === 0 ? only : undefined
}

/** Everything an edition may end in. */
export function kindsOf({ steps }: Edition): ReadonlySet<DecisionKind> {
  return new Set(
    steps
      .filter(isWaiting)
      .flatMap(({ actions }) =>
        actions.flatMap(({ proposes, decides }) => [...(proposes ?? []), ...(decides ?? [])]),
      ),
  )
}

const paying: readonly DecisionKind[] = ['grant', 'adjust', 'resume', 'transfer', 'convert', 'support']

/** Whether money may follow, so that it is worth asking how it is to be paid. */
export const mayPay = (edition: Edition): boolean => paying.some((kind) => kindsOf(edition).has(kind))

const ending: readonly DecisionKind[] = ['stop', 'discharge']

/** Whether it may be about somebody who has died: something is given for a death, or what they drew ends. */
export const mayHaveDied = ({ events }: Pick<Procedure, 'events'>, edition: Edition): boolean =>
  events.includes('death') || ending.some((kind) => kindsOf(edition).has(kind))

/** Whether a right may be granted, so that the law asks about somebody; or it is about what they draw already, or no money by the month. */
export function aboutOf({ benefits }: Procedure, edition: Edition): SubjectMatter {
  if (benefits.length === 0) return 'neither'
  const kinds = kindsOf(edition)
  return kinds.has('grant') || kinds.has('admit') ? 'right' : 'award'
}

/** The day nothing was missing any more: the file came, was supplied, or the last paper was brought, whoever looks at it when. */
function wholeSince({ stepSince, broughtAt }: Way): CivilDate {
  return dayOf(broughtAt !== undefined && broughtAt > stepSince ? broughtAt : stepSince)
}

/** The day a file is complete by an action that makes it so (TRN-02). */
export function completionOf(action: Action, way: Way, today: CivilDate): CivilDate {
  return findsComplete(action) ? wholeSince(way) : today
}

function courseOf(
  clock: Clock | NoClock,
  { receivedAt, completeOn, stepSince, pauses }: Way,
): Course | undefined {
  if (!('length' in clock)) return undefined
  const startedAt = { received: receivedAt, complete: completeOn, entered: stepSince }[clock.starts]
  return startedAt === null ? undefined : { clock, startedAt, pauses }
}

/** Offices close at five; until then an answer is in time. */
const closingHour = 17 * 3600

/** The moment a clock runs out; null while it stands still. */
function endOf(face: ClockFace | null): Instant | null {
  if (!face || face.state === 'paused') return null
  return face.dueAt ?? addSeconds(beginningOf(face.dueOn), closingHour)
}

/** A step taken: the action, where the file is now, and how the way ends, if it does. */
export type Move = {
  readonly action: Action
  readonly from: Step
  readonly to: Step
  readonly way: Way
  readonly ends: Extract<Step, { readonly ends: unknown }>['ends'] | null
}

/** Where an action of the present step leads; refused where the step has none of that name. */
export function planMove(
  edition: Edition,
  way: Way,
  asked: { readonly action: string; readonly now: Instant; readonly reason?: string | undefined },
): Move {
  const { now, reason } = asked
  const today = dayOf(now)
  const possible = actionsOn(edition, way, today)
  const action = possible.find(({ id }) => id === asked.action)
  if (!action)
    throw problems('action_not_possible', {
      action: asked.action,
      step: way.step,
      possible: possible.map(({ id }) => id),
    })
  if (action.needsReason && !reason?.trim()) throw problems('reason_needed', { action: action.id })
  const from = stepOn(edition, way.step, today)
  const to = stepOn(edition, action.to, today)
  return {
    action,
    from,
    to,
    way: {
      ...way,
      step: to.id,
      completeOn: action.clock === 'completes' ? completionOf(action, way, today) : way.completeOn,
      stepSince: to.id === from.id ? way.stepSince : now,
      decidedOn: action.decides ? today : way.decidedOn,
      pauses: pausesAfter(way.pauses, action, now),
      entered: new Set([...way.entered, to.id]),
    },
    ends: isWaiting(to) ? null : to.ends,
  }
}

/** A clock stands still once at a time, and goes on with whatever ends the waiting. */
function pausesAfter(pauses: readonly Pause[], { clock }: Action, now: Instant): readonly Pause[] {
  const isStopped = pauses.some(({ resumedAt }) => resumedAt === null)
  if (clock === 'pauses') return isStopped ? pauses : [...pauses, { stoppedAt: now, resumedAt: null }]
  return pauses.map((pause) => (pause.resumedAt === null ? { ...pause, resumedAt: now } : pause))
}

/** The action of the present step that decides so, if there is one. */
export function decidingAction(
  edition: Edition,
  way: Pick<Way, 'step' | 'facts'>,
  { kind, today }: { readonly kind: NonNullable<Action['decides']>[number]; readonly today: CivilDate },
): Action | undefined {
  return actionsOn(edition, way, today).find(({ decides }) => decides?.includes(kind))
}
