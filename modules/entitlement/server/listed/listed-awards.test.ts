import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import { getEntitlements, getExplanation } from '../../contract.ts'
import { confirmAwardList, getAwardList, listAwardLists, sendBackAwardList } from '../../listed-contract.ts'
import { decided, givenPerson, severe, tamSon, thoTang } from '../../testing.ts'
import { listAwards } from '../../db/awards.ts'
import { listOpenings } from '../../db/openings.ts'
import { dueIn } from '../../domain/index.ts'
import { entitlementSubscribers } from '../subscriptions.ts'
import { grantAwards } from '../grant-awards.ts'
import { replayPersonMonths } from '../replay.ts'
import { refreshStandings } from '../refresh-standings.ts'

const officer = '0197f000-0000-7000-8000-000000000009'
const colleague = '0197f000-0000-7000-8000-00000000000a'
const chair = '0197f000-0000-7000-8000-00000000000b'

test('what a list says waits, in no award, and the chair sees it beside what the law gives', async ({
  world,
}) => {
  const [one, other] = await givenListed(world, [severe, undefined])
  expect(await awardsOf(world, one!, other!)).toEqual([])
  const lists = await chairOf(world).call(listAwardLists, { isWaiting: 'true' })
  expect(lists).toMatchObject([
    { importId, area: { id: tamSon }, proposed: 2, confirmed: 0, monthly: 1_500_000, earliest: '2026-10' },
  ])
  const { rows } = await chairOf(world).call(getAwardList, list)
  expect(rows).toMatchObject([
    // The decision of the list stands; what is paid follows the law: 1,5 times the standard, and nothing to whom it gives none.
    { row: 3, person: { id: one }, monthly: 750_000, byLaw: 810_000, state: 'proposed' },
    { row: 4, person: { id: other }, monthly: 750_000, byLaw: 0 },
  ])
  const seen = await chairOf(world).call(getEntitlements, { personId: one! })
  expect(seen).toMatchObject({ awards: [], waiting: [{ importId, from: '2026-10' }] })
})

test('a second person confirms, and what is confirmed twice is granted once', async ({ world }) => {
  const [one, other] = await givenListed(world, [severe, severe])
  const confirm = () => chairOf(world).call(confirmAwardList, { ...list, which: { waiting: 2 } })
  expect(await confirm()).toEqual({ confirmed: 2, held: 0 })
  expect(await confirm()).toEqual({ confirmed: 0, held: 0 })
  const awards = await awardsOf(world, one!, other!)
  expect(awards).toMatchObject([
    { benefit: 'monthly_allowance', areaId: tamSon, during: { from: '2026-10-01', until: null } },
    { benefit: 'monthly_allowance', areaId: tamSon, during: { from: '2026-10-01', until: null } },
  ])
  const openings = await listOpenings(
    world.ctx,
    awards.map(({ id }) => id),
  )
  expect(openings.map(({ number, isListed }) => [number, isListed])).toEqual([
    ['15/QĐ-UBND', true],
    ['15/QĐ-UBND', true],
  ])
  const { rows } = await sql`select distinct recorded_by from entitlement.decision
    where source = 'import' and person_id = any(${[one, other]}::uuid[])`.execute(world.ctx.db())
  expect(rows).toEqual([{ recordedBy: chair }])
})

test('months that lists of before have paid stay in the award, and are not this system’s to pay', async ({
  world,
}) => {
  const [one] = await givenListed(world, [severe], { paidThrough: '2026-10' })
  expect((await chairOf(world).call(getAwardList, list)).rows).toMatchObject([{ paidThrough: '2026-10' }])
  await chairOf(world).call(confirmAwardList, { ...list, which: { waiting: 1 } })
  expect(await awardsOf(world, one!)).toMatchObject([
    { during: { from: '2026-10-01', until: null }, paidFrom: '2026-11-01' },
  ])
  const paid = await replayPersonMonths(world.ctx, [one!], months, world.ctx.now)
  expect(paid.map(({ awards }) => awards.length)).toEqual([0, 1])
  const seen = await chairOf(world).call(getEntitlements, { personId: one! })
  expect(seen).toMatchObject({
    awards: [{ from: '2026-10', paidFrom: '2026-11' }],
    spells: [{ from: '2026-10' }],
  })
  const asked = { personId: one!, month: months[0]! }
  expect(await chairOf(world).call(getExplanation, asked)).toMatchObject({
    awarded: ['monthly_allowance'],
    paidBefore: [{ benefit: 'monthly_allowance', paidFrom: '2026-11' }],
    explanation: { total: 810_000 },
  })
})

