import type { CivilDate } from '#kernel/civil-date'
import type { Benefit, EventKind, Label, RegimeId, Source } from '#modules/entitlement'
import type { FileCondition } from './file-condition.ts'
import type { ProcedureId } from './procedure-ids.ts'

export { procedureIds, type ProcedureId } from './procedure-ids.ts'

/** Who acts in a step («người thực hiện»); `competent` is whoever decides on the day, by `Procedure.competent`. */
export const actors = [
  'applicant',
  'one_stop',
  'commune_officer',
  'village_head',
  'review_council',
  'disability_council',
  'medical_board',
  'commune_chair',
  'district_office',
  'district_chair',
  'health_department',
  'facility_officer',
  'facility_head',
  'competent',
] as const
export type Actor = (typeof actors)[number]

export const channels = ['counter', 'post', 'online', 'home_visit'] as const
/** How a file may arrive («hình thức nộp»). */
export type Channel = (typeof channels)[number]

export const clockUnits = ['working_days', 'calendar_days', 'hours', 'months'] as const
export type ClockUnit = (typeof clockUnits)[number]

/**
 * A time the law sets («thời hạn»). `within` is a limit for acting, `lasts` a time that has to pass before one may go on
 * (a posting), `longest` the end of a stay, which no day off moves.
 */
export type Clock = {
  readonly kind: 'within' | 'lasts' | 'longest'
  readonly length: number
  readonly unit: ClockUnit
  /** The event that starts it; its own day is not counted. */
  readonly starts: 'received' | 'complete' | 'entered'
  /** Whether it stands still while papers are asked for. */
  readonly pauses: boolean
  /** Another text sets another time for the same act: whichever ends first holds (C24). */
  readonly orBefore?: {
    readonly length: number
    readonly unit: 'working_days' | 'calendar_days'
    readonly cite: Source
  }
  readonly cite: Source
}

/** Why a step has no time of its own: its days are those of the whole, or of another step, or the law names none. */
export type NoClock = { readonly kind: 'of_the_whole' } | { readonly kind: 'none'; readonly why: Label }

/** What a decision does («loại quyết định»): those of an award, and those that are given once. */
export const decisionKinds = [
  'grant',
  'adjust',
  'suspend',
  'resume',
  'stop',
  'transfer',
  'convert',
  'support',
  'certify',
  'admit',
  'discharge',
  'refuse',
] as const
export type DecisionKind = (typeof decisionKinds)[number]

export const subjectMatters = ['right', 'award', 'neither'] as const
/** What a file turns on: a right that may be granted, what somebody draws already, or no money by the month. */
export type SubjectMatter = (typeof subjectMatters)[number]

/** Papers the office gives out on the way («phiếu», «giấy»). */
export const slips = [
  'receipt',
  'supplement_request',
  'refusal_to_receive',
  'apology',
  'invitation',
  'posting_notice',
  'submission_note',
  'control_slip',
] as const
export type Slip = (typeof slips)[number]

/** What may be done in a step, and where it leads. */
export type Action = {
  readonly id: string
  /** What the button says: a verb and its object. */
  readonly label: Label
  readonly to: string
  /** Offered unless it is known not to hold; always where it is left out. */
  readonly when?: FileCondition
  /** `completes` starts the clocks of a complete file; `pauses` and `resumes` hold those that may stand still. */
  readonly clock?: 'completes' | 'pauses' | 'resumes'
  /** What is drafted for whoever decides. */
  readonly proposes?: readonly DecisionKind[]
  /** One of these is signed by whoever acts. */
  readonly decides?: readonly DecisionKind[]
  readonly gives?: Slip
  /** The actor must say why, in words the citizen reads. */
  readonly needsReason?: true
  /** Not before the time the step lasts has passed. */
  readonly waits?: true
  /** Who may do it besides the actor of the step. */
  readonly alsoBy?: readonly Actor[]
}

/** A step («bước») that waits for somebody, or an end. */
export type Step = {
  readonly id: string
  readonly name: Label
  /** What the person who applied reads while the file is here, in plain words; see `messageParts`. */
  readonly tells: Label
} & (
  | {
      readonly by: Actor
      readonly clock: Clock | NoClock
      readonly actions: readonly [Action, ...Action[]]
      /** With the other of the two units that have a part in the file: the one that is left, or where the facility stands. */
      readonly at?: 'other'
      /** Its days come on top of the whole, for the files that pass through it. */
      readonly prolongs?: true
      /** A law that came in between took the step away: from the day on, a file in it stands in another (TRN-04). */
      readonly until?: { readonly day: CivilDate; readonly becomes: string; readonly cite: Source }
    }
  | { readonly ends: 'decided' | 'withdrawn' | 'not_received' }
)

