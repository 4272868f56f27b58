import { sql } from 'kysely'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { addSeconds, instant } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import {
  correctIdentity,
  mergeRecords,
  peopleByNumbers,
  recordMembership,
  registerPeople,
  tiesNow,
} from '#modules/people'
import { NewPerson } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { decided, givenFact } from '../../entitlement/testing.ts'
import { startRegistry, type Registry } from '../testing.ts'
import { readSync } from '../db/sync.ts'
import { signedJson } from './adapters/signed-json.ts'
import { askForChanges, syncWith } from './sync.ts'
import { listComparisons } from '../db/verifications.ts'
import { verifyWith } from './verify.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const tamSon = 250708824
/** Sao Đại Việt: there from January to June 2025. */
const saoDaiViet = { code: '09097', id: 250109097 }
const officer = { userId: '0197f000-0000-7000-8000-0000000000a1', name: 'Lan' }
const interruptedJob = createRequire(import.meta.url).resolve('#testing/interrupted-job')

let own: OwnDatabase
let registry: Registry
let next = 100_000
/** Twenty hours of one test are none of another: what is recorded at one moment cannot follow itself. */
let now = instant('2026-11-23T02:00:00Z')

beforeAll(async () => {
  ;[own, registry] = await Promise.all([openOwnDatabase(), startRegistry()])
})
afterAll(async () => {
  await own.drop()
  await registry.stop()
})
beforeEach(async () => {
  now = addSeconds(now, 60)
  await registry.behave({})
})

