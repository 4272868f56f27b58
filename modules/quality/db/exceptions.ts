import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { ExceptionId } from '../contract.ts'
import type { RuleId } from '../domain/rules.ts'

type Said = {
  readonly rule: RuleId
  readonly personId: string
  readonly reason: string
  readonly until: CivilDate | null
  readonly requestId: string
}

export type SaidBefore = Pick<Said, 'rule' | 'personId' | 'reason' | 'until'> & {
  readonly id: ExceptionId
  readonly recordedBy: string
}

export async function findByRequest(ctx: Ctx, requestId: string): Promise<SaidBefore | undefined> {
  const { rows } = await sql<SaidBefore>`
    select id, rule, person_id, reason, until, recorded_by from quality.exception
    where request_id = ${requestId}`.execute(ctx.db())
  return rows[0]
}

/** Takes the place of one that no longer counts; undefined where one still does. */
export async function insertException(
  ctx: Ctx,
  { rule, personId, reason, until, requestId, detail }: Said & { readonly detail: object },
): Promise<ExceptionId | undefined> {
  const { userId, name } = ctx.actor
  await sql`
    update quality.exception set ended_at = ${ctx.now}, ended_by = ${userId}, ended_name = ${name}
    where rule = ${rule} and person_id = ${personId} and ended_at is null
      and (until < ${ctx.today}::date or detail <> ${JSON.stringify(detail)}::jsonb)`.execute(ctx.db())
  const { rows } = await sql<{ id: ExceptionId }>`
    insert into quality.exception (request_id, rule, person_id, detail, reason, until, recorded_at, recorded_by, recorded_name)
    values (${requestId}, ${rule}, ${personId}, ${JSON.stringify(detail)}::jsonb, ${reason}, ${until}, ${ctx.now},
      ${userId}, ${name})
    on conflict (rule, person_id) where ended_at is null do nothing returning id`.execute(ctx.db())
  return rows[0]?.id
}

/** Whose exception was ended; undefined where there is none that counts, or none the actor may see. */
export async function endExceptionRow(
  ctx: Ctx,
  id: ExceptionId,
): Promise<{ personId: string; rule: RuleId } | undefined> {
  const { userId, name } = ctx.actor
  const { rows } = await sql<{ personId: string; rule: RuleId }>`
    update quality.exception set ended_at = ${ctx.now}, ended_by = ${userId}, ended_name = ${name}
    where id = ${id} and ended_at is null returning person_id, rule`.execute(ctx.db())
  return rows[0]
}
