import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { month } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { test, type World } from '#testing/world'
import { decided, givenPerson, severe } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { staffOf, tamSon } from '../testing.ts'
import { wordsOf } from '../testing-decisions.ts'

describe('a new standard', () => {
  test('moves everybody on the rolls by one decision with a list (TRN-01)', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const people = [
      await givenRecipient(world),
      await givenRecipient(world),
      await givenRecipient(world, '2026-09-12'),
    ]
    const asked = { areaId: tamSon, benefit: 'monthly_allowance' } as const
    const preview = await officer.call(api.previewBatch, asked)
    // 500.000 and 540.000 times 1,5, from July; November is not over, and whoever died has their months.
    expect(preview).toMatchObject({
      from: '2026-07',
      totals: {
        people: 3,
        unchanged: 0,
        before: 2_250_000,
        after: 1_620_000,
        arrears: 2 * 240_000 + 180_000,
      },
    })
    const { id } = await officer.call(api.draftBatch, {
      ...asked,
      reason: 'Khoản 3 Điều 32.',
      requestId: crypto.randomUUID(),
    })
    const { paper } = await chair.call(api.showBatchPaper, { id })
    expect(paper).toMatchObject({ draft: 'DỰ THẢO', annexes: [{ isLandscape: true }] })

    await expect(officer.call(api.signBatch, { id, requestId: crypto.randomUUID() })).rejects.toMatchObject({
      status: 403,
    })
    const input = { id, requestId: crypto.randomUUID() }
    const signed = await chair.call(api.signBatch, input)
    expect(signed.number).toBe('01/QĐ-UBND')
    expect(await chair.call(api.signBatch, input)).toEqual(signed)
    expect(await wordsOf(world, signed.documentId)).toContain(
      'điều chỉnh mức trợ cấp xã hội hằng tháng đối với 3 người',
    )
    const { rows } = await sql`
      select conversion.person_id, decision.kind, decision.person_id as alone, before::int, after::int, arrears::int
      from entitlement.conversion join entitlement.decision on decision.id = decision_id
      order by person_id`.execute(world.ctx.db())
    expect(rows).toEqual(
      people.toSorted().map((personId) => ({
        personId,
        kind: 'convert',
        alone: null,
        before: 750_000,
        after: personId === people[2] ? null : 810_000,
        arrears: personId === people[2] ? 180_000 : 240_000,
      })),
    )
    // Whoever was moved is moved: there is no second list of them.
    expect(await officer.call(api.previewBatch, asked)).toMatchObject({ totals: { people: 0, unchanged: 3 } })
    const again = { ...asked, reason: 'Lần nữa.', requestId: crypto.randomUUID() }
    await expect(officer.call(api.draftBatch, again)).rejects.toThrow('applications.batch_empty')
    expect((await chair.call(api.listIssued, {})).rows).toMatchObject([
      { number: '01/QĐ-UBND', personId: null },
    ])
  })

  test('is drafted again where somebody has changed meanwhile, and empty where nobody is moved', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const asked = { areaId: tamSon, benefit: 'monthly_allowance', reason: 'Khoản 3 Điều 32.' } as const
    await expect(officer.call(api.draftBatch, { ...asked, requestId: crypto.randomUUID() })).rejects.toThrow(
      'applications.batch_empty',
    )
    await givenRecipient(world)
    const { id } = await officer.call(api.draftBatch, { ...asked, requestId: crypto.randomUUID() })
    await givenRecipient(world)
    await expect(chair.call(api.signBatch, { id, requestId: crypto.randomUUID() })).rejects.toThrow(
      'applications.facts_changed',
    )
    const again = await officer.call(api.draftBatch, { ...asked, requestId: crypto.randomUUID() })
    await expect(chair.call(api.signBatch, { id, requestId: crypto.randomUUID() })).rejects.toThrow(
      'applications.batch_settled',
    )
    await chair.call(api.returnBatch, { id: again.id, reason: 'Xem lại.', requestId: crypto.randomUUID() })
    expect((await officer.call(api.listBatches, {})).batches.map(({ state }) => state)).toEqual([
      'returned',
      'returned',
    ])
  })
})

test('whoever moved away is not on the list, and is named with the reason', async ({ world }) => {
  const { officer, chair } = await staffOf(world)
  await givenRecipient(world)
  const gone = await givenRecipient(world)
  await sql`update people.person set home_area_id = 250709112 where id = ${gone}`.execute(world.ctx.db())
  const asked = { areaId: tamSon, benefit: 'monthly_allowance' } as const
  const leftOut = [
    { personId: gone, fullName: 'Phùng Thị Mận', why: 'moved_away', home: 'Xã Thổ Tang, Tỉnh Phú Thọ' },
  ]
  expect(await officer.call(api.previewBatch, asked)).toMatchObject({ totals: { people: 1 }, leftOut })
  const { id } = await officer.call(api.draftBatch, {
    ...asked,
    reason: 'Khoản 3 Điều 32.',
    requestId: crypto.randomUUID(),
  })
  expect(await chair.call(api.getBatch, { id })).toMatchObject({ batch: { totals: { people: 1 } }, leftOut })
  const { documentId } = await chair.call(api.signBatch, { id, requestId: crypto.randomUUID() })
  expect(await wordsOf(world, documentId)).toContain('đối với 1 người')
})

async function givenRecipient(world: World, diedOn: string | null = null): Promise<string> {
  const personId = await givenPerson(world.ctx, { areaId: tamSon, diedOn, facts: [severe] })
  await grantAwards(world.ctx, [
    {
      personId,
      benefit: 'monthly_allowance',
      from: month('2022-03'),
      decision: decided(tamSon, { source: 'test' }),
    },
  ])
  return personId
}