describe('what the population register tells', () => {
  test('is recorded where nothing speaks against it, and known when it is told again', async () => {
    const one = await givenResident()
    const other = await givenResident({ sex: 'male', fullName: 'Trần Văn Bình' })
    const told = [
      {
        kind: 'move',
        personalId: one.number,
        on: '2026-10-02',
        residence: { area: '08848', address: 'Số 5' },
      },
      { kind: 'marriage', personalId: one.number, spouseId: other.number, on: '2026-10-03' },
      {
        kind: 'identity_corrected',
        personalId: one.number,
        on: '2026-10-04',
        identity: { born: '1980-05-11' },
      },
      {
        kind: 'birth',
        personalId: numbered(),
        on: '2026-11-01',
        identity: { fullName: 'Trần Thị An', sex: 'female', born: '2026-11-01' },
        motherId: one.number,
        residence: { area: '08848' },
      },
      {
        kind: 'death',
        personalId: other.number,
        on: '2026-11-08',
        certificate: { number: '7/TLKT', issuedOn: '2026-11-09', issuedBy: 'UBND xã Tam Sơn' },
      },
    ]
    expect(await take(told)).toEqual(['recorded', 'recorded', 'recorded', 'recorded', 'recorded'])
    expect(await known(one.number)).toMatchObject({
      born: '1980-05-11',
      homeAreaId: 250708848,
      address: 'Số 5',
    })
    expect(await known(told[3]!.personalId)).toMatchObject({ fullName: 'Trần Thị An', homeAreaId: 250708848 })
    expect(await known(other.number)).toMatchObject({ diedOn: '2026-11-08' })
    // Told again under other numbers, it changes nothing; who has died is not married anew.
    expect(await take(told)).toEqual(['known', 'asked', 'known', 'known', 'known'])
  })

  test('is put before an officer where money, evidence or a contradiction is at stake', async () => {
    const recipient = await givenResident({ receives: true })
    const correct = await givenResident({ byOfficer: true })
    const dead = await givenResident()
    const move = {
      kind: 'move',
      personalId: recipient.number,
      on: '2026-10-02',
      residence: { area: '08848' },
    }
    const name = {
      kind: 'identity_corrected',
      personalId: correct.number,
      on: '2026-10-04',
      identity: { fullName: 'Nguyễn Thị Hoà Bình' },
    }
    const wrong = {
      kind: 'death',
      personalId: recipient.number,
      on: '2026-11-08',
      identity: { fullName: 'Lê Văn Tám', sex: 'male', born: '1980-05-10' },
    }
    const died = { kind: 'death', personalId: dead.number, on: '2026-11-08' }
    const seen = { kind: 'alive', personalId: dead.number, on: '2026-11-20' }
    expect(await take([move, name, wrong, died, seen, name])).toEqual([
      'asked',
      'asked',
      'asked',
      'recorded',
      'asked',
      'asked_before',
    ])
    expect(await known(correct.number)).toMatchObject({ fullName: 'Nguyễn Thị Hòa' })
    const requests = await own.request((ctx) =>
      sql<{ kind: string; because: string }>`
        select kind, found_because as because from changes.request where state = 'found' and person_id = any(${[
          recipient.personId,
          correct.personId,
          dead.personId,
        ]}::uuid[]) order by kind`.execute(ctx.db()),
    )
    expect(requests.rows).toEqual([
      { kind: 'alive', because: 'recorded_dead' },
      { kind: 'death', because: 'another_person' },
      { kind: 'identity', because: 'officer_has_evidence' },
      { kind: 'move', because: 'receives' },
    ])
  })

  test('stops the money of who has died at once, and puts the decisions on the desks', async () => {
    const recipient = await givenResident({ receives: true })
    expect(await take([{ kind: 'death', personalId: recipient.number, on: '2026-11-08' }])).toEqual([
      'recorded',
    ])
    await own.deliver()
    const { rows } = await own.request((ctx) =>
      sql<{ procedure: string; step: string }>`
        select procedure, step from applications.application where person_id = ${recipient.personId}
        order by procedure`.execute(ctx.db()),
    )
    expect(rows).toMatchObject([
      { procedure: 'funeral_support', step: 'intake' },
      { procedure: 'termination', step: 'decide' },
    ])
  })

  test('that makes no sense, or that the register refuses, is kept as it came and holds nothing up', async () => {
    const one = await givenResident()
    const taken = await take([
      { kind: 'levitation', personalId: one.number, on: '2026-10-01' },
      { kind: 'death', personalId: one.number, on: '2027-01-01' },
      { kind: 'move', personalId: one.number, on: '2026-10-02', residence: { area: '99999' } },
      { kind: 'alive', personalId: numbered(), on: '2026-10-02' },
      { kind: 'move', personalId: one.number, on: '2026-10-02', residence: { area: '08848' } },
    ])
    expect(taken).toEqual(['refused', 'refused', 'refused', 'unknown_person', 'recorded'])
    const { rows } = await own.request((ctx) =>
      sql<{
        given: { kind: string }
      }>`select given from population.entry where reason = 'not_understood'`.execute(ctx.db()),
    )
    expect(rows).toMatchObject([{ given: { kind: 'levitation' } }])
  })

  test('gives whoever has an old number the one of twelve digits', async () => {
    const [number, former] = [numbered(), '260123456']
    const { personId } = await givenResident({ legacy: former })
    expect(
      await take([
        {
          kind: 'number_changed',
          personalId: number,
          on: '2026-10-01',
          former: { kind: 'legacy_id', number: former },
        },
      ]),
    ).toEqual(['recorded'])
    expect(await known(number)).toMatchObject({ personId, legacyId: former, verifiedOn: '2026-11-23' })
  })
})

