import type { CivilDate } from '#kernel/civil-date'
import {
  assertMayTouch,
  checkDetail,
  endCircumstance,
  findFactFrom,
  recordCircumstance,
  type CircumstanceKind,
  type Evidence,
} from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import type { Change, ChangeOf } from '../domain/change.ts'
import type { Difference } from '../domain/describe.ts'
import { differs } from './describe-field.ts'

type Fact = {
  readonly personId: string
  readonly kind: CircumstanceKind
  /** None where it holds no more. */
  readonly detail: Readonly<Record<string, unknown>> | null
  readonly from: CivilDate
  readonly until: CivilDate | null
  readonly evidence: Evidence | null
  readonly source: string
}

/** What was recorded of the kind ends where the new begins; where it began no earlier, the new takes its place. */
export async function takeThePlace(ctx: Ctx, fact: Fact) {
  const { kind, detail, from, until, evidence, source } = fact
  const personId = PersonId.parse(fact.personId)
  const former = await findFactFrom(ctx, personId, kind, from)
  const startsBefore = former && (former.from === null || former.from < from)
  if (former && (startsBefore || detail === null)) {
    const { circumstanceId } = former
    await endCircumstance(ctx, { personId, circumstanceId, until: from, source })
  }
  if (detail === null) return
  await recordCircumstance(ctx, {
    personId,
    kind,
    detail,
    from,
    until,
    evidence,
    source,
    ...(former && !startsBefore && { replaces: former.circumstanceId }),
  })
}

/** A circumstance as it is and as it will be; whoever may not read confidential ones is refused. */
export async function describeCircumstance(
  ctx: Ctx,
  personId: string,
  change: ChangeOf<'circumstance'>,
): Promise<Difference[]> {
  const { circumstance: kind, from, until } = change
  assertMaySee(ctx, change)
  const detail = change.detail && checkDetail(ctx, kind, change.detail)
  const now = await findFactFrom(ctx, personId, kind, from)
  return [
    differs('circumstance', now ? said(kind, now.detail) : null, detail && said(kind, detail)),
    differs('circumstance_from', now?.from ?? null, detail ? from : (now?.from ?? null)),
    differs('circumstance_until', now?.until ?? null, detail ? until : from),
  ]
}

/** A request about a confidential circumstance is read by whoever may read the circumstance. */
export function assertMaySee(ctx: Ctx, change: Change) {
  if (change.kind === 'circumstance') assertMayTouch(ctx, change.circumstance)
}

/** What the page puts into words; the same content is the same text, however its parts were ordered. */
function said(kind: CircumstanceKind, detail: object): string {
  const parts = Object.entries(detail).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify({ kind, detail: Object.fromEntries(parts) })
}
