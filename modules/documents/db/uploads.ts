import type { Ctx } from '#platform/server/context'
import type { DocumentsTables, UploadState } from './tables.ts'

const scanned = (ctx: Ctx, state: UploadState) => (state === 'clean' || state === 'infected' ? ctx.now : null)

export async function insertUpload(ctx: Ctx, fileId: string, state: UploadState) {
  await ctx
    .db<DocumentsTables>()
    .insertInto('documents.upload')
    .values({ fileId, state, scannedAt: scanned(ctx, state) })
    .execute()
}

export async function markUpload(ctx: Ctx, fileId: string, state: UploadState) {
  await ctx
    .db<DocumentsTables>()
    .updateTable('documents.upload')
    .set({ state, scannedAt: scanned(ctx, state) })
    .where('fileId', '=', fileId)
    .execute()
}

/** Absent for a file that the product made itself. */
export async function findUploadState(ctx: Ctx, fileId: string): Promise<UploadState | undefined> {
  const row = await ctx
    .db<DocumentsTables>()
    .selectFrom('documents.upload')
    .select('state')
    .where('fileId', '=', fileId)
    .executeTakeFirst()
  return row?.state
}

/** Who still waits for the scanner, oldest first; another worker leaves these alone. */
export async function lockWaiting(ctx: Ctx, most: number): Promise<string[]> {
  const rows = await ctx
    .db<DocumentsTables>()
    .selectFrom('documents.upload')
    .select('fileId')
    .where('state', '=', 'waiting')
    .orderBy('fileId')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(({ fileId }) => fileId)
}
