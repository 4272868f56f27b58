import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { mergeRecords } from '#modules/people'
import { lastConfirmed } from '#modules/review'
import { test } from '#testing/world'
import { decide, givenRecipient, paper, tamSon, thoTang } from '../../changes/testing.ts'
import * as changes from '../../changes/contract.ts'
import { getPerson } from '../../people/contract.ts'
import * as api from '../contract.ts'
import { answerOf, givenReview, look, reviewersOf, say } from '../testing.ts'

const died: api.Finding = { field: 'death', on: civilDate('2026-11-02') }
const phone: api.Finding = { field: 'phone', text: 'Số mới 0912 345 678' }

describe('a review', () => {
  test('has everybody who receives in the commune, with what is stale, and later arrivals are told apart', async ({
    world,
  }) => {
    const { lan, partId, personIds } = await givenReview(world)
    const page = await look(lan, partId)
    expect(page.rows.map(({ personId }) => personId).toSorted()).toEqual(personIds.toSorted())
    expect(page.rows[0]).toMatchObject({
      state: 'waiting',
      isLater: false,
      reasons: [{ kind: 'certificate_missing', fact: 'disability' }, { kind: 'no_number' }],
      known: {
        benefits: ['monthly_allowance'],
        facts: [{ kind: 'disability', paper: null }],
        confirmedOn: null,
      },
    })
    expect((await look(lan, partId, { reason: 'no_number' })).total).toBe(2)
    expect((await look(lan, partId, { reason: 'fact_ends' })).total).toBe(0)
    await sql`update review.part set frozen_at = frozen_at - interval '1 day'`.execute(world.ctx.db())
    const later = await givenRecipient(world)
    expect(await lan.call(api.addArrivals, { id: partId })).toEqual({ added: 1, left: 0 })
    expect(await lan.call(api.addArrivals, { id: partId })).toEqual({ added: 0, left: 0 })
    const { rows } = await look(lan, partId)
    expect(rows.find(({ personId }) => personId === later)).toMatchObject({ isLater: true })
  })

  test('is opened once for a commune at a time, in order of days, and for one’s own communes only', async ({
    world,
  }) => {
    const { lan } = await givenReview(world, 1)
    const wish = {
      year: 2026,
      title: 'Rà soát lần nữa',
      from: civilDate('2026-11-01'),
      to: civilDate('2026-12-15'),
      requestId: crypto.randomUUID(),
    }
    await expect(lan.call(api.openCampaign, wish)).rejects.toThrow('review.under_review_already')
    await expect(lan.call(api.openCampaign, { ...wish, areaIds: [thoTang] })).rejects.toThrow(
      'review.not_a_commune',
    )
    await expect(lan.call(api.openCampaign, { ...wish, to: civilDate('2026-10-01') })).rejects.toThrow(
      'review.days_out_of_order',
    )
    const ask = (differing: { year?: number; from?: string; to?: string }) => {
      const { from = wish.from, to = wish.to, year = wish.year } = differing
      return lan.call(api.openCampaign, { ...wish, year, from: civilDate(from), to: civilDate(to) })
    }
    await expect(ask({ year: 2020 })).rejects.toThrow('review.days_of_another_year')
    await expect(ask({ to: '2027-07-01' })).rejects.toThrow('review.days_of_another_year')
    await expect(ask({ year: 2028, from: '2028-02-01', to: '2028-06-30' })).rejects.toThrow(
      'review.days_too_far',
    )
    await expect(ask({ year: 2025, from: '2025-06-01', to: '2025-06-30' })).rejects.toThrow(
      'review.days_too_far',
    )
    // What begins in the autumn before is a review of its year.
    await expect(ask({ year: 2027, from: '2026-11-01', to: '2027-12-15' })).rejects.toThrow(
      'review.under_review_already',
    )
  })

  test('is out of sight of other communes, its people too', async ({ world }) => {
    const { partId } = await givenReview(world, 1)
    const { lan: other } = await reviewersOf(world, thoTang)
    expect(await other.call(api.listCampaigns, {})).toEqual([])
    await expect(look(other, partId)).rejects.toThrow('review.part_not_found')
  })
})

