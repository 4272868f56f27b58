import type { Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { StagedRow } from '../db/imports.ts'
import { listedAward, listedFacts, type ListedFact } from '../domain/import/facts.ts'
import { findingLevels, verdictOf, type FindingCode, type ImportFinding } from '../domain/import/findings.ts'
import type { StagedPerson } from '../domain/import/staged-person.ts'

/** Somebody a list says receives something: who they are in the register, if they are, and what the list tells of them. */
export type ListedPerson = {
  readonly personId: string | null
  readonly person: Pick<StagedPerson, 'sex' | 'born' | 'bornPrecision' | 'areaId' | 'village'>
  readonly benefit: 'social_pension' | 'monthly_allowance'
  readonly facts: readonly ListedFact[]
  /** The first month due by the decision. */
  readonly from: Month
}

/** What the law gives in this month: the money, and the coefficient in tenths where there is one. */
export type LawSays = {
  readonly monthly: number
  readonly coefficient: number | null
  /** From which month the decision gives nothing any more, and another one is needed. */
  readonly lapsedIn: Month | null
  /** What the next list of payment would make good of months before it, as far as no list here has paid them. */
  readonly owed: readonly { readonly month: Month; readonly amount: number }[]
}

/** Asks the law about people of a list, in their order; whoever knows it is above this module, and lends it. */
export type AskLaw = (ctx: Ctx, people: readonly ListedPerson[]) => Promise<LawSays[]>

/** Holds what a list says is paid against the law: whatever differs waits until somebody has looked. */
export async function holdAgainstLaw(
  ctx: Ctx,
  rows: readonly StagedRow[],
  { askLaw, file }: { askLaw: AskLaw; file: string },
): Promise<StagedRow[]> {
  const asked = rows.flatMap((row) => {
    const award =
      row.person && row.verdict !== 'refused' && row.verdict !== 'known' && listedAward(row.person)
    return award ? [{ row, person: row.person!, benefit: award.benefit, from: award.from }] : [] // Only whoever is understood has one.
  })
  if (asked.length === 0) return [...rows]
  const says = await askLaw(
    ctx,
    asked.map(({ row: { personId }, person, benefit, from }) => ({
      personId,
      person,
      benefit,
      from,
      facts: listedFacts(person, { today: ctx.today, file }),
    })),
  )
  const lawOf = new Map(asked.map(({ row }, index) => [row, says[index]!]))
  return rows.map((row) => {
    const law = lawOf.get(row)
    if (!law || !row.person) return row
    const findings = [...row.findings, ...differences(row.person, law)]
    return { ...row, findings, verdict: verdictOf(findings), lawful: law.monthly, owed: law.owed }
  })
}

function differences({ monthly, coefficient }: StagedPerson, law: LawSays): ImportFinding[] {
  if (law.lapsedIn) return [finding('award_lapsed', 'decisionDate', '', { month: law.lapsedIn })]
  if (law.monthly === 0) return [finding('nothing_by_law', 'group', '', {})]
  return [
    ...(monthly !== null && monthly !== law.monthly
      ? [finding('amount_not_by_law', 'monthly', String(monthly), { law: law.monthly })]
      : []),
    ...(coefficient !== null && law.coefficient !== null && coefficient !== law.coefficient
      ? [finding('coefficient_not_by_law', 'coefficient', String(coefficient), { law: law.coefficient })]
      : []),
  ]
}

function finding(
  code: FindingCode,
  field: ImportFinding['field'],
  value: string,
  details: Record<string, string | number>,
): ImportFinding {
  return { code, level: findingLevels[code], field, column: null, value, suggestion: null, details }
}
