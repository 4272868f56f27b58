/**
 * A batch of decisions signed at once, with their papers, on a demonstration of its own (`ANSINH_HOME`, made with
 * `ansinh demo create --size tiny`): `node bench/decisions-batch.ts [how many]`. Beside it the floor: the same papers set as
 * PDF and nothing else. The files are drafted first, which is not measured.
 */
import { randomUUID } from 'node:crypto'
import { now } from '#kernel/civil-date'
import { proposeDecision, signDecisions, submitApplication } from '#modules/applications'
import { makePaperPdf, Paper } from '#modules/documents'
import { areaIdsWithin } from '#modules/geography'
import type { Actor, Ctx } from '#platform/server/context'
import { openDatabase } from '#platform/server/database'
import { findPostgres } from '#platform/server/postgres'
import { request, systemActor } from '#platform/server/request'
import { sql } from 'kysely'
import { aftermath, jobKinds } from '../app/composition.ts'
import { fileOf, tamSon } from '../modules/applications/testing.ts'
import { givenPerson, severe } from '../modules/entitlement/testing.ts'
import { databaseSeconds, load, machine, othersAtWork, ownSeconds, round } from './measure.ts'

const count = Number(process.argv[2] ?? 1000)
const postgres = await findPostgres(undefined)
const db = openDatabase(postgres.programUrl, 4)
const act = <Result>(actor: Actor, work: (ctx: Ctx) => Promise<Result>) =>
  request(db, { actor, now: now() }, aftermath, work)
const system = systemActor(['people.read_confidential'])

try {
  const areaIds = [...(await act(system, (ctx) => areaIdsWithin(ctx, tamSon)))]
  const there = { ...system, areaId: tamSon, areaIds }
  const officer = { ...there, userId: '0197f000-0000-7000-8000-0000000000a1', name: 'Nguyễn Thị Lan' }
  const chair = { ...there, userId: '0197f000-0000-7000-8000-0000000000a2', name: 'Trần Văn Thành' }
  const ids: string[] = []
  while (ids.length < count) ids.push(await act(officer, draft))

  process.stdout.write(`${machine()}; ${load()}; ${count} decisions\n`)
  const signed = await measured('signed: numbers, awards, frozen words', () =>
    act(chair, (ctx) => signDecisions(ctx, { ids, isRead: false, requestId: randomUUID() })),
  )
  if (signed.left.length > 0) throw new Error(`${signed.left.length} were left`)
  const making = jobKinds['applications.make_documents']!
  await measured('papers made and kept', async () => {
    const job = {
      request: <Result>(work: (ctx: Ctx) => Promise<Result>) => act(system, work),
      progress: async () => {},
    }
    await making(job as unknown as Parameters<typeof making>[0]) // It asks for nothing else of a job.
  })
  const papers = await act(system, async (ctx) => {
    const { rows } = await sql<{ paper: unknown }>`
      select content -> 'paper' as paper from applications.document where kind = 'decision'
      order by issued_at desc limit ${count}`.execute(ctx.db())
    return rows.map(({ paper }) => Paper.parse(paper))
  })
  await measured('floor: the same papers set as PDF', () =>
    Promise.all(papers.map((paper) => makePaperPdf(paper))),
  )
} finally {
  await db.destroy()
  postgres.release()
}

async function draft(ctx: Ctx): Promise<string> {
  const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  const { id, version } = await submitApplication(ctx, fileOf(personId, { isComplete: true }))
  const decision = { kind: 'grant', benefit: null, reasons: [], action: 'propose' } as const
  return (await proposeDecision(ctx, { id, version, ...decision, requestId: randomUUID() })).proposalId
}

async function measured<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const processors = () => databaseSeconds() + ownSeconds()
  const others = othersAtWork(processors)
  const [began, used] = [performance.now(), processors()]
  const result = await work()
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(
    `${what}: ${round(seconds)} s, ${round(processors() - used)} s of processor; ${others()}\n`,
  )
  return result
}
