import { describe, expect } from 'vitest'
import { instant } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import * as api from '../contract.ts'
import { answerOf, givenReview, look, say } from '../testing.ts'

const study: api.Finding = { field: 'study', text: 'Nghỉ học từ tháng 9' }
const otherwise: api.Finding = { field: 'study', text: 'Chuyển sang học nghề' }
const phone: api.Finding = { field: 'phone', text: '0912 345 678' }
/** The moment of every test. */
const presently = instant('2026-11-23T02:00:00Z')

const take = (who: World, partId: string) =>
  who.call(api.takeList, { partId, device: 'iPad', requestId: crypto.randomUUID() })
const send = (who: World, id: string, ...answers: api.NewAnswer[]) =>
  who.call(api.sendAnswers, { id, sentAt: presently, answers })

describe('a list that is carried along', () => {
  test('is one for one request, holds nothing confidential, and ends by being handed in', async ({
    world,
  }) => {
    const { lan, phu, partId } = await givenReview(world)
    const wish = { partId, device: 'iPad', requestId: crypto.randomUUID() }
    const list = await lan.call(api.takeList, wish)
    expect((await lan.call(api.takeList, wish)).id).toBe(list.id)
    await expect(phu.call(api.takeList, wish)).rejects.toThrow('review.take_of_another')
    expect(list.rows).toHaveLength(2)
    expect(JSON.stringify(list.rows)).not.toMatch(/hiv|detention/)
    await expect(phu.call(api.unlockTake, { id: list.id })).rejects.toThrow('review.take_of_another')
    expect(await lan.call(api.unlockTake, { id: list.id })).toEqual({ secret: list.secret })
    const close = () => lan.call(api.closePart, { id: partId, note: 'Xong', requestId: crypto.randomUUID() })
    await expect(close()).rejects.toThrow('review.takes_out')
    await lan.call(api.handInTake, { id: list.id })
    await lan.call(api.handInTake, { id: list.id })
    expect(await lan.call(api.listTakes, { partId })).toMatchObject([{ state: 'handed_in', answers: 0 }])
    await close()
  })

  test('tells each thing once, however often and in whatever order it is sent', async ({ world }) => {
    const { lan, partId, personIds } = await givenReview(world)
    const { id } = await take(lan, partId)
    const acts = personIds.map((personId) => answerOf({ personId }))
    expect((await send(lan, id, ...acts)).verdicts.map(({ verdict }) => verdict)).toEqual(['taken', 'taken'])
    expect((await send(lan, id, ...acts.toReversed())).verdicts.map(({ verdict }) => verdict)).toEqual([
      'repeated',
      'repeated',
    ])
    await expect(send(lan, id, { ...acts[0]!, outcome: 'not_found' })).rejects.toThrow(
      'review.answer_changed',
    )
    const strange = answerOf({ personId: crypto.randomUUID() })
    await expect(send(lan, id, strange)).rejects.toThrow('review.person_not_on_list')
    expect((await look(lan, partId)).rows.map(({ answers }) => answers.length)).toEqual([1, 1])
  })

  test('one thing that cannot be taken in keeps the rest of that sending out, and nothing is half done', async ({
    world,
  }) => {
    const { lan, partId, personIds } = await givenReview(world, 1)
    const { id } = await take(lan, partId)
    const good = answerOf({ personId: personIds[0]! })
    await expect(send(lan, id, good, answerOf({ personId: crypto.randomUUID() }))).rejects.toThrow(
      'review.person_not_on_list',
    )
    expect((await look(lan, partId)).part.counts).toMatchObject({ waiting: 1 })
    expect((await send(lan, id, good)).verdicts).toMatchObject([{ verdict: 'taken' }])
  })
})

