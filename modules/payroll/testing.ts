import { sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import { Client } from 'pg'
import { civilDate, instant, month, type CivilDate, type Instant, type Month } from '#kernel/civil-date'
import { grantAwards, type Benefit } from '#modules/entitlement'
import { recordCircumstance, registerPeople } from '#modules/people'
import type { Actor, Ctx } from '#platform/server/context'
import type { Job } from '#platform/server/jobs'
import { systemActor } from '#platform/server/request'
import type { PaymentRunId } from './contract.ts'
import { generate } from './server/generate.ts'
import { generateRun, regenerateRun } from './server/generate-run.ts'

/** The commune Tam Sơn as it has been since July 2025, and the province around it. */
export const tamSon = 8824
export const accountant = { userId: '0197f000-0000-7000-8000-00000000000a', name: 'Trần Thị Kế' }
export const approver = { userId: '0197f000-0000-7000-8000-00000000000b', name: 'Nguyễn Văn Duyệt' }

/** What these tests need of a database of their own. */
export type Bench = {
  readonly programUrl: string
  readonly request: <Result>(
    work: (ctx: Ctx) => Promise<Result>,
    who?: { actor?: Partial<Actor>; now?: Instant },
  ) => Promise<Result>
}

/** The 20th of the month before, when the list of a month is drawn up. */
export function drawnOn(benefitMonth: Month): Instant {
  const before = Temporal.PlainYearMonth.from(benefitMonth).subtract({ months: 1 })
  return instant(`${before.toString()}-20T02:00:00Z`)
}

/** Opens a run of an area, or of what is left of it, and draws its lines, at the 20th of the month before or at another moment. */
export async function draw(
  bench: Bench,
  benefitMonth: string,
  area: number | { readonly restOf: number },
  now: Instant = drawnOn(month(benefitMonth)),
  requestId: string = crypto.randomUUID(),
  progress?: Job['progress'],
) {
  const asked = typeof area === 'number' ? { areaId: area } : { areaId: area.restOf, rest: true }
  const { id, jobId } = await bench.request(
    (ctx) => generateRun(ctx, { month: month(benefitMonth), requestId, ...asked }),
    { actor: accountant, now },
  )
  return {
    id,
    generated: await generate(jobAt(bench, { runId: id, jobId, now, ...(progress && { progress }) })),
  }
}

/** Draws the lines of a run again. */
export async function redraw(bench: Bench, id: PaymentRunId, now: Instant) {
  const { jobId } = await bench.request((ctx) => regenerateRun(ctx, { id, requestId: crypto.randomUUID() }), {
    actor: accountant,
    now,
  })
  return generate(jobAt(bench, { runId: id, jobId, now }))
}

/** A job done here and now, with the clock of another time; the waiting one is taken off the table. */
export function jobAt(
  bench: Bench,
  { runId, jobId, now, progress }: { runId: string; jobId: string; now: Instant; progress?: Job['progress'] },
): Job {
  const actor: Actor = { ...systemActor(), ...accountant }
  return {
    id: jobId,
    input: { runId },
    actor,
    signal: new AbortController().signal,
    progress: progress ?? (async () => {}),
    request: (work) =>
      bench.request(
        async (ctx) => {
          await sql`update platform.job set state = 'done', ended_at = now() where id = ${jobId}`.execute(
            ctx.db(),
          )
          return work(ctx)
        },
        { actor, now },
      ),
    connect: async () => {
      const client = new Client({ connectionString: bench.programUrl })
      await client.connect()
      await client.query(`select set_config('ansinh.area', '0', false)`)
      return client
    },
  }
}

type Somebody = {
  readonly name?: string
  readonly born?: string
  readonly areaId: number
  readonly village?: string
  readonly level?: 'severe' | 'exceptionally_severe'
  readonly from?: string
  readonly benefit?: Benefit
}

/** People with a disability and an award since a month, in one go. */
export async function givenDisabled(ctx: Ctx, people: readonly Somebody[]): Promise<string[]> {
  const ids = await registerPeople(
    ctx,
    people.map(({ name = 'Phùng Thị Mận', born = '1984-05-10', areaId, village = null }) => ({
      fullName: name,
      sex: 'female' as const,
      born: civilDate(born),
      bornPrecision: 'day' as const,
      ethnicGroup: null,
      phone: null,
      identifiers: [],
      home: { areaId, village, address: null, from: civilDate(born) },
      source: 'test',
    })),
  )
  for (const [index, personId] of ids.entries())
    await recordCircumstance(ctx, {
      personId,
      kind: 'disability',
      detail: { level: people[index]!.level ?? 'severe', types: ['sight'], issuedOn: '2020-01-01' },
      from: civilDate('2020-01-01'),
      until: null,
      evidence: null,
      source: 'test',
    } as Parameters<typeof recordCircumstance>[1])
  await grantAwards(
    ctx,
    ids.map((personId, index) => ({
      personId,
      benefit: people[index]!.benefit ?? 'monthly_allowance',
      from: month(people[index]!.from ?? '2022-01'),
      decision: givenDecision(people[index]!.areaId),
    })),
  )
  return ids
}

let decisions = 0
export function givenDecision(areaId: number, signedOn: CivilDate = civilDate('2022-01-10')) {
  decisions++
  return {
    number: `${decisions}/QĐ-UBND`,
    signedOn,
    signerTitle: 'Chủ tịch UBND xã',
    areaId,
    source: 'test',
    legalBasis: { ruleSet: 'test', rules: [], citations: [] },
  }
}

/** Every line there is, one text each, to compare two states of the lists. */
export async function allLines(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', month, person_id, component, benefit_month, kind, amount, units, coefficient, standard, rule,
      rule_set, award_id, payee_id, area_id, pay_point_id) as line
    from payroll.line order by 1`.execute(ctx.db())
  return rows.map(({ line }) => line)
}

/** The only run of a month. */
export async function runOf(ctx: Ctx, benefitMonth: string): Promise<PaymentRunId> {
  const { rows } = await sql<{ id: PaymentRunId }>`
    select id from payroll.run where month = ${benefitMonth}`.execute(ctx.db())
  return rows[0]!.id
}

/** What these people get for the month itself, in their order. */
export async function regularOf(
  { request }: Bench,
  benefitMonth: string,
  people: readonly string[],
): Promise<number[]> {
  const { rows } = await request((ctx) =>
    sql<{ personId: string; amount: number }>`
      select person_id, amount from payroll.line
      where month = ${benefitMonth} and kind = 'regular'`.execute(ctx.db()),
  )
  return people.map((id) => rows.find(({ personId }) => personId === id)?.amount ?? 0)
}

type ArrearsLine = { readonly personId: string; readonly benefitMonth: string; readonly amount: number }

/** The arrears on the list of a month. */
export async function arrearsOf({ request }: Bench, listMonth: string): Promise<readonly ArrearsLine[]> {
  const { rows } = await request((ctx) =>
    sql<ArrearsLine>`
      select person_id, benefit_month, amount from payroll.line
      where month = ${listMonth} and kind = 'arrears' order by benefit_month, person_id`.execute(ctx.db()),
  )
  return rows
}

/** A list of a month that gives somebody what they are awarded, and waits to be approved. */
export async function givenListed(ctx: Ctx, on: { personId: string; areaId: number; month: string }) {
  const { personId, areaId, month } = on
  const run = randomUUIDv7()
  const { rows } = await sql<{ part: string | null }>`select payroll.begin_month(${month}) as part`.execute(
    ctx.db(),
  )
  if (rows[0]?.part) await sql`select payroll.join_month(${month})`.execute(ctx.db())
  await sql`insert into payroll.run (id, month, area_id, state, known_at, inputs_hash, prepared_by, prepared_name, request_id, generation_id)
    values (${run}, ${month}, ${areaId}, 'checking', ${ctx.now}, 'x', ${accountant.userId}, ${accountant.name}, ${run}, ${run})`.execute(
    ctx.db(),
  )
  await sql`insert into payroll.line (month, person_id, component, benefit_month, run_id, kind, amount, units, coefficient, standard,
      rule, rule_set, award_id, payee_id, area_id)
    select ${month}, person_id, 'allowance', ${month}, ${run}, 'regular', 810000, 1, 15, 540000, 'MSA26-6-3', 'test', id, person_id, ${areaId}
    from entitlement.award where person_id = ${personId}`.execute(ctx.db())
}
