import type { Month } from '#kernel/civil-date'
import { changeLaw } from './law-changes.ts'
import { communesDecide } from './maker.ts'
import { type Member, start } from './member.ts'
import { dayIn, momentAt, momentOn, monthAt, monthNumber, numberOfMonth, secondOfWork } from './months.ts'
import { hasOpenAward, lateness, laterOn, type Life } from './living.ts'
import { joinTheRolls } from './newcomers.ts'
import type { Person } from './register.ts'
import { assumed } from './targets.ts'

/** What happens to everybody from December 2022 through a month: births pass, people die, move, fall ill, and papers come late. */
export function liveOn(life: Life) {
  for (let month = start + 1; month <= life.last; month++) {
    // Moments begin with their day, so that the two compare as texts.
    const nextPapers: string = dayIn(month, 4)
    joinTheRolls(life, month)
    changeLaw(life, month)
    for (const member of life.members) {
      if (member.person.version.diedOn !== null || !isAlive(member.person)) continue
      if (isStillToBeDecided(member.person, nextPapers)) continue
      if (dies(life, member, month)) continue
      grow(life, member, month)
      if (month % 12 === 0) renewPoverty(life, member, month)
      moves(life, member, month)
    }
  }
}

/** Whoever died and was not yet reported is dead all the same: nothing more happens to them. */
const unreported = new WeakSet<Person>()
function isAlive(person: Person) {
  return !unreported.has(person)
}

/** A paper of theirs is not through: until it is, no other is begun. Lists of a new law are signed in the first days. */
function isStillToBeDecided({ awards }: Person, nextPapers: string): boolean {
  for (const { recordedAt } of awards) if (recordedAt >= nextPapers) return true
  return false
}

function ageIn(person: Person, month: number) {
  return (month - numberOfMonth(person.version.born)) / 12
}

function dies(life: Life, member: Member, month: number): boolean {
  const { random, register, last } = life
  const { person, group } = member
  const age = ageIn(person, month)
  const yearly =
    age >= 80
      ? assumed.yearly.deathFrom80
      : age >= 60
        ? 0.032
        : group === 'disabled' || group === 'hiv'
          ? 0.012
          : 0.003
  if (!random.chance(yearly / 12)) return false
  const diedOn = dayIn(month, random.between(1, 27))
  const reported = month + lateness(life)
  unreported.add(person)
  if (reported > last) return true
  const day =
    reported === month
      ? Math.min(28, Math.max(4, Number(diedOn.slice(8)) + random.between(1, 9)))
      : random.between(2, 27)
  const recordedAt = momentOn(dayIn(reported, day), random)
  register.revise(person, { diedOn }, recordedAt, 'Trích lục khai tử')
  stop(life, person, { lastMonth: month, decided: reported, day, reason: 'died', words: 'Người hưởng chết' })
  return true
}

/** Ends every benefit of a person by decisions signed soon after. */
export function stop(
  life: Life,
  person: Person,
  given: {
    readonly lastMonth: number
    readonly decided: number
    readonly day: number
    readonly reason: 'died' | 'ineligible' | 'moved'
    readonly words: string
  },
) {
  const { random, register, offices } = life
  const { lastMonth, decided, day, reason, words } = given
  const signedOn = dayIn(decided, Math.min(28, day))
  const benefits = new Set(
    person.awards.filter((award) => (award.lastMonth ?? Infinity) > lastMonth).map(({ benefit }) => benefit),
  )
  for (const benefit of benefits) {
    const decision = offices.decide({
      kind: 'stop',
      homeAreaId: person.residence.areaId,
      signedOn,
      effective: monthAt(lastMonth + 1),
      reason: words,
    })
    register.close({ person, benefit, lastMonth, decision, reason, recordedAt: laterOn(signedOn, random) })
  }
}

/** Sixteen years, the end of study, three years of a child: what age alone ends or changes. */
function grow(life: Life, member: Member, month: number) {
  const { random, register } = life
  const { person, group } = member
  const months = month - numberOfMonth(person.version.born)
  // Drawn of everybody, so that it does not depend on the others what comes of one; written out for few.
  const [day, second] = [random.between(2, 12), secondOfWork(random)]
  const known = () => ({
    recordedAt: momentAt(dayIn(month, day), second),
    source: 'Giấy xác nhận của trường',
  })
  const end = (lastMonth: number, words: string) => {
    if (hasOpenAward(person))
      stop(life, person, {
        lastMonth,
        decided: month,
        day: random.between(14, 27),
        reason: 'ineligible',
        words,
      })
  }
  if (group === 'orphans' && months === 192) {
    if (random.chance(0.75)) {
      register.note({ person }, 'study', {
        detail: { level: 'general' },
        from: dayIn(month - 2, 5),
        evidence: { document: 'Giấy xác nhận đang học', number: `XN ${random.between(11, 999)}` },
        ...known(),
      })
      register.note({ person }, 'former_child_without_support', {
        from: dayIn(month, Number(person.version.born.slice(8))),
        evidence: { document: 'Quyết định trợ cấp trước 16 tuổi' },
        ...known(),
      })
    } else end(month, 'Đủ 16 tuổi, không tiếp tục học')
    for (const award of person.awards)
      if (award.benefit === 'care_support' && award.lastMonth === null)
        endCare(life, person, month, 'Trẻ em đủ 16 tuổi')
  }
  const studied = person.facts.get('study')
  if (studied && months === 22 * 12) {
    const { recordedAt, source } = known()
    register.end(studied, dayIn(month, 15), recordedAt, source)
    end(month, 'Hết thời gian học')
  }
  if (group === 'singleParents' && hasOpenAward(person)) growChildren(life, member, month)
}

