import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { month } from '#kernel/civil-date'
import { replayRuns, type ReplayedRun } from '#modules/payroll'
import { openDatabase, type Database } from '#platform/server/database'
import { dropDatabase } from '#platform/server/postgres'
import { request } from '#platform/server/request'
import { localAdministrator } from '../commands/program.ts'
import { aftermath } from '../composition.ts'
import { copyOfDemonstration } from '../testing/demonstration.ts'
import { holdTestServer } from '../testing/test-server.ts'

const server = await holdTestServer()
const database = `${inject('copies')}_demo_replay`
let urls: Awaited<ReturnType<typeof copyOfDemonstration>>
let db: Database
beforeAll(async () => {
  urls = await copyOfDemonstration(server, database)
  db = openDatabase(urls.programUrl, 2)
})
afterAll(async () => {
  await db.destroy()
  await dropDatabase(server, database)
  server.release()
})

test('every list of the demonstration, worked out again by every evaluator, is what was paid; what was forged is found', async () => {
  const runs = await replay()
  expect(runs.length).toBeGreaterThan(10)
  expect(runs.flatMap(({ differences }) => differences)).toEqual([])
  expect(runs.reduce((sum, { lines }) => sum + lines, 0)).toBeGreaterThan(1_000)
  expect(runs.at(-1)!.arrears).toBeGreaterThan(0)
  expect(runs.every(({ otherwiseWritten }) => otherwiseWritten === 0)).toBe(true)

  const owner = openDatabase(urls.ownerUrl, 1)
  // The database itself refuses a line whose arithmetic is wrong, so the standard is forged along with it.
  await sql`update payroll.line set standard = standard + 10, amount = (standard + 10) * coefficient * units / 10
      where month = '2026-11' and kind = 'regular' and ctid = any(array(
          select ctid from payroll.line where month = '2026-11' and kind = 'regular' limit 1))`.execute(owner)
  await sql`update payroll.line set amount = amount + 1
      where month = '2026-11' and kind = 'arrears' and ctid = any(array(
          select ctid from payroll.line where month = '2026-11' and kind = 'arrears' limit 1))`.execute(owner)
  await owner.destroy()
  const [tampered] = await replay('2026-11')
  expect(tampered!.differences.map(({ by }) => by).toSorted()).toEqual([
    'explanation',
    'interpreter',
    'interpreter',
    'kernel',
    'table',
  ])
  expect(tampered!.differences.every(({ now, paid }) => paid > now)).toBe(true)
})

async function replay(only?: string): Promise<ReplayedRun[]> {
  const asked = replayRuns(
    (work) => request(db, { actor: localAdministrator() }, aftermath, work),
    only === undefined ? undefined : month(only),
  )
  return Array.fromAsync(asked)
}
