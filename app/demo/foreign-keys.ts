import type { Client } from 'pg'

/**
 * Asks of no row in these schemas whether what it points to is there, until it is asked of all of them at once, by one join
 * instead of a look-up for each. Whoever is broken off in between leaves a demonstration that has to be made anew.
 */
export function trustForeignKeys(owner: Client, schemas: readonly string[]) {
  return alter(owner, 'not enforced', { conenforced: true, schemas })
}

/** Asks it of all rows there are, and of each to come; refuses where one points to nothing. */
export function enforceForeignKeys(owner: Client) {
  return alter(owner, 'enforced', { conenforced: false, schemas: null })
}

async function alter(
  owner: Client,
  how: 'enforced' | 'not enforced',
  { conenforced, schemas }: { readonly conenforced: boolean; readonly schemas: readonly string[] | null },
) {
  const { rows } = await owner.query<{ statement: string }>(
    `select format('alter table %s alter constraint %I ${how}', conrelid::regclass, conname) as statement
    from pg_constraint where contype = 'f' and conparentid = 0 and conenforced = $1
      and ($2::text[] is null or connamespace = any($2::text[]::regnamespace[])) order by 1`,
    [conenforced, schemas],
  )
  await owner.query(rows.map(({ statement }) => statement).join('; '))
}
