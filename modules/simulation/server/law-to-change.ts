import type { CivilDate, Month } from '#kernel/civil-date'
import {
  law,
  nameOfRule,
  openQuestions,
  provincialIn,
  regimeFor,
  standardIn,
  valueIn,
  type Source,
} from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import type { Cited, LawToChange } from '../contract.ts'
import { boundariesOf, povertyOf } from '../domain/conditions.ts'
import { problems } from '../domain/problems.ts'
import { listPlaces } from './places.ts'

/** What of the law of a month a scenario can change, how it stands, and where it may be changed. */
export async function describeLaw(
  ctx: Ctx,
  { month, knownOn = ctx.today }: { month: Month; knownOn?: CivilDate | undefined },
): Promise<LawToChange> {
  const regime = regimeFor(law, month, knownOn)
  if (!regime)
    throw problems('scenario_refused', {
      refusals: [{ path: 'month', code: 'month_before_law', details: { first: law.regimes[0].from } }],
    })
  const { rules } = regime
  const { standard, social_pension, small_pension } = rules.parameters
  const pension = valueIn(social_pension, month)
  const small = valueIn(small_pension, month)
  const territories = [...new Set(standard.map(({ territory }) => territory))]
  return {
    month,
    law: rules.label,
    standards: territories.flatMap((territory) => {
      const found = provincialIn(rules, month, territory)
      return found ? [{ territory, value: found.value, cite: citedAs(found.cite) }] : []
    }),
    socialPension: pension ? { value: pension.value, cite: citedAs(pension.cite) } : null,
    smallPension: pension && small ? { mode: small.value, cite: citedAs(small.cite) } : null,
    groups: rules.groups.map((group) => ({
      id: group.id,
      name: group.label,
      cite: citedAs(group.cite),
      rules: group.bands.map(({ id, coefficient }) => ({
        id,
        name: { vi: nameOfRule(id, 'vi'), en: nameOfRule(id, 'en') },
        coefficient,
      })),
      boundaries: boundariesOf(group),
      poverty: povertyOf(group) ?? null,
    })),
    areas: (await listPlaces(ctx, month)).map(({ id, name, level, lastDay, territory }) => ({
      id,
      name,
      level,
      lastDay,
      standard: standardIn(rules, month, territory),
    })),
  }
}

/** «khoản 2 Điều 4 Nghị định 20/2021/NĐ-CP», and how sure we are of it. */
export function citedAs({ place, document, certainty }: Source): Cited {
  return { text: citationVi(place, document), certainty }
}

/** What no text says is told as what is assumed, with where to find it; a document without a kind of number, such as a draft of a province, stands apart. */
function citationVi(place: string, document: string): string {
  if (document.startsWith('docs/')) return conventionVi(place)
  const [number = '', ...rest] = document.split(' ')
  const kind = kinds.find(({ mark }) => number.includes(mark))?.vi
  if (!kind) return `${place}, ${document}`
  return `${place} ${kind} ${[number, ...rest].join(' ').replace(/ bởi (?=\d)/, ' bởi Nghị định ')}`
}

function conventionVi(number: string): string {
  const question = openQuestions.find((one) => one.number.split(', ').includes(number))
  if (!question) throw new RangeError(`The law rests on ${number}, which is no open question`)
  return `chưa có văn bản, tạm tính: ${question.assumed.vi.replace(/\.$/, '')} (câu ${number} trong danh sách cần xác nhận)`
}

const kinds = [
  { mark: '/NĐ-CP', vi: 'Nghị định' },
  { mark: '/QH', vi: 'Luật' },
  { mark: '/TTLT-', vi: 'Thông tư liên tịch' },
  { mark: '/TT-', vi: 'Thông tư' },
] as const
