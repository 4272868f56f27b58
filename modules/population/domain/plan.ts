import { addDays, type CivilDate } from '#kernel/civil-date'
import {
  checkBirth,
  isAsKept,
  isName,
  isTooYoung,
  normaliseName,
  personKeys,
  type KnownPerson,
} from '#modules/people'
import type { Change, ChangeOf } from './change.ts'
import { agrees, isBornOn } from './agreement.ts'
import type { Reason } from './outcome.ts'

/** Somebody of the register, with what a change about them has to respect. */
export type Known = KnownPerson & {
  readonly receives: boolean
  /** Somebody they are tied to receives money, which may rest on them. */
  readonly isDependedOn: boolean
  /** The commune their home is today. */
  readonly areaIdNow: number
  readonly spouseIds: readonly string[]
  /** What the population register told of them before. */
  readonly toldAliveOn: CivilDate | null
  readonly toldStruckOutOn: CivilDate | null
  /** They are meant by a number they have no more, and nobody else has. */
  readonly isByFormerNumber: boolean
}

/** What is known of those a change names. */
export type Subject = {
  readonly person: Known | undefined
  /** The spouse, the mother or father; of a number, whoever has the new one. */
  readonly other: Known | undefined
  /** Of a birth, the other parent, where both are known. */
  readonly secondParent?: Known | undefined
  /** The commune a change names, as it was on its day. */
  readonly areaId: number | undefined
  /** What that commune is today. */
  readonly areaIdNow: number | undefined
  readonly today: CivilDate
}

/** What is to become of one change: written at once, left alone, or decided by somebody. */
export type Plan =
  | { readonly does: 'record' }
  | { readonly does: 'nothing'; readonly because: 'known' | 'outdated' | 'unknown_person' }
  | { readonly does: 'ask'; readonly because: Reason }
  | { readonly does: 'refuse'; readonly because: Reason }

const record: Plan = { does: 'record' }
const ask = (because: Reason): Plan => ({ does: 'ask', because })
const refuse = (because: Reason): Plan => ({ does: 'refuse', because })
const nothing = (because: 'known' | 'outdated' | 'unknown_person'): Plan => ({ does: 'nothing', because })

/**
 * What is to become of a change. The population register is believed, but never above an officer who had a paper before
 * them, and never silently where money depends on it. Only a death is recorded at once all the same: each day it waits is
 * money to be asked back, and the award itself still ends by the decision of the chair.
 */
export function planChange(change: Change, subject: Subject): Plan {
  const plan = planOfWhoIsMeant(change, subject)
  const { person, other, secondParent } = subject
  if (![person, other, secondParent].some((known) => known?.isByFormerNumber)) return plan
  // It may have been theirs by a slip only: nothing is recorded before somebody has looked.
  return plan.does === 'record' || (plan.does === 'ask' && plan.because === 'receives')
    ? ask('former_number')
    : plan
}

function planOfWhoIsMeant(change: Change, subject: Subject): Plan {
  const { person, other, today } = subject
  const about = change.kind === 'birth' ? other : person
  // Of a place or a spouse nobody knows nothing can be asked.
  if (change.kind === 'move' && person && subject.areaIdNow === undefined) return refuse('area_unknown')
  const isMarriage = change.kind === 'marriage' || change.kind === 'divorce'
  if (isMarriage && !other && !(change.kind === 'marriage' && person?.raisesAlone))
    return nothing('unknown_person')
  if (change.on > today) return about ? ask('day_impossible') : refuse('day_impossible')
  if (change.kind === 'birth') return planBirth(change, subject)
  if (change.kind === 'number_changed') return planNumber(change, subject)
  if (!person) return nothing('unknown_person')
  if (change.on < person.born) return ask('day_impossible')
  switch (change.kind) {
    case 'death':
      return planDeath(change, person)
    case 'death_cancelled':
      return person.diedOn === null ? nothing('known') : ask('recorded_dead')
    case 'alive':
      return person.diedOn === null || change.on <= person.diedOn ? nothing('known') : ask('recorded_dead')
    case 'move':
      return planMove(change, person, subject.areaIdNow)
    case 'marriage':
    case 'divorce':
      return planMarriage(change, person, subject.other)
    case 'identity_corrected':
      return planIdentity(change, person, today)
  }
}

function planBirth({ on, identity }: ChangeOf<'birth'>, subject: Subject): Plan {
  const { person, other, secondParent, areaId, today } = subject
  // Of whom the birth or the name is theirs, the other was corrected since.
  if (person && (isBornOn(person, on) || personKeys(identity.fullName).nameKey === person.nameKey))
    return nothing('known')
  if (!other) return person ? refuse('number_taken') : nothing('unknown_person')
  if (person) return ask('number_taken')
  if (areaId === undefined) return refuse('area_unknown')
  if (!isName(normaliseName(identity.fullName))) return ask('name_impossible')
  const birth = { born: on, bornPrecision: 'day' } as const
  if (identity.born !== on || checkBirth(birth, today)) return ask('birth_impossible')
  const parents = [other, ...(secondParent ? [secondParent] : [])]
  if (parents.some((parent) => parent.born >= on || isTooYoung(parent, birth))) return ask('parent_too_young')
  if (parents.some((parent) => wasDeadLong(parent, on))) return ask('recorded_dead')
  return [other, ...(secondParent ? [secondParent] : [])].some(isAboutMoney) ? ask('receives') : record
}

