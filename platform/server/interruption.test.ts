import { sql } from 'kysely'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { migrate, openDatabase, type Database } from './database.ts'
import { roles } from './postgres.ts'

let own: OwnDatabase
let home: string
beforeAll(async () => {
  own = await openOwnDatabase()
  home = await mkdtemp(join(tmpdir(), 'ansinh-'))
  await chmod(home, 0o711) // The server's account passes through it.
})
afterAll(async () => {
  await own.drop()
  await rm(home, { recursive: true })
})

test('a program killed in the middle of a migration leaves none of it, and the next start runs it whole', async () => {
  const file = join(home, '209901010000_make_two.sql')
  await writeFile(
    file,
    'create schema two; create table two.first (); select pg_sleep(2); create table two.second ();',
  )
  const child = start(`
    const { migrate, openDatabase } = await import(${at('database.ts')})
    process.stdout.write('begun')
    await migrate(openDatabase(${JSON.stringify(own.ownerUrl)}, 1), [${JSON.stringify(file)}], ${JSON.stringify(roles.program)})`)
  await once(child.stdout!, 'data')
  const owner = openDatabase(own.ownerUrl, 1)
  await expect.poll(() => isInTheMiddle(owner), { timeout: 10_000, interval: 20 }).toBe(true)
  child.kill('SIGKILL')
  await once(child, 'exit')

  expect(await migrate(owner, [file], roles.program)).toEqual(['209901010000_make_two.sql'])
  expect(await migrate(owner, [file], roles.program)).toEqual([])
  const { rows } = await sql`select from pg_tables where schemaname = 'two'`.execute(owner)
  expect(rows).toHaveLength(2)
  await owner.destroy()
})

test('the database killed under its program starts again with everything that was committed', async () => {
  const hold = (work: string) =>
    start(
      `
      const { holdPostgres } = await import(${at('embedded-postgres.ts')})
      const { openDatabase } = await import(${at('database.ts')})
      const { sql } = await import('kysely')
      const server = await holdPostgres('killed')
      const db = openDatabase(server.url('postgres', 'postgres'), 1)
      ${work}`,
      { ANSINH_HOME: home },
    )
  const writer = hold(`
    await sql\`create table kept (n integer)\`.execute(db)
    await sql\`insert into kept values (1), (2), (3)\`.execute(db)
    process.stdout.write('committed')
    setInterval(() => {}, 1000)`)
  await once(writer.stdout!, 'data')
  const [pid] = (await readFile(join(home, 'killed/data/postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  writer.kill('SIGKILL')
  await once(writer, 'exit')

  const reader = hold(`
    const { rows } = await sql\`select count(*) as kept from kept\`.execute(db)
    process.stdout.write(String(rows[0].kept))
    await db.destroy()
    server.release()`)
  const [kept] = await once(reader.stdout!, 'data')
  expect(String(kept)).toBe('3')
  await once(reader, 'exit')
})

const at = (name: string) => JSON.stringify(join(import.meta.dirname, name))

async function isInTheMiddle(owner: Database) {
  const { rows } = await sql`select from pg_stat_activity
    where wait_event = 'PgSleep' and datname = current_database()`.execute(owner)
  return rows.length === 1
}

/** A program of its own, whose death is a real one. */
function start(text: string, env: Record<string, string> = {}) {
  return spawn(process.execPath, ['--input-type=module', '--eval', text], {
    cwd: process.cwd(),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
