import { expect, test } from 'vitest'
import { Problem } from '#kernel/problem'
import { inWords } from './problem-words.ts'

test.for([
  ['geography.area_not_found', { id: 5 }, 'Không có đơn vị nào mang số 5.'],
  ['payroll.run_not_found', {}, ''],
  ['simulation.area_not_yours', { id: 5 }, ''],
  ['no.such_problem', { field: 'x' }, 'Chưa làm được'],
] as const)('%s is said in Vietnamese, and not by its code alone', async ([code, details, begins]) => {
  const said = await inWords(new Problem(code, 422, details))
  expect(said.startsWith(begins)).toBe(true)
  expect(said).toMatch(/^\p{Lu}\p{L}* .*\.$/u)
})
