import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dong } from './dong.ts'
import { moneyInWords } from './money-in-words.ts'

test.for([
  [0, 'Không đồng'],
  [1, 'Một đồng'],
  [5, 'Năm đồng'],
  [10, 'Mười đồng'],
  [11, 'Mười một đồng'],
  [14, 'Mười bốn đồng'],
  [15, 'Mười lăm đồng'],
  [20, 'Hai mươi đồng'],
  [21, 'Hai mươi mốt đồng'],
  [24, 'Hai mươi tư đồng'],
  [25, 'Hai mươi lăm đồng'],
  [91, 'Chín mươi mốt đồng'],
  [100, 'Một trăm đồng'],
  [101, 'Một trăm linh một đồng'],
  [104, 'Một trăm linh bốn đồng'],
  [105, 'Một trăm linh năm đồng'],
  [110, 'Một trăm mười đồng'],
  [111, 'Một trăm mười một đồng'],
  [121, 'Một trăm hai mươi mốt đồng'],
  [155, 'Một trăm năm mươi lăm đồng'],
  [1_000, 'Một nghìn đồng'],
  [1_001, 'Một nghìn không trăm linh một đồng'],
  [1_010, 'Một nghìn không trăm mười đồng'],
  [21_000, 'Hai mươi mốt nghìn đồng'],
  [540_000, 'Năm trăm bốn mươi nghìn đồng'],
  [670_500, 'Sáu trăm bảy mươi nghìn năm trăm đồng'],
  [1_000_000, 'Một triệu đồng'],
  [1_005_000, 'Một triệu không trăm linh năm nghìn đồng'],
  [1_000_005, 'Một triệu không trăm linh năm đồng'],
  [1_080_000, 'Một triệu không trăm tám mươi nghìn đồng'],
  [932_310_000, 'Chín trăm ba mươi hai triệu ba trăm mười nghìn đồng'],
  [1_000_000_000, 'Một tỷ đồng'],
  [1_000_000_001, 'Một tỷ không trăm linh một đồng'],
  [1_146_600_000, 'Một tỷ một trăm bốn mươi sáu triệu sáu trăm nghìn đồng'],
  [24_015_000_000, 'Hai mươi tư tỷ không trăm mười lăm triệu đồng'],
  [105_000_000_000, 'Một trăm linh năm tỷ đồng'],
  [1_000_000_000_000, 'Một nghìn tỷ đồng'],
  [1_000_500_000_000, 'Một nghìn tỷ năm trăm triệu đồng'],
  [2_000_000_000_000_000, 'Hai triệu tỷ đồng'],
  [-540_000, 'Âm năm trăm bốn mươi nghìn đồng'],
] as const)('%d đ is read «%s»', ([amount, words]) => {
  expect(moneyInWords(dong(amount))).toBe(words)
})

test('the words, read back, are the amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (amount) => {
      expect(readBack(moneyInWords(dong(amount)))).toBe(amount)
    }),
  )
})

const values: Readonly<Record<string, number>> = {
  không: 0,
  linh: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
}

/** Adds the words up one by one, knowing nothing of how they were chosen. */
function readBack(words: string): number {
  let [total, group, digit] = [0, 0, 0]
  for (const word of words.toLowerCase().split(' ')) {
    if (word in values) digit = values[word]!
    else if (word === 'trăm') [group, digit] = [group + digit * 100, 0]
    else if (word === 'mươi') [group, digit] = [group + digit * 10, 0]
    else if (word === 'mười') [group, digit] = [group + 10, 0]
    else {
      const rank = { nghìn: 1e3, triệu: 1e6, tỷ: 1e9, đồng: 1 }[word]!
      if (rank === 1e9) [total, group, digit] = [(total + group + digit) * 1e9, 0, 0]
      else [total, group, digit] = [total + (group + digit) * rank, 0, 0]
    }
  }
  return total
}
