import type { Client } from 'pg'

/**
 * Takes away the indexes of tables of people and the rules that rest on them, and says how to bring them back: an index made
 * of many rows at once costs a fraction of one they enter singly. Where most rows are there already, only the indexes of
 * words are worth it. Which ties between people contradict each other is looked up by those indexes, and asked of none of so
 * many: a small demonstration is asked. All in the transaction around it, so that nobody ever meets the tables without.
 */
export async function setIndexesAside(
  owner: Client,
  { tables, isMost }: { readonly tables: readonly string[]; readonly isMost: boolean },
): Promise<() => Promise<void>> {
  const { rows } = await owner.query<{ away: string; back: string }>(
    `with tables as (select unnest($2::text[])::regclass as oid)
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as away,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
    from pg_constraint where contype = 'x' and $1 and conrelid in (select oid from tables)
    union all
    select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    from pg_index join pg_class on pg_class.oid = indexrelid join pg_am on pg_am.oid = relam
    where indrelid in (select oid from tables) and (amname = 'gin' or $1)
      and not exists (select from pg_constraint where conindid = indexrelid)
    union all
    select format('alter table %s disable trigger %I', tgrelid::regclass, tgname),
      format('alter table %s enable trigger %I', tgrelid::regclass, tgname)
    from pg_trigger where tgfoid = 'people.assert_ties'::regproc and tgrelid in (select oid from tables)
    order by 1`,
    [isMost, tables],
  )
  for (const { away } of rows) await owner.query(away)
  return async () => {
    for (const { back } of rows) await owner.query(back)
  }
}
