import { newId } from '#kernel/chance'
import type { CivilDate, Instant, Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import {
  findAwardsOfRequests,
  insertDecisions,
  type AwardOfRequest,
  type DecisionRow,
  type LegalBasis,
} from '../db/awards.ts'
import { listDecisionsOfRequests } from '../db/decisions.ts'
import type { DecisionKind } from '../db/tables.ts'
import type { Benefit } from '../domain/determination.ts'
import { problems } from '../domain/problems.ts'

/** What a competent chair signed. One object on several rows is one decision about a list of people. */
export type Decision = {
  readonly id?: string | undefined
  readonly number: string
  readonly signedOn: CivilDate
  readonly signerTitle: string
  /** The unit that signed, as it was on the day. */
  readonly areaId: number
  readonly reason?: string | undefined
  /** Sent twice, it is done once. */
  readonly requestId?: string | undefined
  /** `office` where it was taken with this system; what is only taken over from elsewhere says where it came from. */
  readonly source?: string | undefined
  /** Found by the law itself where it is not given. */
  readonly legalBasis?: LegalBasis | undefined
}

/** Something a decision does to one benefit of one person. */
export type Decided = {
  readonly personId: string
  readonly benefit: Benefit
  readonly decision: Decision
  readonly kind: DecisionKind
  readonly effective: Month
  readonly legalBasis: LegalBasis
  readonly recordedAt?: Instant | undefined
}

/** Keeps the rows whose request was not done before, and says what those done before did. */
export async function splitByRequest<Row extends Pick<Decided, 'personId' | 'benefit' | 'decision'>>(
  ctx: Ctx,
  kind: DecisionKind,
  rows: readonly Row[],
): Promise<{ fresh: Row[]; done: Map<Row, AwardOfRequest> }> {
  const requestIds = new Set(rows.flatMap(({ decision: { requestId } }) => requestId ?? []))
  const before = Map.groupBy(await findAwardsOfRequests(ctx, [...requestIds]), ({ requestId }) => requestId)
  const others = await listDecisionsOfRequests(
    ctx,
    [...requestIds].filter((requestId) => !before.has(requestId)),
  )
  if (others[0]) throw problems('request_reused', { requestId: others[0].requestId })
  const fresh: Row[] = []
  const done = new Map<Row, AwardOfRequest>()
  for (const row of rows) {
    const { personId, benefit, decision } = row
    const awards = before.get(decision.requestId ?? '')
    const same = awards?.findLast(
      (award) => award.kind === kind && award.personId === personId && award.benefit === benefit,
    )
    if (awards && !same) throw problems('request_reused', { requestId: decision.requestId })
    if (same) done.set(row, same)
    else fresh.push(row)
  }
  return { fresh, done }
}

/** Writes the decisions behind these rows, each once, and says which id each has. */
export async function recordDecisions(ctx: Ctx, rows: readonly Decided[]): Promise<Map<Decision, string>> {
  const ids = new Map<Decision, string>()
  const decisions: DecisionRow[] = []
  for (const [decision, decided] of Map.groupBy(rows, (row) => row.decision)) {
    const [first] = decided
    if (!first) continue
    const id = decision.id ?? newId()
    ids.set(decision, id)
    decisions.push({
      id,
      kind: first.kind,
      number: decision.number,
      signedOn: decision.signedOn,
      signerTitle: decision.signerTitle,
      areaId: decision.areaId,
      personId: decided.every(({ personId }) => personId === first.personId) ? first.personId : null,
      benefit: first.kind === 'refuse' ? first.benefit : null,
      effective: first.effective,
      reason: decision.reason ?? '',
      legalBasis: decision.legalBasis ?? joined(decided.map(({ legalBasis }) => legalBasis)),
      source: decision.source ?? 'office',
      requestId: decision.requestId ?? null,
      recordedAt: first.recordedAt ?? ctx.now,
      recordedBy: ctx.actor.userId || null,
    })
  }
  await insertDecisions(ctx, decisions)
  return ids
}

function joined(bases: readonly LegalBasis[]): LegalBasis {
  const distinct = (texts: readonly string[]) => [...new Set(texts)].toSorted()
  return {
    ruleSet: bases[0]?.ruleSet ?? '',
    rules: distinct(bases.flatMap(({ rules }) => rules)),
    citations: distinct(bases.flatMap(({ citations }) => citations)),
  }
}
