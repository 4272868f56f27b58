import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { instant } from '#kernel/civil-date'
import { areaIdsWithin } from '#modules/geography'
import type { Actor, Ctx } from '#platform/server/context'
import { openDatabase } from '#platform/server/database'
import { request, systemActor } from '#platform/server/request'
import { killOnceItSpeaks } from '#testing/kill-once-it-speaks'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { givenPerson, severe } from '../../entitlement/testing.ts'
import { fileOf, tamSon } from '../testing.ts'
import { recordPapers } from './papers.ts'
import { makeDocuments, makeDocumentsKind } from './make-documents.ts'
import { listProposals } from './proposals.ts'
import { proposeDecision } from './propose.ts'
import { signDecisions } from './sign.ts'
import { submitApplication } from './submit.ts'
import { takeAction } from './take-action.ts'
import { showApplication } from './show.ts'
import { trackApplication } from './track.ts'

let own: OwnDatabase
let officer: Actor
let chair: Actor
beforeAll(async () => {
  own = await openOwnDatabase({ kinds: { [makeDocumentsKind]: makeDocuments }, subscribers: {} })
  const areaIds = [...(await own.request((ctx) => areaIdsWithin(ctx, tamSon)))]
  const there = { ...systemActor(['people.read_confidential']), areaId: tamSon, areaIds }
  officer = { ...there, userId: '0197f000-0000-7000-8000-0000000000a1', name: 'Nguyễn Thị Lan' }
  chair = { ...there, userId: '0197f000-0000-7000-8000-0000000000a2', name: 'Trần Văn Thành' }
})
afterAll(() => own.drop())
beforeEach(() => forgetEverything())

describe('numbers', () => {
  test('of a hundred decisions signed at once have no gap and no double, though some are refused', async () => {
    const ids = await givenProposals(100)
    const spoilt = new Set(ids.filter((_, index) => index % 10 === 3))
    await own.request((ctx) =>
      sql`update people.person set died_on = '2026-11-20' where id in (
        select person_id from applications.proposal where id = any(${[...spoilt]}::uuid[]))`.execute(
        ctx.db(),
      ),
    )
    const db = openDatabase(own.programUrl, 24)
    const results = await Promise.all(
      ids.map((id) =>
        request(db, { actor: chair, now: instant('2026-11-23T02:00:00Z') }, silent, (ctx) =>
          signDecisions(ctx, { ids: [id], isRead: false, requestId: randomUUID() }),
        ),
      ),
    )
    await db.destroy()
    const numbers = results.flatMap(({ signed }) => signed.map(({ number }) => Number.parseInt(number)))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 90 }, (_, index) => index + 1))
    expect(results.flatMap(({ left }) => left.map(({ code }) => code))).toEqual(
      Array.from({ length: 10 }, () => 'applications.facts_changed'),
    )
  })

  test('of two batches that sign the same decisions at once are given once', async () => {
    const ids = await givenProposals(20)
    const db = openDatabase(own.programUrl, 4)
    const batch = (some: readonly string[]) =>
      request(db, { actor: chair, now: instant('2026-11-23T02:00:00Z') }, silent, (ctx) =>
        signDecisions(ctx, { ids: some, isRead: false, requestId: randomUUID() }),
      )
    const [one, other] = await Promise.all([batch(ids), batch(ids.toReversed())])
    await db.destroy()
    expect(one.signed.length + other.signed.length).toBe(20)
    expect([...one.left, ...other.left].map(({ code }) => code)).toEqual(
      Array.from({ length: 20 }, () => 'applications.proposal_settled'),
    )
    expect(await numbersGiven()).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })
})

describe('a process that is killed', () => {
  test('while it signs leaves no number, no award and no paper, and the decisions are signed afterwards', async () => {
    const ids = await givenProposals(3)
    const requestId = randomUUID()
    const told = JSON.stringify({ actor: { ...chair, permissions: [...chair.permissions] }, ids, requestId })
    await killWhenReached('signing', told)
    expect(await numbersGiven()).toEqual([])
    expect(await countOf('entitlement.award')).toBe(0)
    const signed = await own.request((ctx) => signDecisions(ctx, { ids, isRead: false, requestId }), {
      actor: chair,
    })
    expect(signed.signed.map(({ number }) => number)).toEqual(['01/QĐ-UBND', '02/QĐ-UBND', '03/QĐ-UBND'])
  })

  test('between the number and the paper leaves it pending, and the next one makes it, the same word for word', async () => {
    const ids = await givenProposals(3)
    await own.request((ctx) => signDecisions(ctx, { ids, isRead: false, requestId: randomUUID() }), {
      actor: chair,
    })
    const before = await contents()
    await killWhenReached('making', '')
    expect(await states()).toEqual(['pending', 'pending', 'pending'])
    await own.request((ctx) =>
      sql`update platform.job set leased_until = now() - interval '1 second' where state = 'running'`.execute(
        ctx.db(),
      ),
    )
    await own.runJobs()
    expect(await states()).toEqual(['made', 'made', 'made'])
    expect(await contents()).toEqual(before)
  })
})

