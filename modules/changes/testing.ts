import { sql } from 'kysely'
import { civilDate } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { areaIdsWithin } from '#modules/geography'
import { recordMembership } from '#modules/people'
import type { World } from '#testing/world'
import { decided, givenPerson, severe } from '../entitlement/testing.ts'
import type { z } from 'zod'
import * as api from './contract.ts'

/** Xã Tam Sơn, Xã Thổ Tang and Xã Sông Lô, as they have been since July 2025. */
export const tamSon = 250708824
export const thoTang = 250709112
export const songLo = 250708848

const reading = ['changes.read', 'applications.read', 'people.read', 'people.read_confidential']

/** The officer who asks for changes in a commune, and the chair who decides. */
export async function deskOf(world: World, areaId = tamSon): Promise<{ officer: World; chair: World }> {
  const where = { areaId, areaIds: [...(await areaIdsWithin(world.ctx, areaId))] }
  return {
    officer: world.as({
      ...where,
      userId: '0197f000-0000-7000-8000-0000000000a1',
      name: 'Nguyễn Thị Lan',
      can: [...reading, 'changes.record', 'applications.handle', 'people.record'],
    }),
    chair: world.as({
      ...where,
      userId: '0197f000-0000-7000-8000-0000000000a2',
      name: 'Trần Văn Thành',
      can: [...reading, 'changes.approve', 'applications.sign'],
    }),
  }
}

/** A woman of Tam Sơn with a severe disability and the allowance for it. */
export async function givenRecipient(world: World, number?: string): Promise<string> {
  const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
  await grantAwards(world.ctx, [
    { personId, benefit: 'monthly_allowance', decision: decided(tamSon), from: '2022-03' as never },
  ])
  if (number)
    await sql`insert into people.identifier (person_id, kind, number, source) values (${personId}, 'personal_id', ${number}, 'test')`.execute(
      world.ctx.db(),
    )
  return personId
}

const since2021 = { from: civilDate('2021-01-01'), source: 'test' }

/** Has somebody head a household, with these as their children. */
export async function givenHousehold(
  world: World,
  head: string,
  ...others: readonly string[]
): Promise<string> {
  const { householdId } = await recordMembership(world.ctx, {
    ...since2021,
    personId: head as never,
    isHead: true,
    relationToHead: 'chủ hộ',
  })
  await joinHousehold(world, householdId, ...others)
  return householdId
}

export async function joinHousehold(world: World, householdId: string, ...others: readonly string[]) {
  for (const personId of others)
    await recordMembership(world.ctx, {
      ...since2021,
      personId: personId as never,
      householdId,
      isHead: false,
      relationToHead: 'con',
    })
}

export const paper = { document: 'Giấy xác nhận khuyết tật', number: '12/GXN' }

/** Asks for a change with a paper. */
export async function ask(
  officer: World,
  personId: string,
  change: z.input<typeof api.Change>,
): Promise<string> {
  const { id } = await officer.call(api.openRequest, {
    personId: personId as never,
    change,
    evidence: paper,
    requestId: crypto.randomUUID(),
  })
  return id
}

export function decide(chair: World, id: string, step: 'approve' | 'reject' | 'send_back', note?: string) {
  return chair.call(api.decideRequest, { id, step, ...(note && { note }), requestId: crypto.randomUUID() })
}
