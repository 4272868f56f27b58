import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { LawBookView, OpenQuestionView, RuleView } from '../../law-contract.ts'
import { lawBookOn, turningDays } from '../../domain/law-book/book.ts'
import { runCase } from '../../domain/law-book/cases.ts'
import { differenceBetween, type LawDifference } from '../../domain/law-book/difference.ts'
import { historyOf, standingOn } from '../../domain/law-book/rule-history.ts'
import { findCited, searchLaw, type Hit } from '../../domain/law-book/search.ts'
import { bookWordsEn } from '../../domain/law-book/sentences.en.ts'
import { bookWordsVi } from '../../domain/law-book/sentences.vi.ts'
import { runSupportCase } from '../../domain/law-book/support-cases.ts'
import { timelineOf } from '../../domain/law-book/timeline.ts'
import { assertLawKnown } from '../../domain/known-law.ts'
import { problems } from '../../domain/problems.ts'
import { goldenCases } from '../../law/golden/index.ts'
import { supportCases } from '../../law/golden/support/index.ts'
import { law } from '../../law/index.ts'
import { openQuestions } from '../../law/open-questions/index.ts'

type Days = { readonly on?: CivilDate | undefined; readonly known?: CivilDate | undefined }

/** The two days a question is about; each is today where it says nothing. */
function daysOf({ today }: Ctx, { on = today, known = today }: Days) {
  assertLawKnown(on)
  return { on, known }
}

export function showLawBook(ctx: Ctx, days: Days): Promise<LawBookView> {
  const { on, known } = daysOf(ctx, days)
  return Promise.resolve({
    book: lawBookOn(law, on, known),
    timeline: timelineOf(law, known),
    questions: questionsAbout(ctx.today),
  })
}

/** The cases are run for every answer: what is shown as right was right a moment ago. */
export function showRule(ctx: Ctx, { id, ...days }: Days & { readonly id: string }): Promise<RuleView> {
  const { on, known } = daysOf(ctx, days)
  const versions = historyOf(law, id, known)
  const { state, version } = standingOn(versions, on)
  if (!version) throw problems('rule_not_found', { id })
  const cases = goldenCases.map((golden) => runCase(golden, law)).filter(({ rules }) => rules.includes(id))
  return Promise.resolve({
    id,
    on,
    known,
    state,
    current: version,
    versions,
    cases,
    supportCases: supportCases.map(runSupportCase).filter(({ rules }) => rules.includes(id)),
    questions: questionsAbout(ctx.today, id),
  })
}

export function showDifference(
  { today }: Ctx,
  {
    from,
    to,
    fromKnown = today,
    toKnown = today,
  }: {
    readonly from: CivilDate
    readonly to: CivilDate
    readonly fromKnown?: CivilDate | undefined
    readonly toKnown?: CivilDate | undefined
  },
): Promise<LawDifference> {
  assertLawKnown(from)
  assertLawKnown(to)
  return Promise.resolve(differenceBetween(lawBookOn(law, from, fromKnown), lawBookOn(law, to, toKnown)))
}

export function searchInLaw(
  ctx: Ctx,
  { q, language, ...days }: Days & { readonly q: string; readonly language: 'vi' | 'en' },
): Promise<Hit[]> {
  const { on, known } = daysOf(ctx, days)
  return Promise.resolve(searchLaw(law, q, on, known, language === 'en' ? bookWordsEn : bookWordsVi))
}

export function showCited(
  ctx: Ctx,
  { document, place, ...days }: Days & { readonly document: string; readonly place: string },
): Promise<Hit[]> {
  const { on, known } = daysOf(ctx, days)
  return Promise.resolve(findCited(law, { document, place }, on, known))
}

export function showQuestions({ today }: Ctx): Promise<OpenQuestionView[]> {
  return Promise.resolve(questionsAbout(today))
}

function questionsAbout(knownOn: CivilDate, id?: string): OpenQuestionView[] {
  return openQuestions
    .filter(({ about }) => id === undefined || about.includes(id))
    .map((question) => ({
      ...question,
      about: [...question.about],
      rules: question.about.flatMap((rule) => {
        const label = lastLabelOf(rule, knownOn)
        return label ? [{ id: rule, label }] : []
      }),
    }))
}

/** What a rule is called in the newest law that has it. */
function lastLabelOf(rule: string, knownOn: CivilDate) {
  for (const day of turningDays(law, knownOn).toReversed()) {
    const found = lawBookOn(law, day, knownOn).provisions.find(({ id }) => id === rule)
    if (found) return found.label
  }
  return undefined
}
