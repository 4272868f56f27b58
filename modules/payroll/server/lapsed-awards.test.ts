import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { grantAward, grantAwards } from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import { endCircumstance, recordCircumstance, recordMembership, registerPeople } from '#modules/people'
import type { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { arrearsOf, draw, givenDecision, regularOf, runOf, tamSon } from '../testing.ts'
import { getRun } from './get-run.ts'
import { listChanges } from './list-lines.ts'
import { setOpening } from './opening.ts'

let own: OwnDatabase
let commune: number
let leaver: PersonId
let mistaken: PersonId
const all = { actor: { permissions: new Set(['payroll.prepare', 'people.read_confidential']) } }

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: {} })
  await own.request(
    async (ctx) => {
      commune = (await areaAt(ctx, [tamSon], civilDate('2025-12-31'))).get(tamSon)!
      ;[leaver, mistaken] = (await givenNearPoor(ctx, ['1951-03-10', '1955-03-20'])) as [PersonId, PersonId]
      await setOpening(ctx, { month: month('2025-12'), knownAt: instant('2025-11-15T00:00:00Z') })
    },
    { now: instant('2025-09-20T02:00:00Z') },
  )
})
afterAll(() => own.drop())

test('G-POV-3: who left the near-poor list at 74 is not paid again at 75, is named, and is paid by a new decision', async () => {
  await draw(own, '2025-12', commune)
  expect(await regularOf(own, '2025-12', [leaver, mistaken])).toEqual([500_000, 500_000])
  await own.request((ctx) => leaveTheList(ctx, [leaver, mistaken]), { now: instant('2026-01-05T02:00:00Z') })
  await draw(own, '2026-01', commune, instant('2026-01-06T02:00:00Z'))
  expect(await regularOf(own, '2026-01', [leaver, mistaken])).toEqual([500_000, 500_000])

  // 75 on 10 March: a right again, and without a decision no money.
  await draw(own, '2026-02', commune)
  await draw(own, '2026-03', commune)
  expect([
    await regularOf(own, '2026-02', [leaver, mistaken]),
    await regularOf(own, '2026-03', [leaver, mistaken]),
  ]).toEqual([
    [0, 0],
    [0, 0],
  ])
  const { comparison } = await run('2026-03')
  expect(comparison.unexplained).toBe(0)
  expect(comparison.changes).toEqual([
    { reason: 'needs_decision', people: 1, peopleDifference: 0, difference: 0 },
  ])
  const { rows } = await own.request(
    async (ctx) => listChanges(ctx, { id: await runOf(ctx, '2026-03'), page: 1 }),
    all,
  )
  expect(rows).toMatchObject([
    {
      person: { id: leaver },
      component: 'social_pension',
      reason: 'needs_decision',
      before: 0,
      now: 0,
      detail: { lapsed: { since: '2026-02', amount: 500_000 } },
    },
  ])

  await own.request(
    (ctx) =>
      grantAward(ctx, {
        personId: leaver,
        benefit: 'social_pension',
        from: month('2026-03'),
        decision: { ...givenDecision(commune, civilDate('2026-03-16')), source: 'office' },
      }),
    { now: instant('2026-03-16T02:00:00Z') },
  )
  await draw(own, '2026-04', commune)
  expect(await regularOf(own, '2026-04', [leaver, mistaken])).toEqual([500_000, 0])
  expect(await arrearsOf(own, '2026-04')).toEqual([
    { personId: leaver, benefitMonth: '2026-03', amount: 500_000 },
  ])
})

test('an end recorded by mistake and taken back is no lapse: the months missed come as arrears', async () => {
  await own.request(
    async (ctx) => {
      const replaces = await povertyOf(ctx, mistaken)
      await recordCircumstance(ctx, { ...nearPoor, personId: mistaken, replaces })
    },
    { now: instant('2026-04-16T02:00:00Z') },
  )
  await draw(own, '2026-05', commune)
  expect(await regularOf(own, '2026-05', [leaver, mistaken])).toEqual([500_000, 500_000])
  expect(await arrearsOf(own, '2026-05')).toEqual(
    ['2026-02', '2026-03', '2026-04'].map((benefitMonth) => ({
      personId: mistaken,
      benefitMonth,
      amount: 500_000,
    })),
  )
  expect((await run('2026-05')).comparison.changes.map(({ reason }) => reason)).not.toContain(
    'needs_decision',
  )
})

const nearPoor = {
  kind: 'poverty',
  detail: { level: 'near_poor', year: 2025 },
  from: civilDate('2025-01-01'),
  until: null,
  evidence: null,
  source: 'test',
} as const

/** People in households on the list, each with a social pension since September 2025. */
async function givenNearPoor(ctx: Ctx, births: readonly string[]): Promise<PersonId[]> {
  const ids = await registerPeople(
    ctx,
    births.map((born) => ({
      fullName: 'Phùng Thị Mận',
      sex: 'female' as const,
      born: civilDate(born),
      bornPrecision: 'day' as const,
      ethnicGroup: null,
      phone: null,
      identifiers: [],
      home: { areaId: commune, village: null, address: null, from: civilDate('2025-07-01') },
      source: 'test',
    })),
  )
  for (const personId of ids) {
    const alone = {
      isHead: true,
      relationToHead: 'head',
      from: civilDate('2025-01-01'),
      source: 'test',
    } as const
    await recordMembership(ctx, { personId, ...alone })
    await recordCircumstance(ctx, { ...nearPoor, personId })
  }
  const decision = givenDecision(commune, civilDate('2025-09-10'))
  const award = { benefit: 'social_pension', from: month('2025-09'), decision } as const
  await grantAwards(
    ctx,
    ids.map((personId) => ({ personId, ...award })),
  )
  return ids
}

async function leaveTheList(ctx: Ctx, personIds: readonly PersonId[]) {
  for (const personId of personIds)
    await endCircumstance(ctx, {
      personId,
      circumstanceId: await povertyOf(ctx, personId),
      until: civilDate('2026-01-01'),
      source: 'test',
    })
}

async function povertyOf(ctx: Ctx, personId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select circumstance.id from people.circumstance join people.membership using (household_id)
    where membership.person_id = ${personId} and circumstance.retracted_at is null
      and membership.retracted_at is null`.execute(ctx.db())
  return rows[0]!.id
}

function run(benefitMonth: string) {
  return own.request(async (ctx) => getRun(ctx, { id: await runOf(ctx, benefitMonth) }), all)
}
