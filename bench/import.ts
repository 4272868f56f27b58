/**
 * A list of 50,000 people brought in beside the register of ANSINH_HOME (`ansinh demo create --size province`): reading the
 * file, understanding each row and comparing each with everybody there, until it can be decided what is taken in. Every tenth
 * row is somebody of the register with day and month the other way about; the others are invented. Nothing is taken in.
 */
import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import { showImport, startImport } from '#modules/people'
import { openDatabase } from '#platform/server/database'
import { findPostgres } from '#platform/server/postgres'
import { request, systemActor } from '#platform/server/request'
import { runNextJob } from '#platform/server/worker'
import { aftermath, jobKinds } from '../app/composition.ts'
import { prepareDatabase } from '../app/server.ts'
import { databaseSeconds, load, machine, ownSeconds, round } from './measure.ts'

const rowsWanted = 50_000
const families = 'Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ')
const middles = 'Văn Thị Đức Ngọc Minh Xuân Thu Hữu Quang Hồng'.split(' ')
const givens =
  'An Bình Chi Dung Giang Hà Hải Hạnh Hiền Hoa Hùng Khánh Lan Liên Mai Nam Nga Phúc Quý Sơn Tâm Thảo Tú Yến'.split(
    ' ',
  )

type Known = {
  readonly fullName: string
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly area: string
}

const print = (line: string) => process.stdout.write(`${line}\n`)
const postgres = await findPostgres(undefined)
await prepareDatabase(postgres)
const { programUrl } = postgres
const db = openDatabase(programUrl, 4)
const kinds = { 'people.import_check': jobKinds['people.import_check']! }
const act = <Result>(work: Parameters<typeof request<Result>>[3]) =>
  request(db, { actor: systemActor(['people.import']) }, aftermath, work)

function listOf(known: readonly Known[], communes: readonly string[]): string {
  const lines = ['Họ và tên;Giới tính;Ngày sinh;Xã']
  for (let place = 0; place < rowsWanted; place++) {
    const one = place % 10 === 0 ? known[(place / 10) % known.length] : undefined
    if (one) {
      const [year, month, day] = one.born.split('-')
      // Some days are no months; those stay as they are.
      const born = Number(day) <= 12 ? `${month}/${day}/${year}` : `${day}/${month}/${year}`
      lines.push(`${one.fullName};${one.sex === 'male' ? 'Nam' : 'Nữ'};${born};${one.area}`)
      continue
    }
    const name = [families[place % 14], middles[(place * 7) % 10], givens[(place * 11) % 24]].join(' ')
    const born = `${1 + (place % 28)}/${1 + ((place * 5) % 12)}/${1930 + ((place * 13) % 80)}`
    lines.push(`${name};${place % 2 ? 'Nam' : 'Nữ'};${born};${communes[place % communes.length]}`)
  }
  return lines.join('\n')
}

try {
  const { known, areaId } = await act(async (ctx) => {
    const { rows } = await sql<Known & { areaId: number }>`
      select full_name, sex, born, area.code as area, home_area_id as area_id from people.person
      join geography.area on area.id = home_area_id
      where born_precision = 'day' and died_on is null and merged_into is null
        and upper_inf(area.during) and area.level = 3
      order by person.id limit 5000`.execute(ctx.db())
    const { rows: provinces } = await sql<{ parentId: number }>`
      select parent_id from geography.area where id = ${rows[0]!.areaId}`.execute(ctx.db())
    return { known: rows, areaId: provinces[0]!.parentId }
  })
  const text = listOf(known, [...new Set(known.map(({ area }) => area))])
  print(machine())
  const [clock, own, database] = [performance.now(), ownSeconds(), databaseSeconds()]
  const file = new File([text], `bench ${crypto.randomUUID()}.csv`)
  const { import: started } = await act((ctx) => startImport(ctx, { areaId, file }))
  const read = performance.now()
  const onError = (error: unknown): never => {
    throw error
  }
  while (await runNextJob({ db, programUrl, kinds, aftermath, onError }));
  const end = performance.now()
  const view = await act((ctx) => showImport(ctx, started.id))
  const likely = view.findings.find(({ code }) => code === 'person_likely_same')
  print(
    `${rowsWanted} rows: taken in ${round((read - clock) / 1000)} s, checked and compared in ${round((end - read) / 1000)} s ` +
      `(${round(ownSeconds() - own)} s of processor here, ${round(databaseSeconds() - database)} s of the database), resident at ` +
      `most ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB; ${load()}`,
  )
  print(
    `${view.rows.ready} ready, ${view.rows.look} to look at, ${view.rows.refused} refused, ${view.rows.known} known; ${likely?.count ?? 0} likely to be somebody of the register`,
  )
  await act(async (ctx) => {
    await sql`update people.import set state = 'cancelled' where id = ${started.id}`.execute(ctx.db())
  })
} finally {
  await db.destroy()
  postgres.release()
}
