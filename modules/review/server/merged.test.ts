import { expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { joinAwards, partAwards, planJoin } from '#modules/entitlement'
import { mergeRecords, undoMerge } from '#modules/people'
import { reviewSubscribers } from '#modules/review'
import { test, type World } from '#testing/world'
import * as api from '../contract.ts'
import { givenReview, look, say } from '../testing.ts'

test('whoever was merged into another is met once: their record leaves the list at once, and comes back when it is parted', async ({
  world,
}) => {
  const { lan, partId, personIds } = await givenReview(world, 3)
  const plan = await planJoin(world.ctx, [personIds[0]!, personIds[1]!])
  const { keptId, mergedId } = plan
  const merge = { keptId, mergedId, take: [], standsUntil: civilDate('2026-12-01'), source: 'Gộp hồ sơ' }
  const { mergeId } = await mergeRecords(world.ctx, merge)
  await joinAwards(world.ctx, plan)
  await hear(world, 'merged', plan)

  const page = await look(lan, partId)
  expect(page.part.counts).toMatchObject({ total: 2, waiting: 2 })
  expect(page.rows.find(({ personId }) => personId === mergedId)).toMatchObject({
    isMerged: true,
    leftOn: '2026-11-23',
  })
  expect((await look(lan, partId, { state: 'waiting' })).rows.map(({ personId }) => personId)).not.toContain(
    mergedId,
  )
  const take = { partId, village: null, device: 'Máy bảng 1', requestId: crypto.randomUUID() }
  expect((await lan.call(api.takeList, take)).rows.map(({ personId }) => personId)).not.toContain(mergedId)

  await partAwards(world.ctx, await undoMerge(world.ctx, { mergeId, formerHeadBecomes: 'chủ hộ cũ' }))
  await hear(world, 'parted', plan)
  expect((await look(lan, partId)).part.counts).toMatchObject({ total: 3, waiting: 3 })
})

test('what was found of somebody before they left counts on', async ({ world }) => {
  const { lan, partId, personIds } = await givenReview(world, 2)
  const [mergedId, keptId] = personIds as [string, string]
  await say(lan, partId, mergedId)
  const plan = await planJoin(world.ctx, [keptId, mergedId])
  expect(plan).toMatchObject({ keptId, mergedId })
  await mergeRecords(world.ctx, { ...plan, take: [], source: 'Gộp hồ sơ' })
  await joinAwards(world.ctx, plan)
  await hear(world, 'merged', plan)
  expect((await look(lan, partId)).part.counts).toMatchObject({ total: 2, unchanged: 1, waiting: 1 })
})

function hear(
  { ctx }: World,
  what: 'merged' | 'parted',
  { keptId, mergedId }: { readonly keptId: string; readonly mergedId: string },
) {
  const event = { type: `duplicates.${what}`, eventId: 1, keptId, mergedId } as const
  return reviewSubscribers['review.follow_records']!.run(ctx, event)
}
