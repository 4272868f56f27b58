import { z } from 'zod'
import { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { readSetting, writeSetting } from '#platform/server/settings'

const key = 'outreach.pass'

/** How far the law has been asked about everybody, and what was known when it was. */
const Pass = z.object({
  /** The version of the whole law; with another one everybody is looked at again. */
  law: z.string(),
  /** The last person of a pass over everybody that is under way; null at its beginning. */
  after: z.string().nullable(),
  isWhole: z.boolean(),
  /** Changes through this moment have been looked at. */
  changesThrough: Instant,
  /** Communes whose list of the poor of a year is in («đơn vị năm»). */
  lists: z.array(z.string()),
  refreshedAt: Instant.nullable(),
})
export type Pass = z.infer<typeof Pass>

/** Undefined where nobody was ever looked at. */
export async function readPass(ctx: Ctx): Promise<Pass | undefined> {
  return Pass.optional().parse(await readSetting(ctx, key))
}

export async function writePass(ctx: Ctx, pass: Pass): Promise<void> {
  await writeSetting(ctx, key, pass)
}