describe('what is found at the desk', () => {
  test('«nothing changed» is one answer, dated and by name; it is seen on the person, and can be taken back', async ({
    world,
  }) => {
    const { lan, partId, personIds } = await givenReview(world)
    const [one] = personIds as [string]
    const said = answerOf({ personId: one })
    const { saidAt: _, ...answer } = said
    const { readAt } = await look(lan, partId)
    const send = () => lan.call(api.answerRow, { ...answer, partId, seenAt: readAt })
    expect(await send()).toEqual({ state: 'unchanged', requests: [], tasks: 0 })
    // Pressed twice, or sent again by a browser that lost the answer: one answer.
    expect(await send()).toEqual({ state: 'unchanged', requests: [], tasks: 0 })
    await expect(
      lan.call(api.answerRow, { ...answer, outcome: 'not_found', partId, seenAt: readAt }),
    ).rejects.toThrow('review.answer_changed')
    expect((await lastConfirmed(world.ctx, personIds)).get(one)).toMatchObject({ confirmedOn: '2026-11-23' })
    expect(await lan.call(api.listReviewsOf, { personId: one as never })).toMatchObject({
      confirmedOn: '2026-11-23',
      reviews: [{ state: 'unchanged', answeredName: 'Nguyễn Thị Lan', year: 2026 }],
    })
    expect((await look(lan, partId)).part.counts).toMatchObject({ total: 2, unchanged: 1, waiting: 1 })
    await lan.call(api.withdrawAnswer, { id: answer.id })
    expect((await look(lan, partId)).part.counts).toMatchObject({ unchanged: 0, waiting: 2 })
    expect((await lastConfirmed(world.ctx, personIds)).size).toBe(0)
    const { rows } = await look(lan, partId)
    expect(rows.find(({ personId }) => personId === one)!.answers).toMatchObject([{ isWithdrawn: true }])
  })

  test('by two at once: the second is told, and sees what the first said', async ({ world }) => {
    const { lan, phu, partId, personIds } = await givenReview(world, 1)
    await say(lan, partId, personIds[0]!)
    await expect(say(phu, partId, personIds[0]!, { outcome: 'not_found', knew: 0 })).rejects.toThrow(
      'review.answered_meanwhile',
    )
    expect(await say(phu, partId, personIds[0]!, { outcome: 'not_found' })).toMatchObject({
      state: 'not_found',
    })
  })

  test('to be otherwise becomes a request for a second person and a task, and nothing is written meanwhile', async ({
    world,
  }) => {
    const { lan, chair, campaignId, partId, personIds } = await givenReview(world, 1)
    const personId = personIds[0]!
    const given = await say(lan, partId, personId, {
      outcome: 'changed',
      changes: [died, phone],
      note: 'Con trai báo',
    })
    expect(given).toMatchObject({ state: 'changed', requests: [{ field: 'death' }], tasks: 1 })
    expect((await lan.call(getPerson, { id: personId as never })).diedOn).toBeNull()
    const { id } = given.requests[0]!
    expect(await lan.call(changes.getRequest, { id })).toMatchObject({
      state: 'found',
      source: 'review',
      because: 'found_in_review',
      change: { kind: 'death', diedOn: '2026-11-02' },
    })
    const [answer] = (await look(lan, partId)).rows[0]!.answers
    await expect(lan.call(api.withdrawAnswer, { id: answer!.id })).rejects.toThrow('review.request_opened')
    await lan.call(changes.submitRequest, {
      id,
      change: { kind: 'death', diedOn: died.on },
      evidence: paper,
      requestId: crypto.randomUUID(),
    })
    await decide(chair, id, 'approve')
    await world.deliver()
    expect((await lan.call(getPerson, { id: personId as never })).diedOn).toBe('2026-11-02')
    expect((await lan.call(api.listTasks, { partId, view: 'done' })).rows).toMatchObject([
      { kind: 'request', field: 'death', changeState: 'approved', doneNote: 'approved' },
    ])
    const { rows } = await lan.call(api.listTasks, { partId })
    expect(rows).toMatchObject([
      { kind: 'record', field: 'phone', finding: phone, note: 'Con trai báo', dueOn: '2026-12-03' },
    ])
    expect(await lan.call(api.countDueTasks, {})).toEqual({ overdue: 0, soon: 0 })
    for (const [day, expected] of [
      ['2026-11-22', { overdue: 1, soon: 0 }],
      ['2026-11-26', { overdue: 0, soon: 1 }],
      ['2026-11-27', { overdue: 0, soon: 0 }],
    ] as const) {
      await sql`update review.task set due_on = ${day}`.execute(world.ctx.db())
      expect([day, await lan.call(api.countDueTasks, {})]).toEqual([day, expected])
      const elsewhere = await reviewersOf(world, thoTang)
      expect(await elsewhere.lan.call(api.countDueTasks, {})).toEqual({ overdue: 0, soon: 0 })
    }
    await lan.call(api.finishTask, { id: rows[0]!.id, note: 'Đã ghi số mới', requestId: crypto.randomUUID() })
    expect((await lan.call(api.listTasks, { partId })).total).toBe(0)
    for (const format of ['xlsx', 'pdf'] as const) {
      const file = await lan.call(api.downloadReport, { id: campaignId, format })
      expect(file.name).toBe(`Báo cáo Rà soát năm 2026.${format}`)
      expect(file.size).toBeGreaterThan(1000)
    }
  })

  test('about a record that was merged since, or in a commune that has become another, is asked where it can be decided', async ({
    world,
  }) => {
    const { lan, partId, personIds } = await givenReview(world, 2)
    const [keptId, mergedId] = personIds as [string, string]
    const standsUntil = civilDate('2026-12-01')
    await mergeRecords(world.ctx, { keptId, mergedId, take: [], standsUntil, source: 'Gộp hồ sơ' })
    const nhuThuy = 8827 // Tam Sơn has taken it in.
    await sql`update review.part set area_id = ${nhuThuy} where id = ${partId}`.execute(world.ctx.db())
    const home = { field: 'residence', village: 'Thôn Đông', address: null } as const
    const { requests } = await say(lan, partId, mergedId, {
      outcome: 'changed',
      changes: [died, { ...home, from: civilDate('2026-11-03') }],
    })
    const asked = await Promise.all(requests.map(({ id }) => lan.call(changes.getRequest, { id })))
    expect(asked.map(({ person, change }) => [person.id, change])).toEqual(
      expect.arrayContaining([
        [keptId, expect.objectContaining({ kind: 'death' })],
        [keptId, expect.objectContaining({ kind: 'move', areaId: tamSon })],
      ]),
    )
  })

  test('nobody met three times, or nobody to be found, is a task that ends once they are met', async ({
    world,
  }) => {
    const { lan, partId, personIds } = await givenReview(world)
    const [often, gone] = personIds as [string, string]
    for (const tries of [1, 2, 3]) {
      await say(lan, partId, often, { outcome: 'not_met' })
      expect((await lan.call(api.listTasks, { partId })).total).toBe(tries === 3 ? 1 : 0)
    }
    await say(lan, partId, gone, { outcome: 'not_found', note: 'Nhà đóng cửa, hàng xóm không biết' })
    expect((await lan.call(api.listTasks, { partId })).rows).toMatchObject([
      { kind: 'search' },
      { kind: 'search' },
    ])
    await say(lan, partId, often)
    expect((await lan.call(api.listTasks, { partId })).rows).toMatchObject([{ person: { id: gone } }])
  })

  test('closing names who was not reviewed and why; afterwards nothing is said any more', async ({
    world,
  }) => {
    const { lan, partId, personIds } = await givenReview(world)
    await say(lan, partId, personIds[0]!)
    const close = (note: string | null) =>
      lan.call(api.closePart, { id: partId, note, requestId: crypto.randomUUID() })
    await expect(close(null)).rejects.toThrow('review.note_needed')
    await close('Một người đi viện, rà soát bổ sung tháng 1')
    await expect(close(null)).rejects.toThrow('review.part_closed')
    await expect(say(lan, partId, personIds[1]!)).rejects.toThrow('review.part_closed')
    expect((await lan.call(api.downloadRows, { id: partId, state: 'waiting' })).size).toBeGreaterThan(1000)
  })
})
