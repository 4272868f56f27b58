import { makeDisabled, makeEightyYears } from './elders.ts'
import { makeSingleParent } from './families.ts'
import { lateness, type Life } from './living.ts'
import { communesDecide } from './maker.ts'
import { dayIn, momentOn, monthAt } from './months.ts'
import type { Sex } from './names.ts'
import { type Place } from './places.ts'
import { draw, type Weights, weigh } from './random.ts'
import { assumed, pairs } from './targets.ts'

/** How many a month in a province of full size. */
const monthly = { disabled: 118, from80: 182, from75: 125, poor70: 14 }

/** Of those who were 75 to 79 when the social pension began, how many applied in each month from July 2025. */
const firstWave = [620, 1050, 880, 640, 430, 300, 210, 160, 120, 90, 70, 50, 40, 30, 25, 20]

const severities = weigh(pairs(assumed.severity))
const types = weigh(pairs(assumed.disability))
const disabledAges = weigh(pairs(assumed.disabledAge))

/** Whoever comes onto the rolls in a month: certificates, birthdays, applications. */
export function joinTheRolls(life: Life, month: number) {
  const dwellers = weigh(life.all.map((place) => [place, place.population] as const))
  for (let count = times(life, monthly.disabled); count > 0; count--) newlyDisabled(life, month, dwellers)
  if (month < communesDecide)
    for (let count = times(life, monthly.from80); count > 0; count--) turns80(life, month, dwellers)
  else {
    const wave = firstWave[month - communesDecide] ?? 15
    for (let count = times(life, wave); count > 0; count--)
      applies(life, month, { place: draw(life.random, dwellers), years: life.random.between(75, 79) })
    for (let count = times(life, monthly.from75); count > 0; count--)
      applies(life, month, { place: draw(life.random, dwellers), years: 75 })
    for (let count = times(life, monthly.poor70); count > 0; count--)
      applies(life, month, { place: draw(life.random, dwellers), years: life.random.between(70, 74) })
  }
  if (month % 12 === 0) newPoorParents(life, month, dwellers)
}

/** A whole number of times that comes to the share over many months. */
function times({ scale, random }: Life, inProvince: number) {
  const exact = inProvince * scale
  return Math.floor(exact) + (random.chance(exact - Math.floor(exact)) ? 1 : 0)
}

function sexOf(life: Life, femalePercent: number): Sex {
  return life.random.chance(femalePercent / 100) ? 'female' : 'male'
}

function newlyDisabled(life: Life, month: number, dwellers: Weights<Place>) {
  const { random } = life
  const decided = month + (random.chance(0.5) ? 1 : 0) + lateness(life)
  if (decided > life.last) return
  const { member } = makeDisabled(life, draw(random, dwellers), {
    sex: sexOf(life, assumed.female.disabled),
    age: draw(random, disabledAges),
    level: draw(random, severities),
    type: draw(random, types),
    issued: month,
    decided,
  })
  life.members.push(member)
}

function turns80(life: Life, month: number, dwellers: Weights<Place>) {
  const { random } = life
  const decided = month + (random.chance(0.3) ? 1 : 0) + lateness(life)
  // Who had not asked by July 2025 has to apply for the social pension like everybody else.
  if (decided >= communesDecide || decided > life.last) return
  const isYearOnly = month % 12 === 0 && random.chance(0.6)
  const member = makeEightyYears(life, draw(random, dwellers), {
    sex: sexOf(life, assumed.female.aged80),
    born: dayIn(month - 960, isYearOnly ? 1 : random.between(1, 28)),
    precision: isYearOnly ? 'year' : 'day',
    from: month,
    decided,
  })
  life.members.push(member)
}

/** A social pension on application: from the month of the decision, whatever the age before. */
function applies(
  life: Life,
  month: number,
  { place, years }: { readonly place: Place; readonly years: number },
) {
  const { random, maker, register, places } = life
  const signedOn = dayIn(month, random.between(4, 19))
  const { areaId } = { areaId: places.unitOn(place.areaId, signedOn).id }
  const { born, precision } = maker.bornFor(years, month - 1)
  const known = maker.recordedFor(place, signedOn)
  const person = maker.person({ place, areaId, sex: sexOf(life, 60), born, precision, ...known })
  let household = null
  const isPoor = years < 75
  if (isPoor) {
    household = maker.household(place, known.recordedAt)
    register.join(person, household, { isHead: true, relationToHead: 'chủ hộ', from: signedOn, ...known })
    maker.poverty(household, place, Math.floor(month / 12), 'near_poor', known.recordedAt)
  }
  maker.award({
    person,
    place,
    benefit: 'social_pension',
    rule: 'SP',
    from: monthAt(month),
    signedOn,
    recordedAt: enteredLate(life, month),
    reason: isPoor
      ? 'Từ đủ 70 tuổi thuộc hộ nghèo, hộ cận nghèo, không có lương hưu'
      : 'Từ đủ 75 tuổi, không có lương hưu, trợ cấp bảo hiểm xã hội hằng tháng',
  })
  maker.channel(person)
  // The list of the poor is not asked again from 75 on, so nobody has to leave for it.
  life.members.push({
    person,
    place,
    group: 'aged80',
    household,
    children: [],
    poverty: isPoor ? 'near_poor' : null,
  })
}

/** One decision in twenty is entered one to three months after it was signed, and then has arrears. */
function enteredLate({ random, last }: Life, month: number) {
  const entered = month + random.between(1, 3)
  return random.chance(0.05) && entered <= last
    ? momentOn(dayIn(entered, random.between(3, 18)), random)
    : undefined
}

/** Those whom the new list of the poor brings in each January. */
function newPoorParents(life: Life, month: number, dwellers: Weights<Place>) {
  for (let count = times(life, 150); count > 0; count--)
    life.members.push(
      makeSingleParent(life, draw(life.random, dwellers), sexOf(life, assumed.female.singleParents), month),
    )
}
