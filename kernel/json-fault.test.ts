import { expect, test } from 'vitest'
import { lineOfFault } from './json-fault.ts'

test.for([
  ['{', 1],
  ['{\n  "a": 1,\n}', 3],
  ['{\n  "a": một\n}', 2],
  ['{\n  "a": 1\n  "b": 2\n}', 3],
  ['{\n  "a": [1, 2,\n  3\n}', 4],
  ['{ "a": { "b": "c" } }\n\nx', 3],
  ["{\n  'a': 1\n}", 2],
  ['{\n  "a": "một\nhai" }', 2],
  ['{ "a": 01 }', 1],
  ['{\n\n"a" 1}', 3],
] as const)('%j stops being JSON in line %i', ([text, line]) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
  expect(lineOfFault(text)).toBe(line)
})

test('what is JSON has its end for a fault', () => {
  const text = '{\n "a": [1.5e3, -2, true, null, "\\u00e1", {}, []],\n "b": {"c": "d"}\n}'
  JSON.parse(text)
  expect(lineOfFault(text)).toBe(4)
})
