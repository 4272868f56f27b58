import { sql } from 'kysely'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { civilDate, instant, month, type Month } from '#kernel/civil-date'
import { areaAt } from '#modules/geography'
import { killOnceItSpeaks } from '#testing/kill-once-it-speaks'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { accountant, allLines, draw, drawnOn, givenDisabled, jobAt, tamSon } from '../testing.ts'
import { generate } from './generate.ts'
import { generateRun } from './generate-run.ts'
import { setOpening } from './opening.ts'

let own: OwnDatabase
let commune: number

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: { 'payroll.generate': generate } })
  await own.request(
    async (ctx) => {
      commune = (await areaAt(ctx, [tamSon], civilDate('2026-06-30'))).get(tamSon)!
      await givenDisabled(
        ctx,
        Array.from({ length: 40 }, () => ({ areaId: tamSon })),
      )
      await setOpening(ctx, { month: month('2026-06'), knownAt: instant('2026-05-15T00:00:00Z') })
    },
    { now: instant('2025-08-01T02:00:00Z') },
  )
})
afterAll(() => own.drop())

describe('a process killed while it draws up a list', () => {
  test.for(['standings', 'lines', 'totals', 'changes'])(
    'in the stage «%s» leaves nothing behind, and the next worker finishes the run once',
    async (stage, { onTestFinished }) => {
      onTestFinished(() => forgetEverything())
      const { id, jobId } = await own.request(
        (ctx) =>
          generateRun(ctx, { month: month('2026-06'), areaId: commune, requestId: crypto.randomUUID() }),
        { actor: accountant, now: drawnOn(month('2026-06')) },
      )
      await killOnceItSpeaks(own, join(import.meta.dirname, 'interrupted-worker.ts'), own.programUrl, stage)
      expect(await own.request(allLines)).toEqual([])
      expect(await stateOf(id)).toBe('generating')

      // The lease of the dead worker runs out; here it has.
      await own.request((ctx) =>
        sql`update platform.job set leased_until = now() - interval '1 second'
        where id = ${jobId}`.execute(ctx.db()),
      )
      await own.runJobs()
      expect(await stateOf(id)).toBe('checking')
      expect(await own.request(allLines)).toHaveLength(40)
    },
  )
})

describe('two people drawing up the same month at once', () => {
  test('one gets a run, the other hears who was first and when', async () => {
    const wishes = [1, 2].map(() =>
      own.request(
        (ctx) =>
          generateRun(ctx, { month: month('2026-06'), areaId: commune, requestId: crypto.randomUUID() }),
        { actor: accountant, now: drawnOn(month('2026-06')) },
      ),
    )
    const [won, lost] = (await Promise.allSettled(wishes)).toSorted((a, b) => (a.status < b.status ? -1 : 1))
    expect(won).toMatchObject({ status: 'fulfilled' })
    expect(lost).toMatchObject({
      status: 'rejected',
      reason: { code: 'payroll.month_already_generated', details: { by: accountant.name, count: 1 } },
    })
    await forgetEverything()
  })

  test('sent twice with one request id, it is one run', async () => {
    const requestId = crypto.randomUUID()
    const ask = () =>
      own.request((ctx) => generateRun(ctx, { month: month('2026-06'), areaId: commune, requestId }), {
        actor: accountant,
        now: drawnOn(month('2026-06')),
      })
    expect(await ask()).toEqual(await ask())
    await forgetEverything()
  })

  test('a job that has been overtaken writes nothing', async () => {
    const { id } = await draw(own, '2026-06', commune)
    const before = await own.request(allLines)
    const now = drawnOn('2026-06' as Month) // A month of the calendar.
    const late = jobAt(own, { runId: id, jobId: crypto.randomUUID(), now })
    expect(await generate(late)).toBeNull()
    expect(await own.request(allLines)).toEqual(before)
    await forgetEverything()
  })

  test('the generation and its retry at the same moment write the lines once', async () => {
    const now = drawnOn(month('2026-06'))
    const { id, jobId } = await own.request(
      (ctx) => generateRun(ctx, { month: month('2026-06'), areaId: commune, requestId: crypto.randomUUID() }),
      { actor: accountant, now },
    )
    const done = await Promise.all([1, 2].map(() => generate(jobAt(own, { runId: id, jobId, now }))))
    expect(done.filter((generated) => generated !== null)).toHaveLength(1)
    expect(await own.request(allLines)).toHaveLength(40)
    await forgetEverything()
  })
})

async function stateOf(id: string) {
  const { rows } = await own.request((ctx) =>
    sql<{ state: string }>`select state from payroll.run where id = ${id}`.execute(ctx.db()),
  )
  return rows[0]!.state
}

/** Takes every run away again, and the jobs that were to draw them up. */
async function forgetEverything() {
  await own.request(async (ctx) => {
    for (const table of ['line', 'roll', 'change', 'overpaid', 'control_total', 'run_area', 'run'])
      await sql`delete from payroll.${sql.id(table)}`.execute(ctx.db())
    await sql`delete from platform.job`.execute(ctx.db())
  })
}
