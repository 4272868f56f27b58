import type { CivilDate } from '#kernel/civil-date'
import type { Setting } from './maker.ts'
import { dayIn, monthAt, numberOfMonth } from './months.ts'
import type { Sex } from './names.ts'
import type { Place } from './places.ts'
import { type Member, start } from './member.ts'
import type { Person } from './register.ts'

const widowed = 'Trích lục khai tử của vợ hoặc chồng'
const unmarried = 'Giấy xác nhận tình trạng hôn nhân'

/** A poor or near-poor parent raising children alone (khoản 4), paid for each child. */
export function makeSingleParent(setting: Setting, place: Place, sex: Sex, decided?: number): Member {
  const { random, maker, register } = setting
  const age = random.between(27, 54)
  const signed = decided ?? start - 1 - random.below(50)
  const now = decided ?? start
  const { born } = maker.bornFor(age, now)
  const signedOn = dayIn(signed, random.between(3, 18))
  const known = maker.recordedFor(place, signedOn)
  const person = maker.person({ place, sex, born, ...known })
  const household = maker.household(place, known.recordedAt)
  register.join(person, household, { isHead: true, relationToHead: 'chủ hộ', from: signedOn, ...known })
  const isWidowed = sex === 'male' || random.chance(0.62)
  register.note({ person }, 'single_parent', {
    detail: { basis: isWidowed ? 'spouse_dead' : 'never_married' },
    from: dayIn(numberOfMonth(signedOn) - random.between(1, 14), random.between(1, 28)),
    evidence: {
      document: isWidowed ? widowed : unmarried,
      number: `TL ${random.between(11, 480)}/${signedOn.slice(0, 4)}`,
    },
    ...known,
  })
  const children: Person[] = []
  const count = random.chance(0.55) ? 1 : random.chance(0.75) ? 2 : 3
  const family = person.version.fullName.split(' ')[0]!
  const youngest = Math.ceil((now - signed) / 12) + 1
  for (let at = 0; at < count; at++) {
    const years = random.between(youngest, Math.min(14, Math.max(youngest, age - 20)))
    const child = makeChild(
      setting,
      place,
      { parent: person, family, born: now - years * 12 - random.below(11) },
      known,
    )
    register.join(child, household, { relationToHead: 'con', from: signedOn, ...known })
    children.push(child)
  }
  const poverty = random.chance(0.65) ? 'poor' : 'near_poor'
  maker.poorSince(household, place, signedOn, poverty)
  maker.award({
    person,
    place,
    benefit: 'monthly_allowance',
    rule: 'MSA-4',
    from: monthAt(signed),
    signedOn,
    reason: 'Người đơn thân thuộc hộ nghèo, hộ cận nghèo đang nuôi con',
  })
  maker.channel(person)
  return { person, place, group: 'singleParents', household, children, poverty }
}

/** A child of somebody in the register, at the same address. */
export function makeChild(
  { random, maker, register }: Setting,
  place: Place,
  { parent, family, born }: { readonly parent: Person; readonly family: string; readonly born: number },
  known: { readonly recordedAt: Person['createdAt']; readonly source: string },
): Person {
  const child = maker.person({
    place,
    areaId: parent.residence.areaId,
    village: parent.residence.village,
    sex: random.chance(0.5) ? 'female' : 'male',
    born: dayIn(born, random.between(1, 18)),
    family,
    ...known,
  })
  register.relate(parent, 'parent_of', child, { from: child.version.born, ...known })
  return child
}

/** A child without a source of support (khoản 1), with a relative or another guardian. */
export function makeOrphan(
  setting: Setting,
  place: Place,
  { sex, isAbandoned }: { readonly sex: Sex; readonly isAbandoned: boolean },
): { readonly member: Member; readonly guardian: Person } {
  const { random, maker, register } = setting
  const age = random.between(1, 14)
  const birth = start - age * 12 - random.below(11)
  const born = dayIn(birth, random.between(1, 28))
  const signed = start - random.between(1, Math.max(1, age * 12 - 6))
  const signedOn = dayIn(signed, random.between(3, 18))
  const known = maker.recordedFor(place, signedOn)
  const person = maker.person({ place, sex, born, ...known })
  const parents = isAbandoned
    ? { father: 'unidentified', mother: 'unidentified', abandoned: true }
    : {
        father: 'dead',
        mother: random.pick(['dead', 'dead', 'missing_declared', 'detained']),
        abandoned: false,
      }
  const since = dayIn(signed - 2, random.between(1, 28))
  register.note({ person }, 'parents', {
    detail: parents,
    from: since > born ? since : born,
    evidence: {
      document: isAbandoned ? 'Biên bản về việc trẻ bị bỏ rơi' : 'Trích lục khai tử của cha, mẹ',
      number: `TL ${random.between(11, 480)}/${signedOn.slice(0, 4)}`,
    },
    ...known,
  })
  const guardian = maker.person({
    place,
    village: person.residence.village,
    sex: random.chance(0.7) ? 'female' : 'male',
    born: maker.bornFor(random.between(38, 66), start).born,
    ...(!isAbandoned && { family: person.version.fullName.split(' ')[0]! }),
    ...known,
  })
  const household = maker.household(place, known.recordedAt)
  const from = signedOn
  register.join(guardian, household, { isHead: true, relationToHead: 'chủ hộ', from, ...known })
  register.join(person, household, {
    relationToHead: isAbandoned ? 'con nuôi dưỡng' : 'cháu',
    from,
    ...known,
  })
  register.relate(guardian, 'guardian_of', person, { from, ...known })
  register.relate(guardian, 'collects_for', person, { from, ...known })
  maker.award({
    person,
    payee: guardian,
    place,
    benefit: 'monthly_allowance',
    rule: 'MSA-1',
    from: monthAt(signed),
    signedOn,
    reason: 'Trẻ em không có nguồn nuôi dưỡng',
  })
  maker.channel(guardian)
  return { member: { person, place, group: 'orphans', household, children: [], poverty: null }, guardian }
}

