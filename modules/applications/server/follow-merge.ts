import type { Ctx } from '#platform/server/context'
import type { Subscribers } from '#platform/server/outbox'
import { insertEvents, updateApplication } from '../db/applications.ts'
import { listOpenAboutForUpdate, listPartedForUpdate, moveDraftsTo } from '../db/merged.ts'

const merged = 'person_merged'
const parted = 'person_parted'

type Pair = { readonly keptId: string; readonly mergedId: string }

/**
 * Two records became one: open files about the one that is no more are about the one that was kept, and so is what is drafted in them.
 * Whoever signs compares again, so a draft that says something else by now is drafted anew.
 */
async function followMerge(ctx: Ctx, { keptId, mergedId }: Pair) {
  for (const application of await listOpenAboutForUpdate(ctx, mergedId)) {
    const version = await updateApplication(ctx, application, { personId: keptId })
    await moveDraftsTo(ctx, application.id, keptId)
    await insertEvents(ctx, [
      { applicationId: application.id, kind: merged, version, detail: { personId: keptId, from: mergedId } },
    ])
  }
}

/** They are two again: what had followed goes back, unless somebody has said since whom the file is about. */
async function followParting(ctx: Ctx, { keptId, mergedId }: Pair) {
  for (const application of await listPartedForUpdate(ctx, { keptId, mergedId, event: merged })) {
    const version = await updateApplication(ctx, application, { personId: mergedId })
    await moveDraftsTo(ctx, application.id, mergedId)
    await insertEvents(ctx, [
      { applicationId: application.id, kind: parted, version, detail: { personId: mergedId, from: keptId } },
    ])
  }
}

const pairOf = (event: Readonly<Record<string, unknown>>): Pair => ({
  keptId: String(event['keptId']),
  mergedId: String(event['mergedId']),
})

/** What files do when they hear of something. */
export const applicationsSubscribers: Subscribers = {
  'applications.follow_merge': {
    on: ['duplicates.merged'],
    run: (ctx, event) => followMerge(ctx, pairOf(event)),
  },
  'applications.follow_parting': {
    on: ['duplicates.parted'],
    run: (ctx, event) => followParting(ctx, pairOf(event)),
  },
}
