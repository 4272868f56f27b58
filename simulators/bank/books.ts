import { DatabaseSync } from 'node:sqlite'

/** What the bank writes down: messages, orders and refunds it took, the account with its own calendar, and its answers. */
export function openBooks({ path, funds, day }: { path: string; funds: number; day: string }) {
  const db = new DatabaseSync(path)
  db.exec(`
    pragma journal_mode = wal; pragma synchronous = full;
    create table if not exists message (id text primary key, sha256 text not null, generation text not null);
    create table if not exists "order" (reference text primary key, message_id text not null, account text not null,
      name text not null, amount integer not null, state text not null);
    create table if not exists answer (name text primary key, text text not null, number integer not null);
    create table if not exists refund (reference text primary key, amount integer not null, state text not null);
    create table if not exists account (balance integer not null, day text not null, number integer not null);`)
  const found = () =>
    db.prepare('select balance, day, number from account').get() as
      { balance: number; day: string; number: number } | undefined
  if (!found()) db.prepare('insert into account values (?, ?, 0)').run(funds, day)
  const own = () => found()! // Written above.

  return {
    db,
    own,
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
    nextNumber: (): number => {
      db.exec('update account set number = number + 1')
      return own().number
    },
    tell: (name: string, text: string) =>
      void db.prepare('insert into answer select ?, ?, count(*) from answer').run(name, text),
    listAnswers: () =>
      (db.prepare('select name from answer order by number').all() as { name: string }[]).map(
        ({ name }) => name,
      ),
    readAnswer: (name: string) =>
      (db.prepare('select text from answer where name = ?').get(name) as { text: string } | undefined)?.text,
  }
}
