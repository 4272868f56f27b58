import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Ctx } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { areaRegister, renewRegister } from './register.ts'

let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())

const songLo = 250708824
const nameOf = async (ctx: Ctx) => (await areaRegister(ctx)).byId.get(songLo)!.name

test('a change of units that takes long and is taken back is seen by nobody else', async () => {
  const before = await own.request(nameOf)
  const takenBack = new Error('taken back')
  const late = vi.spyOn(performance, 'now')
  try {
    await expect(
      own.request(async (ctx) => {
        await sql`update geography.area set name = 'Tên chưa có' where id = ${songLo}`.execute(ctx.db())
        await renewRegister(ctx)
        const moment = performance.now()
        late.mockImplementation(() => moment + 5_000)
        expect(await nameOf(ctx)).toBe('Tên chưa có')
        throw takenBack
      }),
    ).rejects.toBe(takenBack)
    expect(await own.request(nameOf)).toBe(before)
  } finally {
    late.mockRestore()
  }
})
