import { sql } from 'kysely'
import { civilDate, month } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { setChannels } from '#modules/payroll'
import { recordMembership } from '#modules/people'
import type { World } from '#testing/world'
import { decided, givenPerson, givenRelation } from '../../entitlement/testing.ts'
import { communes } from '../../people/testing.ts'
import { PersonId } from '../../people/contract.ts'
import type { RuleId } from '../contract.ts'

/** One case of a rule: whom it has to find with what, or whom it must not. */
export type Case = readonly [
  what: string,
  rule: RuleId,
  given: (world: World) => Promise<string | { not: string }>,
  found?: object,
]

export const { tamSon, songLo } = communes
let accounts = 0
export const newAccount = () =>
  ({ method: 'account', bank: 'Agribank', account: `26002051234${++accounts}` }) as const

/** Somebody the rule must not find. */
export async function none(made: Promise<string>): Promise<{ not: string }> {
  return { not: await made }
}

export type Given = Omit<Parameters<typeof givenPerson>[1], 'areaId'> & { areaId?: number }

/** Somebody of Tam Sơn without a village. */
export function given(world: World, { areaId = tamSon, ...differing }: Given = {}) {
  return givenPerson(world.ctx, { areaId, ...differing })
}

export async function awarded(world: World, differing: Given, paidIn: number = differing.areaId ?? tamSon) {
  const id = await given(world, differing)
  await grant(world, id, paidIn)
  return id
}

export async function grant(world: World, personId: string, areaId: number = tamSon, payeeId?: string) {
  await grantAwards(world.ctx, [
    {
      personId,
      benefit: 'social_pension',
      from: month('2025-07'),
      decision: decided(areaId),
      ...(payeeId && { payeeId }),
    },
  ])
}

export async function paidTo(world: World, payeeDied: string | null) {
  const id = await given(world, { born: '1940-01-01' })
  const payee = await given(world, { born: '1970-01-01', diedOn: payeeDied })
  await grant(world, id, tamSon, payee)
  return id
}

export async function withParent(
  world: World,
  parentBorn: string,
  childBorn: string,
  parentIn: number = tamSon,
) {
  const child = await given(world, { born: childBorn })
  const parent = await given(world, { born: parentBorn, areaId: parentIn })
  await givenRelation(world.ctx, parent, 'parent_of', child)
  return child
}

export async function sharing(world: World, how: 'strangers' | 'mother' | 'household') {
  const id = await awarded(world, { born: '1940-01-01' })
  const other = await given(world, { born: '1970-01-01' })
  const channel = newAccount()
  await setChannels(
    world.ctx,
    [id, other].map((personId) => ({ personId, channel })),
  )
  if (how === 'mother') await givenRelation(world.ctx, id, 'parent_of', other)
  if (how === 'household') {
    const { householdId } = await joined(world, id, { isHead: true })
    await joined(world, other, { householdId })
  }
  return id
}

export async function household(world: World, { headDied = false }) {
  const head = await given(world, { born: '1950-01-01', diedOn: headDied ? '2026-05-01' : null })
  const id = await given(world, { born: '1980-01-01' })
  const { householdId } = await joined(world, head, { isHead: true })
  await joined(world, id, { householdId })
  return id
}

export function joined(
  world: World,
  id: string,
  { isHead = false, householdId }: { isHead?: boolean; householdId?: string },
) {
  return recordMembership(world.ctx, {
    personId: PersonId.parse(id),
    isHead,
    ...(householdId && { householdId }),
    relationToHead: isHead ? 'chủ hộ' : 'con',
    from: civilDate('2020-01-01'),
    source: 'Sổ hộ khẩu',
  })
}

/** Somebody with an award in a household on the list of a year. */
export async function poor(world: World, from: string, year: number, areaId: number = tamSon) {
  const id = await awarded(world, { born: '1940-01-01', areaId })
  const { householdId } = await joined(world, id, { isHead: true })
  await sql`insert into people.circumstance (household_id, kind, detail, during, source, recorded_at)
    values (${householdId}, 'poverty', ${JSON.stringify({ level: 'poor', year })}::jsonb,
      daterange(${from}, ${`${year + 1}-01-01`}), 'test', '2020-01-01T00:00:00Z')`.execute(world.ctx.db())
  return id
}
