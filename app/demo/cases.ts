import { civilDate, instant, month, type Month } from '#kernel/civil-date'
import { noteDisability } from './elders.ts'
import type { Life } from './living.ts'
import { monthNumber } from './months.ts'
import type { Sex } from './names.ts'
import type { Place } from './places.ts'
import type { Grant, Household, Person } from './register.ts'

export type Cases = ReturnType<typeof openCases>

const source = 'Tờ khai tại xã'

/** A life, and short ways to put single people with single facts into it. */
export function openCases(life: Life) {
  const { register, maker, places, offices } = life
  const placeOf = (code: string): Place => places.all.find((place) => place.code === code)!
  const tamSon = placeOf('08824')

  type More = { readonly precision?: 'year'; readonly village?: string; readonly againAs?: Person }
  const person = (
    fullName: string,
    sex: Sex,
    born: string,
    on: string,
    place = tamSon,
    more: More = {},
  ): Person => maker.person({ place, fullName, sex, born: civilDate(born), ...knownOn(on), ...more })

  const fact = (subject: Person, kind: string, from: string, on: string, detail: object, evidence: object) =>
    register.note({ person: subject }, kind, { detail, from: civilDate(from), evidence, ...knownOn(on) })

  const family = (head: Person, members: readonly (readonly [Person, string])[], on: string): Household => {
    const known = { from: civilDate(on), ...knownOn(on) }
    const household = maker.household(tamSon, known.recordedAt)
    register.join(head, household, { isHead: true, relationToHead: 'chủ hộ', ...known })
    for (const [member, relationToHead] of members)
      register.join(member, household, { relationToHead, ...known })
    return household
  }

  /** On the list of the poor from a year on, as long as the demonstration goes. */
  const poorSince = (household: Household, first: number) => {
    for (let year = first; monthNumber(`${year - 1}-12`) <= life.last; year++) {
      const day = year === first ? `${year}-02-07` : `${year - 1}-12-24`
      maker.poverty(household, tamSon, year, 'poor', knownOn(day).recordedAt)
    }
  }

  const certify = (
    subject: Person,
    level: 'severe' | 'exceptionally_severe',
    type: 'mobility' | 'sight' | 'mental',
    issuedOn: string,
    on: string,
  ) => noteDisability(life, subject, tamSon, { level, type, issuedOn: civilDate(issuedOn), ...knownOn(on) })

  const award = (
    subject: Person,
    benefit: Grant['benefit'],
    from: string,
    signedOn: string,
    reason: string,
    more: { readonly payee?: Person; readonly recordedOn?: string } = {},
  ): Grant => {
    const homeAreaId = subject.residence.areaId
    const effective: Month = month(from)
    return register.grant({
      person: subject,
      benefit,
      rule: '',
      payee: more.payee ?? subject,
      areaId: homeAreaId,
      from: effective,
      opened: offices.decide({ kind: 'grant', homeAreaId, signedOn: civilDate(signedOn), effective, reason }),
      recordedAt: instant(`${more.recordedOn ?? signedOn}T08:30:00Z`),
    })
  }

  return { ...life, placeOf, tamSon, person, fact, family, poorSince, certify, award }
}

/** Recorded in the morning of a day. */
export function knownOn(day: string) {
  return { recordedAt: instant(`${day}T02:05:00Z`), source }
}
