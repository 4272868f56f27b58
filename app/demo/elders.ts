import { addYears, type BirthPrecision, type CivilDate } from '#kernel/civil-date'
import { lowerFirst } from '#kernel/written'
import { communesDecide, earliest, type Setting } from './maker.ts'
import { dayIn, monthAt, numberOfMonth } from './months.ts'
import type { Sex } from './names.ts'
import type { Place } from './places.ts'
import type { Household, Person } from './register.ts'
import { type Member, start } from './member.ts'
import { assumed } from './targets.ts'

export type Level = keyof typeof assumed.severity
export type DisabilityType = keyof typeof assumed.disability
export type MadeDisabled = { readonly member: Member; readonly age: number }

/** Somebody of 80 or more without a pension (điểm c khoản 5), paid since the month of that birthday. */
export function makeElder(
  setting: Setting,
  place: Place,
  { sex, band }: { readonly sex: Sex; readonly band: number },
): Member {
  const { random, maker } = setting
  const { born, precision } = maker.bornFor(band + random.below(band === 95 ? 7 : 5), start)
  const from = Math.max(numberOfMonth(addYears(born, 80)), earliest)
  const decided = Math.min(from + random.below(2), start)
  return makeEightyYears(setting, place, { sex, born, precision, from, decided })
}

/** The same for a birth date and a month of decision that are given. */
export function makeEightyYears(
  setting: Setting,
  place: Place,
  given: {
    readonly sex: Sex
    readonly born: CivilDate
    readonly precision: BirthPrecision
    readonly from: number
    readonly decided: number
  },
): Member {
  const { random, maker } = setting
  const { sex, born, precision, from, decided } = given
  const signedOn = dayIn(decided, random.between(3, 18))
  const person = maker.person({ place, sex, born, precision, ...maker.recordedFor(place, signedOn) })
  maker.award({
    person,
    place,
    benefit: 'monthly_allowance',
    rule: 'MSA-5C',
    from: monthAt(from),
    signedOn,
    reason: 'Từ đủ 80 tuổi, không có lương hưu, trợ cấp bảo hiểm xã hội hằng tháng',
  })
  maker.channel(person)
  const isCollected = random.chance(assumed.collectedFrom80)
  const household = isCollected ? withCollector(setting, person, place, signedOn) : null
  return { person, place, group: 'aged80', household, children: [], poverty: null }
}

/** A grown child who lives with an old person and collects the money. */
export function withCollector(setting: Setting, person: Person, place: Place, since: CivilDate): Household {
  const { random, maker, register } = setting
  const known = maker.recordedFor(place, since)
  const isSon = random.chance(0.68)
  const bornYear = Number(person.version.born.slice(0, 4)) + random.between(22, 38)
  const family = person.version.sex === 'male' || !isSon ? person.version.fullName.split(' ')[0] : undefined
  const child = maker.person({
    place,
    village: person.residence.village,
    sex: isSon ? 'male' : 'female',
    born: dayIn(bornYear * 12 + random.below(12), random.between(1, 28)),
    ...(family && { family }),
    ...known,
  })
  const household = maker.household(place, known.recordedAt)
  const relationToHead = person.version.sex === 'female' ? 'mẹ' : 'bố'
  register.join(child, household, {
    isHead: true,
    relationToHead: 'chủ hộ',
    from: child.version.born,
    ...known,
  })
  register.join(person, household, { relationToHead, from: child.version.born, ...known })
  register.relate(person, 'parent_of', child, { from: child.version.born, ...known })
  register.relate(child, 'collects_for', person, { from: since, ...known })
  return household
}

/** A parent with whom a child lives, and who collects its money. */
function withParent({ random, maker, register }: Setting, person: Person, place: Place): Household {
  const known = { recordedAt: person.createdAt, source: 'Tờ khai tại xã' }
  const { born } = person.version
  const isMother = random.chance(0.75)
  const parent = maker.person({
    place,
    village: person.residence.village,
    sex: isMother ? 'female' : 'male',
    born: dayIn(numberOfMonth(born) - random.between(21 * 12, 35 * 12), random.between(1, 28)),
    ...(!isMother && { family: person.version.fullName.split(' ')[0]! }),
    ...known,
  })
  const household = maker.household(place, person.createdAt)
  register.join(parent, household, { isHead: true, relationToHead: 'chủ hộ', from: born, ...known })
  register.join(person, household, { relationToHead: 'con', from: born, ...known })
  register.relate(parent, 'parent_of', person, { from: born, ...known })
  register.relate(parent, 'collects_for', person, { from: born, ...known })
  return household
}

