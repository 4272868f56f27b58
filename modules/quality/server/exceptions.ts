import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { ExceptionId, RuleId } from '../contract.ts'
import { endExceptionRow, findByRequest, insertException } from '../db/exceptions.ts'
import { findFinding } from '../db/list.ts'
import { problems } from '../domain/problems.ts'

type Said = {
  readonly rule: RuleId
  readonly personId: string
  readonly reason: string
  readonly until: CivilDate | null
  readonly requestId: string
}

/** Somebody looked at it and says that it is right as it stands («đúng như vậy»). */
export async function exceptFinding(ctx: Ctx, said: Said): Promise<{ id: ExceptionId }> {
  const before = await findByRequest(ctx, said.requestId)
  if (before) {
    const isSame =
      before.recordedBy === ctx.actor.userId &&
      (['rule', 'personId', 'reason', 'until'] as const).every((field) => before[field] === said[field])
    if (!isSame) throw problems('request_reused')
    return { id: before.id }
  }
  if (said.until !== null && said.until < ctx.today) throw problems('exception_ends_in_past')
  const finding = await findFinding(ctx, said)
  if (!finding) throw problems('finding_not_found')
  const id = await insertException(ctx, { ...said, detail: finding.detail })
  if (!id) throw problems('already_excepted')
  ctx.audit({
    action: 'quality.person_excepted',
    personId: said.personId,
    subject: id,
    details: { rule: said.rule },
  })
  return { id }
}

/** Puts somebody back on the list; what was said of them stays to be read. */
export async function endException(ctx: Ctx, { id }: { readonly id: ExceptionId }) {
  const ended = await endExceptionRow(ctx, id)
  if (!ended) throw problems('exception_not_found')
  ctx.audit({
    action: 'quality.person_put_back',
    personId: ended.personId,
    subject: id,
    details: { rule: ended.rule },
  })
  return { id }
}
