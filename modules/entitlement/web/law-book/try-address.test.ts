import { expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { addressOf, readAddress, type Tried } from './try-address.ts'

const widow: Tried = {
  born: '1951-02',
  month: month('2026-09'),
  knownOn: civilDate('2026-11-23'),
  territory: 'vinh-phuc',
  choices: { household: 'poor', singleParent: 'spouse_dead' },
  flags: ['inDifficultArea'],
  amounts: { pension: dong(400_000) },
  children: [{ born: civilDate('2014-04-04'), isStudying: true, continued: false }],
}

test('what is told comes back as it went', () => {
  expect(readAddress(`#${addressOf(widow)}`)).toEqual({ tried: widow, unread: [] })
})

test('an address without facts asks nothing', () => {
  expect(readAddress('')).toEqual({ unread: [] })
})

test('what cannot be is named, and nothing is made of it', () => {
  const { tried, unread } = readAddress('#sinh=1951&thang=2026-09&household=rich&hiv=maybe&name=Lan&con=2014')
  expect(unread).toEqual(['household=rich', 'hiv=maybe', 'name=Lan', 'con=2014'])
  expect(tried).toMatchObject({ choices: {}, flags: [], children: [] })
})

test.for([
  ['#thang=2026-09', 'sinh='],
  ['#sinh=1951-02-30&thang=2026-09', 'sinh=1951-02-30'],
  ['#sinh=1951&thang=2026-13', 'thang=2026-13'],
])('%s is no case', ([address, said]) => {
  expect(readAddress(address!)).toEqual({ unread: [said] })
})
