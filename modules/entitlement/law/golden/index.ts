import { allowanceCases } from './allowance.ts'
import { adultsBoundaries } from './boundaries-adults.ts'
import { careBoundaries } from './boundaries-care.ts'
import { childrenBoundaries } from './boundaries-children.ts'
import { olderBoundaries } from './boundaries-older.ts'
import { careCases } from './care.ts'
import { changeCases } from './changes.ts'
import { combinationCases } from './combinations.ts'
import { facilityCases } from './facility.ts'
import type { GoldenCase } from './golden-case.ts'
import { conversionCases } from './conversion.ts'
import { dateCases } from './dates.ts'
import { adultsInRegimes } from './regimes-adults.ts'
import { careInRegimes } from './regimes-care.ts'
import { childrenInRegimes } from './regimes-children.ts'
import { parentsInRegimes } from './regimes-parents.ts'
import { pensionInRegimes } from './regimes-pension.ts'
import { socialPensionCases } from './social-pension.ts'
import { standardCases } from './standard.ts'
import { withinAMonth } from './within-a-month.ts'

export type { GoldenCase } from './golden-case.ts'

/** Every case of the law that is kept as data, by its id; each names the article it rests on. */
export const goldenCases: readonly GoldenCase[] = [
  ...standardCases,
  ...allowanceCases,
  ...socialPensionCases,
  ...careCases,
  ...changeCases,
  ...childrenBoundaries,
  ...adultsBoundaries,
  ...olderBoundaries,
  ...careBoundaries,
  ...combinationCases,
  ...facilityCases,
  ...childrenInRegimes,
  ...adultsInRegimes,
  ...parentsInRegimes,
  ...pensionInRegimes,
  ...careInRegimes,
  ...dateCases,
  ...withinAMonth,
  ...conversionCases,
]
