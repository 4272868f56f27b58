import { sql } from 'kysely'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, instant, type Instant } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { areaIdsWithin } from '#modules/geography'
import type { Actor } from '#platform/server/context'
import { killOnceItSpeaks } from '#testing/kill-once-it-speaks'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { tamSon, thoTang } from '../../changes/testing.ts'
import { decided, givenPerson, severe } from '../../entitlement/testing.ts'
import { answerOf } from '../testing.ts'
import { openCampaign } from './campaigns.ts'
import { listRows } from './rows.ts'
import { sendAnswers, takeList } from './takes.ts'

const phuTho = 250790025
/** The last has nobody who receives. */
const communes = [tamSon, thoTang, 250708848]
const interruptedJob = createRequire(import.meta.url).resolve('#testing/interrupted-job')
const interruptedSending = join(import.meta.dirname, 'interrupted-sending.ts')
const moment = instant('2026-11-23T02:00:00Z')

let own: OwnDatabase
let lan: Partial<Actor>
const people = new Map<number, string[]>()

beforeAll(async () => {
  own = await openOwnDatabase()
  await own.request(async (ctx) => {
    for (const areaId of [tamSon, thoTang]) {
      const ids = []
      for (let count = 0; count < 3; count++) ids.push(await givenPerson(ctx, { areaId, facts: [severe] }))
      await grantAwards(
        ctx,
        ids.map((personId) => ({
          personId,
          benefit: 'monthly_allowance' as const,
          decision: decided(areaId),
          from: '2022-03' as never,
        })),
      )
      people.set(areaId, ids)
    }
    lan = {
      userId: '0197f000-0000-7000-8000-0000000000b1',
      name: 'Nguyễn Thị Lan',
      areaId: tamSon,
      areaIds: [...(await areaIdsWithin(ctx, tamSon))],
    }
  })
})
afterAll(() => own.drop())

test('killed between two communes, the lists of a campaign are drawn up by whoever comes next, everybody once', async () => {
  const areaIds = await own.request(async (ctx) => [...(await areaIdsWithin(ctx, phuTho))])
  const specialist = { userId: crypto.randomUUID(), name: 'Lê Minh Hạnh', areaId: phuTho, areaIds }
  await as(specialist, (ctx) =>
    openCampaign(ctx, {
      year: 2026,
      title: 'Rà soát năm 2026',
      from: civilDate('2026-11-01'),
      to: civilDate('2026-12-15'),
      areaIds: communes,
      officer: null,
      requestId: crypto.randomUUID(),
    }),
  )
  await killOnceItSpeaks(own, interruptedJob, own.programUrl, 'review.draw_up')
  expect(await countParts()).toEqual({ drawn: 1, parts: 3 })
  await own.request((ctx) =>
    sql`update platform.job set leased_until = now() where state = 'running'`.execute(ctx.db()),
  )
  await own.runJobs()
  expect(await countParts()).toEqual({ drawn: 3, parts: 3 })
  const { rows } = await own.request((ctx) =>
    sql<{ areaId: number; personId: string }>`
      select area_id, person_id from review.row order by area_id, person_id`.execute(ctx.db()),
  )
  expect(rows).toEqual(
    [tamSon, thoTang].flatMap((areaId) =>
      people
        .get(areaId)!
        .toSorted()
        .map((personId) => ({ areaId, personId })),
    ),
  )
})

test('killed when all a tablet sent is written and nothing committed: nothing is there, and sent again it is there once', async () => {
  const partId = await as(lan, async (ctx) => {
    const { rows } = await sql<{ id: string }>`select id from review.part where area_id = ${tamSon}`.execute(
      ctx.db(),
    )
    return rows[0]!.id
  })
  const wish = { partId, village: null, device: 'iPad', requestId: crypto.randomUUID() }
  const take = () => as(lan, (ctx) => takeList(ctx, wish))
  const [list, again] = await Promise.all([take(), take()])
  expect(again.id, 'pressed twice it is one').toBe(list.id)
  const [first, second, third] = people.get(tamSon)! as [string, string, string]
  const answers = [
    answerOf({ personId: first }),
    answerOf({ personId: second, outcome: 'changed', changes: [{ field: 'phone', text: '0912 345 678' }] }),
    answerOf({ personId: third, outcome: 'not_found' }),
  ]
  const before = await everything()
  const sending = { ...lan, programUrl: own.programUrl, takeId: list.id, sentAt: moment, answers }
  await killOnceItSpeaks(own, interruptedSending, JSON.stringify(sending))
  expect(await everything()).toEqual(before)
  const send = () => as(lan, (ctx) => sendAnswers(ctx, { id: list.id, sentAt: moment, answers }))
  expect((await send()).verdicts.map(({ verdict }) => verdict)).toEqual(['taken', 'taken', 'taken'])
  const after = await everything()
  expect(after).toMatchObject({ answers: 3, tasks: 2 })
  // It was all in, and only the answer to the tablet was lost.
  expect((await send()).verdicts.map(({ verdict }) => verdict)).toEqual(['repeated', 'repeated', 'repeated'])
  expect(await everything()).toEqual(after)
  const { part } = await as(lan, (ctx) => listRows(ctx, { id: list.partId, page: 1 }))
  expect(part.counts).toMatchObject({ unchanged: 1, changed: 1, not_found: 1, waiting: 0 })
})

function as<Result>(actor: Partial<Actor>, work: Parameters<typeof own.request<Result>>[0]): Promise<Result> {
  return own.request(work, { actor, now: moment as Instant })
}

async function countParts() {
  const { rows } = await own.request((ctx) =>
    sql<{ drawn: number; parts: number }>`
      select count(frozen_at)::int as drawn, count(*)::int as parts from review.part`.execute(ctx.db()),
  )
  return rows[0]!
}

/** Everything that answers leave behind, with the state of each row. */
async function everything() {
  const { rows } = await own.request((ctx) =>
    sql<{ answers: number; tasks: number; requests: number; states: string }>`
      select (select count(*)::int from review.answer) as answers, (select count(*)::int from review.task) as tasks,
        (select count(*)::int from changes.request) as requests,
        (select string_agg(state || tries, ' ' order by part_id, person_id) from review.row) as states`.execute(
      ctx.db(),
    ),
  )
  return rows[0]!
}
