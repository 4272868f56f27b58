import type { CivilDate } from '#kernel/civil-date'
import { areaNames, isLivedIn } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import { FullName } from '../contract.ts'
import { checkBirth, isAsKept, type Birth } from '../domain/birth-date.ts'
import { checkIdentifier, normaliseNumber, type Holder, type IdentifierKind } from '../domain/identifier.ts'
import { problems } from '../domain/problems.ts'
import { normalisePhone } from './normalise-phone.ts'

export function assertBirth(ctx: Ctx, birth: Birth, diedOn: CivilDate | null = null) {
  if (!isAsKept(birth)) throw problems('born_precision_differs', { field: 'bornPrecision', ...birth })
  const finding = checkBirth(birth, ctx.today, diedOn)
  if (!finding) return
  const { code, ...details } = finding
  throw problems(code, { born: birth.born, ...details })
}

/** A name as it is kept; what nobody can be called is refused, whoever recorded it. */
export function assertName(given: string): string {
  const name = FullName.safeParse(given)
  if (!name.success) throw problems('name_wrong', { field: 'fullName' })
  return name.data
}

/** A telephone number as it is kept; what nobody can ring is refused. */
export function assertPhone(given: string): string {
  const phone = normalisePhone(given)
  if (!/^(?:0\d{9,10}|\+\d{8,15})$/.test(phone)) throw problems('phone_wrong', { field: 'phone' })
  return phone
}

/** The number as it is stored; what is surely wrong with it is refused, what is doubtful is not. */
export function assertNumber(kind: IdentifierKind, text: string): string {
  const number = normaliseNumber(text)
  const finding = checkIdentifier(kind, number).find((one) => one.level === 'hard')
  if (finding) throw problems(finding.code, { ...finding, kind })
  return number
}

type Given = {
  readonly kind: IdentifierKind
  readonly number: string
  readonly keptBecause?: string | undefined
}

/**
 * A number that says another sex or birth year is mostly a slip; whoever has the card before them says why it is kept. What
 * it said against the person before, it may say again.
 */
export function assertNumberFits({ kind, number, keptBecause }: Given, holder: Holder, before?: Holder) {
  if (keptBecause) return
  const said = before ? contradictionsOf(kind, number, before) : []
  const says = contradictionsOf(kind, number, holder).filter((code) => !said.includes(code))
  if (says.length > 0) throw problems('number_contradicts', { kind, says })
}

function contradictionsOf(kind: IdentifierKind, number: string, holder: Holder) {
  return checkIdentifier(kind, normaliseNumber(number), holder).flatMap(({ code }) =>
    code === 'number_sex_differs' || code === 'number_birth_year_differs' ? [code] : [],
  )
}

/** The source of a number, with the reason it was kept for. */
export function sourceOfNumber(source: string, keptBecause: string | undefined): string {
  return keptBecause ? `${source}; ${keptBecause}` : source
}

/** The unit exists, and where the actor may not write about it they are told. */
export async function assertOwnArea(ctx: Ctx, areaId: number) {
  await assertArea(ctx, areaId)
  if (!isWithinArea(ctx.actor, areaId)) throw problems('not_in_area', { areaId })
}

/** People live in communes; in one that has ended by the day nobody does any more. */
export async function assertHome(
  ctx: Ctx,
  { areaId, from }: { readonly areaId: number; readonly from: CivilDate | null },
) {
  if (!(await isLivedIn(ctx, areaId, from))) throw problems('area_not_found', { areaId })
}

export async function assertArea(ctx: Ctx, areaId: number) {
  const names = await areaNames(ctx, [areaId])
  if (!names.has(areaId)) throw problems('area_not_found', { areaId })
}

/** A fact about a person begins in their life and not after today. */
export function assertStart(ctx: Ctx, { from, born }: { from: CivilDate; born: CivilDate }) {
  if (from > ctx.today) throw problems('starts_in_future', { from })
  if (from < born) throw problems('starts_before_birth', { from, born })
}
