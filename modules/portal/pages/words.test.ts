import { expect, test } from 'vitest'
import { unknown } from '../domain/question.ts'
import { questions } from '../domain/questions/index.ts'
import { questionsEn } from './questions.en.ts'
import { questionsVi } from './questions.vi.ts'

test.for([
  ['vi', questionsVi],
  ['en', questionsEn],
] as const)('every question and every choice of it has words in %s', ([, words]) => {
  const missing = questions.flatMap(({ id, options, also, kind, isOptional }) => {
    const ids = [...options, ...(also ? [also] : [])].map((option) => option.id)
    // Everybody knows whom they ask for; a date is guessed by the year; and a list one may leave empty has «Không cần».
    const isSure = id === 'who' || id === 'takeIn' || kind === 'birth'
    const needsUnknown = !isSure && !(kind === 'many' && isOptional)
    return [...ids, ...(needsUnknown ? [unknown] : [])]
      .filter((one) => words[id].options[one] === undefined)
      .map((one) => `${id}.${one}`)
  })
  expect(missing).toEqual([])
})

test('no sentence of a question is longer than 25 words', () => {
  const asked = { whom: 'self', ai: 'ông/bà', Ai: 'Ông/bà', limit: '540.000 đ' } as const
  const long = Object.values(questionsVi)
    .flatMap(({ ask, hint, why }) => [ask(asked), hint?.(asked) ?? '', ...why.split('. ')])
    .filter((sentence) => sentence.split(' ').length > 25)
  expect(long).toEqual([])
})