test('what is said of the whole file afterwards is said of every row that says nothing itself', async ({
  world,
}) => {
  await givenListed(world, [severe, severe])
  await givenListed(world, [severe], { paidThrough: '2026-10', isPaidTold: true })
  await entitlementSubscribers['entitlement.hear_paid_through']!.run(world.ctx, {
    type: 'people.list_paid_through',
    eventId: 9,
    importId,
    paidThrough: '2026-11',
  })
  const { rows } = await chairOf(world).call(getAwardList, list)
  expect(rows.map(({ paidThrough }) => paidThrough ?? '').toSorted()).toEqual([
    '2026-10',
    '2026-11',
    '2026-11',
  ])
})

test('rows that were taken in and have not come yet are counted, in lists of which nothing has come, too', async ({
  world,
}) => {
  await givenListed(world, [severe])
  const owe = (of: string) =>
    sql`with event as (
        insert into platform.event (type, payload) values ('people.beneficiary_listed', ${JSON.stringify({
          areaId: tamSon,
          list: {
            importId: of,
            fileName: 'khác.xlsx',
            rowNumber: 9,
            broughtBy: officer,
            appliedBy: colleague,
            appliedName: 'Nguyễn Thị Lan',
          },
        })}::jsonb) returning id)
      insert into platform.delivery (event_id, subscriber) select id, 'entitlement.grant_listed' from event`.execute(
      world.ctx.db(),
    )
  const other = '0197f000-0000-7000-8000-0000000000ab'
  for (const of of [importId, other, other]) await owe(of)
  expect(await chairOf(world).call(listAwardLists, { isWaiting: 'true' })).toMatchObject([
    { importId, proposed: 1, coming: 1 },
    { importId: other, fileName: 'khác.xlsx', proposed: 0, coming: 2, isOwn: false },
  ])
  const elsewhere = world.as({
    userId: chair,
    can: ['entitlement.read'],
    areaId: thoTang,
    areaIds: [thoTang],
  })
  expect(await elsewhere.call(listAwardLists, {})).toEqual([])
})

test.for([
  ['who sent the file', officer],
  ['who had its rows taken in', colleague],
])('%s confirms nothing and sends nothing back', async ([, userId], { world }) => {
  const [one] = await givenListed(world, [severe])
  const own = chairOf(world, userId)
  expect(await own.call(listAwardLists, {})).toMatchObject([{ isOwn: true }])
  const which = { waiting: 1 }
  await expect(own.call(confirmAwardList, { ...list, which })).rejects.toThrow('entitlement.award_list_own')
  await expect(own.call(sendBackAwardList, { ...list, which, reason: 'Nhập nhầm tệp' })).rejects.toThrow(
    'entitlement.award_list_own',
  )
  expect(await awardsOf(world, one!)).toEqual([])
})

test('the database keeps the second person apart, whatever the program does', async ({ world }) => {
  await givenListed(world, [severe])
  await expect(
    sql`update entitlement.listed_award set state = 'confirmed', decided_by = ${officer}, decided_at = now()`.execute(
      world.ctx.db(),
    ),
  ).rejects.toThrow('listed_award_by_second_person')
})

test('a row is sent back with its reason while the others are confirmed, and may be confirmed after all', async ({
  world,
}) => {
  const [one, other] = await givenListed(world, [severe, severe])
  const { rows } = await chairOf(world).call(getAwardList, list)
  const [first, second] = rows.map(({ id }) => id)
  const reason = 'Quyết định không có trong sổ văn bản'
  const back = { ...list, which: { ids: [second!] }, reason }
  expect(await chairOf(world).call(sendBackAwardList, back)).toEqual({ sentBack: 1 })
  expect(await chairOf(world).call(confirmAwardList, { ...list, which: { waiting: 1 } })).toEqual({
    confirmed: 1,
    held: 0,
  })
  expect((await awardsOf(world, one!, other!)).map(({ personId }) => personId)).toEqual([one])
  expect((await chairOf(world).call(getAwardList, { ...list, state: 'sent_back' })).rows).toMatchObject([
    { id: second, reason, decided: { name: 'Lê Thị Hoa' } },
  ])
  await expect(
    chairOf(world).call(sendBackAwardList, { ...list, which: { ids: [first!] }, reason }),
  ).rejects.toThrow('entitlement.listed_award_decided')
  await chairOf(world).call(confirmAwardList, { ...list, which: { ids: [second!] } })
  expect((await awardsOf(world, other!)).length).toBe(1)
})

