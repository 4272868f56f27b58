import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dong } from '#kernel/dong'
import { accounts, entryKinds, type EntryKind } from './accounts.ts'
import { assertSound, move } from './entry.ts'
import { drawFrom, shareOut } from './programme.ts'

describe('an entry', () => {
  test('that moves money balances in its unit', () => {
    const postings = move(dong(540_000), ['budget_available', 'appropriation'], { areaId: 25 })
    expect(() => assertSound('fund_allocated', postings)).not.toThrow()
    expect(postings.map(({ amount }) => amount)).toEqual([540_000, -540_000])
  })

  test('that balances in all but not in each unit is refused', () => {
    const [debit] = move(dong(1), ['payable', 'at_provider'], { areaId: 1 })
    const [, credit] = move(dong(1), ['payable', 'at_provider'], { areaId: 2 })
    expect(() => assertSound('paid', [debit!, credit!])).toThrow('out of balance by 1 in unit 1')
  })

  test('on the wrong side of an account is refused', () => {
    expect(() => assertSound('paid', move(dong(1), ['at_provider', 'payable'], { areaId: 1 }))).toThrow(
      'paid has no at_provider on that side',
    )
  })

  test('of every kind has accounts on both sides', () => {
    for (const { debit, credit } of Object.values(entryKinds)) {
      expect(debit.length).toBeGreaterThan(0)
      expect(credit.length).toBeGreaterThan(0)
      for (const account of [...debit, ...credit]) expect(Object.keys(accounts)).toContain(account)
    }
    expect(Object.keys(entryKinds) as EntryKind[]).toContain('recovery_offset')
  })
})

test('sharing out loses no đồng, and each part is within one of its share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000_000 }),
      fc.integer({ min: 1, max: 99 }),
      (amount, share) => {
        const parts = shareOut(dong(amount), [
          { fundId: 'a', share },
          { fundId: 'b', share: 100 - share },
        ])
        expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount)
        expect(Math.abs(parts[0]!.amount - (amount * share) / 100)).toBeLessThanOrEqual(1)
      },
    ),
  )
  expect(() => shareOut(dong(1), [{ fundId: 'a', share: 99 }])).toThrow('not of 99')
})

test('drawing from pots takes what is asked for, from none more than it has', () => {
  const pot = fc.integer({ min: 1, max: 10_000_000_000 })
  fc.assert(
    fc.property(fc.array(pot, { minLength: 1, maxLength: 4 }), pot, (pots, amount) => {
      const whole = pots.reduce((sum, one) => sum + one, 0)
      const drawn = drawFrom(pots.map(dong), dong(amount))
      expect(drawn.reduce((sum, one) => sum + one, 0)).toBe(Math.min(amount, whole))
      for (const [index, part] of drawn.entries()) expect(part).toBeLessThanOrEqual(pots[index]!)
    }),
  )
})
