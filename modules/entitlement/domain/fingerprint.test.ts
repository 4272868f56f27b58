import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { law } from '../law/index.ts'
import { canonical } from './fingerprint.ts'
import { versionOf } from './law-in-force.ts'

test('a version is the sha256 the platform gives of the canonical form, as it stands with stored decisions', () => {
  for (const { rules } of law.regimes)
    expect(versionOf(rules)).toBe(createHash('sha256').update(canonical(rules)).digest('hex'))
})

test('equal values have equal text, whatever the order of their keys', () => {
  expect(canonical({ b: [1, undefined, 'Điều'], a: { d: undefined, c: null } })).toBe(
    canonical({ a: { c: null }, b: [1, undefined, 'Điều'] }),
  )
})
