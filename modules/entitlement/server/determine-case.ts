import type { CivilDate, Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { determineAll, knownByNow, parseCase, type Determination } from '../domain/index.ts'
import { problems } from '../domain/problems.ts'

/** Asks the law about a case somebody made up: no person of the register, so nothing is confidential and nothing is kept. */
export function determineCase(
  { today }: Ctx,
  asked: { case: Record<string, unknown>; month: Month; knownOn?: CivilDate | undefined },
): Promise<{ determination: Determination }> {
  const read = parseCase(asked.case, today)
  const found =
    'refusals' in read
      ? read
      : determineAll(read.case, asked.month, asked.knownOn ?? knownByNow(asked.month, today))
  if ('refusals' in found) throw problems('case_refused', { refusals: found.refusals })
  return Promise.resolve(found)
}
