import { sql, type RawBuilder } from 'kysely'
import { newId } from '#kernel/chance'
import { civilDate, type Instant, instant } from '#kernel/civil-date'
import { openFound, openRequest, type ChangeToRecord } from '#modules/changes'
import { areaIdsWithin } from '#modules/geography'
import { permissionsOf } from '#modules/identity'
import type { Actor, Ctx } from '#platform/server/context'
import type { At } from './write-rights.ts'

type Waiting = {
  readonly at: (moment: Instant, actor?: Actor) => At
  readonly commune: number
  readonly through: Instant
}

/** What waits in the list of changes of the commune of the accounts: asked for by its officer, or told by the population register. */
export async function leaveChanges({ at, commune, through }: Waiting) {
  const officer = await at(through)((ctx) => officerOf(ctx, commune))
  await at(instant('2026-11-16T08:20:00Z'))(async (ctx) => {
    const personId = await oneOf(ctx, commune, headOfSeveral)
    if (personId)
      await openFound(ctx, [
        {
          personId,
          change: { kind: 'death', diedOn: civilDate('2026-11-12') },
          evidence: null,
          because: 'another_person',
        },
      ])
  })
  await at(instant('2026-11-18T02:40:00Z'), officer)((ctx) => ask(ctx, commune, worse))
  await at(instant('2026-11-19T03:05:00Z'), officer)((ctx) => ask(ctx, commune, another))
}

type Meant = { readonly personId: string; readonly otherId: string | null }
type Asked = {
  readonly of: RawBuilder<Meant>
  readonly change: (otherId: string | null) => ChangeToRecord
  readonly evidence: { readonly document: string; readonly number: string }
  readonly reason: string
}

/** A degree that has become worse. */
const worse: Asked = {
  of: sql`
    select award.person_id, null::uuid as other_id from entitlement.award as award
    join people.person on person.id = award.person_id and person.died_on is null
    join people.circumstance as fact on fact.person_id = person.id and fact.kind = 'disability'
      and fact.retracted_at is null and upper_inf(fact.during) and fact.detail ->> 'level' = 'severe'
    where award.benefit = 'monthly_allowance' and upper_inf(award.during) and award.retracted_at is null`,
  change: () => ({
    kind: 'disability',
    level: 'exceptionally_severe',
    types: ['mobility'],
    certificate: '41/GXN-KT',
    issuedOn: civilDate('2026-11-13'),
  }),
  evidence: { document: 'Giấy xác nhận khuyết tật', number: '41/GXN-KT' },
  reason: 'Hội đồng xác định lại mức độ khuyết tật ngày 13/11/2026',
}

/** A child with another guardian: somebody of age of the same household. */
const another: Asked = {
  of: sql`
    select child.id as person_id, adult.id as other_id from people.person as child
    join entitlement.award on award.person_id = child.id and upper_inf(award.during) and award.retracted_at is null
    join people.membership as own on own.person_id = child.id and own.retracted_at is null and upper_inf(own.during)
    join people.membership as beside on beside.household_id = own.household_id and beside.retracted_at is null
      and upper_inf(beside.during)
    join people.person as adult on adult.id = beside.person_id and adult.born < '1990-01-01' and adult.died_on is null
    where child.born > '2011-01-01' and child.died_on is null`,
  change: (otherId) => ({
    kind: 'guardian',
    guardianId: otherId,
    from: civilDate('2026-11-17'),
    until: null,
    receives: true,
  }),
  evidence: { document: 'Trích lục đăng ký giám hộ', number: '07/TLGH' },
  reason: 'Cha mẹ đi làm xa, người thân nhận giám hộ',
}

const headOfSeveral = sql<Meant>`
  select head.person_id, null::uuid as other_id from people.membership as head
  join people.person on person.id = head.person_id and person.died_on is null and person.born < '1970-01-01'
  join people.membership as other on other.household_id = head.household_id and other.person_id <> head.person_id
    and other.retracted_at is null and upper_inf(other.during)
  where head.is_head and head.retracted_at is null and upper_inf(head.during)`

async function ask(ctx: Ctx, commune: number, { of, change, evidence, reason }: Asked) {
  const [found] = await listed(ctx, commune, of)
  if (!found) return
  const { personId, otherId } = found
  await openRequest(ctx, { personId, change: change(otherId), evidence, reason, requestId: newId() })
}

async function oneOf(ctx: Ctx, commune: number, of: RawBuilder<Meant>): Promise<string | undefined> {
  return (await listed(ctx, commune, of))[0]?.personId
}

/** The first of those meant who lives in the commune, the same in every demonstration of one seed. */
async function listed(ctx: Ctx, commune: number, of: RawBuilder<Meant>) {
  const { rows } = await sql<Meant>`
    select meant.person_id, meant.other_id from (${of}) as meant
    join people.person on person.id = meant.person_id
    join geography.area_within on area_id = home_area_id and within_id = ${commune}
    order by meant.person_id, meant.other_id limit 1`.execute(ctx.db())
  return rows
}

async function officerOf(ctx: Ctx, commune: number): Promise<Actor> {
  const { rows } = await sql<{ userId: string; name: string }>`
    select id as user_id, name from identity.user where username = 'canbo'`.execute(ctx.db())
  const [officer] = rows
  if (!officer) throw new Error('The demonstration has no officer of the commune')
  return {
    ...officer,
    areaId: commune,
    areaIds: [...(await areaIdsWithin(ctx, commune))],
    permissions: permissionsOf('commune_officer'),
  }
}
