import {
  buildColumns,
  packDay,
  packFacts,
  plainStanding,
  territoriesOf,
  type StandingColumns,
  type Territories,
} from '#modules/entitlement'
import { civilDate } from '#kernel/civil-date'

/** Sixty-three places, of which one pays a standard of its own. */
export const places: Territories = territoriesOf([
  'central',
  'vinh-phuc',
  ...Array.from({ length: 61 }, (_, index) => `place-${index}`),
])

/**
 * People of a register of social assistance, by a seed: a fifth children, a third of working age, half from 60; of them about
 * half with a right to something in November 2026.
 */
export function seededPeople(count: number, seed = 335_2026): StandingColumns {
  const random = randomFrom(seed)
  const chance = (share: number) => random() < share
  const below = (limit: number) => Math.floor(random() * limit)
  const builder = buildColumns(places, count)
  for (let index = 0; index < count; index++) {
    const share = random()
    const age =
      share < 0.2 ? below(16) : share < 0.5 ? 16 + below(44) : share < 0.7 ? 60 + below(15) : 75 + below(27)
    const wealth = random()
    const impairment = random()
    const isAdult = age >= 16 && age < 60
    const facts = packFacts({
      ...plainStanding,
      sex: chance(0.5) ? 'female' : 'male',
      inDifficultArea: chance(0.25),
      household: wealth < 0.3 ? 'poor' : wealth < 0.45 ? 'near_poor' : 'other',
      disability:
        impairment < 0.08
          ? 'exceptionally_severe'
          : impairment < 0.28
            ? 'severe'
            : impairment < 0.4
              ? 'mild'
              : 'none',
      abandoned: age < 16 && chance(0.05),
      father: age < 16 && chance(0.2) ? 'dead' : 'alive_available',
      mother: age < 16 && chance(0.2) ? 'missing_declared' : 'alive_available',
      hiv: chance(0.03),
      isStudying: age >= 6 && age < 25 && chance(0.7),
      wasChildWithoutSupport: age >= 16 && age < 25 && chance(0.1),
      singleParent: isAdult && chance(0.15) ? 'spouse_dead' : 'no',
      isPregnant: isAdult && chance(0.03),
      obligor: age >= 58 && chance(0.2) ? 'none' : 'present',
      facilityEligibleInCommunity: age >= 60 && chance(0.02),
      hasWage: isAdult && chance(0.5),
      facility: chance(0.02) ? 'B' : 'none',
      care: chance(0.1) ? 'own_household' : chance(0.03) ? 'taken_in' : 'none',
      servesSentence: chance(0.005),
    })
    builder.addPacked({
      born: bornAt(age, below),
      facts,
      territory: below(places.names.length),
      pension: age >= 55 && chance(0.2) ? 2_500_000 : 0,
      socialInsurance: age >= 55 && chance(0.05) ? 400_000 : 0,
      meritorious: chance(0.01) ? 1_500_000 : 0,
    })
    for (let children = isAdult && chance(0.3) ? 1 + below(4) : 0; children > 0; children--)
      builder.addChild(bornAt(below(24), below), below(4))
  }
  return builder.columns()
}

/** Everybody is born by the end of November 2026. */
function bornAt(age: number, below: (limit: number) => number): number {
  const [month, day] = [1 + below(12), 1 + below(28)]
  return packDay(
    civilDate(
      `${(month === 12 ? 2025 : 2026) - age}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    ),
  )
}

/** Mulberry32: enough for people of a bench, the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
