import { sql } from 'kysely'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { test } from '#testing/world'
import type { Ctx } from './context.ts'
import { changePurpose, keepFile, openFile, releaseFiles } from './files.ts'
import { deleteExpiredFiles, retentionSubscribers } from './retention.ts'

const drafts = {
  purpose: 'test.draft',
  days: 30,
  from: 'kept',
  because: 'A draft is kept for 30 days',
} as const
const lists = {
  purpose: 'test.list',
  days: 10,
  from: 'released',
  because: 'Needed while questioned',
} as const
const rules = [drafts, lists]

describe('a file', () => {
  test('goes when its time has passed, and its bytes with it; a day earlier it stays', async ({ world }) => {
    const { ctx } = world
    const old = await givenFile(ctx, { purpose: 'test.draft', daysAgo: 31 })
    const recent = await givenFile(ctx, { purpose: 'test.draft', daysAgo: 29 })
    expect(await deleteExpiredFiles(ctx, rules)).toBe(1)
    await expect(openFile(ctx, old.id)).rejects.toThrow('platform.file_not_found')
    expect((await openFile(ctx, recent.id)).id).toBe(recent.id)
    expect(await isOnDisk(old.sha256)).toBe(true) // Until what was deleted is certain to be.

    await hear(world.ctx, world.events)
    expect(await isOnDisk(old.sha256)).toBe(false)
    expect(await isOnDisk(recent.sha256)).toBe(true)
    expect(world.audited).toContainEqual({
      action: 'platform.files_deleted',
      details: { purpose: 'test.draft', days: 30, from: 'kept', deleted: 1, stillUsed: 0 },
    })
  })

  test('whose bytes another file has too leaves them to it', async ({ world }) => {
    const { ctx } = world
    const old = await givenFile(ctx, { purpose: 'test.draft', daysAgo: 31, text: 'giống nhau' })
    const other = await givenFile(ctx, { purpose: 'test.decision', daysAgo: 400, text: 'giống nhau' })
    expect(other.sha256).toBe(old.sha256)
    expect(await deleteExpiredFiles(ctx, rules)).toBe(1)
    await hear(ctx, world.events)
    expect(Buffer.from((await openFile(ctx, other.id)).bytes).toString()).toBe('giống nhau')
  })

  test('kept from its release begins its time then', async ({ world }) => {
    const { ctx } = world
    const list = await givenFile(ctx, { purpose: 'test.list', daysAgo: 400 })
    expect(await deleteExpiredFiles(ctx, rules)).toBe(0)
    await releaseFiles(ctx, [list.id])
    expect(await deleteExpiredFiles(ctx, rules)).toBe(0)
    await sql`update platform.file set released_at = ${ctx.now}::timestamptz - interval '11 days'
      where id = ${list.id}`.execute(ctx.db())
    expect(await deleteExpiredFiles(ctx, rules)).toBe(1)
  })

  test('that something still refers to stays, and the trail says so', async ({ world }) => {
    const { ctx } = world
    const used = await givenFile(ctx, { purpose: 'test.draft', daysAgo: 31 })
    const free = await givenFile(ctx, { purpose: 'test.draft', daysAgo: 31 })
    await sql`insert into people.import (area_id, file_id, file_name, sha256, state, sheet, header_row, first_row,
        columns, mapping, created_at, created_by)
      select min(id), ${used.id}::uuid, 'ds.xlsx', 'x', 'mapping', 'Sheet1', 1, 2, '[]', '[]', ${ctx.now}::timestamptz,
        ${ctx.actor.userId}::uuid from geography.area`.execute(ctx.db())
    expect(await deleteExpiredFiles(ctx, rules)).toBe(1)
    expect((await openFile(ctx, used.id)).id).toBe(used.id)
    await expect(openFile(ctx, free.id)).rejects.toThrow('platform.file_not_found')
    expect(world.audited).toContainEqual(
      expect.objectContaining({ details: expect.objectContaining({ deleted: 1, stillUsed: 1 }) }),
    )
  })

  test('of a purpose without a rule is kept for good', async ({ world }) => {
    const { ctx } = world
    const decision = await givenFile(ctx, { purpose: 'test.decision', daysAgo: 10_000 })
    await deleteExpiredFiles(ctx, rules)
    expect((await openFile(ctx, decision.id)).id).toBe(decision.id)
  })

  test('of a draft that was sent in is no draft any more', async ({ world }) => {
    const { ctx } = world
    const picture = await givenFile(ctx, { purpose: 'test.draft', daysAgo: 31 })
    await changePurpose(ctx, picture.id, 'test.paper')
    expect(await deleteExpiredFiles(ctx, rules)).toBe(0)
  })
})

let files = 0

async function givenFile(
  ctx: Ctx,
  { purpose, daysAgo, text }: { purpose: `test.${string}`; daysAgo: number; text?: string },
) {
  files += 1
  const bytes = new TextEncoder().encode(text ?? `tệp ${files} của ${process.pid}`)
  const file = await keepFile(ctx, { name: 'ảnh.jpg', mediaType: 'image/jpeg', bytes, purpose })
  await sql`update platform.file set created_at = ${ctx.now}::timestamptz - ${daysAgo} * interval '1 day'
    where id = ${file.id}`.execute(ctx.db())
  return file
}

/** Delivers what was emitted, as the program does after the transaction. */
async function hear(ctx: Ctx, events: readonly { readonly type: string }[]) {
  for (const event of events) {
    await retentionSubscribers['platform.remove_bytes']!.run(ctx, { ...event, eventId: 1 } as never) // It has a type.
  }
}

async function isOnDisk(sha256: string) {
  return access(join(process.env['ANSINH_FILES']!, sha256.slice(0, 2), sha256)).then(
    () => true,
    () => false,
  )
}
