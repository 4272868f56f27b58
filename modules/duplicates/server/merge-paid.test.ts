import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { listAwards, listPaidIn, refreshStandings } from '#modules/entitlement'
import { loadHistories } from '#modules/people'
import { approveRun, closeRun, setOpening, submitRun } from '#modules/payroll'
import { accountant, approver, draw, givenDisabled, tamSon } from '../../payroll/testing.ts'
import {
  act,
  award,
  chair,
  communes,
  confirming,
  inOwnDatabase,
  own,
  pair,
  person,
  registerAll,
  whole,
} from '../testing.ts'
import { confirmMerge, mergePair, undoPairMerge } from './merge-pair.ts'
import { showPair } from './show-pair.ts'

inOwnDatabase()

test('where money was paid a second person confirms, what was paid twice is told, and nobody is awarded a third time', async () => {
  const [one, other] = await registerAll([
    person({ fullName: 'Cao Thị Dậu', born: '1944-02-02' }),
    person({ fullName: 'CAO THỊ DẬU', born: '1944-02-02' }),
  ])
  await award(one!, '2025-07')
  await award(other!, '2026-03')
  const id = await pair(one!, other!)
  const proposed = await act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))
  expect(proposed).toMatchObject({ state: 'proposed', keptId: null })
  await expect(act((ctx) => confirmMerge(ctx, whole(id)))).rejects.toMatchObject({
    code: 'duplicates.proposed_by_yourself',
  })
  expect(await act((ctx) => confirmMerge(ctx, whole(id)), chair)).toMatchObject({
    state: 'merged',
    keptId: one,
  })
  await act((ctx) => refreshStandings(ctx))
  const [until] = await act(async (ctx) => {
    const { rows } = await sql<{
      until: string
    }>`select max(upper(during))::text as until from entitlement.standing
      where person_id = ${other!}`.execute(ctx.db())
    return rows.map((row) => row.until)
  })
  expect(until, 'the rights of the record that is gone end where both were awarded').toBe('2026-03-01')
  for (const personId of [one!, other!])
    await expect(award(personId, '2026-11')).rejects.toMatchObject({
      code: expect.stringMatching(/^entitlement\.(award_overlaps|record_merged)$/),
    })
  // Whatever the program does: the database holds it across both records.
  for (const personId of [one!, other!])
    await expect(
      act((ctx) =>
        sql`insert into entitlement.award (person_id, benefit, payee_id, area_id, opened_by, during)
          select ${personId}, benefit, ${personId}, area_id, opened_by, '[2027-01-01,)' from entitlement.award
          where person_id = ${one!} limit 1`.execute(ctx.db()),
      ),
    ).rejects.toMatchObject({ constraint: expect.stringMatching(/^award_/) })

  await expect(act((ctx) => undoPairMerge(ctx, whole(id)))).rejects.toMatchObject({
    code: 'duplicates.needs_confirming_role',
  })
  await act((ctx) => undoPairMerge(ctx, whole(id)), confirming(chair))
  expect((await act((ctx) => listAwards(ctx, [other!]))).map(({ during }) => during.until)).toEqual([null])
  const [history] = await act((ctx) => loadHistories(ctx, [other!]))
  expect(history!.merges, 'that it was merged for a time is known').toHaveLength(1)
  expect(history!.merges![0]!.retractedAt).not.toBeNull()
})

test('what both were listed for is proposed to come back, the next list pays one of them, and undone pays both', async () => {
  const area = { areaId: tamSon, from: '2025-08' }
  const [one, other] = await own.request(
    async (ctx) => {
      await setOpening(ctx, { month: month('2026-10'), knownAt: instant('2026-09-15T00:00:00Z') })
      return givenDisabled(ctx, [
        { name: 'Lưu Thị Hoà', ...area },
        { name: 'Lưu Thị Hòa', ...area, from: '2026-02' },
      ])
    },
    { now: instant('2026-02-01T02:00:00Z') },
  )
  const pay = async (benefitMonth: string) => {
    const at = instant(`${benefitMonth}-20T02:00:00Z`)
    const { id } = await draw(own, benefitMonth, communes.tamSon, at)
    await own.request((ctx) => submitRun(ctx, { id }), { actor: accountant, now: at })
    await own.request((ctx) => approveRun(ctx, { id }), { actor: approver, now: at })
    // Paid elsewhere: what only waits to be paid is called back, and not asked back.
    await own.request((ctx) => closeRun(ctx, { id }), { actor: approver, now: at })
    return linesOf(id, [one!, other!])
  }
  const october = await pay('2026-10')
  expect(october.map(({ personId }) => personId)).toEqual([one, other])
  const id = await pair(one!, other!)
  const sum = october[1]!.amount
  expect(await act((ctx) => showPair(ctx, { id }))).toMatchObject({
    twice: { total: sum },
    may: { needsSecond: true },
  })
  await act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))
  expect(await act((ctx) => confirmMerge(ctx, whole(id)), chair)).toMatchObject({
    keptId: one,
    overpaid: sum,
  })
  await own.deliver()
  expect(await recoveriesOf(other!)).toEqual([{ cause: 'paid_twice', state: 'proposed', amount: sum }])
  const paid = await act((ctx) => listPaidIn(ctx, [communes.tamSon, tamSon], civilDate('2026-11-20')))
  expect(paid.map(({ personId }) => personId).filter((id) => id === one || id === other)).toEqual([one])
  const november = await pay('2026-11')
  expect(november.map(({ personId }) => personId)).toEqual([one])
  const monthly = november[0]!.amount
  await own.deliver()
  expect(await recoveriesOf(other!), 'what the next list finds is not asked back a second time').toHaveLength(
    1,
  )

  await act((ctx) => undoPairMerge(ctx, whole(id)), confirming(chair))
  await own.deliver()
  expect(await recoveriesOf(other!)).toEqual([])
  // The month in which they were one is owed to the other, and once.
  expect(await pay('2026-12')).toEqual([
    { personId: one, amount: monthly },
    { personId: other, amount: 2 * monthly },
  ])
  expect((await pay('2027-01')).map(({ amount }) => amount)).toEqual([monthly, monthly])
})

