import type { FileCondition } from '#modules/applications/engine'
import type { Known } from './known.ts'
import type { Fact } from './question.ts'
import { questions } from './questions/index.ts'
import { toldBy } from './tells.ts'
import { allOf, anyOf, lacking, notOf, truthOf, type Truth } from './truth.ts'

/** Whether somebody brings a paper: as they answered, or only if what nobody knows yet is so. */
export type Need = 'needed' | 'open' | 'not_needed'

/** As far as the answers tell. What was not asked cannot change what is due, so that nobody fetches a paper for it. */
export function needOf(condition: FileCondition | null, known: Known): Need {
  const truth = condition === null || truthOfPaper(condition, known)
  if (typeof truth !== 'boolean') return 'open'
  return truth ? 'needed' : 'not_needed'
}

function truthOfPaper(condition: FileCondition, known: Known): Truth {
  const inner = (one: FileCondition) => truthOfPaper(one, known)
  switch (condition.kind) {
    case 'answered':
      return lacking() // The questions of a form are put when it is filled in.
    case 'not':
      return notOf(inner(condition.of))
    case 'all':
      return allOf(condition.of.map(inner))
    case 'any':
      return anyOf(condition.of.map(inner))
    case 'eventIs':
    case 'eventFlag':
      return ofEvents(condition, known)
    case 'is':
    case 'flag':
    case 'ageFrom':
    case 'ageBelow':
      return asAsked(truthOf(condition, known), known)
  }
}

/** Of several events those say it that anything is known of; one of them is enough. */
function ofEvents(condition: Extract<FileCondition, { kind: 'eventIs' | 'eventFlag' }>, known: Known): Truth {
  const { fact } = condition
  const told = [...known.events].filter(([, facts]) => facts[fact] !== undefined)
  return told.length > 0
    ? anyOf(told.map(([event]) => truthOf(condition, known, { event })))
    : lacking(`event.${fact}`)
}

function asAsked(truth: Truth, { answers }: Known): Truth {
  if (typeof truth === 'boolean') return truth
  const isOpen = (fact: Fact) => {
    const asking = questions.filter((question) => toldBy(question).includes(fact))
    return asking.length === 0 || asking.some(({ id }) => answers.has(id))
  }
  return [...truth].some(isOpen) && truth
}
