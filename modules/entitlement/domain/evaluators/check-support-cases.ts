import { month } from '#kernel/civil-date'
import type { SupportCase, SupportExpected } from '../../law/golden/support/support-case.ts'
import { determineAll } from '../determine-all.ts'
import { parseCase } from '../household-case.ts'
import type { SupportExplanation, SupportRights } from '../support-explanation.ts'

/** A case of what is no monthly amount, and what is given now where that is something else than it says. */
export type CheckedSupport = {
  readonly golden: SupportCase
  readonly isRight: boolean
  readonly wrong: readonly Wrong[]
}
type Wrong = { readonly of: string; readonly given: unknown; readonly wanted: unknown }

/** Works every case out that is about an event or a right and no monthly amount. */
export function checkSupportCases(cases: readonly SupportCase[]): CheckedSupport[] {
  return cases.map((golden) => {
    const read = parseCase(golden.case)
    const found = 'refusals' in read ? read : determineAll(read.case, month(golden.month))
    const wrong = golden.expected.flatMap((expected): Wrong[] => {
      const of = String(expected.of)
      if ('refusals' in found) return [{ of, given: found.refusals, wanted: expected.given }]
      const { members, events } = found.determination
      const place = expected.of
      const told = typeof place === 'number' ? events[place] : members.find(({ key }) => key === place)
      return told?.rights
        ? differences(of, told.rights, expected)
        : [{ of, given: undefined, wanted: expected.given }]
    })
    return { golden, isRight: wrong.length === 0, wrong }
  })
}

function differences(of: string, { rights }: SupportRights, { given, not = {} }: SupportExpected): Wrong[] {
  const granted = rights.filter(({ outcome }) => outcome === 'granted' || outcome === 'recorded')
  const now = Object.fromEntries(granted.map((right) => [right.rule, worthOf(right)]))
  const outcomes = Object.entries(not).filter(
    ([rule, wanted]) => rights.find((right) => right.rule === rule)?.outcome !== wanted,
  )
  const isSame =
    Object.keys(now).length === Object.keys(given).length &&
    Object.entries(given).every(([rule, worth]) => now[rule] === worth)
  return [
    ...(isSame ? [] : [{ of, given: now, wanted: given }]),
    ...outcomes.map(([rule, wanted]) => ({
      of,
      given: { [rule]: rights.find((right) => right.rule === rule)?.outcome },
      wanted: { [rule]: wanted },
    })),
  ]
}

/** Đồng, kilograms of rice, the code of a card, or `true` for what is in kind. */
export function worthOf({ award }: SupportExplanation): number | string | true {
  switch (award!.kind) {
    case 'money':
    case 'days':
      return award!.amount
    case 'rice':
      return award!.kilograms
    case 'ceiling':
      return award!.ceiling
    case 'card':
      return `${award!.letters ?? ''}${award!.level}`
    case 'inKind':
      return true
  }
}
