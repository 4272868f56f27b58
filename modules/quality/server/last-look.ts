import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { readSetting, writeSetting } from '#platform/server/settings'

const key = 'quality.look'

const LastLook = z.object({
  /** The day everybody was last looked at; null where only single people have been. */
  everybodyOn: CivilDate.nullable(),
  lookedAt: Instant,
})
export type LastLook = z.infer<typeof LastLook>

/** Undefined where nobody was ever looked at. */
export async function readLook(ctx: Ctx): Promise<LastLook | undefined> {
  return LastLook.optional().parse(await readSetting(ctx, key))
}

export async function writeLook(ctx: Ctx, look: LastLook): Promise<void> {
  await writeSetting(ctx, key, look)
}
