import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { ChangesTables } from './tables.ts'

/** Takes away, and returns, what a death left to be decided. */
export function takeFollowUps(
  ctx: Ctx,
  { personId, happenedOn }: { readonly personId: string; readonly happenedOn: CivilDate },
): Promise<{ applicationId: string | null }[]> {
  return ctx
    .db<ChangesTables>()
    .deleteFrom('changes.followUp')
    .where('personId', '=', personId)
    .where('happenedOn', '=', happenedOn)
    .where('kind', '<>', 'residence_transfer')
    .returning('applicationId')
    .execute()
}