describe('what is easily lost', () => {
  test('a death under the number of a record that was merged away is of whom it was merged into', async () => {
    const [kept, merged] = [await givenResident({ receives: true }), await givenResident()]
    await own.request((ctx) =>
      mergeRecords(ctx, {
        keptId: kept.personId,
        mergedId: merged.personId,
        take: [],
        standsUntil: '2026-11-20' as never,
        source: 'Gộp hồ sơ',
      }),
    )
    expect(await take([{ kind: 'death', personalId: merged.number, on: '2026-11-08' }])).toEqual(['recorded'])
    expect(await known(merged.number)).toMatchObject({ personId: kept.personId, diedOn: '2026-11-08' })
    expect(await take([{ kind: 'death', personalId: kept.number, on: '2026-11-08' }])).toEqual(['known'])
  })

  test('both parents of a child who is born are its parents, and where one receives somebody decides', async () => {
    const [mother, father] = [await givenResident(), await givenResident({ sex: 'male' })]
    const paid = await givenResident({ sex: 'male', receives: true })
    const born = (fatherId: string) => ({
      kind: 'birth',
      personalId: numbered(),
      on: '2026-10-10',
      identity: { fullName: 'Lê Thị Bông', sex: 'female', born: '2026-10-10' },
      residence: { area: '08824' },
      motherId: mother.number,
      fatherId,
    })
    expect(await take([born(father.number)])).toEqual(['recorded'])
    const ties = await own.request((ctx) => tiesNow(ctx, [mother.personId, father.personId], ['parent_of']))
    expect(ties.map(({ personId }) => personId).toSorted()).toEqual(
      [mother.personId, father.personId].toSorted(),
    )
    expect(await take([born(paid.number)])).toEqual(['asked'])
    expect(await foundAbout(mother.personId)).toMatchObject([
      { kind: 'birth', change: { otherParentId: paid.personId } },
    ])
  })

  test('a single parent who marries somebody nobody knows here is asked about', async () => {
    const alone = await givenResident({ receives: true })
    await own.request((ctx) =>
      givenFact(ctx, alone.personId, { kind: 'single_parent', detail: { basis: 'never_married' } }),
    )
    expect(
      await take([
        { kind: 'marriage', personalId: alone.number, on: '2026-11-10', spouseId: '026080999999' },
      ]),
    ).toEqual(['asked'])
    expect(await foundAbout(alone.personId)).toMatchObject([
      {
        kind: 'circumstance',
        change: { circumstance: 'single_parent', detail: null, from: '2026-11-10' },
        because: 'receives',
      },
    ])
  })

  test('a late move is into the commune of its day, though that is no more', async () => {
    const late = await givenResident()
    expect(
      await take([
        { kind: 'move', personalId: late.number, on: '2025-03-01', residence: { area: saoDaiViet.code } },
      ]),
    ).toEqual(['recorded'])
    expect(await known(late.number)).toMatchObject({ homeAreaId: saoDaiViet.id, livesSince: '2025-03-01' })
  })
})

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
  const worker = spawn(process.execPath, [interruptedJob, own.programUrl, 'population.sync'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment() },
  })
  await registry.behave({ answersAfter: 150 })
  await once(worker.stdout, 'data')
  worker.kill('SIGKILL')
  await once(worker, 'exit')
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

test('who agrees with the population register is marked as verified; of others it is kept what differs', async () => {
  const isVerified = false
  const [one, other, third] = [
    await givenResident({ isVerified }),
    await givenResident({ isVerified }),
    await givenResident({ isVerified }),
  ]
  for (const { number, born } of [
    { number: one.number, born: '1980-05-10' },
    { number: other.number, born: '1981-05-10' },
  ])
    await registry.happen({
      kind: 'birth',
      personalId: number,
      on: born,
      identity: { fullName: 'Nguyễn Thị Hòa', sex: 'female', born },
      residence: { area: '08824' },
    })
  for (const { personId } of [one, other, third])
    await verifyWith(signedJson(registry.wire), { ...job(), input: { personId } } as never)
  expect(await known(one.number)).toMatchObject({ verifiedOn: '2026-11-23' })
  expect(await known(other.number)).toMatchObject({ verifiedOn: null })
  const { rows } = await own.request((ctx) =>
    sql`select outcome, differs from population.verification where person_id = any(${[other.personId, third.personId]}::uuid[])
      order by outcome`.execute(ctx.db()),
  )
  expect(rows).toEqual([
    { outcome: 'mismatch', differs: ['born'] },
    { outcome: 'not_found', differs: [] },
  ])
  // Asked once more, the first answer stays to be read, with who asked.
  await verifyWith(signedJson(registry.wire), { ...job(), input: { personId: other.personId } } as never)
  const history = await own.request((ctx) => listComparisons(ctx, other.personId))
  expect(history).toMatchObject([
    { outcome: 'mismatch', differs: ['born'], askedName: 'An Sinh' },
    { outcome: 'mismatch', differs: ['born'], askedName: 'An Sinh' },
  ])
  await run()
})

