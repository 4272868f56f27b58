import type { Ctx } from '#platform/server/context'
import type { ProcedureId } from '../domain/procedure.ts'
import type { ApplicationsTables } from './tables.ts'

/** The file of this procedure about this person that is being worked on, if there is one, and the unit that has it. */
export function findOpenFile(
  ctx: Ctx,
  { personId, procedure }: { readonly personId: string; readonly procedure: ProcedureId },
): Promise<{ id: string; areaId: number } | undefined> {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.application')
    .select(['id', 'areaId'])
    .where('personId', '=', personId)
    .where('procedure', '=', procedure)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
}
