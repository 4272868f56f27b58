import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import type { LawBook } from './domain/law-book/book.ts'
import type { CaseResult } from './domain/law-book/cases.ts'
import type { LawDifference } from './domain/law-book/difference.ts'
import type { RuleVersion } from './domain/law-book/rule-history.ts'
import type { SupportCaseResult } from './domain/law-book/support-cases.ts'
import type { Hit } from './domain/law-book/search.ts'
import type { LawTimeline } from './domain/law-book/timeline.ts'
import { problems } from './domain/problems.ts'
import type { Label } from './domain/rule-set.ts'

/** Made here of rule sets that were checked at the start; a version in its format says how to read it. */
const made = <Value>() => z.custom<Value>((value) => typeof value === 'object' && value !== null)
const LabelView = z.object({ vi: z.string(), en: z.string() }) satisfies z.ZodType<Label>

/** What is open about the law, and what holds until it is settled («Cần xác nhận»). */
export const OpenQuestionView = z.object({
  number: z.string(),
  question: LabelView,
  assumed: LabelView,
  whoKnows: LabelView,
  /** The rules that rest on it. */
  about: z.array(z.string()),
  /** The same as links name them; a rule no law in force so far has is not among them. */
  rules: z.array(z.object({ id: z.string(), label: LabelView })),
})
export type OpenQuestionView = z.infer<typeof OpenQuestionView>

const days = {
  /** The day the law is looked at («ngày xem»); today where it is left out. */
  on: CivilDate.optional(),
  /** As it was known on this day («biết đến»); today where it is left out. */
  known: CivilDate.optional(),
}

export const LawBookView = z.object({
  book: made<LawBook>(),
  timeline: made<LawTimeline>(),
  questions: z.array(OpenQuestionView),
})
export type LawBookView = z.infer<typeof LawBookView>

export const getLawBook = endpoint({
  method: 'GET',
  path: '/law/book',
  summary: 'Everything the law says on a day, and the days on which it changed',
  permission: 'law.read',
  input: z.object(days),
  output: LawBookView,
  problems: problems.of('law_unknown'),
})

export const RuleView = z.object({
  id: z.string(),
  on: CivilDate,
  known: CivilDate,
  state: z.enum(['in_force', 'not_yet', 'ended']),
  /** The version of the day; the nearest one where it is not in force. */
  current: made<RuleVersion>(),
  /** Oldest first. */
  versions: z.array(made<RuleVersion>()),
  /** The cases of the law that fix the rule, run for this answer. */
  cases: z.array(made<CaseResult>()),
  supportCases: z.array(made<SupportCaseResult>()),
  questions: z.array(OpenQuestionView),
})
export type RuleView = z.infer<typeof RuleView>

export const getRule = endpoint({
  method: 'GET',
  path: '/law/rules/{id}',
  summary: 'One rule through time, with the cases that fix it, run now',
  permission: 'law.read',
  input: z.object({ id: z.string().max(60), ...days }),
  output: RuleView,
  problems: problems.of('rule_not_found', 'law_unknown'),
})

export const getLawDifference = endpoint({
  method: 'GET',
  path: '/law/difference',
  summary: 'What the law says otherwise on one day than on another',
  permission: 'law.read',
  input: z.object({
    from: CivilDate,
    to: CivilDate,
    /** What was known of each; today where it is left out. */
    fromKnown: CivilDate.optional(),
    toKnown: CivilDate.optional(),
  }),
  output: made<LawDifference>(),
  problems: problems.of('law_unknown'),
})

export const searchLaw = endpoint({
  method: 'GET',
  path: '/law/search',
  summary: 'Rules by words or by an amount, on a day and at every other time',
  permission: 'law.read',
  input: z.object({ q: z.string().max(200), language: z.enum(['vi', 'en']).default('vi'), ...days }),
  output: z.array(made<Hit>()),
  problems: problems.of('law_unknown'),
})

export const findCitation = endpoint({
  method: 'GET',
  path: '/law/citations',
  summary: 'Rules that stand in an article on a day',
  permission: 'law.read',
  input: z.object({ document: z.string().max(200), place: z.string().max(400), ...days }),
  output: z.array(made<Hit>()),
  problems: problems.of('law_unknown'),
})

export const listOpenQuestions = endpoint({
  method: 'GET',
  path: '/law/questions',
  summary: 'What is open about the law, and what holds until it is settled',
  permission: 'law.read',
  input: z.object({}),
  output: z.array(OpenQuestionView),
})
