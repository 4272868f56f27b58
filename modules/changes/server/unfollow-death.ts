import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { endUnfounded } from '#modules/applications'
import type { Ctx, Event } from '#platform/server/context'
import { takeFollowUps } from '../db/follow-ups.ts'
import { written } from './messages.vi.ts'

const Undone = z.object({ personId: z.uuid(), diedOn: CivilDate })

/**
 * Somebody lives after all: the files that were opened because they had died rest on nothing, and whoever has them reads why
 * they end. Should they die on that day after all, files are opened again.
 */
export async function unfollowDeath(ctx: Ctx, event: Event): Promise<void> {
  const { personId, diedOn } = Undone.parse(event)
  for (const { applicationId: id } of await takeFollowUps(ctx, { personId, diedOn }))
    if (id !== null) await endUnfounded(ctx, { id, reason: written.livesAfterAll(diedOn) })
}
