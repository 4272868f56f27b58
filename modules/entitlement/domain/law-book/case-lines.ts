import type { GoldenCase } from '../../law/golden/golden-case.ts'
import type { SupportCase } from '../../law/golden/support/support-case.ts'
import type { CaseInput } from '../case-file.ts'
import { eventPhrasesVi } from '../event-words.vi.ts'
import { bookWordsVi } from './sentences.vi.ts'
import { runSupportCase } from './support-cases.ts'

/** Who a case is about, in Vietnamese; the titles of the cases are English. */
export function caseInVietnamese({ person }: Pick<GoldenCase, 'person'>): string {
  return sentence(bookWordsVi.person(person))
}

/** Who a case of events and rights is about, and what happened to them. */
export function supportCaseInVietnamese(golden: SupportCase): string {
  const { people, events } = runSupportCase(golden)
  return [
    ...people.map((person: CaseInput) => sentence(bookWordsVi.person(person))),
    ...events.map(({ kind, on }) =>
      eventPhrasesVi.event(eventPhrasesVi.kind[kind], bookWordsVi.day(on), undefined),
    ),
  ].join('. ')
}

function sentence(parts: readonly string[]): string {
  const said = parts.join('; ')
  return said.charAt(0).toLocaleUpperCase('vi') + said.slice(1)
}
