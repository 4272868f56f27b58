import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Ctx } from '#platform/server/context'
import type { Choices } from '../contract.ts'
import {
  act,
  award,
  chair,
  communes,
  inOwnDatabase,
  officer,
  officerIn,
  pair,
  person,
  reason,
  registerAll,
  whole,
} from '../testing.ts'
import { answerCommune, askCommune } from './ask-commune.ts'
import { keepApart, mergePair, withdrawProposal } from './merge-pair.ts'
import { showPair } from './show-pair.ts'

inOwnDatabase()

test('the other commune is asked, and answers; only who sees both merges', async () => {
  const [here, there] = await registerAll([
    person({ fullName: 'Âu Thị Bưởi' }),
    person({ fullName: 'Âu Thị Bưởi', areaId: communes.songLo, phone: '0911222333' }),
  ])
  const id = await pair(here!, there!)
  const tamSon = await officerIn(communes.tamSon, officer)
  const songLo = await officerIn(communes.songLo, chair)
  const seen = await act((ctx) => showPair(ctx, { id }), tamSon)
  expect(seen.sides.find((side) => side.id === null)).toMatchObject({
    fullName: 'Âu Thị Bưởi',
    phone: null,
    village: null,
    source: null,
  })
  expect(seen.may).toMatchObject({ ask: true, merge: false, keepApart: false, answer: false })
  expect(JSON.stringify(seen)).not.toContain(there)
  for (const decide of [
    (ctx: Ctx) => mergePair(ctx, { ...whole(id), choices: {} as Choices }),
    (ctx: Ctx) => keepApart(ctx, whole(id)),
  ])
    await expect(act(decide, tamSon)).rejects.toMatchObject({ code: 'duplicates.needs_both_in_sight' })
  await act((ctx) => askCommune(ctx, { ...whole(id), message: 'Bà Bưởi có từng ở xã mình không?' }), tamSon)
  await expect(
    act((ctx) => answerCommune(ctx, { ...whole(id), answer: 'same', note: reason }), tamSon),
  ).rejects.toMatchObject({ code: 'duplicates.not_asked_here' })
  expect((await act((ctx) => showPair(ctx, { id }), songLo)).may).toMatchObject({ answer: true, ask: false })
  await act(
    (ctx) => answerCommune(ctx, { ...whole(id), answer: 'same', note: 'Bà đã chuyển đi năm 2025' }),
    songLo,
  )
  expect(await act((ctx) => showPair(ctx, { id }), tamSon)).toMatchObject({
    state: 'agreed',
    questions: [{ by: officer.name, answer: { answer: 'same', by: chair.name } }],
  })
  const elsewhere = await officerIn(8827, { userId: officer.userId, name: 'Ai đó' })
  await expect(act((ctx) => showPair(ctx, { id }), elsewhere)).rejects.toMatchObject({
    code: 'duplicates.pair_not_found',
  })
  expect(await act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))).toMatchObject({ state: 'merged' })
})

test('of two who decide at once one is told who was faster; what was proposed can be taken back', async () => {
  const [one, other] = await registerAll([
    person({ fullName: 'Giàng A Chư' }),
    person({ fullName: 'Giàng A Trư' }),
  ])
  const id = await pair(one!, other!)
  const both = await Promise.allSettled([
    act((ctx) => mergePair(ctx, { ...whole(id), choices: {} })),
    act((ctx) => keepApart(ctx, whole(id)), chair),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'duplicates.pair_decided' },
  })
  const [a, b, c] = await registerAll(
    ['Lò Văn Sáng', 'Lò Văn Xáng', 'Lò Văn Sang'].map((fullName) => person({ fullName })),
  )
  const [ab, cb] = [await pair(a!, b!), await pair(b!, c!)]
  const chained = await Promise.allSettled([
    act((ctx) => mergePair(ctx, { ...whole(ab), choices: {} })),
    act((ctx) => mergePair(ctx, { ...whole(cb), choices: {} }), chair),
  ])
  // Either both stand one upon the other, or the second found its record gone.
  const refusals = chained.flatMap((result) =>
    result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
  )
  expect(['', 'duplicates.merged_already', 'duplicates.pair_not_found']).toContain(refusals.join())
  const circles = await act(async (ctx) => {
    const { rows } =
      await sql`select from people.person as one join people.person as other on other.id = one.merged_into
      where other.merged_into = one.id`.execute(ctx.db())
    return rows.length
  })
  expect(circles).toBe(0)
  const [x, y] = await registerAll([
    person({ fullName: 'Vi Thị Mây' }),
    person({ fullName: 'Vi Thị Mây', phone: '0900111222' }),
  ])
  await award(x!, '2025-07')
  const xy = await pair(x!, y!)
  await act((ctx) => mergePair(ctx, { ...whole(xy), choices: {} }))
  await act((ctx) => withdrawProposal(ctx, whole(xy)), chair)
  expect(await act((ctx) => showPair(ctx, { id: xy }))).toMatchObject({ state: 'open', proposal: null })
})
