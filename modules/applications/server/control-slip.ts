import { dayOf, type Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { listEvents } from '../db/applications.ts'
import { readClock } from '../domain/clock.ts'
import { isWaiting, stepOn } from '../domain/edition.ts'
import { coursesOf } from '../domain/plan.ts'
import { controlWords } from './messages.vi.ts'
import { calendarFor, type OpenFile } from './open-file.ts'

type Row = {
  readonly step: string
  readonly by: string
  readonly from: Instant
  readonly until: Instant | null
  readonly result: string
  readonly note: string
}

type Event = Awaited<ReturnType<typeof listEvents>>[number]

/** Who had a file from when to when («phiếu kiểm soát quá trình giải quyết hồ sơ»), drawn up from the log alone. */
export async function stepsOf(ctx: Ctx, file: OpenFile): Promise<Row[]> {
  const events = await listEvents(ctx, file.application.id)
  const entries = events.filter(
    ({ toStep, fromStep, kind }) => toStep && (toStep !== fromStep || kind === 'received'),
  )
  const calendar = await calendarFor(ctx)
  return entries.flatMap((entry, index) => {
    const next = entries[index + 1]
    const step = stepOn(file.edition, entry.toStep!, ctx.today) // Filtered above.
    if (!isWaiting(step)) return []
    return [
      {
        step: step.name.vi,
        by: next?.byName ?? controlWords.actors[step.by],
        from: entry.at,
        until: next?.at ?? null,
        result:
          step.by === 'applicant'
            ? controlWords.paused
            : resultOf(file, entry, { until: next?.at ?? ctx.now, calendar, isOpen: !next }),
        note: noteOf(next),
      },
    ]
  })
}

type Stay = {
  readonly until: Instant
  readonly calendar: Awaited<ReturnType<typeof calendarFor>>
  readonly isOpen: boolean
}

/** By the clock of the step as it stood when the file left it. */
function resultOf(
  { edition, way }: OpenFile,
  { toStep, at }: Event,
  { until, calendar, isOpen }: Stay,
): string {
  const pauses = way.pauses.filter(({ stoppedAt }) => stoppedAt < until)
  const then = { ...way, step: toStep!, stepSince: at, decidedOn: null, pauses }
  const { step, total } = coursesOf(edition, then, dayOf(until))
  const face = [step, total]
    .flatMap((course) => (course ? readClock(calendar, course, until) : []))
    .find(({ state }) => state === 'over')
  if (face) return controlWords.over(face.past, face.unit)
  return isOpen ? '' : controlWords.inTime
}

/** What whoever passed it on wrote, in the words the citizen may read. */
function noteOf(next: Event | undefined): string {
  const reason = next?.detail['reason']
  return typeof reason === 'string' ? reason : ''
}
