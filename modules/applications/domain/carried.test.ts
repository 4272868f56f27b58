import { expect, test } from 'vitest'
import { carriedIn, digitsOf, type Carried } from './carried.ts'

const carried: Carried = {
  procedure: 'monthly_allowance',
  facts: { household: 'near_poor', disability: 'severe', isPregnant: false, pension: 0 },
}

test('what somebody carries comes out as they chose it, with the address before it or without', () => {
  const digits = digitsOf(carried)
  expect(carriedIn(digits)).toEqual(carried)
  expect(carriedIn(`https://an-sinh.example/nghiep-vu/tiep-nhan#${digits}\n`)).toEqual(carried)
})

test('is typed by a reader of codes the same whatever keyboard is set', () => {
  expect(digitsOf(carried)).toMatch(/^\d+$/)
})

test('what few may know is left out, by whoever writes it and by whoever reads it', () => {
  const told = { ...carried.facts, hiv: true, servesSentence: true, born: '1951-02-03' }
  expect(carriedIn(digitsOf({ ...carried, facts: told }))).toEqual(carried)
})

test('a wrong digit, two changed about, or half of it is nothing', () => {
  const digits = digitsOf(carried)
  const swapped = digits.slice(0, 20) + digits[21]! + digits[20]! + digits.slice(22)
  for (const wrong of [digits.slice(0, -1), digits.replace(/2/, '3'), swapped, '', 'xin chào', '1', '112'])
    expect(carriedIn(wrong)).toBeUndefined()
})
