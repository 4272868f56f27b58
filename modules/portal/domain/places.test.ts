import { expect, test } from 'vitest'
import { answerOf, findPlaces, whetherDifficult, type Place } from './places.ts'

const place = (name: string, more: Partial<Place> = {}): Place => ({
  id: name.length,
  name,
  within: 'Tỉnh Phú Thọ',
  territory: 'central',
  difficult: 'no',
  ...more,
})
const places = [
  place('Xã Như Thụy', { now: 'Xã Tam Sơn', territory: 'vinh-phuc' }),
  place('Xã Tam Sơn'),
  place('Phường Thanh Miếu'),
]

test('a commune is found by its former name, without marks and without the word for its kind', () => {
  expect(findPlaces(places, 'nhu thuy').map(({ name }) => name)).toEqual(['Xã Như Thụy'])
  expect(findPlaces(places, 'Xã TAM').map(({ name }) => name)).toEqual(['Xã Tam Sơn'])
  expect(findPlaces(places, 't')).toEqual([])
})

test('an answer carries today’s name and whose standard holds on that land', () => {
  expect(answerOf(places[0]!)).toEqual(['Xã Tam Sơn', '11', 'vinh-phuc', 'no'])
})

test('a village is difficult when its commune’s list names it, and nobody can say without a list', () => {
  const listed = place('Xã Yên Sơn', { difficult: 'some', villages: ['Thôn Bến'] })
  expect(whetherDifficult(listed, 'bến')).toBe('yes')
  expect(whetherDifficult(listed, 'Thôn Chợ')).toBe('no')
  expect(whetherDifficult(place('Xã A', { difficult: 'unknown' }), 'Thôn Chợ')).toBe('unknown')
})