describe('two who did not know of each other', () => {
  test('about different fields: both count', async ({ world }) => {
    const { lan, phu, partId, personIds } = await givenReview(world, 1)
    const [first, second] = [await take(lan, partId), await take(phu, partId)]
    const personId = personIds[0]!
    await send(lan, first.id, answerOf({ personId, outcome: 'changed', changes: [study] }))
    const told = await send(phu, second.id, answerOf({ personId, outcome: 'changed', changes: [phone] }))
    expect(told.verdicts).toMatchObject([{ verdict: 'taken' }])
    expect((await look(lan, partId)).rows[0]).toMatchObject({ state: 'changed', conflicts: [] })
    expect((await lan.call(api.listTasks, { partId })).rows.map(({ field }) => field).toSorted()).toEqual([
      'phone',
      'study',
    ])
  })

  test('about the same field: both are kept side by side, a person decides, and it cannot be closed before', async ({
    world,
  }) => {
    const { lan, phu, partId, personIds } = await givenReview(world, 1)
    const personId = personIds[0]!
    const { id } = await take(phu, partId)
    await say(lan, partId, personId)
    const late = answerOf({ personId, outcome: 'changed', changes: [otherwise, phone] })
    expect((await send(phu, id, late)).verdicts).toMatchObject([{ verdict: 'conflict' }])
    const row = (await look(lan, partId)).rows[0]!
    expect(row).toMatchObject({ state: 'conflict' })
    expect(row.answers.map(({ outcome, isCounting }) => [outcome, isCounting])).toEqual([
      ['unchanged', true],
      ['changed', true],
    ])
    expect(row.conflicts.map(({ field }) => field).toSorted()).toEqual(['phone', 'study'])
    await phu.call(api.handInTake, { id })
    await expect(
      lan.call(api.closePart, { id: partId, note: 'Xong', requestId: crypto.randomUUID() }),
    ).rejects.toThrow('review.conflicts_open')
    expect(await say(lan, partId, personId, { outcome: 'changed', changes: [phone] })).toMatchObject({
      state: 'changed',
    })
    const settled = (await look(lan, partId)).rows[0]!
    expect(settled).toMatchObject({ state: 'changed', conflicts: [] })
    expect(settled.answers.map(({ isCounting }) => isCounting)).toEqual([false, false, true])
  })
})

describe('what goes wrong on the way', () => {
  test('a clock that is wrong by a year is put right, and it is said that it was', async ({ world }) => {
    const { lan, partId, personIds } = await givenReview(world, 1)
    const { id } = await take(lan, partId)
    const saidAt = instant('2025-11-23T01:00:00Z')
    await lan.call(api.sendAnswers, {
      id,
      sentAt: instant('2025-11-23T02:00:00Z'),
      answers: [answerOf({ personId: personIds[0]!, saidAt })],
    })
    const [answer] = (await look(lan, partId)).rows[0]!.answers
    // Not before the list was taken, which here was a moment ago.
    expect(answer).toMatchObject({ at: presently, isClockOff: true, device: 'iPad' })
  })

  test('a lost tablet is called back: its next contact says so, and what it held is heard all the same', async ({
    world,
  }) => {
    const { lan, phu, partId, personIds } = await givenReview(world, 1)
    const { id } = await take(phu, partId)
    await lan.call(api.recallTake, { id })
    expect(await lan.call(api.listTakes, { partId })).toMatchObject([{ state: 'recalled' }])
    const told = await send(phu, id, answerOf({ personId: personIds[0]! }))
    expect(told).toMatchObject({ isRecalled: true, verdicts: [{ verdict: 'taken' }] })
    expect(await send(phu, id)).toEqual({ isRecalled: true, verdicts: [] })
  })

  test('a review that was closed while a recalled list was out still hears what it says', async ({
    world,
  }) => {
    const { lan, phu, partId, personIds } = await givenReview(world, 1)
    const { id } = await take(phu, partId)
    await lan.call(api.recallTake, { id })
    await lan.call(api.closePart, { id: partId, note: 'Máy bị mất', requestId: crypto.randomUUID() })
    await send(phu, id, answerOf({ personId: personIds[0]! }))
    expect((await look(lan, partId)).rows[0]).toMatchObject({ state: 'unchanged' })
  })
})
