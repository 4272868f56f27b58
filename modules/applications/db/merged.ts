import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { columns, type Application } from './applications.ts'
import type { ApplicationsTables } from './tables.ts'

/** Open files about somebody, whichever unit has them, locked. */
export function listOpenAboutForUpdate(ctx: Ctx, personId: string): Promise<Application[]> {
  return openAbout(ctx, personId).orderBy('id').forUpdate().execute()
}

function openAbout(ctx: Ctx, personId: string) {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.application')
    .select(columns)
    .where('personId', '=', personId)
    .where('closedAt', 'is', null)
}

/** Those that came to somebody by a merge, and were not matched with anybody since. */
export function listPartedForUpdate(
  ctx: Ctx,
  { keptId, mergedId, event }: { readonly keptId: string; readonly mergedId: string; readonly event: string },
): Promise<Application[]> {
  return openAbout(ctx, keptId)
    .where(
      sql<boolean>`(select detail ->> 'from' from applications.event where application_id = application.id
        and kind in ('matched', 'person_parted', ${event}) order by id desc limit 1) = ${mergedId}`,
    )
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** What is drafted in a file is about the same person as the file. */
export async function moveDraftsTo(ctx: Ctx, applicationId: string, personId: string) {
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.proposal')
    .set({ personId })
    .where('applicationId', '=', applicationId)
    .where('state', '=', 'drafted')
    .execute()
}
