import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { afterAll, expect, inject, test } from 'vitest'
import { month } from '#kernel/civil-date'
import { checkPromises } from '#modules/payments'
import { openDatabase } from '#platform/server/database'
import { createDatabase, dropDatabase, urlsOf } from '#platform/server/postgres'
import { request } from '#platform/server/request'
import { localAdministrator } from '../commands/program.ts'
import { aftermath } from '../composition.ts'
import { copyOfDemonstration } from '../testing/demonstration.ts'
import { holdTestServer } from '../testing/test-server.ts'
import { createDemo } from './index.ts'
import { readDemo, writeDemo } from './state.ts'
import { verifyDemo } from './verify.ts'

const server = await holdTestServer()
const databases = ['one', 'two', 'province'].map((name) => `${inject('copies')}_demo_${name}`)
afterAll(async () => {
  for (const database of databases) await dropDatabase(server, database)
  server.release()
})

const until = month('2026-11')

test('two demonstrations of one seed are the same to the byte, and meet their figures', async () => {
  const digests: string[][] = []
  const made = [
    () => copyOfDemonstration(server, databases[0]!),
    async () => {
      const urls = await givenEmptyDatabase(databases[1]!)
      await createDemo({ ...urls, size: 'tiny', until })
      return urls
    },
  ]
  for (const make of made) {
    const { ownerUrl, programUrl } = await make()
    const owner = openDatabase(ownerUrl, 1)
    const { findings } = (await verifyDemo(owner))! // It was just created.
    expect(findings.filter(({ isRight }) => !isRight)).toEqual([])
    expect(await spokenOfOtherwise(owner)).toEqual([])
    digests.push(await digestOf(owner))
    if (digests.length === 1) await expectBooksToKeepTheirPromises(programUrl)
    await owner.destroy()
  }
  expect(digests[1]).toEqual(digests[0])
})

test('a demonstration that was broken off is made anew, and a finished one is left alone', async () => {
  const urls = await givenEmptyDatabase(databases[0]!)
  const owner = openDatabase(urls.ownerUrl, 1)
  await createDemo({ ...urls, size: 'tiny', until: month('2023-01') })
  const whole = await countIn(owner)
  await sql`delete from people.person_version where ctid in (select ctid from people.person_version limit 40)`.execute(
    owner,
  )
  await writeDemo(owner, { ...(await readDemo(owner))!, state: 'creating' })
  await createDemo({ ...urls, size: 'tiny', until: month('2023-01') })
  expect(await countIn(owner)).toEqual(whole)
  const { rows: untidied } =
    await sql`select from pg_class where reloptions::text like '%autovacuum%'`.execute(owner)
  expect(untidied).toEqual([])
  const again = await createDemo({ ...urls, size: 'tiny', until: month('2024-01') })
  expect(again.until).toBe('2023-01')
  await owner.destroy()
})

test('wherever in the province people live, their years are lived to the end', async () => {
  const urls = await givenEmptyDatabase(databases[1]!)
  await createDemo({ ...urls, size: 'scattered', until })
  const owner = openDatabase(urls.ownerUrl, 1)
  const { findings } = (await verifyDemo(owner))! // It was just created.
  expect(findings.filter(({ isRight, within }) => !isRight && within === 0)).toEqual([])
  await owner.destroy()
})

test('a database with people in it never becomes a demonstration', async () => {
  const urls = await givenEmptyDatabase(databases[1]!)
  const owner = openDatabase(urls.ownerUrl, 1)
  await sql`insert into identity.user (name, email, username) values ('Lê Thị Hoa', 'hoa@example.org', 'hoa')`.execute(
    owner,
  )
  await expect(createDemo({ ...urls, size: 'tiny', until })).rejects.toThrow('needs an empty one')
  await owner.destroy()
})

test.runIf(process.env['ANSINH_TEST_PROVINCE'] === '1')(
  'the whole province meets every published figure, and the assumed ones within two points',
  { timeout: 600_000 }, // Making a whole province takes minutes on any machine.
  async () => {
    const urls = await givenEmptyDatabase(databases[2]!)
    await createDemo({ ...urls, size: 'province', until: month('2022-12') })
    const owner = openDatabase(urls.ownerUrl, 1)
    const { findings } = (await verifyDemo(owner))! // It was just created.
    expect(findings.filter(({ isRight }) => !isRight)).toEqual([])
    await owner.destroy()
  },
)

async function givenEmptyDatabase(database: string) {
  await dropDatabase(server, database)
  await createDatabase(server, database, inject('template'))
  return urlsOf(server, database)
}

/** What `ansinh payments verify` asks, where a month has been paid by two lists: first short, then the rest as arrears. */
async function expectBooksToKeepTheirPromises(programUrl: string) {
  const db = openDatabase(programUrl, 1)
  const { checked, paidByTwoLists } = await request(
    db,
    { actor: localAdministrator() },
    aftermath,
    async (ctx) => {
      const { rows } = await sql`select from payments.item
        join payments.instruction on instruction.id = item.instruction_id and instruction.state = 'paid'
        group by person_id, component, benefit_month having count(distinct run_id) > 1`.execute(ctx.db())
      return { checked: await checkPromises(ctx), paidByTwoLists: rows.length }
    },
  )
  await db.destroy()
  expect(paidByTwoLists).toBeGreaterThan(0)
  expect(checked.filter(({ broken }) => broken.length > 0)).toEqual([])
}

/** People whose record says another name, birth or death than what is known of them. */
async function spokenOfOtherwise(owner: Parameters<typeof verifyDemo>[0]) {
  const { rows } = await sql`select person.id from people.person
    left join people.person_version as known on known.person_id = person.id and known.retracted_at is null
    where (person.full_name, person.born) is distinct from (known.full_name, known.born)
      or person.died_on is distinct from known.died_on`.execute(owner)
  return rows
}

async function countIn(owner: Parameters<typeof verifyDemo>[0]) {
  const { rows } = await sql`select (select count(*) from people.person_version) as versions,
    (select count(*) from payroll.line) as lines`.execute(owner)
  return rows
}

/** A digest of each table a demonstration writes; only accounts differ, whose passwords are salted. */
async function digestOf(owner: Parameters<typeof verifyDemo>[0]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('geography', 'people', 'entitlement', 'payroll', 'simulation', 'applications', 'cashless', 'review', 'platform') order by 1`.execute(
    owner,
  )
  const digests: string[] = []
  for (const { name } of rows) {
    const { rows: content } = await sql<{ row: string }>`
      select each::text as row from ${sql.raw(name)} each order by 1`.execute(owner)
    const hash = createHash('sha256')
    for (const { row } of content) hash.update(`${row}\n`)
    digests.push(`${name} ${content.length} ${hash.digest('hex').slice(0, 16)}`)
  }
  return digests
}
