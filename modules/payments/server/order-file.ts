import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { areaNames } from '#modules/geography'
import { payPointNames } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import { stateDirectory } from '#platform/server/state-directory'
import type { Envelope } from '../db/envelopes.ts'
import { countOrders, streamOrders } from '../db/instructions.ts'
import { getProvider, type Provider } from '../db/providers.ts'
import { writeCsvOrders } from '../domain/csv-orders.ts'
import type { Block, Order, OrderFile } from '../domain/iso/orders.ts'
import { writePain001 } from '../domain/iso/pain001.ts'
import { problems } from '../domain/problems.ts'

export type WrittenFile = {
  readonly path: string
  readonly name: string
  readonly sha256: string
  readonly size: number
  readonly orders: number
  readonly amount: number
}

/** What a file of an envelope is called: always the same, so that a second copy is known by its name. */
export function fileNameOf({ code }: Pick<Envelope, 'code'>, { format }: Pick<Provider, 'format'>) {
  return `${code}.${format === 'csv' ? 'csv' : 'xml'}`
}

/**
 * Writes the file of an envelope to the disk. It is made of what was frozen and nothing else, so it is the same to the
 * byte whenever it is written, and need not be kept for ever.
 */
export async function writeOrderFile(ctx: Ctx, envelope: Envelope): Promise<WrittenFile> {
  const provider = await getProvider(ctx, envelope.providerId)
  if (envelope.sendingAt === null || envelope.executeOn === null) throw problems('envelope_moved_on')
  const units = await countOrders(ctx, envelope.id)
  const orders = units.reduce((sum, unit) => sum + unit.orders, 0)
  const amount = units.reduce((sum, unit) => sum + unit.amount, 0)
  const whole: Block = { areaId: envelope.areaId, orders, amount: amount as Block['amount'] } // A sum of đồng.
  const file: OrderFile = {
    messageId: envelope.code,
    format: provider.format,
    createdAt: envelope.sendingAt,
    executeOn: envelope.executeOn,
    month: envelope.month,
    isOnce: envelope.purpose === 'one_off' || envelope.purpose === 'source',
    debtor: { name: provider.debtorName, account: provider.debtorAccount, bic: provider.bic },
    isPlain: provider.isPlain,
    blocks: provider.isByArea ? units : [whole],
  }
  const pieces = await layOut(ctx, file, streamOrders(ctx, envelope.id), units)
  const name = fileNameOf(envelope, provider)
  return { ...(await write(name, pieces)), name, orders, amount }
}

async function layOut(ctx: Ctx, file: OrderFile, pages: AsyncIterable<Order[]>, units: readonly Block[]) {
  if (file.format !== 'csv') return writePain001(file, pages)
  const areas = await areaNames(ctx, new Set(units.map(({ areaId }) => areaId)))
  return writeCsvOrders(file, pages, { areas, payPoints: await payPointNames(ctx) })
}

/** Written beside its place and renamed, so that nobody ever sends half a file. */
async function write(name: string, pieces: AsyncIterable<string>) {
  const directory = join(process.env['ANSINH_FILES'] ?? join(stateDirectory(), 'files'), 'payments')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, name)
  const draft = `${path}.new-${randomUUID()}`
  const hash = createHash('sha256')
  let size = 0
  const handle = await open(draft, 'wx', 0o600)
  try {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece)
      hash.update(bytes)
      size += bytes.length
      await handle.writeFile(bytes)
    }
    await handle.sync()
    await handle.close()
    await rename(draft, path)
  } catch (error) {
    await handle.close().catch(() => {}) // What went wrong first is what matters.
    await rm(draft, { force: true })
    throw error
  }
  return { path, sha256: hash.digest('hex'), size }
}