/** Lets these happen, has them read, and says what became of each in the order of their numbers. */
async function take(happenings: readonly object[]): Promise<string[]> {
  const numbers = await registry.happen(...happenings)
  expect(await run()).toMatchObject({ trouble: null })
  const { rows } = await own.request((ctx) =>
    sql<{
      outcome: string
    }>`select outcome from population.entry where number = any(${[...numbers]}::bigint[])
      order by number`.execute(ctx.db()),
  )
  return rows.map(({ outcome }) => outcome)
}

function run(waited: number[] = [], meanwhile: () => Promise<unknown> = async () => {}) {
  return syncWith(signedJson(registry.wire), job(), async (seconds) => {
    waited.push(seconds)
    await meanwhile()
  })
}

function job() {
  const request = <Result>(work: (ctx: Ctx) => Promise<Result>) => own.request(work, { now })
  return { request, progress: async () => {}, signal: new AbortController().signal }
}

const environment = () => ({
  ANSINH_POPULATION_URL: registry.wire.url,
  ANSINH_POPULATION_KEY: registry.wire.key,
  ANSINH_POPULATION_SECRET: registry.wire.secret,
})

const numbered = () => `026180${next++}`

async function known(number: string) {
  const [person] = await own.request((ctx) => peopleByNumbers(ctx, [number]))
  return person
}

/** A woman of Tam Sơn born in 1980, in a household of her own, but for what differs. */
async function givenResident({
  fullName = 'Nguyễn Thị Hòa',
  sex = 'female' as 'female' | 'male',
  legacy,
  receives = false,
  byOfficer = false,
  isVerified = true,
}: {
  fullName?: string
  sex?: 'female' | 'male'
  legacy?: string
  receives?: boolean
  byOfficer?: boolean
  isVerified?: boolean
} = {}) {
  const number = numbered()
  const person = NewPerson.parse({
    fullName,
    sex,
    born: '1980-05-10',
    bornPrecision: 'day',
    identifiers: [
      legacy
        ? { kind: 'legacy_id', number: legacy }
        : { kind: 'personal_id', number, ...(isVerified && { verifiedOn: '2026-01-05' }) },
    ],
    home: { areaId: tamSon },
    source: 'test',
  })
  const personId = await own.request(
    async (ctx) => {
      const [id] = await registerPeople(ctx, [person])
      const since = { from: '2021-01-01' as never, source: 'test' }
      await recordMembership(ctx, { personId: id!, isHead: true, relationToHead: 'chủ hộ', ...since })
      if (receives)
        await grantAwards(ctx, [
          {
            personId: id!,
            benefit: 'monthly_allowance',
            decision: decided(tamSon),
            from: '2022-03' as never,
          },
        ])
      return id!
    },
    { now: instant('2026-01-05T02:00:00Z') },
  )
  if (byOfficer)
    await own.request(
      (ctx) => correctIdentity(ctx, { personId, phone: '0912345678', source: 'Thẻ căn cước' }),
      {
        now: instant('2026-01-06T02:00:00Z'),
        actor: officer,
      },
    )
  return { personId, number }
}

async function foundAbout(personId: string) {
  const { rows } = await own.request((ctx) =>
    sql<{ kind: string; change: object; because: string }>`
      select kind, change, found_because as because from changes.request
      where state = 'found' and person_id = ${personId}`.execute(ctx.db()),
  )
  return rows
}
