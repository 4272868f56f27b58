/**
 * The reforms of 2025 over a register (`ANSINH_HOME`, made by `ansinh demo create --size full`): the communes and all that was
 * recorded in them since are set back to the 136 of 2022 and led to 121 and to 36 again, each step in one transaction, counted
 * before and after; then a commune of many people is divided by villages. The register is another afterwards: measure on a copy.
 */
import { sql, type RawBuilder } from 'kysely'
import { civilDate, instant } from '#kernel/civil-date'
import { communesOf, reformOf, renewRegister, takeBackReform } from '#modules/geography'
import {
  applyNow,
  keepReform,
  orderStep,
  readLine,
  showReform,
  showStep,
  type ReformLine,
} from '#modules/territory'
import { openDatabase } from '#platform/server/database'
import { findPostgres } from '#platform/server/postgres'
import { request, systemActor } from '#platform/server/request'
import { aftermath } from '../app/composition.ts'
import { prepareDatabase } from '../app/server.ts'
import { load, machine, round } from './measure.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)
const formerVinhPhuc = 90026
const postgres = await findPostgres(undefined)
await prepareDatabase(postgres)
const db = openDatabase(postgres.programUrl, 4)
const owner = openDatabase(postgres.ownerUrl, 1)
const act = <Result>(work: Parameters<typeof request<Result>>[3], day = '2026-11-27') =>
  request(db, { actor: systemActor(), now: instant(`${day}T02:00:00Z`) }, aftermath, work)

const { rows } = await sql<{ people: number; homes: number }>`
  select (select count(*)::int from people.person) as people,
    (select count(*)::int from people.residence) as homes`.execute(owner)
print(`${machine()}, ${load()}`)
print(`${rows[0]!.people} people with ${rows[0]!.homes} residences`)

const known = await reformOf(owner, { landId: formerVinhPhuc, since: civilDate('2025-01-01') })
await timed('set back to 2022', async () => {
  await giveBack(known.opened)
  await takeBackReform(owner, known)
  await act(renewRegister)
})
for (const on of ['2025-01-01', '2025-07-01']) {
  const lines = known.rows
    .filter((row) => row.on === on)
    .map(({ from, to, name, act: by }, index) =>
      readLine(index + 2, { from, to, name: name ?? '', on, act: by }),
    )
  const step = await timed(`${on}: read and check ${lines.length} lines`, () => keep(lines))
  await timed(`${on}: dry run`, () => act((ctx) => showStep(ctx, { id: step })))
  await act((ctx) => orderStep(ctx, { id: step }))
  await timed(`${on}: apply`, () => act((ctx) => applyNow(ctx, step)))
  const communes = await act((ctx) => communesOf(ctx, formerVinhPhuc, civilDate(on)))
  print(`  ${communes.length} communes`)
}

const { rows: largest } = await sql<{ code: string; villages: string[] }>`
  select area.code, array_agg(distinct home_village) as villages
  from people.person join geography.area_within on area_id = home_area_id join geography.area on area.id = within_id
  where area.level = 3 and area.during @> date '2026-11-27' and home_village is not null
  group by area.id, area.code order by count(*) desc limit 1`.execute(owner)
const { code, villages } = largest[0]! // Somebody has a village.
const half = villages.slice(0, Math.ceil(villages.length / 2)).join('; ')
const day = '2027-02-01'
const divided = [
  { from: code, to: '08999', name: 'Xã Đo Thử', villages: half },
  { from: code, to: code },
].map((cells, index) => readLine(index + 2, { ...cells, on: day, act: 'đo' }))
const step = await timed(`divide ${code} by ${villages.length} villages: check`, () => keep(divided))
await timed('divide: dry run', () => act((ctx) => showStep(ctx, { id: step })))
await act((ctx) => orderStep(ctx, { id: step }), day)
const { followed, toPlace } = await timed('divide: apply', () => act((ctx) => applyNow(ctx, step), day))
print(`  ${followed} residences followed, ${toPlace} people to place`)
print(load())
await db.destroy()
await owner.destroy()
postgres.release()

/**
 * What was recorded in units of 2025 goes to the communes each came from, row by row, as if it had been recorded there: then
 * nothing rests on the units that are taken back. Lists drawn up since would rightly refuse the reforms, so they go.
 */
async function giveBack(opened: readonly number[]) {
  const { rows: columns } = await sql<{ place: string; name: string }>`
    select conrelid::regclass::text as place, attname as name from pg_constraint
    join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and confrelid = 'geography.area'::regclass and conparentid = 0
      and conrelid::regclass::text not like 'geography.%'`.execute(owner)
  const places = [...new Set(columns.map(({ place }) => place))]
  // What is frozen in life is moved here all the same.
  for (const place of places) await sql`alter table ${sql.raw(place)} disable trigger user`.execute(owner)
  await owner.transaction().execute(async (tx) => {
    await sql`create temporary table origin on commit drop as
      with recursive came (id, former) as (
        select to_id, from_id from geography.area_change where to_id = any(${[...opened]}::integer[])
        union select came.id, change.from_id from came join geography.area_change as change on change.to_id = came.former)
      select id, array_agg(former order by former) filter (where former <> all(${[...opened]}::integer[])) as formers
      from came group by id`.execute(tx)
    await sql`truncate territory.reform cascade`.execute(tx)
    await sql`delete from payroll.run_area where month >= '2025-01'`.execute(tx)
    for (const { place, name } of columns) {
      const [table, column] = [sql.raw(place), sql.ref(name)]
      const give = (which: RawBuilder<unknown>) =>
        sql`update ${table} as row set ${column} = formers[${which}] from origin where row.${column} = origin.id`
      await sql`savepoint one`.execute(tx)
      try {
        await give(sql`1 + abs(hashtext(row::text)) % cardinality(formers)`).execute(tx)
      } catch (error) {
        if (!(error instanceof Error && 'constraint' in error)) throw error
        // What a unit has once goes to the first of those it came from.
        await sql`rollback to savepoint one`.execute(tx)
        await give(sql`1`).execute(tx)
      }
    }
  })
  for (const place of places) await sql`alter table ${sql.raw(place)} enable trigger user`.execute(owner)
  await sql`analyze people.person, people.residence, entitlement.award, payroll.line`.execute(owner)
}

async function keep(lines: readonly ReformLine[]): Promise<string> {
  return act(async (ctx) => {
    const { id } = await keepReform(ctx, `bench ${crypto.randomUUID()}`, lines)
    const { steps, found } = await showReform(ctx, { id })
    const refused = found.flatMap(({ row, findings }) =>
      findings.map(({ code, level }) => `${row} ${level} ${code}`),
    )
    if (!steps[0]) throw new Error(refused.slice(0, 5).join(', '))
    return steps[0].id
  })
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const begun = performance.now()
  const result = await work()
  print(`${what}: ${round((performance.now() - begun) / 1000, 2)} s`)
  return result
}
