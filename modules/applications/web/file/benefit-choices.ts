import { apiError } from '#platform/web/api'
import type { messages } from '../messages.vi.ts'

type Benefit = keyof (typeof messages)['benefits']

/** The benefits among which one has to be named, where that is why nothing could be computed; none of what is about none. */
export function choicesIn(error: Error): readonly Benefit[] | undefined {
  const { code, details } = apiError(error)
  if (code !== 'applications.benefit_not_of_procedure') return undefined
  return (details as { benefits?: readonly Benefit[] }).benefits ?? []
}
