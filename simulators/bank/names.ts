import type { DatabaseSync } from 'node:sqlite'

type Answer = { status: number; body: unknown }

/** Whose account it is: what a bank looks up before every transfer, here and at other banks («truy vấn tên tài khoản»). */
export function openNames(db: DatabaseSync) {
  db.exec(
    `create table if not exists holder (account text primary key, name text not null, state text not null)`,
  )
  const open = db.prepare(`
    insert into holder values (?, ?, ?) on conflict (account) do update set name = excluded.name, state = excluded.state`)
  const find = db.prepare('select name, state from holder where account = ?')
  return {
    /** Opens an account in somebody’s name, as banks write names. */
    open: (account: string, name: string, state = 'open') =>
      void open.run(account, asBanksWrite(name), state),
    answer(method: string, path: string, body: Buffer): Answer | undefined {
      const account = method === 'PUT' && /^\/holders\/(.+)$/.exec(path)?.[1]
      if (account) {
        const { name, state } = JSON.parse(body.toString()) as { name: string; state?: string }
        this.open(account, name, state)
        return { status: 200, body: {} }
      }
      if (method !== 'POST' || path !== '/name-inquiries/') return undefined
      const asked = JSON.parse(body.toString()) as { account?: unknown }
      const holder = find.get(String(asked.account)) as { name: string; state: string } | undefined
      return holder
        ? { status: 200, body: { holder: holder.name, state: holder.state } }
        : { status: 404, body: { result: 'unknown' } }
    },
  }
}

function asBanksWrite(name: string) {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toUpperCase()
}