/** Somebody with a certificate of severe or exceptionally severe disability (khoản 6). */
export function makeDisabled(
  setting: Setting,
  place: Place,
  {
    sex,
    age: band,
    level,
    type,
    issued: issuedIn,
    decided,
  }: {
    readonly sex: Sex
    readonly age: keyof typeof assumed.disabledAge
    readonly level: Level
    readonly type: DisabilityType
    readonly issued?: number
    readonly decided?: number
  },
): MadeDisabled {
  const { random, maker } = setting
  const elder = () => (random.chance(0.7) ? random.between(60, 74) : random.between(75, 91))
  const age = band === 'child' ? random.between(1, 14) : band === 'adult' ? random.between(16, 58) : elder()
  const { born, precision } = maker.bornFor(age, issuedIn ?? start)
  const issued = issuedIn ?? start - 2 - random.below(Math.min(92, age * 12 - 4))
  const known = maker.recordedFor(place, dayIn(issued, 3))
  const person = maker.person({ place, sex, born, precision, ...known })
  // The others among the children have a carer, or are still to get one.
  const household = age < 16 && level === 'severe' ? withParent(setting, person, place) : null
  const member: Member = { person, place, group: 'disabled', household, children: [], poverty: null }
  certify(setting, member, { level, type, issued, ...(decided !== undefined && { decided }) })
  maker.channel(person)
  return { member, age }
}

/** A certificate of disability, and the allowance from the month it was issued unless one is paid already. */
export function certify(
  setting: Setting,
  { person, place }: Member,
  {
    level,
    type,
    issued,
    decided = issued + 1,
  }: {
    readonly level: Level
    readonly type: DisabilityType
    readonly issued: number
    readonly decided?: number
  },
) {
  const { random, maker } = setting
  const issuedOn = dayIn(issued, random.between(3, 18))
  const known = maker.recordedFor(place, issuedOn)
  const recordedAt = known.recordedAt > person.createdAt ? known.recordedAt : person.createdAt
  noteDisability(setting, person, place, { level, type, issuedOn, recordedAt, source: known.source })
  if (person.awards.length > 0) return
  maker.award({
    person,
    place,
    benefit: 'monthly_allowance',
    rule: 'MSA-6',
    // Until June 2025 from the month of the certificate, then from that of the decision.
    from: monthAt(decided < communesDecide ? issued : decided),
    signedOn: dayIn(decided, random.between(2, 18)),
    reason: level === 'severe' ? 'Người khuyết tật nặng' : 'Người khuyết tật đặc biệt nặng',
  })
}

/** The fact and its paper, from the day of the certificate. */
export function noteDisability(
  { random, register }: Setting,
  person: Person,
  place: Place,
  fact: {
    level: Level
    type: DisabilityType
    issuedOn: CivilDate
    recordedAt: Member['person']['createdAt']
    source: string
  },
) {
  const { level, type, issuedOn, recordedAt, source } = fact
  const certificate = `GXN ${random.between(1, 320)}/${issuedOn.slice(0, 4)}`
  const issuedBy = `UBND ${lowerFirst(place.name)}`
  return register.note({ person }, 'disability', {
    detail: { level, types: [type], certificate, issuedOn },
    from: issuedOn,
    evidence: { document: 'Giấy xác nhận khuyết tật', number: certificate, issuedOn, issuedBy },
    recordedAt,
    source,
  })
}

/** A poor old person whom nobody has a duty to support (điểm a khoản 5); the frail ones are looked after by others (điểm d). */
export function makeElderAlone(
  setting: Setting,
  place: Place,
  { sex, isFrail }: { sex: Sex; isFrail: boolean },
): Member {
  const { random, maker, register } = setting
  const age = random.between(62, 92)
  const { born, precision } = maker.bornFor(age, start)
  const signed = start - 1 - random.below(Math.min(92, (age - 60) * 12 - 12))
  const signedOn = dayIn(signed, random.between(3, 18))
  const known = maker.recordedFor(place, signedOn)
  const person = maker.person({ place, sex, born, precision, ...known })
  const household = maker.household(place, known.recordedAt)
  register.join(person, household, { isHead: true, relationToHead: 'chủ hộ', from: signedOn, ...known })
  const evidence = { document: 'Biên bản xác minh của xã', issuedOn: signedOn }
  const state = random.chance(0.12) ? 'on_allowance' : 'none'
  register.note({ person }, 'maintenance_obligor', {
    detail: { state: isFrail ? 'none' : state },
    from: signedOn,
    evidence,
    ...known,
  })
  if (isFrail)
    register.note({ person }, 'facility_eligible_in_community', { from: signedOn, evidence, ...known })
  maker.poorSince(household, place, signedOn, 'poor')
  maker.award({
    person,
    place,
    benefit: 'monthly_allowance',
    rule: isFrail ? 'MSA-5D' : 'MSA-5A',
    from: monthAt(signed),
    signedOn,
    reason: 'Người cao tuổi thuộc hộ nghèo, không có người có nghĩa vụ và quyền phụng dưỡng',
  })
  maker.channel(person)
  return { person, place, group: 'elderlyAlone', household, children: [], poverty: 'poor' }
}
