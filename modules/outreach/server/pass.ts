import { z } from 'zod'
import { Instant } from '#kernel/civil-date'
import { fingerprint, law } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { readSetting, writeSetting } from '#platform/server/settings'

const key = 'outreach.pass'

/** What the lists are made by: another text is another law, and another form of prospects is made anew as well. */
export const basis = `${fingerprint(law)} prospects.v2`

/** How far the law has been asked about everybody, and what was known when it was. */
const Pass = z.object({
  /** The version of the whole law and the form of what is kept; with another one everybody is looked at again. */
  basis: z.string(),
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
  // What another version of the program wrote is as good as nothing: everybody is looked at again.
  return Pass.optional()
    .catch(undefined)
    .parse(await readSetting(ctx, key))
}

/** When the lists were last brought up to date; null while they are being made, and nothing of them is shown. */
export async function findRefreshedAt(ctx: Ctx): Promise<Instant | null> {
  const pass = await readPass(ctx)
  return pass?.basis === basis && pass.isWhole ? pass.refreshedAt : null
}

/** Lets everybody be looked at again. */
export async function forgetPass(ctx: Ctx): Promise<void> {
  await writeSetting(ctx, key, null)
}

export async function writePass(ctx: Ctx, pass: Pass): Promise<void> {
  await writeSetting(ctx, key, pass)
}
