import type { Ctx } from './context.ts'
import type { PlatformTables } from './tables.ts'

/** What this installation remembers about itself under a name; undefined where nobody has said. */
export async function readSetting(ctx: Pick<Ctx, 'db'>, key: string): Promise<unknown> {
  const row = await ctx
    .db<PlatformTables>()
    .selectFrom('platform.setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.value
}

/** Remembers a fact about this installation, in the place of what was known before. */
export async function writeSetting(ctx: Pick<Ctx, 'db'>, key: string, value: unknown) {
  const text = JSON.stringify(value)
  await ctx
    .db<PlatformTables>()
    .insertInto('platform.setting')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute()
}
