import type {
  Actor,
  Channel,
  Clock,
  ClockUnit,
  DecisionKind,
  Holder,
  Procedure,
  Slip,
  messageParts,
} from '../procedure.ts'

/** What the handbook of procedures says besides the words of the law, in one language. */
export type HandbookPhrases = {
  readonly actor: Readonly<Record<Actor, string>>
  readonly channel: Readonly<Record<Channel, string>>
  readonly holder: Readonly<Record<Holder, string>>
  readonly decision: Readonly<Record<DecisionKind, string>>
  readonly slip: Readonly<Record<Slip, string>>
  readonly begunBy: Readonly<Record<Procedure['begunBy'], string>>
  readonly time: (length: number, unit: ClockUnit) => string
  readonly starts: Readonly<Record<Clock['starts'], string>>
  readonly within: (time: string, starts: string) => string
  readonly lasts: (time: string, starts: string) => string
  readonly longest: (time: string, starts: string) => string
  readonly orBefore: (time: string) => string
  readonly pauses: string
  readonly ofTheWhole: string
  readonly prolongs: string
  readonly shown: string
  readonly kept: string
  readonly held: (by: string, since: string) => string
  readonly recorded: string
  readonly completes: string
  readonly paused: string
  readonly resumes: string
  readonly signs: (kinds: string) => string
  readonly gives: (slip: string) => string
  readonly becomes: (day: string, step: string) => string
  readonly quorum: (share: string) => string
  /** What stands for the day, the papers and the reason of a file. */
  readonly parts: Readonly<Record<(typeof messageParts)[number], string>>
  readonly and: string
  readonly or: string
  readonly not: (what: string) => string
  readonly when: (what: string) => string
  readonly unless: (what: string) => string
}
