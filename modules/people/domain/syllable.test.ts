import { expect, test } from 'vitest'
import { isSyllable, spell, withTone } from './syllable.ts'

const words =
  'hòa khỏe thủy quý quỳnh giáp già hoàng nguyễn khuyên tuấn mùa lửa tiến yến uyên oanh hợi mão dậu tuất xuân phượng thoại huệ của gió quốc khuỷu ngoẵn rượu ý út ướt mía nghĩa loát'.split(
    ' ',
  )

test.for(words)('%s is spelled, and put together again as it was', (word) => {
  const spelling = spell(word)
  expect(isSyllable(spelling.letters)).toBe(true)
  expect(withTone(spelling)).toBe(word)
})

test.for(['nguyeenx', 'thij', 'hoaf', 'kbuôr', 'blêr', 'maria', 'xyz', 'đdăng'])(
  '%s is no syllable',
  (word) => {
    expect(isSyllable(spell(word).letters)).toBe(false)
  },
)
