import { DatabaseSync } from 'node:sqlite'
import { sha256, type Counter, type Receipt } from '../transport.ts'

export type PostOfficeSettings = {
  readonly path: string
  readonly day: string
  /** One payee in so many does not come for the money; 0 when all come. */
  readonly unclaimed: number
}

const heads = 'ma_lenh,nguoi_nhan,hinh_thuc,ngan_hang,so_tai_khoan,diem_chi,don_vi,so_tien'

/** A post office that hands cash out: takes lists, and tells at the end of a day who got the money and who did not come. */
export function openPostOffice({ path, day, unclaimed }: PostOfficeSettings): Counter {
  const db = new DatabaseSync(path)
  db.exec(`
    pragma journal_mode = wal; pragma synchronous = full;
    create table if not exists list (id text primary key, sha256 text not null, state text not null);
    create table if not exists "order" (reference text primary key, list_id text not null, amount integer not null, number integer not null);
    create table if not exists answer (name text primary key, text text not null, number integer not null);
    create table if not exists refund (reference text primary key, amount integer not null, state text not null);
    create table if not exists clock (day text not null);`)
  const today = () => (db.prepare('select day from clock').get() as { day: string } | undefined)?.day
  if (!today()) db.prepare('insert into clock values (?)').run(day)

  const receive = (_name: string, bytes: Buffer): Receipt => {
    const hash = sha256(bytes)
    const read = readList(bytes.toString('utf8'))
    if (typeof read === 'string') return { status: 400, message: read }
    const known = db.prepare('select sha256 from list where id = ?').get(read.id) as
      { sha256: string } | undefined
    if (known)
      return known.sha256 === hash
        ? { status: 200, message: `${read.id} is here already` }
        : { status: 409, message: `Another list is called ${read.id}` }
    db.exec('begin immediate')
    try {
      db.prepare('insert into list values (?, ?, ?)').run(read.id, hash, 'open')
      const insert = db.prepare('insert into "order" values (?, ?, ?, ?)')
      for (const [index, { reference, amount }] of read.orders.entries())
        insert.run(reference, read.id, amount, index + 1)
      db.exec('commit')
    } catch (error) {
      db.exec('rollback')
      return { status: 409, message: String(error) }
    }
    return { status: 202, message: `${read.id}: ${read.orders.length} orders` }
  }

  const closeDay = () => {
    const lists = db.prepare(`select id from list where state = 'open' order by id`).all() as { id: string }[]
    const names = lists.map(({ id }) => {
      const orders = db.prepare('select * from "order" where list_id = ? order by number').all(id) as {
        reference: string
        amount: number
        number: number
      }[]
      const rows = orders.map(({ reference, amount, number }) => {
        const stays = unclaimed > 0 && number % unclaimed === 0
        return `${reference},${stays ? 'chua_linh' : 'da_chi'},${amount},${today()},${stays ? 'Không đến lĩnh' : ''},BD-${reference}`
      })
      const sum = orders.reduce((total, { amount }) => total + amount, 0)
      const name = `${id}-tra-loi.csv`
      const text = `TRALOI,BD-${id},${id}\r\nma_lenh,ket_qua,so_tien,ngay,ly_do,ma_tham_chieu\r\n${rows.map((row) => `${row}\r\n`).join('')}TONG,${orders.length},${sum}\r\n`
      db.exec('begin immediate')
      db.prepare('insert into answer select ?, ?, count(*) from answer').run(name, text)
      db.prepare(`update list set state = 'told' where id = ?`).run(id)
      db.exec('commit')
      return name
    })
    names.push(...giveBack())
    db.prepare('update clock set day = ?').run(Temporal.PlainDate.from(today()!).add({ days: 1 }).toString())
    return names
  }

  /** Tells of money that went back to the treasury since yesterday, a file for each code it was asked by. */
  const giveBack = () => {
    const open = db.prepare(`select reference, amount from refund where state = 'open' order by reference`)
    return (open.all() as { reference: string; amount: number }[]).map(({ reference, amount }) => {
      const name = `${reference}-hoan-tra.csv`
      const text = `TRALOI,BD-${reference},${reference}\r\nma_lenh,ket_qua,so_tien,ngay,ly_do,ma_tham_chieu\r\n${reference},da_hoan_tra,${amount},${today()},,BD-${reference}\r\nTONG,1,${amount}\r\n`
      db.exec('begin immediate')
      db.prepare('insert into answer select ?, ?, count(*) from answer').run(name, text)
      db.prepare(`update refund set state = 'done' where reference = ?`).run(reference)
      db.exec('commit')
      return name
    })
  }

  return {
    receive,
    closeDay,
    listAnswers: () =>
      (db.prepare('select name from answer order by number').all() as { name: string }[]).map(
        ({ name }) => name,
      ),
    readAnswer: (name) =>
      (db.prepare('select text from answer where name = ?').get(name) as { text: string } | undefined)?.text,
    other: (method, path, body) => {
      if (method !== 'POST' || path !== '/refunds/') return undefined
      const { reference, amount } = JSON.parse(body.toString()) as { reference: string; amount: number }
      db.prepare(`insert into refund values (?, ?, 'open') on conflict do nothing`).run(reference, amount)
      return { status: 202, body: { reference } }
    },
  }
}

/** Reads a list of orders; a text says what is wrong with it. */
function readList(text: string): { id: string; orders: { reference: string; amount: number }[] } | string {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter(Boolean)
  if (rows[0] !== heads) return 'The columns are others'
  const last = rows.at(-1)!.split(',')
  if (last[0] !== 'TONG') return 'No line TONG'
  const orders = rows
    .slice(1, -1)
    .map((row) => ({ reference: row.split(',')[0]!, amount: Number(row.slice(row.lastIndexOf(',') + 1)) }))
  const sum = orders.reduce((total, { amount }) => total + amount, 0)
  if (orders.some(({ amount }) => !Number.isSafeInteger(amount) || amount <= 0)) return 'An amount is none'
  if (last[2] !== String(orders.length) || last.at(-1) !== String(sum)) return 'The sums are others'
  return { id: last[1]!, orders }
}
