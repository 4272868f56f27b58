import type { ClientBase } from 'pg'
import type { CivilDate } from '#kernel/civil-date'

/**
 * Everybody married on a day: the ids of the two of each couple, sixteen bytes and sixteen bytes, couple after couple. So
 * those of a nation need little room. The client belongs to the caller and already acts as somebody.
 */
export async function readCouples(client: ClientBase, day: CivilDate): Promise<Buffer> {
  const { rows } = await client.query<{ pairs: Buffer | null }>(
    `select string_agg(uuid_send(person_id) || uuid_send(other_id), ''::bytea order by id) as pairs
     from people.relation where kind = 'spouse_of' and retracted_at is null and during @> $1::date`,
    [day],
  )
  return rows[0]?.pairs ?? Buffer.alloc(0)
}
