import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { areaNames } from '#modules/geography'
import { payPointNames } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import { repeatableSheet } from '#platform/server/repeatable-sheet'
import { stateDirectory } from '#platform/server/state-directory'
import type { Envelope } from '../db/envelopes.ts'
import { countOrders, streamOrders } from '../db/instructions.ts'
import { findOrderLayout } from '../db/layouts.ts'
import { getProvider, type Provider } from '../db/providers.ts'
import type { Block, Order, OrderFile } from '../domain/iso/orders.ts'
import { writePain001 } from '../domain/iso/pain001.ts'
import { writeDelimited } from '../domain/layout/delimited.ts'
import { usualOrders } from '../domain/layout/built-in.ts'
import type { OrderLayout } from '../domain/layout/layout.ts'
import { rowsOfOrders, type Row } from '../domain/layout/write-orders.ts'
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
export function fileNameOf(
  { code }: Pick<Envelope, 'code'>,
  { format }: Pick<Provider, 'format'>,
  layout: OrderLayout = usualOrders,
) {
  return `${code}.${format === 'csv' ? layout.file : 'xml'}`
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
  const layout = await findOrderLayout(ctx, envelope.layoutId)
  const pieces = await layOut(ctx, { file, layout, units }, streamOrders(ctx, envelope.id))
  const name = fileNameOf(envelope, provider, layout)
  return { ...(await write(name, pieces)), name, orders, amount }
}

type ToLayOut = { readonly file: OrderFile; readonly layout: OrderLayout; readonly units: readonly Block[] }

async function layOut(ctx: Ctx, { file, layout, units }: ToLayOut, pages: AsyncIterable<Order[]>) {
  if (file.format !== 'csv') return writePain001(file, pages)
  const areas = await areaNames(ctx, new Set(units.map(({ areaId }) => areaId)))
  const places = { areas, payPoints: await payPointNames(ctx) }
  const rows = rowsOfOrders(file, pages, { layout, places })
  return layout.file === 'csv' ? writeDelimited(rows, layout) : workbookOf(rows, file.messageId)
}

/** A workbook is held in memory as a whole, as whoever opens it does. */
async function* workbookOf(rows: AsyncIterable<readonly Row[]>, name: string) {
  yield await repeatableSheet(name, (await Array.fromAsync(rows)).flat())
}

/** Written beside its place and renamed, so that nobody ever sends half a file. */
async function write(name: string, pieces: AsyncIterable<string | Uint8Array>) {
  const directory = join(process.env['ANSINH_FILES'] ?? join(stateDirectory(), 'files'), 'payments')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, name)
  const draft = `${path}.new-${randomUUID()}`
  const hash = createHash('sha256')
  let size = 0
  const handle = await open(draft, 'wx', 0o600)
  try {
    for await (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
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
