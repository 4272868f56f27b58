import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { explainMovement, type Arithmetic, type Movement } from './changes.ts'

const line: Arithmetic = {
  rule: 'MSA-6-3',
  coefficient: 15,
  units: 1,
  standard: 500_000,
  areaId: 1,
  amount: 750_000,
  awardId: 'a',
}
const still: Movement = {
  personId: 'p',
  component: 'allowance',
  before: line,
  now: line,
  wasElsewhere: false,
  isByTerritory: false,
  wasEarlier: false,
  movedTo: undefined,
  diedOn: undefined,
  closing: undefined,
  opening: undefined,
}
const decision = { id: 'd', number: '12/QĐ-UBND', signedOn: civilDate('2026-10-05') }

describe('why money differs from the month before', () => {
  test.for([
    ['nothing changed', {}, []],
    ['a first month', { before: undefined }, [['new', 750_000]]],
    [
      'a first month by a decision of a list',
      { before: undefined, opening: { decision, isListed: true } },
      [['listed', 750_000]],
    ],
    [
      'again, by a decision of a list',
      { before: undefined, wasEarlier: true, opening: { decision, isListed: true } },
      [['listed', 750_000]],
    ],
    ['again after a pause', { before: undefined, wasEarlier: true }, [['resumed', 750_000]]],
    ['from elsewhere', { before: undefined, wasElsewhere: true, wasEarlier: true }, [['moved_in', 750_000]]],
    ['a death', { now: undefined, diedOn: civilDate('2026-10-02') }, [['died', -750_000]]],
    ['to elsewhere', { now: undefined, movedTo: 2 }, [['moved_out', -750_000]]],
    [
      'into another part of a divided unit',
      { before: undefined, wasElsewhere: true, isByTerritory: true },
      [['territory_in', 750_000]],
    ],
    [
      'out of the part that is listed here',
      { now: undefined, movedTo: 2, isByTerritory: true },
      [['territory_out', -750_000]],
    ],
    [
      'a division within the run',
      { now: { ...line, areaId: 2 }, isByTerritory: true },
      [
        ['territory_out', -750_000],
        ['territory_in', 750_000],
      ],
    ],
    [
      'a death in a unit that was divided',
      { now: undefined, diedOn: civilDate('2026-10-02'), isByTerritory: true },
      [['died', -750_000]],
    ],
    [
      'a suspension',
      { now: undefined, closing: { isSuspension: true, reason: null, decision } },
      [['suspended', -750_000]],
    ],
    [
      'no longer eligible',
      { now: undefined, closing: { isSuspension: false, reason: 'ineligible', decision } },
      [['stopped', -750_000]],
    ],
    [
      'stopped in the old place before anybody has the person in the new one',
      { now: undefined, closing: { isSuspension: false, reason: 'moved', decision } },
      [['moved_out', -750_000]],
    ],
    ['a higher standard', { now: { ...line, standard: 540_000, amount: 810_000 } }, [['raised', 60_000]]],
    ['a lower coefficient', { now: { ...line, coefficient: 10, amount: 500_000 } }, [['lowered', -250_000]]],
    [
      'a move within the run, to another standard',
      { now: { ...line, areaId: 2, amount: 800_000 } },
      [
        ['moved_out', -750_000],
        ['moved_in', 800_000],
      ],
    ],
  ] as const)('%s', ([, differing, expected]) => {
    const changes = explainMovement({ ...still, ...(differing as Partial<Movement>) })
    expect(changes.map(({ reason, before, after }) => [reason, after - before])).toEqual(expected)
  })

  test('G-REP-1: of 100, with 7 new, 2 moved in, 3 died, 1 moved out and 2 suspended, 103 are paid', () => {
    const closing = { isSuspension: true, reason: null, decision }
    const some = (count: number, differing: Partial<Movement>) =>
      Array.from({ length: count }, () => ({ ...still, ...differing }))
    const movements = [
      ...some(94, {}),
      ...some(7, { before: undefined }),
      ...some(2, { before: undefined, wasElsewhere: true, wasEarlier: true }),
      ...some(3, { now: undefined, diedOn: civilDate('2026-10-02') }),
      ...some(1, { now: undefined, movedTo: 2 }),
      ...some(2, { now: undefined, closing }),
    ]
    const paid = (when: 'before' | 'now') => movements.filter((one) => one[when]).length
    const reasons = movements.flatMap(explainMovement).map(({ reason }) => reason)
    const counted = (...of: typeof reasons) => reasons.filter((reason) => of.includes(reason)).length
    expect(paid('before')).toBe(100)
    const came = counted('new', 'moved_in')
    const gone = counted('died', 'moved_out', 'suspended')
    expect([came, gone]).toEqual([9, 6])
    expect(paid('before') + came - gone).toBe(103)
    expect(paid('now')).toBe(103)
  })

  test('names the decision behind a first month', () => {
    expect(
      explainMovement({ ...still, before: undefined, opening: { decision, isListed: false } })[0]!.detail,
    ).toEqual({
      awardId: 'a',
      decision,
    })
  })

  test('says what in the arithmetic differs, and nothing that does not', () => {
    const now = { ...line, rule: 'MSA-6-4', coefficient: 20, amount: 1_000_000 }
    expect(explainMovement({ ...still, now })[0]!.detail).toEqual({
      awardId: 'a',
      rule: { before: 'MSA-6-3', now: 'MSA-6-4' },
      coefficient: { before: 15, now: 20 },
    })
  })

  test('whatever happens, the reasons add up to the whole difference, one of each kind', () => {
    const side = fc.option(
      fc.record({ amount: fc.integer({ min: 1, max: 9_000_000 }), areaId: fc.integer({ min: 1, max: 3 }) }),
      { nil: undefined },
    )
    fc.assert(
      fc.property(
        side,
        side,
        fc.record({
          wasElsewhere: fc.boolean(),
          wasEarlier: fc.boolean(),
          movedTo: fc.option(fc.constant(9), { nil: undefined }),
          diedOn: fc.option(fc.constant(civilDate('2026-10-02')), { nil: undefined }),
        }),
        (before, now, circumstances) => {
          const changes = explainMovement({
            ...still,
            ...circumstances,
            before: before && { ...line, ...before },
            now: now && { ...line, ...now },
          })
          const explained = changes.reduce((sum, change) => sum + change.after - change.before, 0)
          expect(explained).toBe((now?.amount ?? 0) - (before?.amount ?? 0))
          expect(new Set(changes.map(({ reason }) => reason)).size).toBe(changes.length)
        },
      ),
    )
  })
})
