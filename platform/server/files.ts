import { sql } from 'kysely'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { problems } from '#platform/contract/problems'
import type { Ctx } from './context.ts'
import { lock } from './request.ts'
import { stateDirectory } from './state-directory.ts'
import type { PlatformTables } from './tables.ts'

/** The largest file the product takes or makes. */
export const largestFile = 25 * 1024 * 1024

export type NewFile = {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Why it is kept: `people.import`, `payroll.list`. */
  readonly purpose: `${string}.${string}`
}

export type KeptFile = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
  readonly ownerId: string
  readonly purpose: string
}

const columns = ['id', 'name', 'mediaType', 'size', 'sha256', 'ownerId', 'purpose'] as const

/** Keeps a file: its bytes once, under their hash, and a row that belongs to this transaction. */
export async function keepFile(ctx: Ctx, { name, mediaType, bytes, purpose }: NewFile): Promise<KeptFile> {
  if (bytes.length === 0) throw problems('file_empty')
  if (bytes.length > largestFile) throw problems('file_too_large', { limit: largestFile })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  // Whoever deletes the last file of these bytes waits until this one is there or not.
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${sha256}, 0))`.execute(ctx.db())
  await writeOnce(pathOf(sha256), bytes)
  return ctx
    .db<PlatformTables>()
    .insertInto('platform.file')
    .values({
      name: plainName(name),
      mediaType,
      size: bytes.length,
      sha256,
      ownerId: ctx.actor.userId,
      purpose,
      createdAt: ctx.now,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

/** Finds a kept file and reads it; whether the actor may see it, the module that kept it knows. */
export async function openFile(
  ctx: Ctx,
  id: string,
): Promise<KeptFile & { readonly bytes: Uint8Array<ArrayBuffer> }> {
  const file = await ctx
    .db<PlatformTables>()
    .selectFrom('platform.file')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!file) throw problems('file_not_found', { id })
  const bytes = new Uint8Array(await readFile(pathOf(file.sha256)))
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
    throw new Error(`The stored bytes of file ${id} are not those that were kept`)
  return { ...file, bytes }
}

/** Gives a file another purpose, such as that of what a draft became. */
export async function changePurpose(ctx: Ctx, id: string, purpose: NewFile['purpose']) {
  await ctx.db<PlatformTables>().updateTable('platform.file').set({ purpose }).where('id', '=', id).execute()
}

/** Says that what these files belonged to is done with: from now their time to be kept runs out. */
export async function releaseFiles(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return
  await ctx
    .db<PlatformTables>()
    .updateTable('platform.file')
    .set({ releasedAt: ctx.now })
    .where('id', 'in', ids)
    .where('releasedAt', 'is', null)
    .execute()
}

/** Removes bytes from the disk unless a file still has them. */
export async function removeUnusedBytes(ctx: Ctx, sha256: string) {
  await lock(ctx, sha256)
  const used = await ctx
    .db<PlatformTables>()
    .selectFrom('platform.file')
    .select('id')
    .where('sha256', '=', sha256)
    .limit(1)
    .executeTakeFirst()
  if (!used) await rm(pathOf(sha256), { force: true })
}

function pathOf(sha256: string) {
  const directory = process.env['ANSINH_FILES'] ?? join(stateDirectory(), 'files')
  return join(directory, sha256.slice(0, 2), sha256)
}

/** Written beside its place and renamed, so that nobody ever reads half a file. */
async function writeOnce(path: string, bytes: Uint8Array) {
  const draft = `${path}.new-${randomUUID()}`
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
    await handle.close()
    await rename(draft, path)
  } catch (error) {
    await handle.close().catch(() => {}) // What went wrong first is what matters.
    await rm(draft, { force: true })
    throw error
  }
}

/** A name to show and to save under: no directories, no control characters, one normal form. */
function plainName(name: string) {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1)!
  // oxlint-disable-next-line no-control-regex -- control characters are what must go
  return last.replaceAll(/[\u0000-\u001f\u007f"<>|:*?]/g, '_').slice(0, 200) || 'file'
}
