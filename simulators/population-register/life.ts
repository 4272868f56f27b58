import { keepBooks } from './keep-books.ts'
import type { Certificate, Happening, Resident, Store } from './store.ts'

/** How much is to happen, from which seed, by which day; `strange` of a thousand happenings are late, doubled or contradict another. */
export type Order = {
  readonly count: number
  readonly seed?: number
  readonly today: string
  readonly strange?: number
}

type Random = { readonly below: (most: number) => number }

/** Lets time pass: as many happenings as asked for, of the kinds that happen, each written down as it is told. */
export function live(store: Store, { count, seed = 1, today, strange = 30 }: Order) {
  const random = randomFrom(seed)
  const [places, areas] = [store.places(), store.areas()]
  if (places === 0) throw new RangeError('Nobody is in the register: seed it first')
  const counts: Record<string, number> = {}
  const dead: string[] = []
  store.atOnce(() => {
    const at = `${today}T01:00:00Z`
    const tell = (happening: Happening) => {
      keepBooks(store, happening)
      store.record(happening, at)
      counts[happening.kind] = (counts[happening.kind] ?? 0) + 1
    }
    const living = () => {
      for (let tries = 0; tries < 1000; tries++) {
        const one = store.at(1 + random.below(places))
        if (one && one.diedOn === null) return one
      }
      throw new RangeError('Hardly anybody in the register is alive')
    }
    for (let told = 0; told < count; told++) {
      const isStrange = random.below(1000) < strange
      const happening = happenTo(living(), { random, today, areas, living, isLate: isStrange })
      tell(happening)
      if (happening.kind === 'death') dead.push(happening.personalId)
      if (!isStrange) continue
      // Told twice, or somebody who died is seen alive.
      const gone = dead[random.below(Math.max(1, dead.length))]
      if (gone !== undefined && random.below(2) === 0) tell({ kind: 'alive', personalId: gone, on: today })
      else tell(happening)
    }
  })
  return { told: Object.values(counts).reduce((sum, one) => sum + one, 0), counts, last: store.last() }
}

type Setting = {
  readonly random: Random
  readonly today: string
  readonly areas: readonly string[]
  readonly living: () => Resident
  readonly isLate: boolean
}

function happenTo(one: Resident, { random, today, areas, living, isLate }: Setting): Happening {
  const days = isLate ? 200 + random.below(400) : random.below(30)
  const day = daysBefore(today, days)
  const on = day < one.born ? one.born : day
  const base = { personalId: one.number, on }
  const age = Number(today.slice(0, 4)) - Number(one.born.slice(0, 4))
  const chance = random.below(1000)
  if (chance < (age > 75 ? 300 : age > 50 ? 80 : 10))
    return { ...base, kind: 'death', identity: identityOf(one), certificate: certificate(random, on, 'TLKT') }
  if (chance < 550) {
    const area = random.below(2) === 0 ? one.area : areas[random.below(areas.length)]!
    return {
      ...base,
      kind: 'move',
      residence: { area, village: null, address: `Số nhà ${1 + random.below(300)}` },
    }
  }
  if (chance < 700 && one.sex === 'female' && age > 18 && age < 45) return birth(one, random, on)
  if (chance < 800 && age > 20 && age < 70) {
    const spouse = living()
    if (spouse.sex !== one.sex && spouse.spouse === null && one.spouse === null)
      return {
        ...base,
        kind: 'marriage',
        spouseId: spouse.number,
        certificate: certificate(random, on, 'TLKH'),
      }
  }
  if (chance < 860) {
    const born = daysBefore(one.born, 1 + random.below(2))
    return {
      ...base,
      kind: 'identity_corrected',
      identity: { born },
      certificate: certificate(random, on, 'TLCC'),
    }
  }
  if (one.formerNumber !== null)
    return { ...base, kind: 'number_changed', former: { kind: 'legacy_id', number: one.formerNumber } }
  return { ...base, kind: 'alive' }
}

function birth(mother: Resident, random: Random, on: string): Happening {
  const sex = random.below(2) === 0 ? 'female' : 'male'
  const year = Number(on.slice(0, 4))
  const century = (year >= 2000 ? 2 : 0) + (sex === 'female' ? 1 : 0)
  const serial = String(500_000 + random.below(500_000))
  return {
    kind: 'birth',
    personalId: `${mother.number.slice(0, 3)}${century}${String(year % 100).padStart(2, '0')}${serial}`,
    on,
    identity: {
      fullName: `${mother.fullName.split(' ')[0]} ${sex === 'female' ? 'Thị Mai' : 'Văn Minh'}`,
      sex,
      born: on,
    },
    motherId: mother.number,
    residence: { area: mother.area, village: mother.village, address: mother.address },
    certificate: certificate(random, on, 'TLKS'),
  }
}

const identityOf = ({ fullName, sex, born }: Resident) => ({ fullName, sex, born })

function certificate(random: Random, on: string, kind: string): Certificate {
  return { number: `${1 + random.below(999)}/${kind}`, issuedOn: on, issuedBy: 'Ủy ban nhân dân xã' }
}

function daysBefore(day: string, days: number): string {
  return Temporal.PlainDate.from(day).subtract({ days }).toString()
}

/** Numbers that look random and are the same each time (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return {
    below: (most) => {
      state = (state + 0x6d2b79f5) >>> 0
      let mixed = Math.imul(state ^ (state >>> 15), state | 1)
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most)
    },
  }
}