describe('files around 5 October 2026', () => {
  const at = (day: string, who: Actor) => ({ actor: who, now: instant(`${day}T02:00:00Z`) })

  test('complete before it keep their ten days, complete after it have seven; both are decided by the law of the day', async () => {
    const personId = await own.request((ctx) => givenPerson(ctx, { areaId: tamSon, facts: [severe] }))
    const seen = await own.request((ctx) => givenPerson(ctx, { areaId: tamSon, facts: [severe] }))
    const late = await own.request((ctx) => givenPerson(ctx, { areaId: tamSon, facts: [severe] }))
    // Entered on Monday or looked at then, it came on Friday: the law and the days are those of Friday (G-PROC-2).
    const receivedAt = instant('2026-10-02T02:00:00Z')
    const complete = await own.request(
      (ctx) => submitApplication(ctx, fileOf(personId, { receivedAt, isComplete: true })),
      at('2026-10-06', officer),
    )
    const submit = (who: string, differing: object = {}) =>
      own.request((ctx) => submitApplication(ctx, fileOf(who, differing)), at('2026-10-02', officer))
    const accept = (id: string, version: number) =>
      own.request(
        (ctx) => takeAction(ctx, { id, version, action: 'accept', requestId: randomUUID() }),
        at('2026-10-06', officer),
      )
    const lookedAt = await submit(seen)
    await accept(lookedAt.id, 1)
    // What lacked a paper until Tuesday is complete by the paper.
    const waiting = await submit(late, { papers: [{ kind: 'identity', state: 'provided' }] })
    const papers = [{ kind: 'disability_certificate', state: 'provided', fileId: null, note: null } as const]
    await own.request(
      (ctx) => recordPapers(ctx, { id: waiting.id, version: 1, papers, requestId: randomUUID() }),
      at('2026-10-06', officer),
    )
    await accept(waiting.id, 2)
    const files = await query(sql<{ edition: string; due: string }>`
      select edition, (due_at at time zone 'Asia/Ho_Chi_Minh')::date::text as due from applications.application
      order by complete_on, received_at`)
    expect(files).toEqual([
      { edition: '2025-07-01', due: '2026-10-16' },
      { edition: '2025-07-01', due: '2026-10-16' },
      { edition: '2026-10-05', due: '2026-10-15' },
    ])
    const wish = { kind: 'grant', benefit: null, reasons: [], action: 'propose' } as const
    const { proposalId } = await own.request(
      (ctx) =>
        proposeDecision(ctx, {
          id: complete.id,
          version: complete.version,
          ...wish,
          requestId: randomUUID(),
        }),
      at('2026-10-08', officer),
    )
    const { signed } = await own.request(
      (ctx) => signDecisions(ctx, { ids: [proposalId], isRead: false, requestId: randomUUID() }),
      at('2026-10-09', chair),
    )
    expect(signed).toMatchObject([{ number: '01/QĐ-UBND' }])
    const [award] = await query(sql<{ during: string; content: unknown }>`
      select during::text, content from entitlement.award, applications.document where kind = 'decision'`)
    expect(award!.during).toBe('[2026-10-01,)')
    expect(JSON.stringify(award!.content)).toContain('335/2026/NĐ-CP')
  })

  test('what is posted by the procedure of 2021 is posted for two working days, and nobody ends it sooner', async () => {
    const personId = await own.request((ctx) => givenPerson(ctx, { areaId: tamSon, facts: [severe] }))
    const receivedAt = instant('2025-06-02T02:00:00Z')
    const { id, version } = await own.request(
      (ctx) => submitApplication(ctx, fileOf(personId, { receivedAt, isComplete: true })),
      at('2026-11-20', officer),
    )
    const wish = { kind: 'grant', benefit: null, reasons: [], action: 'propose' } as const
    await own.request(
      (ctx) => proposeDecision(ctx, { id, version, ...wish, requestId: randomUUID() }),
      at('2026-11-20', officer),
    )
    const { rows } = await own.request((ctx) => listProposals(ctx, {}), at('2026-11-20', chair))
    expect(rows).toMatchObject([{ isSafe: false, changes: [], waitsIn: { vi: 'Niêm yết công khai' } }])
    const end = (day: string) =>
      own.request(
        (ctx) =>
          takeAction(ctx, { id, version: version + 1, action: 'no_objection', requestId: randomUUID() }),
        at(day, officer),
      )
    // The 24th is a holiday.
    for (const day of ['2026-11-20', '2026-11-25'])
      await expect(end(day)).rejects.toMatchObject({
        code: 'applications.too_early',
        details: { until: '2026-11-25' },
      })
    expect(await end('2026-11-26')).toMatchObject({ step: 'take_over' })
  })

  test.for([
    [false, 'Niêm yết công khai', 'Xã dán công khai kết quả xét đến hết ngày 25/11/2026.'],
    [true, 'Giải quyết', 'Xã đã có kết quả xét và làm bước tiếp theo sau ngày 25/11/2026.'],
  ] as const)(
    'of a posting its own last day is told, and nothing of a posting where nothing is posted (HIV: %s)',
    async ([hiv, name, told]) => {
      const personId = await own.request((ctx) => givenPerson(ctx, { areaId: tamSon, facts: [severe] }))
      const kinds = ['disability_certificate', 'identity', ...(hiv ? ['hiv_proof'] : [])]
      const file = fileOf(personId, {
        receivedAt: instant('2025-06-02T02:00:00Z'),
        asked: { standing: { disability: 'severe', hiv } },
        papers: kinds.map((kind) => ({ kind, state: 'provided' as const })),
        isComplete: true,
      })
      const posted = at('2026-11-20', officer)
      const { id, code, version } = await own.request((ctx) => submitApplication(ctx, file), posted)
      const wish = { kind: 'grant', benefit: null, reasons: [], action: 'propose' } as const
      await own.request(
        (ctx) => proposeDecision(ctx, { id, version, ...wish, requestId: randomUUID() }),
        posted,
      )
      const { tells, steps } = await own.request(
        (ctx) => trackApplication(ctx, { code, born: '1984-05-10' }),
        posted,
      )
      expect(tells.vi).toContain(told)
      expect(steps.find(({ state }) => state === 'current')?.name.vi).toBe(name)
      expect(/niêm yết|công khai|post/i.test(JSON.stringify([tells, steps]))).toBe(!hiv)
      const { clocks } = await own.request((ctx) => showApplication(ctx, { id }), posted)
      expect(clocks.step).toMatchObject({ state: 'waiting', dueOn: '2026-11-25' })
    },
  )
})

