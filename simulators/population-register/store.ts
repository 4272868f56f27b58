import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export type Sex = 'female' | 'male'

/** Somebody as the register has them today. */
export type Resident = {
  readonly number: string
  readonly formerNumber: string | null
  readonly fullName: string
  readonly sex: Sex
  readonly born: string
  readonly bornPrecision: 'day' | 'month' | 'year'
  readonly diedOn: string | null
  readonly area: string
  readonly village: string | null
  readonly address: string | null
  readonly household: string | null
  readonly spouse: string | null
}

export type Place = {
  readonly area: string
  readonly village: string | null
  readonly address: string | null
}
export type Certificate = { readonly number: string; readonly issuedOn: string; readonly issuedBy: string }

/** What happened, without the number it gets; README.md lists the kinds. */
export type Happening = {
  readonly kind: string
  readonly personalId: string
  readonly on: string
  readonly [part: string]: unknown
}

export type Change = Happening & { readonly number: number; readonly recordedAt: string }

const columns =
  'number, former_number as formerNumber, full_name as fullName, sex, born, born_precision as bornPrecision, ' +
  'died_on as diedOn, area, village, address, household, spouse'

/** The register’s own books: residents, the changes in the order they were recorded, and the nonces of the last minutes. */
export function openStore(directory: string) {
  if (directory !== ':memory:') mkdirSync(directory, { recursive: true })
  const db = new DatabaseSync(directory === ':memory:' ? directory : join(directory, 'register.sqlite'))
  db.exec(`
    pragma journal_mode = wal; pragma synchronous = full;
    create table if not exists resident (number text primary key, former_number text, full_name text not null,
      sex text not null, born text not null, born_precision text not null, died_on text, area text not null,
      village text, address text, household text, spouse text);
    create index if not exists resident_former on resident (former_number) where former_number is not null;
    create table if not exists change (number integer primary key autoincrement, recorded_at text not null, body text not null);
    create table if not exists nonce (nonce text primary key, at integer not null);`)
  const insert = db.prepare(`insert into resident values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (number) do update set former_number = excluded.former_number, full_name = excluded.full_name,
      sex = excluded.sex, born = excluded.born, born_precision = excluded.born_precision, died_on = excluded.died_on,
      area = excluded.area, village = excluded.village, address = excluded.address, household = excluded.household,
      spouse = excluded.spouse`)
  const find = db.prepare(`select ${columns} from resident where number = ? or former_number = ? limit 1`)
  const at = db.prepare(`select ${columns} from resident where rowid >= ? order by rowid limit 1`)
  const append = db.prepare('insert into change (recorded_at, body) values (?, ?) returning number')
  const page = db.prepare(
    'select number, recorded_at as at, body from change where number > ? order by number limit ?',
  )
  const last = db.prepare('select coalesce(max(number), 0) as last from change')
  const forget = db.prepare('delete from nonce where at < ?')
  const remember = db.prepare('insert or ignore into nonce values (?, ?)')

  return {
    keep: (one: Resident) => {
      insert.run(
        one.number,
        one.formerNumber,
        one.fullName,
        one.sex,
        one.born,
        one.bornPrecision,
        one.diedOn,
        one.area,
        one.village,
        one.address,
        one.household,
        one.spouse,
      )
    },
    remove: (number: string) => void db.prepare('delete from resident where number = ?').run(number),
    find: (number: string) => find.get(number, number) as Resident | undefined,
    count: () => (db.prepare('select count(*) as count from resident').get() as { count: number }).count,
    /** The resident at a place in the books, or the next one; places run up to `places`. */
    at: (place: number) => at.get(place) as Resident | undefined,
    places: () =>
      (db.prepare('select coalesce(max(rowid), 0) as last from resident').get() as { last: number }).last,
    areas: () =>
      (db.prepare('select distinct area from resident order by area').all() as { area: string }[]).map(
        ({ area }) => area,
      ),
    /** On disk before anybody hears of it. */
    record: (happening: Happening, at: string): number =>
      (append.get(at, JSON.stringify(happening)) as { number: number }).number,
    changesAfter: (number: number, most: number): Change[] =>
      (page.all(number, most) as { number: number; at: string; body: string }[]).map((row) => ({
        ...(JSON.parse(row.body) as Happening),
        number: row.number,
        recordedAt: row.at,
      })),
    last: () => (last.get() as { last: number }).last,
    /** False where it was used before within the time in which signatures hold. */
    useNonce: (nonce: string, at: number, keptFor: number): boolean => {
      forget.run(at - keptFor)
      return remember.run(nonce, at).changes === 1
    },
    /** All of something, or nothing. */
    atOnce: <Result>(work: () => Result): Result => {
      db.exec('begin immediate')
      try {
        const result = work()
        db.exec('commit')
        return result
      } catch (error) {
        db.exec('rollback')
        throw error
      }
    },
    close: () => db.close(),
  }
}

export type Store = ReturnType<typeof openStore>
