import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeOf, newCode, readCode, type CodeKind } from './code.ts'

const kinds: readonly CodeKind[] = ['application', 'draft', 'feedback', 'document']
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a code', () => {
  test('is written as people read it aloud', () => {
    expect(codeOf('application', [7, 19, 23, 4, 20, 29], 2026)).toMatch(/^HS-26-7KQ4-MX[0-9A-HJKMNP-TV-Z]$/)
    expect(newCode('feedback')).toMatch(/^P(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    expect(newCode('draft')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  })

  test.for(kinds)('of kind %s is read back however it is typed', (kind) => {
    const code = newCode(kind, kind === 'application' ? 2026 : undefined)
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(readCode(kind, code)).toBe(code)
    expect(readCode(kind, typed)).toBe(code)
    expect(readCode(kind, code.replaceAll('-', ''))).toBe(code)
  })

  test('with one wrong sign, or two exchanged, is no code', () => {
    const signs = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 11, maxLength: 11 })
    fc.assert(
      fc.property(signs, fc.nat(11), fc.integer({ min: 1, max: 31 }), (random, at, by) => {
        const code = codeOf('document', random)
        const plain = Array.from(code.replaceAll('-', '').slice(1))
        const wrong = plain.with(at, alphabet[(alphabet.indexOf(plain[at]!) + by) % 32]!)
        expect(readCode('document', `V${wrong.join('')}`)).toBeUndefined()
        const next = (at + 1) % 12
        const exchanged = plain.with(at, plain[next]!).with(next, plain[at]!)
        const isOther = plain[at] !== plain[next]
        expect(readCode('document', `V${exchanged.join('')}`) === undefined).toBe(isOther)
      }),
    )
  })

  test('of one kind is none of another', () => {
    expect(readCode('application', newCode('document'))).toBeUndefined()
    expect(readCode('draft', '')).toBeUndefined()
    expect(readCode('application', 'HS-26')).toBeUndefined()
  })
})
