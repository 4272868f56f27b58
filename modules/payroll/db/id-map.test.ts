import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idMap } from './id-map.ts'

test('holds what a map of text would, whatever the ids have in common', () => {
  // A few bits apart, as ids are that were given one after another, or at other moments.
  const id = fc.tuple(fc.constantFrom(0, 1, 7, 4096), fc.integer({ min: 0, max: 300 }))
  fc.assert(
    fc.property(fc.array(fc.tuple(id, fc.integer()), { maxLength: 400 }), (entries) => {
      const [map, known] = [idMap(4), new Map<string, number>()]
      for (const [[moment, number], value] of entries) {
        map.set(idOf(moment, number), 0, value)
        known.set(`${moment} ${number}`, value)
      }
      expect(map.size).toBe(known.size)
      for (const [[moment, number]] of entries)
        expect(map.get(idOf(moment, number), 0)).toBe(known.get(`${moment} ${number}`))
      expect(map.get(idOf(2, 0), 0)).toBeUndefined()
    }),
  )
})

test('finds people whose ids were given in a row without looking through their neighbours', () => {
  const map = idMap()
  for (let moment = 0; moment < 64; moment++)
    for (let number = 0; number < 1000; number++) map.set(idOf(moment, number), 0, number)
  expect(map.longestSearch()).toBeLessThan(64)
})

function idOf(moment: number, number: number): Buffer {
  const bytes = Buffer.from('017e12f8d65370008000000000000000', 'hex')
  bytes.writeUInt16BE(moment, 4)
  bytes.writeUInt32BE(number, 12)
  return bytes
}
