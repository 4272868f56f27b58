import { type BirthPrecision, type CivilDate, dayOf, type Instant, type Month } from '#kernel/civil-date'
import { dayIn, firstOf, momentOn, monthNumber } from './months.ts'
import { familyName, personalName, type Sex } from './names.ts'
import type { Offices } from './offices.ts'
import type { Place, Places } from './places.ts'
import { quota, type Random } from './random.ts'
import type { Grant, Household, Person, Register } from './register.ts'
import { assumed, pairs } from './targets.ts'

export type Setting = {
  readonly random: Random
  readonly register: Register
  readonly places: Places
  readonly offices: Offices
  readonly maker: Maker
}

export type Maker = ReturnType<typeof openMaker>

const imported = 'Nhập từ sổ theo dõi giấy của xã'
const byForm = 'Tờ khai tại xã'

/** Makes people as a register meets them: with names of their time, numbers, a home, and a day on which they came in. */
export function openMaker({ random, register, offices, places }: Omit<Setting, 'maker'>) {
  let serial = 104_729
  let householdCount = 0
  /** A share met to the person in every hundred, whoever comes. */
  const dealer = <Item>(shares: readonly (readonly [Item, number])[]) => {
    let cards: Item[] = []
    return () => {
      if (cards.length === 0) cards = quota(random, 100, shares)
      return cards.pop()!
    }
  }
  const numbered = dealer(pairs(assumed.identified))
  const withPhone = dealer([
    [true, assumed.phone],
    [false, 100 - assumed.phone],
  ])
  const withAccount = dealer([
    [true, assumed.account],
    [false, 100 - assumed.account],
  ])

  const withOldNumber = new WeakSet<Person>()

  const maker = {
    /** When a fact of that day came into the register: the paper books were typed in towards the end of 2021. */
    recordedFor(place: Place, day: CivilDate): { readonly recordedAt: Instant; readonly source: string } {
      if (day >= '2021-12-01') return { recordedAt: momentOn(day, random), source: byForm }
      const typed = dayIn(2021 * 12 + 10, 1 + (place.areaId % 27))
      return { recordedAt: momentOn(typed, random), source: imported }
    },

    /** A birth date for somebody who has completed so many years at the end of a month; the old often know only the year. */
    bornFor(age: number, atMonth: number): { readonly born: CivilDate; readonly precision: BirthPrecision } {
      const month = atMonth - age * 12 - random.below(12)
      if (age < 60) return { born: dayIn(month, random.between(1, 28)), precision: 'day' }
      const known = random.next()
      const year = Math.floor(month / 12)
      // The first of January makes them no younger than asked, and seldom older.
      if (known < 0.16) return { born: `${year}-01-01` as CivilDate, precision: 'year' }
      if (known < 0.2) return { born: firstOf(month), precision: 'month' }
      return { born: dayIn(month, random.between(1, 28)), precision: 'day' }
    },

    person(given: {
      readonly place: Place
      readonly areaId?: number
      readonly village?: string
      readonly sex: Sex
      readonly born: CivilDate
      readonly precision?: BirthPrecision
      readonly family?: string
      readonly fullName?: string
      /** Who is in the register already, and comes again: without the number that would have told, at most with an old one. */
      readonly againAs?: Person
      readonly recordedAt: Instant
      readonly source: string
    }): Person {
      const { place, sex, born, precision = 'day', recordedAt, source } = given
      const isSanDiu = place.isMountainous && random.chance(0.12)
      const family = given.family ?? familyName(random, isSanDiu)
      const bornYear = Number(born.slice(0, 4))
      const unit = places.unitOn(given.areaId ?? place.areaId, dayOf(recordedAt))
      const person = register.addPerson({
        fullName: given.fullName ?? `${family} ${personalName(random, sex, bornYear)}`,
        sex,
        born,
        precision,
        ethnicGroup: isSanDiu ? 'Sán Dìu' : 'Kinh',
        phone: withPhone() ? `09${String(random.between(10_000_000, 99_999_999))}` : null,
        areaId: unit.id,
        village: given.village ?? random.pick(place.villages),
        since: unit.since !== null && unit.since > born ? unit.since : born,
        recordedAt,
        source,
      })
      const dealt = numbered()
      const kind = !given.againAs
        ? dealt
        : withOldNumber.has(given.againAs) || bornYear > 2005
          ? 'none'
          : 'legacy_id'
      if (kind === 'personal_id' || (kind === 'legacy_id' && bornYear > 2005)) {
        const century = (bornYear >= 2000 ? 2 : 0) + (sex === 'female' ? 1 : 0)
        const number = `026${century}${String(bornYear % 100).padStart(2, '0')}${String(serial++ % 1_000_000).padStart(6, '0')}`
        register.identify(person, 'personal_id', number, { recordedAt, source })
      } else if (kind === 'legacy_id') {
        withOldNumber.add(person)
        register.identify(person, 'legacy_id', `135${String(serial++ % 1_000_000).padStart(6, '0')}`, {
          recordedAt,
          source,
        })
      }
      return person
    },

    /** How the payee gets the money. */
    channel(person: Person) {
      if (register.channels.has(person)) return
      const account = withAccount()
      register.channels.set(person, {
        person,
        method: account ? 'account' : 'cash',
        bank: account ? random.pick(['Agribank', 'LPBank', 'Vietcombank', 'VietinBank', 'BIDV']) : null,
        account: account ? `2600${String(random.between(100_000_000, 999_999_999))}` : null,
      })
    },

    household(place: Place, recordedAt: Instant): Household {
      return register.addHousehold(`${place.code}-${String(++householdCount).padStart(6, '0')}`, recordedAt)
    },

    /** The household on the list of the poor of a year, as the commune approved it in December before. */
    poverty(
      household: Household,
      place: Place,
      year: number,
      level: 'poor' | 'near_poor',
      recordedAt?: Instant,
    ) {
      const decision = `${100 + (place.areaId % 800)}/QĐ-UBND`
      const approvedOn = `${year - 1}-12-15` as CivilDate // A day every December has.
      register.note({ household }, 'poverty', {
        detail: { level, year, decision },
        from: `${year}-01-01` as CivilDate,
        until: `${year + 1}-01-01` as CivilDate,
        evidence: {
          document: 'Quyết định công nhận danh sách hộ nghèo, hộ cận nghèo',
          number: decision,
          issuedOn: approvedOn,
        },
        recordedAt: recordedAt ?? momentOn(`${year - 1}-12-2${place.areaId % 8}` as CivilDate, random),
        source: 'Danh sách rà soát hộ nghèo, hộ cận nghèo',
      })
    },

    /** On every list since a decision, each year’s recorded with the decision if it came before. */
    poorSince(household: Household, place: Place, since: CivilDate, level: 'poor' | 'near_poor') {
      const { recordedAt } = maker.recordedFor(place, since)
      const first = Number(since.slice(0, 4))
      for (let year = first; year <= Math.max(2022, first); year++) {
        const approvedAt = momentOn(`${year - 1}-12-2${place.areaId % 8}` as CivilDate, random)
        maker.poverty(household, place, year, level, approvedAt > recordedAt ? approvedAt : recordedAt)
      }
    },

    /** A benefit from a month on, by a decision signed that month or soon after. */
    award(given: {
      readonly person: Person
      readonly payee?: Person
      readonly place: Place
      readonly benefit: Grant['benefit']
      readonly rule: string
      readonly from: Month
      readonly signedOn: CivilDate
      readonly reason: string
      readonly kind?: 'grant' | 'transfer'
      /** Where the paper was entered later than it was signed. */
      readonly recordedAt?: Instant | undefined
    }): Grant {
      const { person, place, benefit, rule, from, signedOn, reason, kind = 'grant' } = given
      const homeAreaId = person.residence.areaId
      return register.grant({
        person,
        benefit,
        rule,
        payee: given.payee ?? person,
        areaId: homeAreaId,
        from,
        opened: offices.decide({ kind, homeAreaId, signedOn, effective: from, reason }),
        recordedAt: given.recordedAt ?? maker.recordedFor(place, signedOn).recordedAt,
      })
    },
  }
  return maker
}

/** The first month of the oldest decree whose rules are known here. */
export const earliest = monthNumber('2015-01')

/** From this month chairs of communes decide, and benefits start with the decision. */
export const communesDecide = monthNumber('2025-07')
