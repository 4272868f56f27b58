import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, instant, month, type Instant } from '#kernel/civil-date'
import { proposeDecision, signDecisions, submitApplication } from '#modules/applications'
import { grantAwards } from '#modules/entitlement'
import { areaIdsWithin } from '#modules/geography'
import { getPersonWays } from '#modules/payments'
import { setOpening } from '#modules/payroll'
import { recordCircumstance } from '#modules/people'
import type { Actor, Ctx } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { fileOf, tamSon } from '../modules/applications/testing.ts'
import { decided, givenPerson, severe } from '../modules/entitlement/testing.ts'
import { draw } from '../modules/payroll/testing.ts'

let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())

test('what is signed after the list was drawn up is paid by the next one, with what is in arrears', async () => {
  await own.request((ctx) =>
    setOpening(ctx, { month: month('2026-11'), knownAt: instant('2026-10-01T00:00:00Z') }),
  )
  const personId = await own.request((ctx) => givenPerson(ctx, { areaId: tamSon }), at('2026-10-06'))
  await draw(own, '2026-11', tamSon)
  await draw(own, '2026-12', tamSon)
  await own.request(
    (ctx) =>
      recordCircumstance(ctx, {
        personId: personId as never,
        kind: 'disability',
        detail: { level: 'severe', types: ['sight'], issuedOn: '2026-11-20' },
        from: '2026-11-20' as never,
        until: null,
        evidence: null,
        source: 'test',
      }),
    at('2026-11-21'),
  )
  const proposalId = await own.request(
    async (ctx) => {
      const payment = {
        method: 'account',
        bank: 'Agribank',
        account: '2600 205 123456',
        holder: 'Phùng Thị Mận',
      } as const
      return submitAndPropose(ctx, fileOf(personId, { isComplete: true, payment }))
    },
    await as('officer', '2026-11-23'),
  )
  const signed = await own.request(
    (ctx) => signDecisions(ctx, { ids: [proposalId], isRead: false, requestId: randomUUID() }),
    await as('chair', '2026-11-24'),
  )
  expect(signed).toMatchObject({ left: [], signed: [{ number: '01/QĐ-UBND' }] })

  // «Nhận qua tài khoản»: asked for in the file, it waits for somebody else than who drafted the decision.
  await own.deliver()
  const asked = await own.request(
    (ctx) => getPersonWays(ctx, { personId }),
    await as('officer', '2026-11-24'),
  )
  expect(asked).toMatchObject({
    way: null,
    requests: [
      {
        origin: 'application',
        state: 'asked',
        asked: { by: { id: people.officer.userId, name: people.officer.name } },
        after: { channel: 'account', bank: 'Agribank', account: '…3456' },
      },
    ],
  })

  await own.runJobs()
  expect(await documents()).toEqual([{ kind: 'decision', state: 'made', isPdf: true }])

  await draw(own, '2027-01', tamSon)
  expect(await linesOf(personId)).toEqual([
    { month: '2027-01', benefitMonth: '2026-11', kind: 'arrears', amount: 810_000 },
    { month: '2027-01', benefitMonth: '2026-12', kind: 'arrears', amount: 810_000 },
    { month: '2027-01', benefitMonth: '2027-01', kind: 'regular', amount: 810_000 },
  ])
})

