import { expect, test } from 'vitest'
import { law } from '#modules/entitlement'
import { citedAs } from './law-to-change.ts'

test('what no text says is told in words, with the number under which one finds the question', () => {
  const cited = citedAs({ document: 'docs/open-questions.md', place: '3', certainty: 'uncertain' })
  expect(cited.text).toBe(
    'chưa có văn bản, tạm tính: Hưởng đủ mức; hai khoản được cộng lại khi so sánh (câu 3 trong danh sách cần xác nhận)',
  )
})

test('every convention the law of any time rests on is told so', () => {
  const told = law.regimes
    .flatMap(({ rules }) => Object.values(rules.parameters).flat())
    .map(({ cite }) => citedAs(cite).text)
  expect(told.filter((text) => /quy ước|undefined/.test(text))).toEqual([])
  expect(told.some((text) => text.includes('cần xác nhận'))).toBe(true)
})
