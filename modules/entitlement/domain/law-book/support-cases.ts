import { month, type CivilDate } from '#kernel/civil-date'
import type { SupportCase, SupportExpected } from '../../law/golden/support/support-case.ts'
import type { CaseInput } from '../case-file.ts'
import { determineAll, type Determination } from '../determine-all.ts'
import type { EventKind } from '../event-facts.ts'
import { parseCase } from '../household-case.ts'
import type { Award, SupportOutcome, SupportRights } from '../support-explanation.ts'

/** What a rule gave or was to give: đồng, kilograms of rice, the code of a card, or `true` for what is in kind. */
export type Worth = number | string | true

/** One event, or one member’s month, of a case: what each rule was to give, and what it gave a moment ago. */
export type SupportAnswer = {
  readonly expected: Readonly<Record<string, Worth>>
  readonly given: Readonly<Record<string, Worth>>
  /** What became of the rules that give nothing. */
  readonly not: Readonly<Record<string, SupportOutcome>>
  readonly isRight: boolean
}

/** A case of the rights that are no monthly amount, with what the engine says of it now. */
export type SupportCaseResult = {
  readonly id: string
  readonly title: string
  readonly article: string
  readonly people: readonly CaseInput[]
  readonly events: readonly { readonly kind: EventKind; readonly on: CivilDate }[]
  readonly answers: readonly SupportAnswer[]
  /** The rules it fixes. */
  readonly rules: readonly string[]
  readonly isRight: boolean
}

export function runSupportCase({
  id,
  title,
  article,
  case: told,
  month: asked,
  expected,
}: SupportCase): SupportCaseResult {
  const read = parseCase(told)
  const found = 'refusals' in read ? read : determineAll(read.case, month(asked))
  const determination = 'refusals' in found ? undefined : found.determination
  const answers = expected.map((one) => answerOf(determination && rightsOf(determination, one), one))
  return {
    id,
    title,
    article,
    people: ('members' in told ? told.members : [told]) as readonly CaseInput[], // A member is a person, and more.
    events: determination?.events.map(({ kind, on }) => ({ kind, on })) ?? [],
    answers,
    rules: [
      ...new Set(expected.flatMap((one) => [...Object.keys(one.given), ...Object.keys(one.not ?? {})])),
    ],
    isRight: answers.every(({ isRight }) => isRight),
  }
}

function rightsOf({ members, events }: Determination, { of }: SupportExpected): SupportRights | undefined {
  return typeof of === 'number' ? events[of]?.rights : members.find(({ key }) => key === of)?.rights
}

function answerOf(
  rights: SupportRights | undefined,
  { given: expected, not }: SupportExpected,
): SupportAnswer {
  const all = rights?.rights ?? []
  const given = Object.fromEntries(
    all.flatMap(({ rule, outcome, award }): (readonly [string, Worth])[] =>
      (outcome === 'granted' || outcome === 'recorded') && award ? [[rule, worthOf(award)]] : [],
    ),
  )
  const became = Object.fromEntries(
    Object.keys(not ?? {}).flatMap((rule) => {
      const outcome = all.find((one) => one.rule === rule)?.outcome
      return outcome ? [[rule, outcome]] : []
    }),
  )
  const wanted = Object.entries(expected)
  const isGiven =
    wanted.length === Object.keys(given).length && wanted.every(([rule, worth]) => given[rule] === worth)
  return {
    expected,
    given,
    not: became,
    isRight: isGiven && Object.entries(not ?? {}).every(([rule, outcome]) => became[rule] === outcome),
  }
}

function worthOf(award: Award): Worth {
  switch (award.kind) {
    case 'money':
    case 'days':
      return award.amount
    case 'rice':
      return award.kilograms
    case 'ceiling':
      return award.ceiling
    case 'card':
      return `${award.letters ?? ''}${award.level}`
    case 'inKind':
      return true
  }
}
