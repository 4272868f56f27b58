import type { Month } from '#kernel/civil-date'
import type { Job } from '#platform/server/jobs'
import type { Frame } from './frame.ts'

/** Which earlier months are looked at again for everybody, in one pass, and which for those who changed. */
export type Schedule = {
  readonly streamed: readonly Month[]
  readonly person: readonly Month[]
  /** Months before the opening, made again from everything recorded: what was known then is in no projection. */
  readonly replayed: readonly Month[]
  readonly revisedBefore: readonly Month[]
  /** How many people are read in all, each as often as it is. */
  readonly work: number
}

// To look one person up costs about as much as to read this many one after another.
const readForOneLookup = 5

/** Decides how to look back, from how many people a month has. */
export function scheduleOf(frame: Frame, people: number): Schedule {
  const { revised, unrevised, opening, changed, changedSinceOpening } = frame
  const past = [...revised, ...unrevised].toSorted()
  const isMany = changed.length * readForOneLookup > people
  const streamed = past.filter((month) => revised.includes(month) || (isMany && month >= opening.month))
  const person = past.filter((month) => month >= opening.month && !streamed.includes(month))
  const replayed = past.filter((month) => month < opening.month)
  const revisedBefore = revised.filter((month) => month < opening.month)
  const again = [
    streamed.length > 0 ? people : 0,
    person.length > 0 ? changed.length : 0,
    replayed.length > 0 ? changed.length : 0,
    revisedBefore.length > 0 ? changedSinceOpening.length : 0,
  ]
  return {
    streamed,
    person,
    replayed,
    revisedBefore,
    work: again.reduce((sum, count) => sum + count, people),
  }
}

/** A job that is told how many people were read, and itself tells how far through all of them that is. */
export type PacedJob = Job & {
  readonly advance: (people: number, stage: string) => Promise<void>
  /** Everybody was read; what is left takes a moment. */
  readonly finish: (stage: string) => Promise<void>
}

/**
 * Measures a job by work known from the start, so that what it shows neither goes back nor over the end. Everybody is read,
 * because people move; shown is as large a part of the people of the run’s own units, whom alone the list is about.
 */
export function pace(job: Job, { work, people }: { work: number; people: number }): PacedJob {
  let read = 0
  const tell = (stage: string) => {
    const done = work === 0 ? people : Math.floor((read * people) / work)
    return job.progress(done, people, stage)
  }
  return {
    ...job,
    advance: (more, stage) => {
      read = Math.min(work, read + more)
      return tell(stage)
    },
    finish: (stage) => {
      read = work
      return tell(stage)
    },
  }
}