test('an award is beside another only where both are of one person, whatever the program does', async () => {
  const [kept, merged, third] = await registerAll(
    ['Đèo Thị Pâng', 'Đèo Thị Pâng', 'Đèo Thị Pang'].map((fullName) => person({ fullName })),
  )
  for (const [id, from] of [
    [kept!, '2025-07'],
    [merged!, '2026-01'],
    [third!, '2026-03'],
  ] as const)
    await award(id, from)
  const awardOf = async (personId: string) => {
    const { rows } = await act((ctx) =>
      sql<{ id: string; holderId: string | null; besideId: string | null }>`
        select id, holder_id, beside_id from entitlement.award where person_id = ${personId}`.execute(
        ctx.db(),
      ),
    )
    return rows[0]!
  }
  const mark = (personId: string, marks: { holderId?: string; besideId: string }) =>
    act((ctx) =>
      sql`insert into entitlement.award (person_id, benefit, payee_id, area_id, opened_by, during, holder_id, beside_id)
        select person_id, benefit, payee_id, area_id, opened_by, during, ${marks.holderId ?? null}, ${marks.besideId}
        from entitlement.award where person_id = ${personId}`.execute(ctx.db()),
    )
  const first = await awardOf(kept!)
  for (const [personId, marks] of [
    [kept!, { besideId: crypto.randomUUID() }],
    [merged!, { besideId: first.id }],
    [merged!, { besideId: first.id, holderId: kept! }],
  ] as const)
    await expect(mark(personId, marks)).rejects.toMatchObject({
      constraint: 'award_beside_one_of_the_same_person',
    })

  const merge = async (one: string, other: string) => {
    const id = await pair(one, other)
    await act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))
    await act((ctx) => confirmMerge(ctx, whole(id)), chair)
    return id
  }
  await merge(merged!, third!)
  const last = await merge(kept!, merged!)
  expect(await awardOf(third!)).toMatchObject({ holderId: kept, besideId: first.id })
  await act((ctx) => undoPairMerge(ctx, whole(last)), confirming(chair))
  const between = await awardOf(merged!)
  expect(between).toMatchObject({ holderId: null, besideId: null })
  expect(await awardOf(third!)).toMatchObject({ holderId: merged, besideId: between.id })
})

test('awards of two schemes are not merged: one of them is ended first', async () => {
  const [one, other] = await registerAll([
    person({ fullName: 'Phùng Thị Mận', born: '1944-02-02' }),
    person({ fullName: 'Phùng Thị Mân', born: '1944-02-02' }),
  ])
  await award(one!, '2025-07')
  await award(other!, '2026-03', 'monthly_allowance')
  const id = await pair(one!, other!)
  await expect(act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))).rejects.toMatchObject({
    code: 'duplicates.awards_of_two_schemes',
  })
  expect(await act((ctx) => showPair(ctx, { id }))).toMatchObject({ obstacle: 'awards_of_two_schemes' })
})

async function linesOf(runId: string, people: readonly string[]) {
  return act(async (ctx) => {
    const { rows } = await sql<{ personId: string; amount: number }>`
      select person_id, sum(amount)::bigint as amount from payroll.line
      where run_id = ${runId} and person_id = any(${people}::uuid[])
      group by 1 order by array_position(${people}::uuid[], person_id)`.execute(ctx.db())
    return rows
  })
}

async function recoveriesOf(personId: string) {
  return act(async (ctx) => {
    const { rows } = await sql`
      select cause, state, sum(amount)::bigint as amount from payments.recovery
      join payments.recovery_month on recovery_id = recovery.id
      where recovery.person_id = ${personId} group by recovery.id`.execute(ctx.db())
    return rows
  })
}
