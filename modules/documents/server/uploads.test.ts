import { sql } from 'kysely'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect } from 'vitest'
import { test } from '#testing/world'
import { openFile } from '#platform/server/files'
import { jpegOf, redAndBlue, withExif } from './picture-samples.ts'
import { configuredScanner } from './scan.ts'
import { keepUpload, openUpload, scanWaiting, takeIn } from './uploads.ts'

const running: Server[] = []
afterEach(() => {
  for (const server of running.splice(0)) server.close()
})

const photograph = { name: 'IMG_2041.HEIC', purpose: 'applications.paper' } as const

describe('an upload', () => {
  test('where nothing scans is kept, says so, and can be opened', async ({ world }) => {
    const taken = withExif(await jpegOf(redAndBlue(64, 48)), { orientation: 1 })
    const kept = await keepUpload(world.ctx, await takeIn(taken, undefined), photograph)
    expect(kept).toMatchObject({
      name: 'IMG_2041.jpg',
      mediaType: 'image/jpeg',
      state: 'unscanned',
      pages: 1,
    })
    const opened = await openUpload(world.ctx, kept.id)
    expect(opened.state).toBe('unscanned')
    expect(Buffer.from(opened.bytes).includes('21 deg')).toBe(false)
    expect(world.audited).toContainEqual(
      expect.objectContaining({ action: 'documents.upload_kept', subject: kept.id }),
    )
  })

  test('that the scanner finds nothing in is clean; the scanner saw what was sent, to the last byte', async ({
    world,
  }) => {
    const seen: Buffer[] = []
    const scanner = configuredScanner(await clamd((bytes) => (seen.push(bytes), 'stream: OK')))
    const taken = withExif(await jpegOf(redAndBlue(640, 480)), { orientation: 1 })
    const kept = await keepUpload(world.ctx, await takeIn(taken, scanner), photograph)
    expect(kept.state).toBe('clean')
    expect(seen[0]!.equals(taken)).toBe(true)
  })

  test('that the scanner finds something in is refused', async () => {
    const scanner = configuredScanner(await clamd(() => 'stream: Win.Test.EICAR_HDB-1 FOUND'))
    await expect(takeIn(await jpegOf(redAndBlue(16, 16)), scanner)).rejects.toMatchObject({
      code: 'documents.upload_infected',
      details: { found: 'Win.Test.EICAR_HDB-1' },
    })
  })

  test.for([
    ['is not there', () => Promise.resolve('tcp://127.0.0.1:1')],
    ['cannot', () => clamd(() => 'INSTREAM size limit exceeded. ERROR')],
  ] as const)(
    'waits locked away while the scanner %s, and is opened once it was scanned',
    async ([, address], { world }) => {
      const absent = configuredScanner(await address())
      const kept = await keepUpload(
        world.ctx,
        await takeIn(await jpegOf(redAndBlue(16, 16)), absent),
        photograph,
      )
      expect(kept.state).toBe('waiting')
      await expect(openUpload(world.ctx, kept.id)).rejects.toThrow('documents.upload_quarantined')
      expect(await scanWaiting(world.ctx, absent)).toBe(0)

      const present = configuredScanner(await clamd(() => 'stream: OK'))
      expect(await scanWaiting(world.ctx, present)).toBe(1)
      expect((await openUpload(world.ctx, kept.id)).state).toBe('clean')
    },
  )

  test('found to be malicious later is never given out', async ({ world }) => {
    const absent = configuredScanner('tcp://127.0.0.1:1')
    const kept = await keepUpload(
      world.ctx,
      await takeIn(await jpegOf(redAndBlue(16, 16)), absent),
      photograph,
    )
    await scanWaiting(world.ctx, configuredScanner(await clamd(() => 'stream: Eicar FOUND')))
    await expect(openUpload(world.ctx, kept.id)).rejects.toThrow('documents.upload_infected')
    expect((await openFile(world.ctx, kept.id)).id).toBe(kept.id)
  })
})

test('what a scanner has not looked at cannot be called scanned in the database either', async ({
  world,
}) => {
  const kept = await keepUpload(
    world.ctx,
    await takeIn(await jpegOf(redAndBlue(16, 16)), undefined),
    photograph,
  )
  await expect(
    sql`update documents.upload set state = 'clean' where file_id = ${kept.id}`.execute(world.ctx.db()),
  ).rejects.toThrow('upload_scanned_when')
})

/** A scanner that speaks clamd’s INSTREAM: pieces with their lengths, an empty one at the end, one line back. */
async function clamd(answer: (bytes: Buffer) => string): Promise<string> {
  const server = createServer((socket) => {
    const pieces: Buffer[] = []
    socket.on('error', () => {}) // Whoever asked has gone.
    socket.on('data', (piece: Buffer) => {
      pieces.push(piece)
      const all = Buffer.concat(pieces)
      const command = 'zINSTREAM\0'
      if (!all.toString('latin1').startsWith(command)) return
      const sent: Buffer[] = []
      for (let at = command.length; at + 4 <= all.length;) {
        const length = all.readUInt32BE(at)
        if (length === 0) return void socket.end(`${answer(Buffer.concat(sent))}\0`)
        sent.push(all.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
  }).listen(0, '127.0.0.1')
  running.push(server)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It listens on no port')
  return `tcp://127.0.0.1:${address.port}`
}
