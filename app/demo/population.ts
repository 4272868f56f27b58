import { careFor, type Candidates } from './carers.ts'
import { certify, makeDisabled, makeElder, makeElderAlone } from './elders.ts'
import { makeOrphan, makeSingleParent, makeStudent, makeWithHiv } from './families.ts'
import type { Setting } from './maker.ts'
import { type Member, start } from './member.ts'
import type { Sex } from './names.ts'
import { type Place, spread } from './places.ts'
import { quota } from './random.ts'
import { assumed, divideCare, type Group, pairs, type Targets } from './targets.ts'

/** The people of the run of December 2022, and those who look after them. */
export function populate(setting: Setting, targets: Targets, places: readonly Place[]): Member[] {
  const { random } = setting
  const sexes = (group: keyof typeof assumed.female): Sex[] =>
    quota(random, targets[group], [
      ['female', assumed.female[group]],
      ['male', 100 - assumed.female[group]],
    ])
  const placesOf = (group: Exclude<Group, 'care'>, count = targets[group]) =>
    spread(random, places, group, count)
  const care = divideCare(targets)
  const candidates: Candidates = { severe: [], orphans: [], elders: [], mothers: [] }

  const agesFrom80 = quota(random, targets.aged80, pairs(assumed.age80)).map(Number)
  const elderSexes = sexes('aged80')
  const elders = placesOf('aged80').map((place, index) =>
    makeElder(setting, place, { sex: elderSexes[index]!, band: agesFrom80[index]! }),
  )

  // Whoever is severely disabled and a poor single parent is paid for both: few people, each in two groups.
  const inTwo = Math.max(1, Math.round(targets.singleParents * 0.03))
  const levels = quota(random, targets.disabled, pairs(assumed.severity))
  const types = quota(random, targets.disabled, pairs(assumed.disability))
  const ages = quota(random, targets.disabled - inTwo, pairs(assumed.disabledAge))
  const disabledSexes = sexes('disabled')
  const disabled = placesOf('disabled', targets.disabled - inTwo).map((place, index) => {
    const sex = disabledSexes[index]!
    const made = makeDisabled(setting, place, {
      sex,
      age: ages[index]!,
      level: levels[index]!,
      type: types[index]!,
    })
    if (levels[index] === 'exceptionally_severe') candidates.severe.push(made)
    else if (sex === 'female' && made.age >= 21 && made.age <= 38) candidates.mothers.push(made)
    return made.member
  })

  const parentSexes = sexes('singleParents')
  const parents = placesOf('singleParents').map((place, index) => {
    const parent = makeSingleParent(setting, place, parentSexes[index]!)
    if (index < inTwo) {
      const at = targets.disabled - inTwo + index
      certify(setting, parent, { level: levels[at]!, type: types[at]!, issued: start - 8 - (index % 12) })
    }
    return parent
  })

  const orphanSexes = sexes('orphans')
  const orphans = placesOf('orphans').map((place, index) => {
    const orphan = makeOrphan(setting, place, { sex: orphanSexes[index]!, isAbandoned: index % 7 === 3 })
    candidates.orphans.push(orphan)
    return orphan.member
  })

  const aloneSexes = sexes('elderlyAlone')
  const alone = placesOf('elderlyAlone').map((place, index) => {
    const isFrail = index < care.elders + 2
    const member = makeElderAlone(setting, place, { sex: aloneSexes[index]!, isFrail })
    if (isFrail) candidates.elders.push(member)
    return member
  })

  const children = Math.max(1, Math.round(targets.hiv * 0.15))
  const withHiv = placesOf('hiv').map((place, index) => makeWithHiv(setting, place, index < children))
  const students = placesOf('other').map((place) => makeStudent(setting, place))

  careFor(setting, candidates, care)
  return [...elders, ...disabled, ...parents, ...orphans, ...alone, ...withHiv, ...students]
}