/** A person of a poor household whom khoản 3 or khoản 8 means; no list ever says why. */
export function makeWithHiv(setting: Setting, place: Place, isChild: boolean): Member {
  const { random, maker, register } = setting
  const age = isChild ? random.between(4, 13) : random.between(28, 57)
  const { born } = maker.bornFor(age, start)
  const signed = start - random.between(1, 40)
  const signedOn = dayIn(signed, random.between(3, 18))
  const known = maker.recordedFor(place, signedOn)
  const person = maker.person({ place, sex: random.chance(0.4) ? 'female' : 'male', born, ...known })
  const household = maker.household(place, known.recordedAt)
  register.note({ person }, 'hiv', {
    from: dayIn(signed - 1, 5),
    evidence: {
      document: 'Phiếu kết quả xét nghiệm',
      issuedBy: 'Trung tâm Kiểm soát bệnh tật tỉnh Vĩnh Phúc',
    },
    recordedAt: known.recordedAt,
    source: 'Hồ sơ bảo mật tại xã',
  })
  let payee: Person | undefined
  const from = signedOn
  if (isChild) {
    payee = maker.person({
      place,
      village: person.residence.village,
      sex: 'female',
      born: maker.bornFor(age + 24, start).born,
      family: person.version.fullName.split(' ')[0]!,
      ...known,
    })
    register.join(payee, household, { isHead: true, relationToHead: 'chủ hộ', from, ...known })
    register.relate(payee, 'parent_of', person, { from: born, ...known })
    register.relate(payee, 'collects_for', person, { from, ...known })
  }
  const relationToHead = isChild ? 'con' : 'chủ hộ'
  register.join(person, household, { isHead: !isChild, relationToHead, from, ...known })
  maker.poorSince(household, place, signedOn, 'poor')
  maker.award({
    person,
    ...(payee && { payee }),
    place,
    benefit: 'monthly_allowance',
    rule: isChild ? 'MSA-3' : 'MSA-8',
    from: monthAt(signed),
    signedOn,
    reason: isChild ? 'Trẻ em thuộc khoản 3 Điều 5' : 'Người thuộc khoản 8 Điều 5',
  })
  maker.channel(payee ?? person)
  return { person, place, group: 'hiv', household, children: [], poverty: 'poor' }
}

/** A young person who received under khoản 1 until sixteen and still studies (khoản 2). */
export function makeStudent(setting: Setting, place: Place): Member {
  const { random, maker, register } = setting
  const months = random.between(16 * 12 + 5, 20 * 12)
  const birth = start - months
  const sixteen = birth + 192
  const signed = sixteen + 1
  const signedOn = dayIn(signed, random.between(3, 18))
  const known = maker.recordedFor(place, signedOn)
  const born = dayIn(birth, random.between(1, 28))
  const person = maker.person({ place, sex: random.chance(0.5) ? 'female' : 'male', born, ...known })
  const birthday = `${monthAt(sixteen)}-${born.slice(8)}` as CivilDate // Born on the 28th at the latest.
  noteFormerChild(setting, person, birthday, known)
  register.note({ person }, 'study', {
    detail: { level: months < 216 ? 'general' : 'first_degree' },
    from: dayIn(sixteen - 6, 5),
    evidence: { document: 'Giấy xác nhận đang học', number: `XN ${random.between(11, 999)}` },
    ...known,
  })
  maker.award({
    person,
    place,
    benefit: 'monthly_allowance',
    rule: 'MSA-2',
    from: monthAt(signed),
    signedOn,
    reason: 'Đang học sau khi đủ 16 tuổi',
  })
  maker.channel(person)
  return { person, place, group: 'other', household: null, children: [], poverty: null }
}

export function noteFormerChild(
  { register }: Setting,
  person: Person,
  from: CivilDate,
  known: { readonly recordedAt: Person['createdAt']; readonly source: string },
) {
  const evidence = { document: 'Quyết định trợ cấp trước 16 tuổi' }
  register.note({ person }, 'former_child_without_support', { from, evidence, ...known })
}
