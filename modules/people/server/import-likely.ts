import { areaAt, areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import { forWholeCountry } from '#platform/server/whole-country'
import { findModel } from '../db/matching.ts'
import { summariesOf } from '../db/summaries.ts'
import type { Recordable } from '../domain/duplicates/record-cells.ts'
import { worthAQuestion } from '../domain/duplicates/register-rules.ts'
import { findingLevels, type ImportFinding } from '../domain/import/findings.ts'
import type { StagedPerson } from '../domain/import/staged-person.ts'
import { likenessesOfMany, openMatcher } from './matcher.ts'

/**
 * Who of the register each of these people may be, by the same weights the register is compared with itself: what is said of
 * the likeliest one. Nothing before the register was looked at as a whole, for until then nobody can be found by keys.
 */
export async function findLikely(
  ctx: Ctx,
  people: readonly StagedPerson[],
): Promise<ReadonlyMap<StagedPerson, ImportFinding>> {
  if (people.length === 0 || !(await findModel(ctx))) return new Map()
  const matcher = await openMatcher(ctx)
  const found = await likenessesOfMany(ctx, matcher, people.map(recordOf), worthAQuestion)
  const likeliest = found.map((likenesses) => likenesses[0])
  const summaries = await forWholeCountry(ctx, (ctx) =>
    summariesOf(
      ctx,
      likeliest.flatMap((one) => one?.personId ?? []),
    ),
  )
  const homes = [...summaries.values()].map(({ homeAreaId }) => homeAreaId)
  const today = await areaAt(ctx, homes, ctx.today)
  const names = await areaNames(ctx, today.values())
  return new Map(
    people.flatMap((person, place) => {
      const likeness = likeliest[place]
      const known = likeness && summaries.get(likeness.personId)
      if (!likeness || !known) return []
      const details = {
        name: known.fullName,
        year: known.born.slice(0, 4),
        commune: names.get(today.get(known.homeAreaId) ?? known.homeAreaId) ?? '',
        percent: Math.min(99, Math.floor(likeness.likely * 100)),
        // Of somebody out of sight it is only said whom to ask about, and where.
        ...(isWithinArea(ctx.actor, known.homeAreaId) && { personId: known.id }),
      }
      const code = 'person_likely_same'
      const finding: ImportFinding = {
        code,
        level: findingLevels[code],
        field: 'fullName',
        column: null,
        value: '',
        suggestion: null,
        details,
      }
      return [[person, finding] as const]
    }),
  )
}

function recordOf({ fullName, sex, born, bornPrecision, identifiers, ...rest }: StagedPerson): Recordable {
  const numberOf = (wanted: string) => identifiers.find(({ kind }) => kind === wanted)?.number ?? null
  return {
    fullName,
    sex,
    born,
    bornPrecision,
    homeAreaId: rest.areaId,
    homeVillage: rest.village,
    phone: rest.phone,
    personalId: numberOf('personal_id'),
    legacyId: numberOf('legacy_id'),
    head: null,
  }
}