test('what is suspended is left out by the next list, what is resumed made good, and what is stopped ends', async () => {
  const personId = await own.request(async (ctx) => {
    const id = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
    const decision = { ...decided(tamSon), signedOn: civilDate('2026-10-10'), source: 'test' }
    await grantAwards(ctx, [{ personId: id, benefit: 'monthly_allowance', from: month('2026-12'), decision }])
    return id
  }, at('2026-12-01'))
  const decide = async (
    day: string,
    kind: 'suspend' | 'resume' | 'stop',
    answers: Record<string, string>,
  ) => {
    const procedure = ({ suspend: 'suspension', resume: 'resumption', stop: 'termination' } as const)[kind]
    const proposalId = await own.request(
      async (ctx) => {
        const file = fileOf(personId, { procedure, asked: { answers }, papers: [] })
        const { id, version } = await submitApplication(ctx, file)
        const drafted = await proposeDecision(ctx, {
          id,
          version,
          kind,
          action: 'propose',
          requestId: randomUUID(),
          benefit: 'monthly_allowance',
          reasons: ['Theo quy định.'],
        })
        return drafted.proposalId
      },
      await as('officer', day),
    )
    const signed = await own.request(
      (ctx) => signDecisions(ctx, { ids: [proposalId], isRead: true, requestId: randomUUID() }),
      await as('chair', day),
    )
    expect(signed.left).toEqual([])
  }
  await decide('2027-01-15', 'suspend', { suspension_ground: 'refuses' })
  await draw(own, '2027-02', tamSon)
  await decide('2027-02-10', 'resume', {})
  await draw(own, '2027-03', tamSon)
  await decide('2027-03-05', 'stop', { stop_ground: 'declined' })
  await draw(own, '2027-04', tamSon)
  // Its first months were decided after their lists: they come with the next one, which leaves February out.
  expect(await linesOf(personId)).toEqual([
    { month: '2027-02', benefitMonth: '2026-12', kind: 'arrears', amount: 810_000 },
    { month: '2027-02', benefitMonth: '2027-01', kind: 'arrears', amount: 810_000 },
    { month: '2027-03', benefitMonth: '2027-02', kind: 'arrears', amount: 810_000 },
    { month: '2027-03', benefitMonth: '2027-03', kind: 'regular', amount: 810_000 },
  ])
})

test('an account of whoever applied is not asked for where the decision did not name them to receive the money', async () => {
  const personId = await own.request(
    (ctx) => givenPerson(ctx, { areaId: tamSon, facts: [severe] }),
    at('2026-12-01'),
  )
  const proposalId = await own.request(
    async (ctx) => {
      const payment = {
        method: 'account',
        bank: 'Agribank',
        account: '2600 205 123457',
        holder: 'Phùng Văn Tám',
        receiver: 'applicant',
      } as const
      const applicant = { fullName: 'Phùng Văn Tám', relation: 'child', phone: null, number: null } as const
      return submitAndPropose(ctx, fileOf(personId, { isComplete: true, payment, applicant }))
    },
    await as('officer', '2026-12-02'),
  )
  const signed = await own.request(
    (ctx) => signDecisions(ctx, { ids: [proposalId], isRead: false, requestId: randomUUID() }),
    await as('chair', '2026-12-03'),
  )
  expect(signed.left).toEqual([])
  await own.deliver()
  const ways = await own.request((ctx) => getPersonWays(ctx, { personId }), await as('officer', '2026-12-03'))
  expect(ways).toMatchObject({ way: null, requests: [] })
})

const at = (day: string) => ({ now: instant(`${day}T02:00:00Z`) })

const people = {
  officer: { userId: '0197f000-0000-7000-8000-0000000000a1', name: 'Nguyễn Thị Lan' },
  chair: { userId: '0197f000-0000-7000-8000-0000000000a2', name: 'Trần Văn Thành' },
} as const

async function as(who: keyof typeof people, day: string): Promise<{ actor: Partial<Actor>; now: Instant }> {
  const areaIds = [...(await own.request((ctx) => areaIdsWithin(ctx, tamSon)))]
  const permissions = new Set(['people.read_confidential'])
  return { actor: { ...people[who], areaId: tamSon, areaIds, permissions }, ...at(day) }
}

async function linesOf(personId: string) {
  const { rows } = await own.request((ctx: Ctx) =>
    sql<{
      month: string
      benefitMonth: string
      kind: string
      amount: number
    }>`select month, benefit_month, kind, amount from payroll.line where person_id = ${personId}
      order by month, benefit_month`.execute(ctx.db()),
  )
  return rows
}

async function documents() {
  const { rows } = await own.request((ctx: Ctx) =>
    sql`select kind, state, pdf_file_id is not null as is_pdf from applications.document where kind = 'decision'`.execute(
      ctx.db(),
    ),
  )
  return rows
}

/** A complete file with a grant drafted for it, as the officer leaves it to the chair. */
async function submitAndPropose(ctx: Ctx, file: Parameters<typeof submitApplication>[1]) {
  const { id, version } = await submitApplication(ctx, file)
  const { proposalId } = await proposeDecision(ctx, {
    id,
    version,
    kind: 'grant',
    benefit: null,
    reasons: [],
    action: 'propose',
    requestId: randomUUID(),
  })
  return proposalId
}
