import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Period } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import type { Certificate } from '../domain/certificates.ts'

/** The certificates of disability the register holds of these people, as known today. */
export async function listCertificates(
  ctx: Ctx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Certificate[]>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{ personId: string; during: Period; issuedOn: CivilDate | null }>`
    select person_id, during, coalesce(detail ->> 'issuedOn', evidence ->> 'issuedOn') as issued_on
    from people.public_fact
    where person_id = any(${[...personIds]}::uuid[]) and kind = 'disability' and retracted_at is null
    order by person_id, during`.execute(ctx.db())
  const certificates = new Map<string, Certificate[]>()
  for (const { personId, ...certificate } of rows)
    certificates.set(personId, [...(certificates.get(personId) ?? []), certificate])
  return certificates
}
