import { z } from 'zod'
import { CivilDate, Month } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import type { Determination } from './domain/determine-all.ts'
import { problems } from './domain/problems.ts'

/**
 * A case as one writes it in a file (docs/examples): somebody alone, or a household with its members, and what happened.
 * It is read where it is determined, so that what is wrong with it is said field by field.
 */
export const CaseTold = z.record(z.string(), z.unknown())

function isDetermination(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'format' in value && value.format === 'determination.v2'
  )
}

export const determineCase = endpoint({
  method: 'POST',
  path: '/law/determination',
  summary:
    'What the law gives a made-up person or household in a month, and for what happened; nothing is kept',
  permission: 'law.read', // Nothing of it is about anybody real.
  input: z.object({
    case: CaseTold,
    month: Month,
    /** The law as it was known at the end of this day; the last of the month where it is left out. */
    knownOn: CivilDate.optional(),
  }),
  /** Its format has a version of its own. */
  output: z.object({ determination: z.custom<Determination>(isDetermination) }),
  /** `refusals` in its details: a list of `{ path, vi, en }`, the field and the reason in both languages. */
  problems: problems.of('case_refused'),
})
