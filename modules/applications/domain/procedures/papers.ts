import { civilDate, type CivilDate } from '#kernel/civil-date'
import { source, type Source } from '#modules/entitlement'
import { belowAge, personHas, personIs, whenAny } from '../file-condition.ts'
import type { Holder, Paper } from '../procedure.ts'
import { firstOfR21, firstOfR25 } from './clocks.ts'

/** Since the household book ended, residence is looked up and not proved. */
const residenceLookedUp = source('104/2022/NĐ-CP')(
  'sửa đổi điểm a khoản 1 Điều 8 Nghị định 20/2021/NĐ-CP',
  'knowledge',
)

type Held = NonNullable<Paper['held']>
const held = (by: Holder, since: CivilDate, cite: Source): Held => ({ by, since, cite })

/** What is shown for comparison with an allowance or care support («xuất trình để đối chiếu»). */
export function papersOf(cite: Source, lookedUp?: Source) {
  const residence: Paper = {
    id: 'residence',
    name: { vi: 'Giấy tờ về nơi cư trú', en: 'Proof of residence' },
    how: 'shown',
    held: held('population_database', civilDate('2023-01-01'), residenceLookedUp),
    cite,
  }
  const identity: Paper = {
    id: 'identity',
    name: { vi: 'Thẻ căn cước hoặc căn cước công dân', en: 'Identity card' },
    how: 'shown',
    ...(lookedUp && { held: held('population_database', firstOfR25, lookedUp) }),
    cite,
  }
  const birthCertificate: Paper = {
    id: 'birth_certificate',
    name: { vi: 'Giấy khai sinh của trẻ em', en: 'Birth certificate of the child' },
    how: 'shown',
    when: whenAny(belowAge(16), personIs('singleParent', 'never_married', 'spouse_dead', 'spouse_missing')),
    cite,
  }
  const disabilityCertificate: Paper = {
    id: 'disability_certificate',
    name: { vi: 'Giấy xác nhận khuyết tật', en: 'Disability certificate' },
    how: 'shown',
    when: personIs('disability', 'severe', 'exceptionally_severe'),
    held: held('register', firstOfR21, cite),
    cite,
  }
  const hivProof: Paper = {
    id: 'hiv_proof',
    name: {
      vi: 'Giấy xác nhận của cơ quan y tế về nhiễm HIV',
      en: 'Proof of HIV infection by a health authority',
    },
    how: 'shown',
    when: personHas('hiv'),
    isConfidential: true,
    cite,
  }
  const pregnancyProof: Paper = {
    id: 'pregnancy_proof',
    name: { vi: 'Giấy xác nhận đang mang thai', en: 'Proof of pregnancy' },
    how: 'shown',
    when: personHas('isPregnant'),
    cite,
  }
  return { residence, identity, birthCertificate, disabilityCertificate, hivProof, pregnancyProof }
}
