import { sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import { civilDate, type Instant } from '#kernel/civil-date'
import type { CircumstanceKind, RelationKind } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Decision } from './server/decision.ts'

/** Two communes of the former Vĩnh Phúc in the list of 2022: thị trấn Tam Sơn and thị trấn Thổ Tang. */
export const tamSon = 8824
export const thoTang = 9112

type Fact = {
  readonly kind: CircumstanceKind
  readonly detail?: object
  readonly during?: string
  readonly recordedAt?: Instant
  readonly retractedAt?: Instant | null
}

/** A person with a home and facts, known since they were born unless said otherwise. */
export async function givenPerson(
  ctx: Ctx,
  {
    born = '1984-05-10',
    diedOn = null,
    areaId,
    facts = [],
  }: { born?: string; diedOn?: string | null; areaId: number; facts?: readonly Fact[] },
): Promise<string> {
  const id = randomUUIDv7()
  const db = ctx.db()
  const since = '2020-01-01T00:00:00Z'
  await sql`insert into people.person (id, full_name, sex, born, born_precision, died_on, home_area_id, name_key, plain_key, sort_key)
    values (${id}, 'Phùng Thị Mận', 'female', ${born}, 'day', ${diedOn}, ${areaId}, 'x', ' x ', 'x')`.execute(
    db,
  )
  await sql`insert into people.person_version (person_id, full_name, sex, born, born_precision, died_on, source, recorded_at)
    values (${id}, 'Phùng Thị Mận', 'female', ${born}, 'day', ${diedOn}, 'test', ${since})`.execute(db)
  await sql`insert into people.residence (person_id, area_id, during, source, recorded_at)
    values (${id}, ${areaId}, daterange(${born}, null), 'test', ${since})`.execute(db)
  for (const fact of facts) await givenFact(ctx, id, fact)
  return id
}

export async function givenFact(
  ctx: Ctx,
  personId: string,
  { kind, detail = {}, during = '[2020-01-01,)', recordedAt, retractedAt = null }: Fact,
) {
  await sql`insert into people.circumstance (person_id, kind, detail, during, source, recorded_at, retracted_at)
    values (${personId}, ${kind}, ${JSON.stringify(detail)}::jsonb, ${during}::daterange, 'test',
      ${recordedAt ?? '2020-01-01T00:00:00Z'}, ${retractedAt})`.execute(ctx.db())
}

export async function givenRelation(
  ctx: Ctx,
  personId: string,
  kind: RelationKind,
  otherId: string,
  detail: object = {},
) {
  await sql`insert into people.relation (person_id, other_id, kind, detail, during, source, recorded_at)
    values (${personId}, ${otherId}, ${kind}, ${JSON.stringify(detail)}::jsonb, '[2010-01-01,)', 'test', '2020-01-01T00:00:00Z')`.execute(
    ctx.db(),
  )
}

export const severe: Fact = {
  kind: 'disability',
  detail: { level: 'severe', types: ['sight'], issuedOn: '2020-01-01' },
}

let count = 0
/** A decision of the chair of a commune. */
export function decided(areaId: number, differing: Partial<Decision> = {}): Decision {
  count++
  return {
    number: `${count}/QĐ-UBND`,
    signedOn: civilDate('2022-03-10'),
    signerTitle: 'Chủ tịch UBND xã',
    areaId,
    ...differing,
  }
}

/** A poor household with one member. */
export async function givenPoorHousehold(ctx: Ctx, personId: string) {
  const id = randomUUIDv7()
  await sql`insert into people.household (id, code) values (${id}, ${id})`.execute(ctx.db())
  await sql`insert into people.membership (household_id, person_id, relation_to_head, during, source, recorded_at)
    values (${id}, ${personId}, 'head', '[2020-01-01,)', 'test', '2020-01-01T00:00:00Z')`.execute(ctx.db())
  await sql`insert into people.circumstance (household_id, kind, detail, during, source, recorded_at)
    values (${id}, 'poverty', '{"level":"poor","year":2022}', '[2020-01-01,)', 'test', '2020-01-01T00:00:00Z')`.execute(
    ctx.db(),
  )
}
