import { sql } from 'kysely'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { grantAwards, listAwards, refreshStandings } from '#modules/entitlement'
import { areaIdsWithin } from '#modules/geography'
import {
  correctIdentity,
  loadHistories,
  recordCircumstance,
  recordMembership,
  recordRelation,
  registerPeople,
} from '#modules/people'
import { NewPerson, type PersonId } from '#modules/people/contract'
import { approveRun, setOpening, submitRun } from '#modules/payroll'
import type { Actor, Ctx } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { fileURLToPath } from 'node:url'
import { accountant, approver, draw, givenDisabled, tamSon } from '../../payroll/testing.ts'
import { PairId, type Choices } from '../contract.ts'
import { keepPairs } from '../db/found-pairs.ts'
import { answerCommune, askCommune } from './ask-commune.ts'
import { confirmMerge, keepApart, mergePair, undoPairMerge, withdrawProposal } from './merge-pair.ts'
import { showPair } from './show-pair.ts'

const communes = { tamSon: 250708824, songLo: 250708848 } as const
const reason = 'Cùng một người, đã xem thẻ căn cước'
const officer = { userId: '0197f000-0000-7000-8000-000000000011', name: 'Lê Thị Hoa' }
const chair = { userId: '0197f000-0000-7000-8000-000000000012', name: 'Phạm Văn Đức' }

let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())

test('merged, a record has what was chosen and what it lacked; undone, both say exactly what they said', async () => {
  const [kept, other] = await registerAll([
    person({ fullName: 'Nguyễn Thị Hoà', number: '026138001234', village: 'Thôn Đông' }),
    person({ fullName: 'Nguyễn Thị Hòa', legacy: '135123456', phone: '0912345678', village: 'Thôn Đoài' }),
  ])
  const [child] = await registerAll([person({ fullName: 'Trần Văn Nam', sex: 'male', born: '1962-01-05' })])
  await act(async (ctx) => {
    await recordRelation(ctx, {
      personId: other!,
      otherId: child!,
      kind: 'parent_of',
      detail: {},
      from: null,
      until: null,
      source: 'Hộ khẩu',
    })
    await recordMembership(ctx, {
      personId: other!,
      isHead: true,
      relationToHead: 'chủ hộ',
      from: civilDate('2010-01-01'),
      source: 'Hộ khẩu',
    })
    await recordCircumstance(ctx, {
      personId: other!,
      kind: 'disability',
      detail: { level: 'severe', types: ['mobility'], issuedOn: '2024-05-01' },
      from: civilDate('2024-05-01'),
      until: null,
      evidence: null,
      source: 'Giấy xác nhận',
    })
  })
  const before = await factsOf(kept!, other!)
  const id = await pair(kept!, other!)
  const names = kept! < other! ? 'other' : 'one'
  const merged = await act((ctx) =>
    mergePair(ctx, { ...whole(id), choices: { fullName: names, home: names } }),
  )
  expect(merged).toMatchObject({ state: 'merged', overpaid: 0 })
  const survivor = merged.keptId!
  expect(await factsOf(survivor)).toMatchObject([
    {
      fullName: 'Nguyễn Thị Hòa',
      phone: '0912345678',
      numbers: ['026138001234', '135123456'],
      relations: [`parent_of ${child}`],
      circumstances: ['disability [2024-05-01,)'],
      mergedInto: null,
    },
  ])
  const gone = survivor === kept ? other! : kept!
  await expect(
    act((ctx) => correctIdentity(ctx, { personId: gone, phone: '0987654321', source: 'Thẻ' })),
  ).rejects.toMatchObject({ code: 'people.person_merged', details: { into: survivor } })

  await act((ctx) => undoPairMerge(ctx, { ...whole(id), reason: 'Hai chị em họ' }))
  expect(await factsOf(kept!, other!)).toEqual(before)
  expect(await act((ctx) => showPair(ctx, { id }))).toMatchObject({ state: 'open', may: { merge: true } })
})

test('what somebody has built on a merge is not lost by undoing it', async () => {
  const [one, other] = await registerAll([
    person({ fullName: 'Lý A Páo' }),
    person({ fullName: 'Lí A Páo', phone: '0912000111' }),
  ])
  const id = await pair(one!, other!)
  const { keptId } = await act((ctx) => mergePair(ctx, { ...whole(id), choices: {} }))
  await act((ctx) =>
    correctIdentity(ctx, { personId: keptId as PersonId, phone: '0912000222', source: 'Thẻ' }),
  )
  await expect(act((ctx) => undoPairMerge(ctx, whole(id)))).rejects.toMatchObject({
    code: 'duplicates.changed_since_merge',
    details: { tables: ['personVersion'] },
  })
})

test('records merged one after the other are parted the last one first', async () => {
  // Where nobody was paid the record that was there first is kept.
  const [first, a, b] = await registerAll(
    ['Ma Thị So', 'Ma Thị Sò', 'Ma Thị Xò'].map((fullName) => person({ fullName })),
  )
  const [ab, withA, withB] = [await pair(a!, b!), await pair(first!, a!), await pair(first!, b!)]
  expect(await act((ctx) => mergePair(ctx, { ...whole(ab), choices: {} }))).toMatchObject({ keptId: a })
  await expect(
    act((ctx) => showPair(ctx, { id: withB })),
    'the pair of the record that is gone',
  ).rejects.toMatchObject({ code: 'duplicates.pair_not_found' })
  expect(await act((ctx) => mergePair(ctx, { ...whole(withA), choices: {} }))).toMatchObject({
    keptId: first,
  })
  await expect(act((ctx) => undoPairMerge(ctx, whole(ab)))).rejects.toMatchObject({
    code: 'duplicates.undo_later_first',
  })
  await act((ctx) => undoPairMerge(ctx, whole(withA)))
  await act((ctx) => undoPairMerge(ctx, whole(ab)))
  expect((await factsOf(first!, a!, b!)).map(({ mergedInto }) => mergedInto)).toEqual([null, null, null])
})

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
  expect((await pay('2026-11')).map(({ personId }) => personId)).toEqual([one])
  await own.deliver()
  expect(await recoveriesOf(other!), 'what the next list finds is not asked back a second time').toHaveLength(
    1,
  )

  await act((ctx) => undoPairMerge(ctx, whole(id)), confirming(chair))
  await own.deliver()
  expect(await recoveriesOf(other!)).toEqual([])
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