/** What a message may be filled with. */
export const messageParts = ['due', 'missing', 'reason'] as const

export type Form = {
  /** As the decree numbers it («1đ», «01»). */
  readonly number: string
  readonly name: Label
  /** For whom; for everybody where it is left out. */
  readonly when?: FileCondition
  readonly cite: Source
}

/** Where the State has a fact already, so that nobody is asked for the paper («không yêu cầu nộp»). */
export const holders = [
  'population_database',
  'civil_status',
  'social_insurance',
  'poverty_list',
  'register',
] as const
export type Holder = (typeof holders)[number]

export type Paper = {
  readonly id: string
  readonly name: Label
  readonly when?: FileCondition
  /** Brought by whoever has one («nếu có»): nobody waits for it. */
  readonly isOptional?: true
  /** `shown` is compared and handed back («xuất trình để đối chiếu»); `kept` stays with the file. */
  readonly how: 'shown' | 'kept'
  /** Since when who holds it; `register` only where it has been recorded here. */
  readonly held?: { readonly by: Holder; readonly since: CivilDate; readonly cite: Source }
  /** Never on a list, a posting or a slip. */
  readonly isConfidential?: true
  readonly cite: Source
}

/** What a procedure has to know that is no fact of the law («câu hỏi của thủ tục»). */
export type Question = {
  readonly id: string
  readonly text: Label
  readonly answers: readonly { readonly id: string; readonly label: Label }[]
}

/** What is put up at the office, and what never is. */
export type Posting = {
  readonly step: string
  readonly where: Label
  readonly shows: readonly Label[]
  readonly never: readonly Label[]
  readonly cite: Source
}

export type Council = {
  readonly step: string
  readonly name: Label
  readonly members: readonly Label[]
  /** At least this share of the members is there; decided by majority, and by the president where votes are equal. */
  readonly quorum?: { readonly numerator: number; readonly denominator: number }
  readonly cite: Source
}

/** A time beside the steps («thời hạn khác»). */
export type Limit = {
  readonly id: string
  readonly name: Label
  readonly when?: FileCondition
  readonly clock: Clock
}

/** The procedure as the law has it over some time; a file keeps the one of its day. */
export type Edition = {
  readonly regime: RegimeId
  /** For files complete on this day and later, and before `until`. */
  readonly from: CivilDate
  readonly until?: CivilDate | undefined
  readonly cite: Source
  readonly channels: { readonly among: readonly [Channel, ...Channel[]]; readonly cite: Source }
  /** Where to hand it in. */
  readonly where: Label
  readonly forms: readonly Form[]
  readonly papers: readonly Paper[]
  readonly questions?: readonly Question[]
  /** From the complete file to the decision; none where the law names none. */
  readonly total: Clock | { readonly kind: 'none'; readonly why: Label }
  /** Times beside the steps: how long a stay may last, when it is looked at again. */
  readonly limits?: readonly Limit[]
  readonly steps: readonly [Step, ...Step[]]
  readonly posting?: Posting | undefined
  readonly councils?: readonly Council[]
  readonly notes?: readonly { readonly text: Label; readonly cite: Source }[]
  /** What is not settled, by number in docs/open-questions.md. */
  readonly open: readonly string[]
}

/** Who may sign from a day on, whatever the edition of the file (TRN-04). */
export type Competence = {
  readonly from: CivilDate
  /** For which files; for all of them where it is left out. */
  readonly when?: FileCondition
  readonly by: Exclude<Actor, 'competent'>
  /** As it is signed. */
  readonly title: Label
  readonly cite: Source
}

export type Procedure = {
  readonly id: ProcedureId
  readonly name: Label
  /** For whom it is, in one plain sentence. */
  readonly about: Label
  /** Which benefits a decision opens, changes or ends; none where it gives something once. */
  readonly benefits: readonly Benefit[]
  /** What may have happened, as the law asks about it; its facts are asked with the file. */
  readonly events: readonly EventKind[]
  /** Who begins it: a person, an officer by duty, or whoever of them is there first. */
  readonly begunBy: 'applicant' | 'officer' | 'either'
  readonly competent: readonly [Competence, ...Competence[]]
  readonly editions: readonly [Edition, ...Edition[]]
}
