import { expect, test } from 'vitest'
import * as contract from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

test('whatever the register may refuse has words in both languages', () => {
  const codes = Object.values(contract).flatMap((one) =>
    typeof one === 'object' && '~orpc' in one ? Object.keys(one['~orpc'].errorMap) : [],
  )
  expect(codes.length).toBeGreaterThan(30)
  for (const { problems } of [vi, en])
    expect([...new Set(codes)].filter((code) => !(code in problems))).toEqual([])
})
