import type { MadeDisabled } from './elders.ts'
import { makeChild } from './families.ts'
import type { Setting } from './maker.ts'
import { dayIn, monthAt, numberOfMonth } from './months.ts'
import type { Sex } from './names.ts'
import { type Member, start } from './member.ts'
import type { Person } from './register.ts'
import type { divideCare } from './targets.ts'

/** Who may need a carer. */
export type Candidates = {
  readonly severe: MadeDisabled[]
  readonly orphans: { readonly member: Member; readonly guardian: Person }[]
  readonly elders: Member[]
  readonly mothers: MadeDisabled[]
}

type Kinship = {
  readonly carerIs: string
  readonly sex: Sex
  readonly older: number
  readonly relation: 'parent_of' | 'spouse_of' | 'child' | 'related_to'
}

/** Gives as many people as asked a carer and the money for care; a few have the carer and never asked for the money. */
export function careFor(setting: Setting, candidates: Candidates, care: ReturnType<typeof divideCare>) {
  const severe = [...candidates.severe]
  const take = <Item>(list: Item[], count: number, what: string): Item[] => {
    if (list.length < count) throw new Error(`${list.length} candidates for ${count} of ${what}`)
    return list.splice(0, count)
  }
  for (const { member, age } of take(severe, care.takenIn, 'care by others')) takeIn(setting, member, age)
  for (const { member, age } of take(severe, care.ownHousehold, 'care at home')) {
    const carer = atHome(setting, member, age)
    award(
      setting,
      member,
      carer,
      'CARE-3',
      'Hộ gia đình đang trực tiếp chăm sóc người khuyết tật đặc biệt nặng',
    )
  }
  // Every twentieth of the others is cared for at home and has not asked for anything.
  severe.filter((_, index) => index % 20 === 0).forEach(({ member, age }) => atHome(setting, member, age))
  for (const { member, guardian } of take(candidates.orphans, care.orphans, 'orphans')) {
    fosters(setting, member, guardian)
    award(setting, member, guardian, 'CARE-1', 'Nhận chăm sóc, nuôi dưỡng trẻ em không có nguồn nuôi dưỡng')
  }
  for (const member of take(candidates.elders, care.elders, 'elders')) takeIn(setting, member, 75)
  for (const { member } of take(candidates.mothers, care.parenting, 'mothers'))
    raiseSmallChild(setting, member)
}

function kinshipOf({ random }: Setting, age: number, sex: Sex): Kinship {
  if (age < 40 && !(age > 28 && random.chance(0.25)))
    return {
      carerIs: random.chance(0.8) ? 'mẹ' : 'bố',
      sex: 'female',
      older: random.between(22, 33),
      relation: 'parent_of',
    }
  if (age < 65) {
    const other: Sex = sex === 'female' ? 'male' : 'female'
    return {
      carerIs: other === 'male' ? 'chồng' : 'vợ',
      sex: other,
      older: random.between(-5, 5),
      relation: 'spouse_of',
    }
  }
  return {
    carerIs: 'con',
    sex: random.chance(0.6) ? 'female' : 'male',
    older: -random.between(22, 36),
    relation: 'child',
  }
}

