import { addDays, firstDayOf, lastDayOf, type CivilDate, type Month } from '#kernel/civil-date'
import type { Citation } from '#kernel/law'
import type { PersonHistory } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { LegalBasis } from '../db/awards.ts'
import { findStandings, type StandingPeriod } from '../db/standings.ts'
import { setOf } from '../db/person-months.ts'
import { sourceOfSuspension } from '../domain/clocks.ts'
import type { SuspensionGround } from '../domain/suspension-grounds.ts'
import {
  dueIn,
  law,
  procedureOn,
  regimeFor,
  versionOf,
  type Benefit,
  type Group,
  type Standing,
} from '../domain/index.ts'
import { asMonthBegins, endsOf } from '../domain/stood.ts'
import { assembleStandings } from './assemble.ts'
import { loadSurroundings } from './surroundings.ts'
import { forWholeCountry } from '#platform/server/whole-country'

type Asked = {
  readonly benefit: Benefit
  /** The first month due. */
  readonly from: Month
  /** The law is asked as it was known on the day of the decision. */
  readonly signedOn: CivilDate
}

/** What of the law carries a grant, and the groups it rests on; no rules where the law gives nothing. */
export type Ground = LegalBasis & { readonly groups: readonly string[] }

/** What carries the grant of a benefit to a person of whom everything has just been read. */
export async function groundFor(ctx: Ctx, history: PersonHistory, asked: Asked): Promise<Ground> {
  const surroundings = await forWholeCountry(ctx, (ctx) => loadSurroundings(ctx, [history]))
  const standings: readonly StandingPeriod[] = assembleStandings(history, surroundings)
  const { earlier, later } = endsOf(standings, asked.from)
  return groundOf(asked, earlier, later)
}

/** The same for many, from the standings as they were last refreshed. */
export async function legalBases(
  ctx: Ctx,
  grants: readonly (Omit<Asked, 'signedOn'> & {
    readonly personId: string
    readonly decision: { readonly signedOn: CivilDate; readonly legalBasis?: LegalBasis | undefined }
  })[],
): Promise<LegalBasis[]> {
  const open = grants.filter(({ decision }) => !decision.legalBasis)
  const standings = await findStandings(
    ctx,
    open.flatMap(({ personId, from }) => [
      { personId, day: dayBefore(from) },
      { personId, day: lastDayOf(from) },
    ]),
  )
  const found = new Map(
    open.map((grant, index) => {
      const asked = { benefit: grant.benefit, from: grant.from, signedOn: grant.decision.signedOn }
      const [before, later] = [standings[2 * index], standings[2 * index + 1]]
      const earlier = before && asMonthBegins(before)
      const { groups: _, ...basis } = groundOf(asked, earlier, later?.standing)
      return [grant, basis]
    }),
  )
  return grants.map((grant) => grant.decision.legalBasis ?? found.get(grant)!)
}

/** What carries the end of an award: the procedure in force when it ends. */
export function basisOfStop(lastMonth: Month, signedOn: CivilDate): LegalBasis {
  return basisBy([procedureOn(law.procedures, signedOn).cite], lastMonth, signedOn)
}

/** What carries a suspension from a month on, or the resumption of what was suspended from it. */
export function basisOfSuspension(
  what: SuspensionGround | 'resumption',
  from: Month,
  signedOn: CivilDate,
): LegalBasis {
  return basisBy([sourceOfSuspension(law.procedures, what, signedOn)], from, signedOn)
}

/** What a refusal was measured by: everybody the law gives the benefit to, and the procedure that wants it in writing. */
export function basisOfRefusal(benefit: Benefit, month: Month, signedOn: CivilDate): LegalBasis {
  const groups =
    regimeFor(law, month, signedOn)?.rules.groups.filter((group) => group.benefit === benefit) ?? []
  const sources = [...groups.map(({ cite }) => cite), procedureOn(law.procedures, signedOn).cite]
  return basisBy(sources, month, signedOn)
}

function basisBy(sources: readonly Citation[], month: Month, signedOn: CivilDate): LegalBasis {
  const regime = regimeFor(law, month, signedOn)
  return {
    ruleSet: regime ? versionOf(regime.rules) : '',
    rules: [],
    citations: [...new Set(sources.map(textOf))],
  }
}

function groundOf(
  { benefit, from, signedOn }: Asked,
  earlier: Standing | undefined,
  later: Standing | undefined,
): Ground {
  const regime = regimeFor(law, from, signedOn)
  if (!regime) return { ruleSet: '', rules: [], citations: [], groups: [] }
  const { rules, cite } = regime
  const due = dueIn({ month: from, knownOn: signedOn, earlier, later, awarded: setOf([benefit]) })
  const carrying = due.flatMap(({ rule }) => {
    const group = rules.groups.find(({ bands }) => bands.some(({ id }) => id === rule))
    return group ? [{ group, rule }] : []
  })
  return {
    ruleSet: versionOf(rules),
    rules: carrying.map(({ rule }) => rule),
    citations: carrying.length > 0 ? carrying.flatMap(citationsOf) : [textOf(cite)],
    groups: carrying.map(({ group }) => group.id),
  }
}

function citationsOf({ group, rule }: { group: Group; rule: string }): string[] {
  const band = group.bands.find(({ id }) => id === rule)
  return [...new Set([textOf(group.cite), ...(band ? [textOf(band.cite)] : [])])]
}

function textOf({ place, document }: Citation): string {
  return `${place}, ${document}`
}

function dayBefore(month: Month): CivilDate {
  return addDays(firstDayOf(month), -1)
}