/** A child of sixteen counts on only while it studies; a parent without a child that counts leaves the rolls. */
function growChildren(life: Life, member: Member, month: number) {
  const { random, register } = life
  for (const child of member.children) {
    const months = month - numberOfMonth(child.version.born)
    if (months === 192 && random.chance(0.7))
      register.note({ person: child }, 'study', {
        detail: { level: 'general' },
        from: dayIn(month - 2, 5),
        evidence: { document: 'Giấy xác nhận đang học', number: `XN ${random.between(11, 999)}` },
        recordedAt: momentOn(dayIn(month, 6), random),
        source: 'Giấy xác nhận của trường',
      })
  }
  const counts = member.children.some((child) => {
    const months = month - numberOfMonth(child.version.born)
    return months < 192 || (months < 264 && child.facts.has('study'))
  })
  if (counts || member.person.facts.has('disability')) return
  const words = 'Không còn nuôi con dưới 16 tuổi hoặc con đang học'
  stop(life, member.person, { lastMonth: month, decided: month, day: 20, reason: 'ineligible', words })
}

function endCare(life: Life, person: Person, month: number, words: string) {
  const { register, offices, random } = life
  const signedOn = dayIn(month, 24)
  const decision = offices.decide({
    kind: 'stop',
    homeAreaId: person.residence.areaId,
    signedOn,
    effective: monthAt(month + 1),
    reason: words,
  })
  register.close({
    person,
    benefit: 'care_support',
    lastMonth: month,
    decision,
    reason: 'ineligible',
    recordedAt: laterOn(signedOn, random),
  })
}

/** Each January a new list of the poor: most stay on it, and who leaves it leaves the rolls where poverty was the ground. */
function renewPoverty(life: Life, member: Member, month: number) {
  const { random, maker } = life
  const { household, poverty, person, place } = member
  if (poverty === null || household === null || monthNumber(person.createdAt) >= month) return
  const year = Math.floor(month / 12)
  const recordedAt = momentOn(dayIn(month - 1, 26), random)
  if (random.chance(0.94)) {
    const level = poverty === 'near_poor' ? poverty : 'poor'
    maker.poverty(household, place, year, level, recordedAt)
    return
  }
  member.poverty = null
  const isOldEnough = member.group === 'aged80' && ageIn(person, month) >= 75
  if (isOldEnough || person.facts.has('disability') || !hasOpenAward(person)) return
  const words = 'Không còn thuộc hộ nghèo, hộ cận nghèo'
  stop(life, person, {
    lastMonth: month,
    decided: month,
    day: random.between(9, 20),
    reason: 'ineligible',
    words,
  })
}

/** To another commune: the old place stops, the new one pays from the month after, and none is lost or paid twice. */
function moves(life: Life, member: Member, month: number) {
  const { random, register, offices, places, all, last } = life
  const { person, household, group } = member
  // Whoever lives with others in the register stays; the others move more often, so that the yearly share comes out.
  if (household !== null || group === 'orphans' || !random.chance((assumed.yearly.move * 1.35) / 12)) return
  if (person.awards.some(({ benefit }) => benefit === 'care_support' || benefit === 'parenting_support'))
    return
  const place = random.pick(all)
  const on = dayIn(month, random.between(1, 20))
  const to = places.unitOn(place.areaId, on)
  const from = places.unitOn(person.residence.areaId, on)
  // Before the lists of July 2025 every move was settled, or two papers would have crossed.
  const isBeforeLists = month < communesDecide && month + 4 >= communesDecide
  const recorded = isBeforeLists ? month : month + lateness(life)
  if (to.id === from.id || recorded > last || on <= (person.residence.from ?? '')) return
  if (momentOn(on, random) <= person.residence.recordedAt) return
  const day = recorded === month ? Number(on.slice(8)) + random.between(1, 5) : random.between(2, 20)
  register.move(
    person,
    { areaId: to.id, village: random.pick(place.villages), on },
    momentOn(dayIn(recorded, day), random),
    'Thông báo chuyển nơi cư trú',
  )
  const open = person.awards.filter(({ lastMonth }) => lastMonth === null)
  const sameOffice = month < communesDecide && from.parentId === to.parentId
  if (open.length === 0 || sameOffice) return
  const signedOn = dayIn(recorded, day + 2)
  for (const award of open) {
    const effective: Month = monthAt(recorded + 1)
    const recordedAt = laterOn(signedOn, random)
    const decide = (kind: 'stop' | 'transfer', homeAreaId: number) =>
      offices.decide({ kind, homeAreaId, signedOn, effective, reason: 'Chuyển nơi cư trú' })
    register.close({
      person,
      benefit: award.benefit,
      lastMonth: recorded,
      decision: decide('stop', from.id),
      reason: 'moved',
      recordedAt,
    })
    register.grant({
      person,
      benefit: award.benefit,
      rule: award.rule,
      payee: award.payee,
      areaId: to.id,
      from: effective,
      opened: decide('transfer', to.id),
      recordedAt,
    })
  }
}
