import { sql } from 'kysely'
import { expect } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { recordDeath, undoDeath } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import { test, type World } from '#testing/world'
import { givenPerson } from '../../entitlement/testing.ts'
import { proposeRecovery } from '../db/recoveries.ts'
import { withdrawFromMerge } from './recover-paid-twice.ts'
import { unsettleDeath } from './unsettle.ts'

const areaId = 250708824

test('where a death was none, nothing is to come back: what is proposed goes, what is decided is held', async ({
  world,
}) => {
  const [proposed, planned] = [await givenAskedBack(world, 'died'), await givenAskedBack(world, 'died')]
  await decided(world, planned)
  for (const personId of [proposed, planned]) {
    const who = { personId: PersonId.parse(personId) }
    await recordDeath(world.ctx, { ...who, diedOn: civilDate('2026-09-15'), source: 'Khai tử' })
    await undoDeath(world.ctx, { ...who, formerHeadBecomes: 'chủ hộ cũ', source: 'Xác nhận còn sống' })
  }
  const told = world.events.filter(({ type }) => type === 'people.death_undone')
  expect(told).toHaveLength(2)
  for (const event of told) await unsettleDeath(world.ctx, event)
  expect(await askedBackOf(world, [proposed, planned])).toEqual([
    { personId: planned, heldBecause: expect.stringContaining('còn sống') },
  ])
})

test('where two records are two people after all, the same', async ({ world }) => {
  const [proposed, planned] = [
    await givenAskedBack(world, 'paid_twice'),
    await givenAskedBack(world, 'paid_twice'),
  ]
  await decided(world, planned)
  for (const mergedId of [proposed, planned])
    await withdrawFromMerge(world.ctx, { type: 'duplicates.parted', mergedId })
  expect(await askedBackOf(world, [proposed, planned])).toEqual([
    { personId: planned, heldBecause: expect.stringContaining('hai người') },
  ])
})

async function givenAskedBack({ ctx }: World, cause: 'died' | 'paid_twice'): Promise<string> {
  const personId = await givenPerson(ctx, { areaId })
  await proposeRecovery(ctx, { personId, personName: 'Phùng Thị Mận', cause, areaId }, [
    {
      component: 'allowance',
      benefitMonth: month('2026-10'),
      amount: dong(810_000),
      programme: 'monthly_allowance',
    },
  ])
  return personId
}

async function decided({ ctx }: World, personId: string) {
  await sql`update payments.recovery set state = 'planned', plan = 'at_once', decision = '10/QĐ-UBND',
    decided_by = ${crypto.randomUUID()}, decided_name = 'Trần Văn Thành', decided_at = ${ctx.now}
    where person_id = ${personId}`.execute(ctx.db())
}

async function askedBackOf({ ctx }: World, personIds: readonly string[]) {
  const { rows } = await sql`select person_id, held_because from payments.recovery
    where person_id = any(${[...personIds]}::uuid[])`.execute(ctx.db())
  return rows
}
