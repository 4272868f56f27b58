import { sql } from 'kysely'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { killOnceItSpeaks } from '#testing/kill-once-it-speaks'
import { readSync } from '../db/sync.ts'
import {
  besideARegistry,
  givenResident,
  job,
  known,
  numbered,
  own,
  registry,
  run,
} from './beside-a-registry.testing.ts'
import { signedJson } from './adapters/signed-json.ts'
import { askForChanges, syncWith } from './sync.ts'

const interruptedJob = createRequire(import.meta.url).resolve('#testing/interrupted-job')

besideARegistry()

describe('a register that fails', () => {
  const failures = [
    ['does not answer', { isDown: true }, 'no_answer'],
    ['breaks off in the middle of a page', { cutsAfter: 80 }, 'no_answer'],
    ['answers with something else', { garbles: true }, 'not_understood'],
    ['answers with a signature that does not hold', { forges: true }, 'forged'],
    ['asks to be left alone', { isBusy: true }, 'busy'],
  ] as const
  test.for(failures)(
    '%s: nothing is taken in, and the next run goes on from there',
    async ([, behaviour, trouble]) => {
      const one = await givenResident()
      await registry.happen({ kind: 'death', personalId: one.number, on: '2026-11-08' })
      await registry.behave(behaviour)
      const waited: number[] = []
      const before = await own.request(readSync)
      expect(await run(waited)).toMatchObject({ taken: 0, trouble })
      expect(waited).toEqual(trouble === 'busy' ? [30, 30, 30, 30] : [1, 2, 4, 8])
      expect(await own.request(readSync)).toMatchObject({ lastNumber: before.lastNumber, trouble })
      await registry.behave({ repeats: true })
      expect(await run()).toMatchObject({ taken: 1, trouble: null })
      expect(await own.request(readSync)).toMatchObject({ trouble: null, nextTryAt: null })
      expect(await known(one.number)).toMatchObject({ diedOn: '2026-11-08' })
    },
  )

  test('allows so many questions a minute: the run waits as long as it is told, and loses nothing', async () => {
    await registry.happen(
      ...Array.from({ length: 2500 }, () => ({ kind: 'alive', personalId: numbered(), on: '2026-11-01' })),
    )
    await registry.behave({ perMinute: 2 })
    const waited: number[] = []
    expect(await run(waited, () => registry.behave({}))).toMatchObject({ taken: 2500, trouble: null })
    expect(waited).toHaveLength(1)
    expect(waited[0]).toBeGreaterThan(30)
  })
})

test('two runs at once take each change in once, and the later one is no trouble', async () => {
  const one = await givenResident()
  await registry.happen(
    { kind: 'death', personalId: one.number, on: '2026-11-08' },
    ...Array.from({ length: 1300 }, () => ({ kind: 'alive', personalId: numbered(), on: '2026-11-01' })),
  )
  const register = signedJson(registry.wire)
  let other: ReturnType<typeof run> | undefined
  const behind = await syncWith(
    {
      ...register,
      // What this run has read, the other one has read to the end before it is taken in.
      readChanges: async (after, most) => {
        const page = await register.readChanges(after, most)
        await (other ??= run())
        return page
      },
    },
    job(),
  )
  expect(await other).toMatchObject({ taken: 1301, trouble: null })
  expect(behind).toMatchObject({ taken: 0, trouble: null })
  expect(await own.request(readSync)).toMatchObject({ trouble: null })
  expect(await known(one.number)).toMatchObject({ diedOn: '2026-11-08' })
})

test('a run that is killed is taken up where it was: each change once, and none is lost', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => givenResident()))
  const deaths = people.map(({ number }) => ({ kind: 'death', personalId: number, on: '2026-11-08' }))
  const nobody = Array.from({ length: 1300 }, () => ({
    kind: 'alive',
    personalId: numbered(),
    on: '2026-11-01',
  }))
  await registry.happen(...deaths.slice(0, 2), ...nobody, ...deaths.slice(2))
  await own.request(async (ctx) => {
    // Asked for as an installation that is connected does.
    Object.assign(process.env, environment())
    await askForChanges(ctx)
  })
  await registry.behave({ answersAfter: 150 })
  await killOnceItSpeaks(own, interruptedJob, own.programUrl, 'population.sync')
  await registry.behave({})
  await own.request((ctx) =>
    sql`update platform.job set leased_until = now() where state = 'running'`.execute(ctx.db()),
  )
  await own.runJobs()
  for (const name of Object.keys(environment())) delete process.env[name]
  const { rows } = await own.request((ctx) =>
    sql<{ outcome: string; count: number }>`
      select outcome, count(*)::integer as count from population.entry
      where number > (select max(number) - 1304 from population.entry) group by outcome order by outcome`.execute(
      ctx.db(),
    ),
  )
  expect(rows).toEqual([
    { outcome: 'recorded', count: 4 },
    { outcome: 'unknown_person', count: 1300 },
  ])
})

const environment = () => ({
  ANSINH_POPULATION_URL: registry.wire.url,
  ANSINH_POPULATION_KEY: registry.wire.key,
  ANSINH_POPULATION_SECRET: registry.wire.secret,
})
