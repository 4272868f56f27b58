import { sql } from 'kysely'
import type { Ctx } from './context.ts'
import { removeUnusedBytes } from './files.ts'
import type { Subscribers } from './outbox.ts'

/** How long files of a purpose are kept («thời hạn lưu»). A purpose without a rule is kept for good. */
export type RetentionRule = {
  readonly purpose: `${string}.${string}`
  readonly days: number
  /** From when it was kept, or from when what it belonged to was done with. */
  readonly from: 'kept' | 'released'
  /** Why that long: for whoever looks after the archive. */
  readonly because: string
}

const atOnce = 500

type Expired = { readonly id: string; readonly sha256: string }

/**
 * Deletes files whose time has passed and tells the trail how many of each purpose. A file that something still refers to
 * stays, whatever the rule says. The bytes go after this transaction, so that nothing is lost if it fails.
 */
export async function deleteExpiredFiles(ctx: Ctx, rules: readonly RetentionRule[]): Promise<number> {
  let deleted = 0
  for (const rule of rules) {
    const gone: Expired[] = []
    let kept = 0
    for (const file of await listExpired(ctx, rule)) {
      if (await deleteUnlessUsed(ctx, file.id)) gone.push(file)
      else kept += 1
    }
    if (gone.length + kept === 0) continue
    const { purpose, days, from } = rule
    ctx.audit({
      action: 'platform.files_deleted',
      details: { purpose, days, from, deleted: gone.length, stillUsed: kept },
    })
    if (gone.length > 0)
      ctx.emit({ type: 'platform.files_deleted', sha256s: gone.map(({ sha256 }) => sha256) })
    deleted += gone.length
  }
  return deleted
}

/** Removes the bytes of what was deleted, where no other file has the same. */
export const retentionSubscribers: Subscribers = {
  'platform.remove_bytes': {
    on: ['platform.files_deleted'],
    run: async (ctx, event) => {
      for (const sha256 of event['sha256s'] as string[]) await removeUnusedBytes(ctx, sha256) // As emitted above.
    },
  },
}

async function listExpired(ctx: Ctx, { purpose, days, from }: RetentionRule): Promise<Expired[]> {
  const since = from === 'kept' ? sql`created_at` : sql`released_at`
  const { rows } = await sql<Expired>`
    select id, sha256 from platform.file
    where purpose = ${purpose} and ${since} < ${ctx.now}::timestamptz - ${days} * interval '1 day'
    order by created_at limit ${atOnce} for update skip locked`.execute(ctx.db())
  return rows
}

/** False where another table still refers to it, which the database knows better than any list of ours. */
async function deleteUnlessUsed(ctx: Ctx, id: string): Promise<boolean> {
  await sql`savepoint delete_file`.execute(ctx.db())
  try {
    await sql`delete from platform.file where id = ${id}`.execute(ctx.db())
    await sql`release savepoint delete_file`.execute(ctx.db())
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '23503')) throw error
    await sql`rollback to savepoint delete_file`.execute(ctx.db())
    return false
  }
}
