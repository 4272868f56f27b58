import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dong } from '#kernel/dong'
import { plainText } from '../bank-text.ts'
import { faultsOf, haveSchemas } from './schemas.testing.ts'
import type { Order, OrderFile } from './orders.ts'
import { aFile as file, anOrder as order } from './orders.testing.ts'
import { writePain001 } from './pain001.ts'

describe('a payment order for a bank', () => {
  test('names whole đồng, the payee as written, and the day in the way of its generation', async () => {
    const text = await written(file, [order])
    expect(text).toContain('<InstdAmt Ccy="VND">447000</InstdAmt>')
    expect(text).toContain('<Nm>Nguyễn Thị Hòa</Nm>')
    expect(text).toContain('<ReqdExctnDt><Dt>2026-12-01</Dt></ReqdExctnDt>')
    expect(text).toContain('<BICFI>VBAAVNVX</BICFI>')
    const older = await written({ ...file, format: 'pain.001.001.03' }, [order])
    expect(older).toContain('<ReqdExctnDt>2026-12-01</ReqdExctnDt>')
    expect(older).toContain('<BIC>VBAAVNVX</BIC>')
  })

  test('loses the marks where a gateway takes none, and tells nothing of the reason', async () => {
    const text = await written({ ...file, isPlain: true }, [order])
    expect(text).toContain('<Nm>Nguyen Thi Hoa</Nm>')
    expect(text).toContain('<Ustrd>Tro cap xa hoi thang 12/2026</Ustrd>')
  })

  test('is never finished with other sums than it begins with', async () => {
    const short = { ...file, blocks: [{ areaId: 8824, orders: 2, amount: dong(894_000) }] }
    await expect(written(short, [order])).rejects.toThrow('has 1, 447000')
    const stray = { ...file, blocks: [...file.blocks, { areaId: 9, orders: 1, amount: dong(1) }] }
    await expect(written(stray, [order])).rejects.toThrow('1 blocks of orders are missing')
    await expect(written(stray, [order, { ...order, areaId: 77 }])).rejects.toThrow('stands in no block')
  })

  test('stays well formed whatever a name holds', async ({ skip }) => {
    if (!haveSchemas) skip('The schemas of ISO 20022 are not here')
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 90 }),
        fc.boolean(),
        async (name, isPlain) => {
          const payeeName = `A${name}`
          const text = await written({ ...file, isPlain }, [{ ...order, payeeName }])
          expect(await faultsOf('pain.001.001.09', text)).toEqual([])
          expect(plainText(payeeName)).toMatch(/^[ -~]*$/)
        },
      ),
      { numRuns: 30 },
    )
  })
})

async function written(said: OrderFile, orders: readonly Order[]) {
  const pieces = await Array.fromAsync(writePain001(said, pagesOf(orders)))
  return pieces.join('')
}

/** Orders two at a time, as the database gives them by thousands. */
async function* pagesOf(orders: readonly Order[]) {
  for (let at = 0; at < orders.length; at += 2) yield orders.slice(at, at + 2)
}
