import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { ChangesTables } from './tables.ts'

type Left =
  | { readonly personId: string; readonly diedOn: CivilDate }
  | { readonly personId: string; readonly applicationId: string }

/** Takes away, and returns, what a death, or what led to a file, left to be decided. */
export function takeFollowUps(ctx: Ctx, left: Left): Promise<{ applicationId: string | null }[]> {
  const those = ctx
    .db<ChangesTables>()
    .deleteFrom('changes.followUp')
    .where('personId', '=', left.personId)
    .returning('applicationId')
  if ('applicationId' in left) return those.where('applicationId', '=', left.applicationId).execute()
  return those.where('happenedOn', '=', left.diedOn).where('kind', '<>', 'residence_transfer').execute()
}
