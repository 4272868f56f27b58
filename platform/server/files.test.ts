import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { test } from '#testing/world'
import { keepFile, largestFile, openFile } from './files.ts'

const bytes = new TextEncoder().encode('Danh sách người hưởng')
const file = {
  name: 'danh-sách.xlsx',
  mediaType: 'application/octet-stream',
  bytes,
  purpose: 'people.import',
} as const

test('a file comes back as it was kept, with the name it had', async ({ world }) => {
  const { id } = await keepFile(world.ctx, file)
  const opened = await openFile(world.ctx, id)
  expect(opened).toMatchObject({
    name: 'danh-sách.xlsx',
    ownerId: world.ctx.actor.userId,
    purpose: 'people.import',
  })
  expect(Buffer.from(opened.bytes).toString()).toBe('Danh sách người hưởng')
})

test('the same bytes lie in the directory once', async ({ world }) => {
  const one = await keepFile(world.ctx, file)
  const two = await keepFile(world.ctx, { ...file, name: 'lần hai.xlsx' })
  expect(two.sha256).toBe(one.sha256)
  const kept = await readdir(join(process.env['ANSINH_FILES']!, one.sha256.slice(0, 2)))
  expect(kept.filter((name) => name.startsWith(one.sha256))).toEqual([one.sha256])
})

test.for([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Hoa\\ds.xlsx', 'ds.xlsx'],
  ['a\u0000b\n.xlsx', 'a_b_.xlsx'],
  ['danh sa\u0301ch.xlsx', 'danh sách.xlsx'],
  ['', 'file'],
] as const)('a name is only a name: %j', async ([name, plain], { world }) => {
  expect(await keepFile(world.ctx, { ...file, name })).toMatchObject({ name: plain })
})

test('empty and oversized files are refused', async ({ world }) => {
  await expect(keepFile(world.ctx, { ...file, bytes: new Uint8Array() })).rejects.toThrow(
    'platform.file_empty',
  )
  const large = new Uint8Array(largestFile + 1)
  await expect(keepFile(world.ctx, { ...file, bytes: large })).rejects.toThrow('platform.file_too_large')
})

test('bytes that were changed on the disk are not given out', async ({ world }) => {
  const other = new TextEncoder().encode(`một tệp khác ${process.pid}`)
  const { id, sha256 } = await keepFile(world.ctx, { ...file, bytes: other })
  expect(createHash('sha256').update(other).digest('hex')).toBe(sha256)
  await writeFile(join(process.env['ANSINH_FILES']!, sha256.slice(0, 2), sha256), 'đã sửa')
  await expect(openFile(world.ctx, id)).rejects.toThrow('not those that were kept')
})
