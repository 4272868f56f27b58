import type { Ctx } from '#platform/server/context'
import type { ProcedureId } from '../domain/procedure.ts'
import type { ApplicationsTables } from './tables.ts'

/** Whether a file of this procedure about this person is being worked on. */
export async function hasOpenFile(
  ctx: Ctx,
  { personId, procedure }: { readonly personId: string; readonly procedure: ProcedureId },
): Promise<boolean> {
  const found = await ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.application')
    .select('id')
    .where('personId', '=', personId)
    .where('procedure', '=', procedure)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}
