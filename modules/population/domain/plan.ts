import type { CivilDate } from '#kernel/civil-date'
import type { KnownPerson } from '#modules/people'
import type { Change, ChangeOf } from './change.ts'
import { agrees } from './agreement.ts'
import type { Reason } from './outcome.ts'

/** Somebody of the register, with what a change about them has to respect. */
export type Known = KnownPerson & {
  readonly receives: boolean
  /** Somebody they are tied to receives money, which may rest on them. */
  readonly isDependedOn: boolean
  /** The commune their home is today. */
  readonly areaIdNow: number
  readonly spouseIds: readonly string[]
}

/** What is known of those a change names. */
export type Subject = {
  readonly person: Known | undefined
  /** The spouse, the mother or father; of a number, whoever has the new one. */
  readonly other: Known | undefined
  /** The commune a change names, as it is called today. */
  readonly areaId: number | undefined
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
  const { person, today } = subject
  if (change.on > today) return refuse('day_impossible')
  if (change.kind === 'birth') return planBirth(subject)
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
      return planMove(change, person, subject.areaId)
    case 'marriage':
    case 'divorce':
      return planMarriage(change, person, subject.other)
    case 'identity_corrected':
      return planIdentity(change, person)
  }
}

function planBirth({ person, other: parent, areaId }: Subject): Plan {
  if (person) return nothing('known')
  if (!parent) return nothing('unknown_person')
  if (areaId === undefined) return refuse('area_unknown')
  return parent.receives || parent.isDependedOn ? ask('receives') : record
}

function planDeath({ on, identity }: ChangeOf<'death'>, person: Known): Plan {
  if (person.diedOn === on) return nothing('known')
  if (person.diedOn !== null) return ask('died_on_other_day')
  if (identity && !agrees(identity, person)) return ask('another_person')
  if (person.lastByOfficer !== null && person.lastByOfficer > on) return ask('seen_later')
  return record
}

function planMove({ on, residence }: ChangeOf<'move'>, person: Known, areaId: number | undefined): Plan {
  if (areaId === undefined) return refuse('area_unknown')
  if (person.diedOn !== null) return person.diedOn < on ? ask('recorded_dead') : nothing('outdated')
  const isSameCommune = areaId === person.areaIdNow
  // A register that names no village knows less than we do, and not otherwise.
  const isSamePlace =
    (residence.village === null || residence.village === person.homeVillage) &&
    (residence.address === null || residence.address === person.address)
  if (isSameCommune && isSamePlace) return nothing('known')
  if (person.livesSince !== null && on <= person.livesSince)
    return person.isHomeByOfficer || isSameCommune ? nothing('outdated') : ask('seen_later')
  if (isSameCommune) return person.isHomeByOfficer ? ask('officer_has_evidence') : record
  return person.receives ? ask('receives') : record
}

function planMarriage(
  { kind }: ChangeOf<'marriage' | 'divorce'>,
  person: Known,
  spouse: Known | undefined,
): Plan {
  if (!spouse || spouse.personId === person.personId) return nothing('unknown_person')
  const areMarried = person.spouseIds.includes(spouse.personId)
  if (areMarried === (kind === 'marriage')) return nothing('known')
  if (person.diedOn !== null || spouse.diedOn !== null) return ask('recorded_dead')
  const isAbout = [person, spouse].some((one) => one.receives || one.isDependedOn)
  return isAbout || kind === 'divorce' ? ask('receives') : record
}

function planIdentity({ identity }: ChangeOf<'identity_corrected'>, person: Known): Plan {
  const { fullName = person.fullName, sex = person.sex, born = person.born } = identity
  const altersRights = sex !== person.sex || born !== person.born
  if (!altersRights && agrees({ fullName, sex, born }, person)) return nothing('known')
  if (person.isIdentityByOfficer) return ask('officer_has_evidence')
  return altersRights && (person.receives || person.isDependedOn) ? ask('receives') : record
}

function planNumber({ personalId }: ChangeOf<'number_changed'>, { person, other }: Subject): Plan {
  if (!person) return other ? nothing('known') : nothing('unknown_person')
  if (person.personalId === personalId) return nothing('known')
  if (other && other.personId !== person.personId) return ask('number_taken')
  return person.personalId !== null && person.isNumberByOfficer ? ask('officer_has_evidence') : record
}