/** A relative of the same household who looks after the person. */
function atHome(setting: Setting, { person, place }: Member, age: number): Person {
  const { random, maker, register } = setting
  const kinship = kinshipOf(setting, age, person.version.sex)
  const sex: Sex = kinship.carerIs === 'bố' ? 'male' : kinship.sex
  const known = { recordedAt: person.createdAt, source: 'Tờ khai tại xã' }
  const bornYear = Number(person.version.born.slice(0, 4)) - kinship.older
  const sharesName =
    kinship.relation !== 'spouse_of' && !(kinship.relation === 'parent_of' && sex === 'female')
  const carer = maker.person({
    place,
    village: person.residence.village,
    sex,
    born: dayIn(bornYear * 12 + random.below(12), random.between(1, 28)),
    ...(sharesName && { family: person.version.fullName.split(' ')[0]! }),
    ...known,
  })
  const household = maker.household(place, person.createdAt)
  const from = person.version.born > carer.version.born ? person.version.born : carer.version.born
  const isChild = kinship.relation === 'parent_of'
  const toHead = isChild
    ? 'con'
    : kinship.relation === 'child'
      ? person.version.sex === 'female'
        ? 'mẹ'
        : 'bố'
      : person.version.sex === 'female'
        ? 'vợ'
        : 'chồng'
  register.join(carer, household, { isHead: true, relationToHead: 'chủ hộ', from, ...known })
  register.join(person, household, { relationToHead: toHead, from, ...known })
  if (kinship.relation === 'child')
    register.relate(person, 'parent_of', carer, { from: carer.version.born, ...known })
  else if (isChild) register.relate(carer, 'parent_of', person, { from: person.version.born, ...known })
  else
    register.relate(carer, 'spouse_of', person, { from: dayIn(numberOfMonth(from) + 25 * 12, 10), ...known })
  register.relate(carer, 'cares_for', person, {
    detail: { arrangement: 'own_household' },
    from: certifiedOn(person),
    ...known,
  })
  register.relate(carer, 'collects_for', person, { from: certifiedOn(person), ...known })
  return carer
}

/** Somebody outside the family took the person in, by decision. */
function takeIn(setting: Setting, member: Member, age: number) {
  const { random, maker, register } = setting
  const { person, place } = member
  const known = { recordedAt: person.createdAt, source: 'Tờ khai nhận chăm sóc, nuôi dưỡng' }
  const carer = maker.person({
    place,
    village: person.residence.village,
    sex: random.chance(0.75) ? 'female' : 'male',
    born: maker.bornFor(random.between(35, 58), start).born,
    ...known,
  })
  const from = certifiedOn(person)
  register.relate(carer, 'cares_for', person, { detail: { arrangement: 'taken_in' }, from, ...known })
  register.relate(carer, 'collects_for', person, { from, ...known })
  const isDisabled = person.facts.has('disability')
  const reason = isDisabled
    ? 'Nhận chăm sóc, nuôi dưỡng người khuyết tật đặc biệt nặng'
    : 'Nhận chăm sóc người cao tuổi đủ điều kiện vào cơ sở trợ giúp xã hội'
  award(setting, member, carer, isDisabled ? (age < 16 ? 'CARE-4B' : 'CARE-4A') : 'CARE-1C', reason)
}

function fosters({ register }: Setting, { person }: Member, guardian: Person) {
  const known = { recordedAt: person.createdAt, source: 'Tờ khai nhận chăm sóc, nuôi dưỡng' }
  const from = person.facts.get('parents')!.from
  register.relate(guardian, 'cares_for', person, { detail: { arrangement: 'taken_in' }, from, ...known })
}

/** A severely disabled mother with a child under three (hỗ trợ kinh phí chăm sóc). */
function raiseSmallChild(setting: Setting, { person, place }: Member) {
  const { random, maker } = setting
  const birth = start - random.between(2, 28)
  const recordedOn = dayIn(birth + 1, random.between(2, 18))
  const family = person.version.fullName.split(' ')[0]!
  makeChild(setting, place, { parent: person, family, born: birth }, maker.recordedFor(place, recordedOn))
  maker.award({
    person,
    place,
    benefit: 'parenting_support',
    rule: 'CARE-2',
    from: monthAt(birth + 1),
    signedOn: recordedOn,
    reason: 'Người khuyết tật đang nuôi con dưới 36 tháng tuổi',
  })
}

function award(setting: Setting, { person, place }: Member, carer: Person, rule: string, reason: string) {
  const first = numberOfMonth(person.awards[0]!.opened.signedOn)
  const signed = Math.min(start, first + setting.random.below(3))
  setting.maker.award({
    person,
    payee: carer,
    place,
    benefit: 'care_support',
    rule,
    from: monthAt(signed),
    signedOn: dayIn(signed, setting.random.between(15, 18)),
    reason,
  })
  setting.maker.channel(carer)
}

function certifiedOn(person: Person) {
  return (person.facts.get('disability') ?? person.facts.get('facility_eligible_in_community')!).from
}