const silent = { publish: async () => {}, record: () => 'select 1' }

async function givenProposals(count: number): Promise<string[]> {
  const people = await own.request(async (ctx) => {
    const ids: string[] = []
    for (let index = 0; index < count; index++)
      ids.push(await givenPerson(ctx, { areaId: tamSon, facts: [severe] }))
    return ids
  })
  const proposals: string[] = []
  for (const personId of people)
    proposals.push(
      await own.request(
        async (ctx) => {
          const { id, version } = await submitApplication(ctx, fileOf(personId, { isComplete: true }))
          const wish = {
            kind: 'grant',
            benefit: null,
            reasons: [],
            action: 'propose',
            requestId: randomUUID(),
          } as const
          return (await proposeDecision(ctx, { id, version, ...wish })).proposalId
        },
        { actor: officer },
      ),
    )
  return proposals
}

function killWhenReached(stage: string, told: string) {
  const signing = join(import.meta.dirname, 'interrupted-signing.ts')
  return killOnceItSpeaks(own, signing, own.programUrl, stage, told)
}

function query<Row>(text: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return own.request(async (ctx: Ctx) => (await text.execute(ctx.db())).rows)
}

async function numbersGiven() {
  const rows = await query(sql<{ sequence: number }>`
    select sequence from applications.document where sequence is not null order by sequence`)
  return rows.map(({ sequence }) => sequence)
}

async function countOf(table: string) {
  const [row] = await query(sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`)
  return row!.count
}

async function states() {
  const rows = await query(sql<{ state: string }>`
    select state from applications.document where kind = 'decision' order by sequence`)
  return rows.map(({ state }) => state)
}

async function contents() {
  return query(
    sql`select number, content from applications.document where kind = 'decision' order by sequence`,
  )
}

async function forgetEverything() {
  const owner = openDatabase(own.ownerUrl, 1)
  await sql`truncate applications.application, applications.number_series, applications.command, entitlement.award,
    entitlement.decision, entitlement.standing, platform.job, people.person cascade`.execute(owner)
  await owner.destroy()
}
