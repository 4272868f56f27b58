import { z } from 'zod'
import { BirthPrecision, CivilDate, Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { id } from '#kernel/id'
import { benefits } from '#modules/entitlement/contract'
import { LikenessPart, PeriodView, relationKinds } from '#modules/people/contract'
import { endpoint } from '#platform/contract/endpoint'
import { Answer, Choices, PairState } from '../domain/pair-state.ts'
import { problems } from '../domain/problems.ts'

export const PairId = id<'PairId'>()
export type PairId = z.infer<typeof PairId>

export const pageSize = 25

const AreaRef = z.object({ id: z.int(), name: z.string() })

/** Who somebody is, as far as it may be told of whoever lives out of sight. */
const Told = z.object({
  /** Null where they live out of sight. */
  id: z.uuid().nullable(),
  fullName: z.string(),
  sex: z.enum(['female', 'male']),
  born: CivilDate,
  bornPrecision: BirthPrecision,
  /** The unit of today. */
  area: AreaRef,
})

export const PairRow = z.object({
  id: PairId,
  state: PairState,
  likely: z.number(),
  isNearlySure: z.boolean(),
  parts: z.array(LikenessPart),
  people: z.tuple([Told, Told]),
  /** What was listed for both in one month for one component. */
  atStake: Dong,
  foundAt: Instant,
  /** The commune the asker works for was asked and has not answered. */
  waitsForAnswerHere: z.boolean(),
})
export type PairRow = z.infer<typeof PairRow>

/** Which pairs: what is to be decided, what waits for an answer or a second person, and what was decided. */
export const pairViews = ['undecided', 'asked', 'agreed', 'proposed', 'apart', 'merged'] as const
export const PairView = z.enum(pairViews)
export type PairView = z.infer<typeof PairView>

/** Both at home in one commune, or not. */
export const Reach = z.enum(['within', 'across'])
export type Reach = z.infer<typeof Reach>

export const PairFilter = z.object({
  view: PairView.default('undecided'),
  areaId: z.coerce.number().int().optional(),
  reach: Reach.optional(),
  /** Only those both of whom were listed for the same money. */
  money: z.boolean().optional(),
})
export type PairFilter = z.infer<typeof PairFilter>

export const PairPage = z.object({
  rows: z.array(PairRow),
  total: z.int(),
  atStake: Dong,
  views: z.array(z.object({ view: PairView, pairs: z.int() })),
  /** Undecided pairs by the commune of either end, within the asker’s own units. */
  areas: z.array(z.object({ area: AreaRef, pairs: z.int() })),
  /** When everybody was last looked at; null before the first look has ended. */
  lookedAt: Instant.nullable(),
})
export type PairPage = z.infer<typeof PairPage>

export const listPairs = endpoint({
  method: 'GET',
  path: '/duplicates',
  summary: 'Records that may be one person, those that cost most first',
  permission: 'duplicates.read',
  audit: 'duplicates.list_read',
  input: PairFilter.extend({ page: z.coerce.number().int().min(1).default(1) }),
  output: PairPage,
})

/** A page of people found. */
const mostMarked = 50

/** A pair nobody has decided about yet, from the side of somebody on a list. */
export const SuspicionView = z.object({
  personId: z.uuid(),
  pairId: PairId,
  /** Who else the person may be; without an id where they live out of sight. */
  other: z.object({ id: z.uuid().nullable(), fullName: z.string() }),
})
export type SuspicionView = z.infer<typeof SuspicionView>

export const listSuspicions = endpoint({
  method: 'GET',
  path: '/duplicates/suspicions',
  summary: 'Which people of a list may be written down twice, and as whom',
  permission: 'duplicates.read',
  audit: 'duplicates.suspicions_read',
  input: z.object({ personIds: z.array(z.uuid()).max(mostMarked) }),
  output: z.array(SuspicionView),
})

const NumberView = z.object({
  kind: z.enum(['personal_id', 'legacy_id', 'health_card', 'social_insurance']),
  /** All but the last four signs are hidden of whoever lives out of sight. */
  number: z.string(),
  isVerified: z.boolean(),
})

/** One of the two; of whoever lives out of sight, what one commune may ask the other by. */
export const Side = Told.extend({
  diedOn: CivilDate.nullable(),
  ethnicGroup: z.string().nullable(),
  phone: z.string().nullable(),
  village: z.string().nullable(),
  /** The unit as it was recorded. */
  recordedArea: AreaRef,
  head: z.string().nullable(),
  /** Whom they are married to now. */
  spouse: z.string().nullable(),
  /** What is true of them now, as `people` lists it; nothing confidential. */
  facts: z.array(z.object({ kind: z.string(), detail: z.record(z.string(), z.unknown()) })),
  numbers: z.array(NumberView),
  registeredOn: CivilDate,
  source: z.string().nullable(),
  awards: z.array(
    z.object({ benefit: z.enum(benefits), from: Month, through: Month.nullable(), isOpen: z.boolean() }),
  ),
  /** The record it was merged into. */
  isMerged: z.boolean(),
})
export type Side = z.infer<typeof Side>

export const QuestionView = z.object({
  from: AreaRef,
  to: AreaRef,
  message: z.string(),
  by: z.string(),
  at: Instant,
  answer: z.object({ answer: Answer, note: z.string(), by: z.string(), at: Instant }).nullable(),
})
export type QuestionView = z.infer<typeof QuestionView>

/** Somebody of a household. */
const Staying = z.object({ id: z.uuid(), fullName: z.string() })
export type Staying = z.infer<typeof Staying>

/** A tie whose days are others than one of the two records had it, once they are one. */
const JoinedTie = z.object({
  how: z.enum(['longer', 'shorter']),
  kind: z.enum(relationKinds),
  side: z.enum(['from', 'to']),
  /** Null where they live out of sight. */
  fullName: z.string().nullable(),
  born: CivilDate.nullable(),
  told: z.array(PeriodView),
  now: z.array(PeriodView),
})
export type JoinedTie = z.infer<typeof JoinedTie>

const Decision = z.object({ by: z.string(), at: Instant, reason: z.string().nullable() })

export const PairDetail = z.object({
  id: PairId,
  state: PairState,
  likely: z.number(),
  isNearlySure: z.boolean(),
  score: z.number(),
  parts: z.array(LikenessPart),
  foundAt: Instant,
  sides: z.tuple([Side, Side]),
  /** Which of the two records would be kept: the one that is paid. Null where one is out of sight. */
  keeps: z.enum(['one', 'other']).nullable(),
  /** Why the two cannot be merged as they stand. */
  obstacle: z.enum(['awards_of_two_schemes', 'one_has_died', 'are_related']).nullable(),
  /** Who would stay in a household without a head, by the record the home is taken from. */
  headless: z.object({ one: z.array(Staying), other: z.array(Staying) }),
  /** What a merge would join of the ties of both, or has joined; only for who sees both. */
  joined: z.array(JoinedTie),
  /** What was listed for both; the months only for who sees both. */
  twice: z.object({
    total: Dong,
    months: z.array(
      z.object({ component: z.string(), benefitMonth: Month, one: Dong, other: Dong, amount: Dong }),
    ),
  }),
  questions: z.array(QuestionView),
  proposal: z
    .object({ choices: Choices, reason: z.string(), by: z.string(), at: Instant, isOwn: z.boolean() })
    .nullable(),
  decision: Decision.nullable(),
  /** That they were merged before and made two again, the last time first. */
  partings: z.array(z.object({ merged: Decision, parted: Decision })),
  /** What the asker may do with it now. */
  may: z.object({
    keepApart: z.boolean(),
    merge: z.boolean(),
    /** A second person has to confirm, for money was paid. */
    needsSecond: z.boolean(),
    confirm: z.boolean(),
    ask: z.boolean(),
    answer: z.boolean(),
    undo: z.boolean(),
  }),
})
export type PairDetail = z.infer<typeof PairDetail>

export const getPair = endpoint({
  method: 'GET',
  path: '/duplicates/{id}',
  summary: 'Two records side by side: what agrees, what differs, and how much each weighs',
  permission: 'duplicates.read',
  audit: 'duplicates.pair_read',
  input: z.object({ id: PairId }),
  output: PairDetail,
  problems: problems.of('pair_not_found'),
})
