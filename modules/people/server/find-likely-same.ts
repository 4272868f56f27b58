import { areaAt, areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import { forWholeCountry } from '#platform/server/whole-country'
import { PersonId, type Described, type LikelySame } from '../contract.ts'
import { summariesOf } from '../db/summaries.ts'
import type { Recordable } from '../domain/duplicates/record-cells.ts'
import { nearlySure, worthALook } from '../domain/duplicates/register-rules.ts'
import { normaliseNumber } from '../domain/identifier.ts'
import { assertBirth, assertOwnArea } from './check-person.ts'
import { likenessesOf, openMatcher, type Likeness } from './matcher.ts'
import { normalisePhone } from './normalise-phone.ts'

/** More than these would not be read; the likeliest come first. */
const most = 5

/**
 * Who may be the person about to be written down («nghi trùng khi tiếp nhận»). Somebody who lives elsewhere is told of by
 * name, year and commune only, for that is what one asks the other commune by.
 */
export async function findLikelySame(ctx: Ctx, described: Described): Promise<{ found: LikelySame[] }> {
  await assertOwnArea(ctx, described.areaId)
  assertBirth(ctx, described)
  const found = await whoMayBe(ctx, recordOf(described))
  const people = await forWholeCountry(ctx, (ctx) =>
    summariesOf(
      ctx,
      found.map(({ personId }) => personId),
    ),
  )
  const homes = [...people.values()].map(({ homeAreaId }) => homeAreaId)
  const today = await areaAt(ctx, homes, ctx.today)
  const names = await areaNames(ctx, [...homes, ...today.values()])
  return {
    found: found.flatMap(({ personId, likely, parts }) => {
      const person = people.get(personId)
      if (!person) return []
      const { fullName, sex, born, bornPrecision, diedOn, homeAreaId: id } = person
      const isSeen = isWithinArea(ctx.actor, id)
      const nowId = today.get(id) ?? id
      return {
        id: isSeen ? PersonId.parse(personId) : null,
        fullName,
        sex,
        born,
        bornPrecision,
        diedOn: isSeen ? diedOn : null,
        home: { id, name: names.get(id) ?? '', nowId, nowName: names.get(nowId) ?? '' },
        likely,
        isNearlySure: likely >= nearlySure,
        parts: isSeen ? parts.map(({ comparison, level = null, bits }) => ({ comparison, level, bits })) : [],
      }
    }),
  }
}

/** The likeliest few records of the register a new one may be: all who would stand beside it in the work-list once it is written. */
export async function whoMayBe(
  ctx: Ctx,
  record: Recordable,
  likely: number = worthALook,
): Promise<Likeness[]> {
  const matcher = await openMatcher(ctx)
  return (await likenessesOf(ctx, matcher, { record, likely })).slice(0, most)
}

function recordOf({ number, phone, areaId, village, ...who }: Described): Recordable {
  const digits = number === null ? '' : normaliseNumber(number)
  return {
    ...who,
    homeAreaId: areaId,
    homeVillage: village,
    phone: phone && normalisePhone(phone),
    personalId: digits.length > 9 ? digits : null,
    legacyId: digits.length > 0 && digits.length <= 9 ? digits : null,
    head: null,
  }
}