test(
  'killed in the middle of a merge, nothing of it has happened, and it can be done',
  { timeout: 30_000 },
  async () => {
    const [one, other] = await registerAll([
      person({ fullName: 'Sùng Thị Dua' }),
      person({ fullName: 'Sùng Thị Rua', phone: '0933444555' }),
    ])
    const before = await factsOf(one!, other!)
    const id = await pair(one!, other!)
    const input = { ...whole(id), choices: {} }
    const worker = spawn(
      process.execPath,
      [
        fileURLToPath(new URL('../../../app/testing/interrupted-merge.ts', import.meta.url)),
        own.programUrl,
        JSON.stringify(input),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(worker.stdout, 'data')
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    expect(await factsOf(one!, other!)).toEqual(before)
    for (let tries = 0; ; tries++) {
      const { rows } = await act((ctx) =>
        sql`select from pg_stat_activity where state like 'idle in transaction%'
        and datname = current_database() and pid <> pg_backend_pid()`.execute(ctx.db()),
      )
      if (rows.length === 0 || tries > 100) break
      await sleep(20)
    }
    const merged = await act((ctx) => mergePair(ctx, input))
    expect(merged.state).toBe('merged')
    expect(await act((ctx) => mergePair(ctx, input)), 'sent again it is done once').toEqual(merged)
  },
)

const everything = ['duplicates.read', 'duplicates.decide']

function act<Result>(work: (ctx: Ctx) => Promise<Result>, who: Partial<Actor> = officer): Promise<Result> {
  return own.request(work, { actor: { permissions: new Set(everything), ...who } })
}

function confirming(who: Partial<Actor>): Partial<Actor> {
  return { ...who, permissions: new Set([...everything, 'duplicates.confirm']) }
}

async function officerIn(areaId: number, who: Partial<Actor>): Promise<Partial<Actor>> {
  return { ...who, areaId, areaIds: [...(await own.request((ctx) => areaIdsWithin(ctx, areaId)))] }
}

const whole = (id: PairId) => ({ id, reason, requestId: crypto.randomUUID() })

async function pair(one: string, other: string): Promise<PairId> {
  const [oneId, otherId] = [one, other].toSorted() as [string, string]
  return act(async (ctx) => {
    await keepPairs(ctx, [{ oneId, otherId, score: 30, likely: 0.9, parts: [] }])
    const { rows } = await sql<{ id: string }>`select id from duplicates.pair
      where one_id = ${oneId} and other_id = ${otherId}`.execute(ctx.db())
    return PairId.parse(rows[0]!.id)
  })
}

function award(
  personId: string,
  from: string,
  benefit: 'social_pension' | 'monthly_allowance' = 'social_pension',
) {
  const decision = {
    number: '12/QĐ-UBND',
    signedOn: civilDate(`${from}-05`),
    signerTitle: 'Chủ tịch',
    areaId: communes.tamSon,
    source: 'import',
  }
  return act((ctx) => grantAwards(ctx, [{ personId, benefit, from: month(from), decision }]))
}

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

/** All that is believed of people now, without when and by whom it was written. */
async function factsOf(...ids: string[]) {
  return act(async (ctx) => {
    const { rows } = await sql<Record<string, unknown>>`
      select full_name, sex, born, phone, home_area_id, home_village, merged_into, name_key,
        (select array_agg(number order by number) from people.identifier where person_id = person.id and retracted_at is null) as numbers,
        (select array_agg(area_id || coalesce(village, '') || during order by during) from people.residence where person_id = person.id and retracted_at is null) as residences,
        (select array_agg(household_id::text || is_head || during order by during) from people.membership where person_id = person.id and retracted_at is null) as memberships,
        (select array_agg(kind || ' ' || other_id order by 1) from people.relation where person_id = person.id and retracted_at is null) as relations,
        (select array_agg(kind || ' ' || during order by kind) from people.circumstance where person_id = person.id and retracted_at is null) as circumstances
      from people.person where id = any(${ids}::uuid[]) order by array_position(${ids}::uuid[], id)`.execute(
      ctx.db(),
    )
    return rows
  })
}

function registerAll(people: readonly NewPerson[]): Promise<PersonId[]> {
  return own.request((ctx) => registerPeople(ctx, people))
}

function person(differing: {
  fullName: string
  born?: string
  sex?: 'female' | 'male'
  village?: string
  areaId?: number
  number?: string
  legacy?: string
  phone?: string
}): NewPerson {
  const { areaId = communes.tamSon, village = null, number, legacy, phone = null, ...who } = differing
  return NewPerson.parse({
    sex: 'female',
    born: '1938-03-12',
    bornPrecision: 'day',
    ...who,
    phone,
    identifiers: [
      ...(number ? [{ kind: 'personal_id', number }] : []),
      ...(legacy ? [{ kind: 'legacy_id', number: legacy }] : []),
    ],
    home: { areaId, village },
    source: 'Tờ khai',
  })
}