/** A mother who had died bears no child; a father may have died a pregnancy before. */
const longestPregnancy = 300
const wasDeadLong = ({ sex, diedOn }: Known, on: CivilDate) =>
  diedOn !== null && (sex === 'female' ? diedOn : addDays(diedOn, longestPregnancy)) < on

/** Somebody receives, or somebody they are tied to does, which may rest on them. */
const isAboutMoney = ({ receives, isDependedOn }: Known) => receives || isDependedOn

function planDeath({ on, identity }: ChangeOf<'death'>, person: Known): Plan {
  if (person.diedOn === on) return nothing('known')
  if (person.diedOn !== null) return ask('died_on_other_day')
  if (identity && !agrees(identity, person)) return ask('another_person')
  // One wrong digit in an old list would stop the money of somebody who lives.
  if (!identity && person.verifiedOn === null) return ask('nobody_named')
  if (person.lastByOfficer !== null && person.lastByOfficer > on) return ask('seen_later')
  // Its numbers are those of its telling: a death may come after what was told of the days after it.
  if (person.toldStruckOutOn !== null && person.toldStruckOutOn >= on) return ask('struck_out_before')
  if (person.toldAliveOn !== null && person.toldAliveOn > on) return ask('told_alive_later')
  return record
}

function planMove({ on, residence }: ChangeOf<'move'>, person: Known, areaIdNow: number | undefined): Plan {
  if (person.diedOn !== null) return person.diedOn < on ? ask('recorded_dead') : nothing('outdated')
  const isSameCommune = areaIdNow === person.areaIdNow
  // A register that names no village knows less than we do, and not otherwise.
  const isSamePlace =
    (residence.village === null || residence.village === person.homeVillage) &&
    (residence.address === null || residence.address === person.address)
  if (isSameCommune && isSamePlace) return nothing('known')
  if (person.livesSince !== null && on <= person.livesSince) {
    if (person.isHomeByOfficer || isSameCommune) return nothing('outdated')
    // Which of two homes of one day came last the numbers do not say: either may be told again.
    return ask(on === person.livesSince ? 'two_homes_of_one_day' : 'seen_later')
  }
  if (isSameCommune) return person.isHomeByOfficer ? ask('officer_has_evidence') : record
  if (isAboutMoney(person)) return ask('receives')
  return person.isHomeByOfficer ? ask('officer_has_evidence') : record
}

function planMarriage(
  { kind, on }: ChangeOf<'marriage' | 'divorce'>,
  person: Known,
  spouse: Known | undefined,
): Plan {
  if (!spouse && kind === 'marriage' && person.diedOn === null && person.raisesAlone)
    // To whom is of no matter: whoever marries raises no child alone any more.
    return isAboutMoney(person) ? ask('receives') : ask('officer_has_evidence')
  if (!spouse || spouse.personId === person.personId) return nothing('unknown_person')
  const areMarried = person.spouseIds.includes(spouse.personId)
  if (areMarried === (kind === 'marriage')) return nothing('known')
  if (on < spouse.born) return ask('day_impossible')
  if (person.diedOn !== null || spouse.diedOn !== null) return ask('recorded_dead')
  // Married to somebody else: which of the two is right, somebody has to see.
  if (kind === 'marriage' && [person, spouse].some((one) => one.spouseIds.length > 0))
    return ask('officer_has_evidence')
  return [person, spouse].some(isAboutMoney) || kind === 'divorce' ? ask('receives') : record
}

function planIdentity({ identity }: ChangeOf<'identity_corrected'>, person: Known, today: CivilDate): Plan {
  const { fullName = person.fullName, sex = person.sex, born = person.born } = identity
  const altersRights = sex !== person.sex || born !== person.born
  if (!altersRights && agrees({ fullName, sex, born }, person)) return nothing('known')
  if (identity.fullName !== undefined && !isName(normaliseName(fullName))) return ask('name_impossible')
  if (identity.born !== undefined) {
    const birth = { born, bornPrecision: identity.bornPrecision ?? 'day' }
    if (!isAsKept(birth) || checkBirth(birth, today, person.diedOn)) return ask('birth_impossible')
  }
  if (person.isIdentityByOfficer) return ask('officer_has_evidence')
  return altersRights && isAboutMoney(person) ? ask('receives') : record
}

function planNumber({ personalId, former }: ChangeOf<'number_changed'>, { person, other }: Subject): Plan {
  if (!person) return other ? nothing('known') : nothing('unknown_person')
  if (person.personalId === personalId) return nothing('known')
  if (other && other.personId !== person.personId) return ask('number_taken')
  if (person.isByFormerNumber) return ask('former_number')
  // The number of a record that was merged into theirs: which of the two they have now, somebody has to see.
  if (former.number !== person.personalId && former.number !== person.legacyId) return ask('number_taken')
  return person.personalId !== null && person.isNumberByOfficer ? ask('officer_has_evidence') : record
}
