/**
 * People written down twice, in the register of ANSINH_HOME (`ansinh demo create --size full`): the whole look the program
 * takes in its first night, then 500 people about to be written down, asked about one after the other, and 2,000 of them
 * changed and looked at again.
 */
import { sql } from 'kysely'
import { civilDate, type BirthPrecision, type CivilDate } from '#kernel/civil-date'
import { askForDuplicates } from '#modules/duplicates'
import { findLikelySame } from '#modules/people'
import { openDatabase } from '#platform/server/database'
import { findPostgres } from '#platform/server/postgres'
import { request, systemActor } from '#platform/server/request'
import { runNextJob } from '#platform/server/worker'
import { aftermath, jobKinds } from '../app/composition.ts'
import { prepareDatabase } from '../app/server.ts'
import { databaseSeconds, load, machine, ownSeconds, round, spreadOf } from './measure.ts'

type Sample = {
  readonly fullName: string
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly bornPrecision: BirthPrecision
  readonly homeAreaId: number
  readonly homeVillage: string | null
  readonly phone: string | null
}

const print = (line: string) => process.stdout.write(`${line}\n`)
const postgres = await findPostgres(undefined)
await prepareDatabase(postgres)
const { programUrl } = postgres
const db = openDatabase(programUrl, 4)
const kinds = { 'duplicates.find': jobKinds['duplicates.find']! }
const act = <Result>(work: Parameters<typeof request<Result>>[3]) =>
  request(db, { actor: systemActor() }, aftermath, work)

async function look(title: string) {
  const [clock, own, database] = [performance.now(), ownSeconds(), databaseSeconds()]
  await act(askForDuplicates)
  const onError = (error: unknown): never => {
    throw error
  }
  while (await runNextJob({ db, programUrl, kinds, aftermath, onError }));
  print(
    `${title}: ${round((performance.now() - clock) / 1000)} s, ${round(ownSeconds() - own)} s of processor here, ` +
      `${round(databaseSeconds() - database)} s of the database, resident at most ` +
      `${Math.round(process.resourceUsage().maxRSS / 1024)} MiB; ${load()}`,
  )
}

try {
  await act(async (ctx) => {
    await sql`set local ansinh.area = '0'`.execute(ctx.db())
    await sql`delete from people.match_model`.execute(ctx.db())
  })
  const samples = await act(async (ctx) => {
    const { rows } = await sql<Sample>`
      select full_name, sex, born, born_precision, home_area_id, home_village, phone
      from people.person tablesample system (2) repeatable (7) limit 500`.execute(ctx.db())
    return rows
  })
  const [counted] = await act((ctx) =>
    sql<{ people: number }>`select count(*)::int as people from people.person`
      .execute(ctx.db())
      .then(({ rows }) => rows),
  )
  print(`${machine()}; ${counted!.people} people`)
  await look('everybody')
  const [found] = await act((ctx) =>
    sql<{ pairs: number; sure: number }>`select count(*)::int as pairs,
      (count(*) filter (where likely >= 0.99))::int as sure from duplicates.pair`
      .execute(ctx.db())
      .then(({ rows }) => rows),
  )
  print(`${found!.pairs} pairs worth a look, ${found!.sure} of them nearly sure`)
  const ask = async ({ homeAreaId, homeVillage, ...who }: Sample) => {
    const began = performance.now()
    await act((ctx) =>
      findLikelySame(ctx, {
        ...who,
        born: civilDate(who.born),
        number: null,
        areaId: homeAreaId,
        village: homeVillage,
      }),
    )
    return performance.now() - began
  }
  for (const sample of samples.slice(0, 50)) await ask(sample)
  const durations: number[] = []
  for (const sample of samples) durations.push(await ask(sample))
  const { p50, p95, max } = spreadOf(durations)
  print(
    `one more record against all: p50 ${round(p50)} ms, p95 ${round(p95)} ms, max ${round(max)} ms; ${load()}`,
  )
  await act((ctx) =>
    sql`insert into people.match_due (person_id) select id from people.person tablesample system (2) repeatable (9)
      limit 2000 on conflict do nothing`.execute(ctx.db()),
  )
  await look('2,000 who changed')
} finally {
  await db.destroy()
  postgres.release()
}
