import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { lock } from './request.ts'

let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())

test('two requests that wait for each other are both done, each once', async () => {
  const bothHaveOne = meetingOf(2)
  let begun = 0
  const lockBoth = (first: string, second: string) =>
    own.request(async (ctx) => {
      begun++
      await lock(ctx, first)
      await bothHaveOne()
      await lock(ctx, second)
      await sql`insert into platform.setting (key, value) values (${`test.${first}`}, 'true')`.execute(
        ctx.db(),
      )
    })

  await Promise.all([lockBoth('one', 'two'), lockBoth('two', 'one')])

  expect(begun, 'one was broken off and begun again').toBe(3)
  const { rows } = await sql`select key from platform.setting where key like 'test.%' order by key`.execute(
    own.db,
  )
  expect(rows).toEqual([{ key: 'test.one' }, { key: 'test.two' }])
})

/** Lets nobody go on before so many have come; whoever comes later goes on at once. */
function meetingOf(people: number) {
  const { promise, resolve } = Promise.withResolvers<void>()
  let come = 0
  return () => {
    if (++come >= people) resolve()
    return promise
  }
}
