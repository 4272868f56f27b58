import { civilDate, lastDayOf, month, type CivilDate, type Month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { CaseFile, personMonthOf } from '../../domain/case-file.ts'
import type { PersonMonth } from '../../domain/determination.ts'
import type { Law } from '../../domain/law-in-force.ts'
import { startMonth } from '../../domain/procedure.ts'
import type { Expected, GoldenCase } from './golden-case.ts'

/** The person of a case in one of its months; before the month a decision starts with nothing is awarded. */
export function personIn(golden: GoldenCase, expected: Expected, law: Law): PersonMonth {
  const benefitMonth = month(expected.month)
  const knownOn = civilDate(expected.knownOn ?? latest(lastDayOf(benefitMonth)))
  const asked = personMonthOf(CaseFile.parse(golden.person), benefitMonth, knownOn)
  const starts = startOf(golden, law)
  return starts && benefitMonth < starts ? { ...asked, awarded: new Set<never>() } : asked
}

/** Cases that do not say otherwise are told by whoever knows the law in force since October 2026. */
function latest(day: CivilDate): CivilDate {
  const told = civilDate('2026-11-23')
  return day > told ? day : told
}

/** The month the decision of a case starts with, where it has one. */
export function startOf({ decision, person }: GoldenCase, { procedures }: Law): Month | undefined {
  if (!decision) return undefined
  const { group, decidedOn, certificateOn, conditionsSince } = decision
  return startMonth(procedures, {
    group,
    decidedOn: civilDate(decidedOn),
    born: CaseFile.parse(person).born.born,
    certificateOn: certificateOn ? civilDate(certificateOn) : undefined,
    conditionsSince: conditionsSince ? civilDate(conditionsSince) : undefined,
  })
}

/** The law with the resolution of a province that a case tells of. */
export function lawOf({ provincial }: GoldenCase, law: Law): Law {
  if (!provincial) return law
  const resolution = {
    territory: provincial.territory,
    from: month(provincial.from),
    value: dong(provincial.value),
    cite: { document: 'Nghị quyết', place: 'Điều 1', certainty: 'verified' as const },
  }
  const [first, ...others] = law.regimes.map((regime) => {
    const { rules } = regime
    const standard = [...rules.parameters.standard, resolution]
    return { ...regime, rules: { ...rules, parameters: { ...rules.parameters, standard } } }
  })
  return { ...law, regimes: [first!, ...others] }
}
