import type { Client } from 'pg'

/**
 * Has nobody tidy up, or count, behind a demonstration that is still being written: what is looked through then grows again at
 * once, and what has to be counted is counted by whoever writes it. Where the making is broken off it stays so until it is made anew.
 */
export function pauseAutovacuum(owner: Client) {
  return alter(
    owner,
    'set (autovacuum_enabled = off)',
    `relnamespace = any('{people,entitlement,payroll,payments,applications}'::regnamespace[])`,
  )
}

/** From now on the tables are tidied up as any others. */
export function resumeAutovacuum(owner: Client) {
  return alter(owner, 'reset (autovacuum_enabled)', `reloptions @> '{autovacuum_enabled=off}'`)
}

async function alter(owner: Client, how: string, which: string) {
  const { rows } = await owner.query<{ statement: string }>(
    `select format('alter table %s ${how}', oid::regclass) as statement from pg_class
    where relkind = 'r' and ${which} order by 1`,
  )
  await owner.query(rows.map(({ statement }) => statement).join('; '))
}