test.for([
  // Khoản 2 Điều 5 of Decree 20/2021 ends at 22, in June 2026; what Decree 335 gives again takes a decision of October (TRN-05, TRN-07).
  [
    'a decision of before',
    { from: '2022-09', signedOn: '2022-09-05' },
    { byLaw: 0, lapsedIn: '2026-10' },
    [0, 0, 0],
  ],
  // 1,5 × 540.000.
  [
    'a new decision',
    { from: '2026-10', signedOn: '2026-10-12' },
    { byLaw: 810_000, lapsedIn: null },
    [0, 810_000, 810_000],
  ],
] as const)(
  'a student who was 22 before Decree 335 is paid by %s as the chair was told',
  async ([, said, told, paid], { world }) => {
    const [one] = await givenListed(world, [student], { ...said, born: '2004-06-20' })
    const { rows } = await chairOf(world).call(getAwardList, list)
    expect(rows).toMatchObject([told])
    await chairOf(world).call(confirmAwardList, { ...list, which: { waiting: 1 } })
    const asked = ['2026-09', '2026-10', '2026-11'].map((of) => month(of))
    const stood = await replayPersonMonths(world.ctx, [one!], asked, world.ctx.now)
    expect(stood.map((row) => dueIn(row).reduce((sum, { amount }) => sum + amount, 0))).toEqual(paid)
  },
)

test('a list that grew since it was looked at is not confirmed unseen', async ({ world }) => {
  await givenListed(world, [severe, severe])
  await expect(chairOf(world).call(confirmAwardList, { ...list, which: { waiting: 1 } })).rejects.toThrow(
    'entitlement.award_list_changed',
  )
})

test('whoever was granted the benefit meanwhile keeps that award', async ({ world }) => {
  const [one] = await givenListed(world, [severe])
  await grantAwards(world.ctx, [
    { personId: one!, benefit: 'monthly_allowance', decision: decided(tamSon), from: month('2026-11') },
  ])
  const before = await awardsOf(world, one!)
  expect(await chairOf(world).call(confirmAwardList, { ...list, which: { waiting: 1 } })).toEqual({
    confirmed: 0,
    held: 1,
  })
  expect(await awardsOf(world, one!)).toEqual(before)
})

test('another commune neither sees the list nor confirms it, and nobody without the right does', async ({
  world,
}) => {
  await givenListed(world, [severe])
  const elsewhere = world.as({
    userId: chair,
    can: ['entitlement.read', 'entitlement.decide'],
    areaId: thoTang,
    areaIds: [thoTang],
  })
  expect(await elsewhere.call(listAwardLists, {})).toEqual([])
  await expect(elsewhere.call(getAwardList, list)).rejects.toThrow('entitlement.award_list_not_found')
  expect(await elsewhere.call(confirmAwardList, { ...list, which: { waiting: 1 } })).toEqual({
    confirmed: 0,
    held: 0,
  })
  const reader = world.as({ userId: chair, can: ['entitlement.read'], areaId: tamSon, areaIds: [tamSon] })
  await expect(reader.call(confirmAwardList, { ...list, which: { waiting: 1 } })).rejects.toThrow('forbidden')
  expect(await chairOf(world).call(listAwardLists, { isWaiting: 'true' })).toMatchObject([{ proposed: 1 }])
})

const student: readonly Fact[] = [
  { kind: 'former_child_without_support' },
  { kind: 'study', detail: { level: 'first_degree' } },
]
const importId = '0197f000-0000-7000-8000-0000000000aa'
const list = { importId, areaId: tamSon }
const months = [month('2026-10'), month('2026-11')]

type Fact = typeof severe
type Said = { paidThrough?: string; isPaidTold?: boolean; from?: string; signedOn?: string; born?: string }

/** People a list of Tam Sơn says receive the monthly allowance, each with what is true of them. */
async function givenListed(
  { ctx }: World,
  facts: readonly (Fact | readonly Fact[] | undefined)[],
  { born, ...said }: Said = {},
): Promise<string[]> {
  const people: string[] = []
  for (const [index, fact] of facts.entries()) {
    const known = [fact].flat().filter((one) => one !== undefined)
    const personId = await givenPerson(ctx, { areaId: tamSon, facts: known, ...(born && { born }) })
    people.push(personId)
    await entitlementSubscribers['entitlement.grant_listed']!.run(ctx, {
      type: 'people.beneficiary_listed',
      eventId: index,
      personId,
      benefit: 'monthly_allowance',
      decisionNumber: '15/QĐ-UBND',
      signedOn: civilDate('2026-10-05'),
      signerTitle: 'Chủ tịch Ủy ban nhân dân cấp xã',
      areaId: tamSon,
      from: '2026-10',
      monthly: 750_000,
      ...said,
      requestId: randomUUID(),
      list: {
        importId,
        fileName: 'xã Tam Sơn.xlsx',
        rowNumber: index + 3,
        broughtBy: officer,
        appliedBy: colleague,
        appliedName: 'Nguyễn Thị Lan',
      },
    })
  }
  await refreshStandings(ctx)
  return people
}

function chairOf(world: World, userId = chair): World {
  return world.as({
    userId,
    can: ['entitlement.read', 'entitlement.decide'],
    areaId: tamSon,
    areaIds: [tamSon],
  })
}

function awardsOf({ ctx }: World, ...personIds: string[]) {
  return listAwards(ctx, personIds)
}
