import fc from 'fast-check'
import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Problem } from '#kernel/problem'
import { takeFromFolder } from '../../../simulators/transport.ts'
import { brokenPromisesIn } from '../promises.testing.ts'
import { openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { readResponse } from './read-response.ts'

// Ten thousand answers are wounded where the environment asks for so many.
vi.setConfig({ testTimeout: 3_600_000 })

/** How many answers are wounded; a few are enough for every day: `ANSINH_WOUNDS=10000 npx vitest run …`. */
const wounds = Number(process.env['ANSINH_WOUNDS'] ?? 40)
const seed = Number(process.env['ANSINH_SEED'] ?? 2026)

let town: PayingTown
let sound: string[]

beforeAll(async () => {
  const fates = ['0001', '9901', '9902', '9904', '9905', '9907']
  let next = 0
  town = await openPayingTown({ people: 9, accountOf: () => `26002000${fates[next++]}` })
  const id = await town.envelopeOf('bank')
  await town.approve(id)
  await town.send(id)
  takeFromFolder(town.bankBooks, `${town.home}/orders`)
  town.bankBooks.closeDay()
  town.bankBooks.closeDay()
  const paper =
    'TRALOI,GIAY-1,DC-26-0001\r\nma_lenh,ket_qua,so_tien,ngay,ly_do,ma_tham_chieu\r\nDC-26-0001-000001,da_chi,810000,2026-11-25,,BD1\r\nTONG,1,810000\r\n'
  sound = [...town.bankBooks.listAnswers().map((name) => town.bankBooks.readAnswer(name)!), paper]
})
afterAll(() => town.close())

/** What can happen to a file on its way: bits, pieces, and sums that somebody has touched. */
const wound = fc.oneof(
  fc.record({
    kind: fc.constant('cut' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.nat(400),
  }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.nat(600),
  }),
  fc.record({
    kind: fc.constant('put' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '</Ntry>',
        '&x;',
        '\u0000',
        '<!DOCTYPE a>',
        '<Ntry>',
        '"',
        ',',
        '\r\n',
        '999999999999999999',
        '-1',
      ),
      fc.string({ maxLength: 8, unit: 'binary' }),
    ),
  }),
  fc.record({
    kind: fc.constant('figure' as const),
    nth: fc.nat(200),
    to: fc.constantFrom('0', '9', '', '-', '1e9', '٣'),
  }),
  fc.record({ kind: fc.constant('swap' as const), nth: fc.nat(30), with: fc.nat(30) }),
)
type Wound = typeof wound extends fc.Arbitrary<infer One> ? One : never

function inflict(text: string, one: Wound): string {
  switch (one.kind) {
    case 'cut':
    case 'repeat':
    case 'put': {
      const at = Math.floor(one.at * text.length)
      if (one.kind === 'put') return text.slice(0, at) + one.text + text.slice(at)
      const piece = text.slice(at, at + one.size)
      return one.kind === 'cut'
        ? text.slice(0, at) + text.slice(at + one.size)
        : text.slice(0, at) + piece + piece + text.slice(at + one.size)
    }
    case 'figure': {
      const figures = [...text.matchAll(/\d/g)]
      const at = figures[one.nth % Math.max(1, figures.length)]?.index ?? 0
      return text.slice(0, at) + one.to + text.slice(at + 1)
    }
    case 'swap': {
      // The names and keys of two elements change places: what is said of one order is said of another.
      const parts = [...text.matchAll(/>([^<>\s][^<>]*)</g)]
      const [first, second] = [
        parts[one.nth % Math.max(1, parts.length)],
        parts[one.with % Math.max(1, parts.length)],
      ]
      if (!first || !second || first.index >= second.index) return text
      const [a, b] = [first[1]!, second[1]!]
      return (
        text.slice(0, first.index + 1) +
        b +
        text.slice(first.index + 1 + a.length, second.index + 1) +
        a +
        text.slice(second.index + 1 + b.length)
      )
    }
  }
}

/** What a file may be refused with; anything else is a mistake of ours. */
const refusals = ['payments.file_not_understood', 'payments.response_refused', 'payments.message_id_reused']

class Undo extends Error {}

test('no answer, however wounded, stops the reader or posts what breaks a promise', async () => {
  let read = 0
  await fc.assert(
    fc.asyncProperty(fc.nat(100), fc.array(wound, { minLength: 1, maxLength: 4 }), async (which, all) => {
      const text = all.reduce(inflict, sound[which % sound.length]!)
      const bytes = Buffer.from(text)
      const attempt = town.own.request(async (ctx) => {
        await readResponse(ctx, {
          providerId: town.bank,
          name: 'x.xml',
          sha256: createHash('sha256').update(bytes).digest('hex'),
          pieces: (async function* () {
            yield bytes
          })(),
        })
        await sql`set constraints all immediate`.execute(ctx.db())
        read++
        expect(await brokenPromisesIn(ctx)).toEqual([])
        throw new Undo() // The next answer finds the books as this one did.
      })
      const outcome = await attempt.catch((error: unknown) => error)
      if (outcome instanceof Undo) return
      if (!(outcome instanceof Problem)) throw outcome
      expect(refusals).toContain(outcome.code)
    }),
    { numRuns: wounds, seed, endOnFailure: true },
  )
  expect(read, 'some of them are still read').toBeGreaterThan(0)
})
