import { questionsOfAmounts } from './amounts.ts'
import { questionsOfCombination } from './combination.ts'
import { questionsOfEvents } from './events.ts'
import { questionsOfFacilities } from './facility.ts'
import { questionsOfGroups } from './groups.ts'
import { questionsOfMonths } from './months.ts'
import { questionsOfProcedures } from './procedures.ts'
import type { OpenQuestion } from './question.ts'

const chapters = [
  questionsOfAmounts,
  questionsOfGroups,
  questionsOfCombination,
  questionsOfFacilities,
  questionsOfEvents,
  questionsOfMonths,
  questionsOfProcedures,
]

/** Every question that is open, chapter by chapter; docs/open-questions.md says which place of the code holds each. */
export const openQuestions: readonly OpenQuestion[] = chapters
  .flat()
  .map(([number, about, whoKnows, [questionVi, questionEn], [assumedVi, assumedEn]]) => ({
    number,
    about,
    whoKnows,
    question: { vi: questionVi, en: questionEn },
    assumed: { vi: assumedVi, en: assumedEn },
  }))
