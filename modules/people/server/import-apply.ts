import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { Problem } from '#kernel/problem'
import type { Ctx, Event } from '#platform/server/context'
import type { Job } from '#platform/server/jobs'
import { PersonId } from '../contract.ts'
import { countRows, factsHeld, getImport, nextReadyRows } from '../db/imports.ts'
import type { ImportTables } from '../db/import-tables.ts'
import type { PeopleTables } from '../db/tables.ts'
import { findingLevels, type ImportFinding } from '../domain/import/findings.ts'
import { listedAward, listedFacts } from '../domain/import/facts.ts'
import type { StagedPerson } from '../domain/import/row.ts'
import { ImportJobInput } from './import-jobs.ts'
import { missingFacts } from './import-match.ts'
import { recordCircumstance } from './record-circumstance.ts'
import { recordDeath } from './record-death.ts'
import { recordIdentifier } from './record-identifier.ts'
import { recordMembership } from './record-membership.ts'
import { registerPeople } from './register-person.ts'

const batchSize = 25

/**
 * Takes the ready rows into the register («ghi»), some in each transaction, each row whole with its mark or not at all.
 * Killed at any moment, it goes on after the last batch that was written when it runs again.
 */
export async function applyImport(job: Job) {
  const { importId } = ImportJobInput.parse(job.input)
  const total = await job.request(async (ctx) => {
    const { state } = await getImport(ctx, importId)
    if (state !== 'applying') throw new Error(`Import ${importId} is ${state}, not applying`)
    return (await countRows(ctx, [importId])).get(importId)?.ready ?? 0
  })
  for (;;) {
    const left = await job.request((ctx) => applyBatch(ctx, importId))
    if (left === undefined) break
    await job.progress(Math.max(0, total - left), total, 'applying')
  }
  return job.request(async (ctx) => {
    const counts = (await countRows(ctx, [importId])).get(importId)
    await ctx
      .db<ImportTables>()
      .updateTable('people.import')
      .set({ state: 'applied', appliedAt: ctx.now })
      .where('id', '=', importId)
      .where('state', '=', 'applying')
      .execute()
    ctx.audit({ action: 'people.import_finished', subject: importId, details: { ...counts } })
    return { importId, ...counts }
  })
}

/** Takes in the next rows; undefined when there were none. */
export async function applyBatch(ctx: Ctx, importId: string): Promise<number | undefined> {
  const found = await getImport(ctx, importId)
  const rows = await nextReadyRows(ctx, importId, batchSize)
  if (rows.length === 0) return undefined
  for (const row of rows) {
    const refusal = await inSavepoint(ctx, async (inner) => {
      const personId = await applyRow(
        inner,
        { person: row.person!, personId: row.personId },
        {
          requestId: requestIdOf(importId, row.rowNumber),
          file: found.fileName,
          source: `Tệp ${found.fileName}, dòng ${row.rowNumber}`,
        },
      )
      await markRow(inner, importId, row.rowNumber, { personId, appliedAt: ctx.now })
    })
    if (refusal) await refuseRow(ctx, importId, row, refusal)
  }
  const counts = (await countRows(ctx, [importId])).get(importId)!
  return counts.ready - counts.applied
}

type Given = { readonly requestId: string; readonly file: string; readonly source: string }

async function applyRow(
  ctx: Ctx,
  { person, personId: known }: { person: StagedPerson; personId: string | null },
  given: Given,
): Promise<string> {
  const { source } = given
  const personId = known === null ? await registerNew(ctx, person, source) : PersonId.parse(known)
  if (known !== null) await completeNumbers(ctx, personId, person, source)
  const facts = listedFacts(person, { today: ctx.today, file: given.file })
  for (const { kind, detail, from, evidence } of missingFacts(facts, await factsHeld(ctx, [personId]))) {
    if (kind === 'poverty') await ensureHousehold(ctx, personId, { from, source })
    await recordCircumstance(ctx, { personId, kind, detail, from, until: null, evidence, source })
  }
  if (person.diedOn && !(await isDead(ctx, personId)))
    await recordDeath(ctx, { personId, diedOn: person.diedOn, source })
  const award = listedAward(person)
  if (award)
    ctx.emit({
      type: 'people.beneficiary_listed',
      personId,
      areaId: person.areaId,
      requestId: given.requestId,
      ...award,
    })
  return personId
}

async function registerNew(ctx: Ctx, person: StagedPerson, source: string): Promise<PersonId> {
  const { areaId, village, address, identifiers, ...rest } = person
  const [personId] = await registerPeople(ctx, [
    {
      ...rest,
      identifiers: identifiers.map((one) => ({ ...one, verifiedOn: null })),
      home: { areaId, village, address },
      source,
    },
  ])
  return personId!
}

/** A list may know a number the register does not; it never replaces one. */
async function completeNumbers(ctx: Ctx, personId: PersonId, person: StagedPerson, source: string) {
  const held = await ctx
    .db<PeopleTables>()
    .selectFrom('people.identifier')
    .select('kind')
    .where('personId', '=', personId)
    .where('retractedAt', 'is', null)
    .execute()
  for (const { kind, number } of person.identifiers)
    if (!held.some((one) => one.kind === kind))
      await recordIdentifier(ctx, { personId, kind, number, verifiedOn: null, replaces: false, source })
}

/** The poverty list is a household’s; a list of persons does not say whose, so the person stands in one of their own. */
async function ensureHousehold(
  ctx: Ctx,
  personId: PersonId,
  { from, source }: { from: StagedPerson['born']; source: string },
) {
  const member = await ctx
    .db<PeopleTables>()
    .selectFrom('people.membership')
    .select('id')
    .where('personId', '=', personId)
    .where('retractedAt', 'is', null)
    .where(sql<boolean>`during @> ${from}::date`)
    .executeTakeFirst()
  if (!member)
    await recordMembership(ctx, { personId, isHead: false, relationToHead: 'Chưa rõ', from, source })
}

async function isDead(ctx: Ctx, personId: string): Promise<boolean> {
  const { diedOn } = await ctx
    .db<PeopleTables>()
    .selectFrom('people.person')
    .select('diedOn')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return diedOn !== null
}

/** Does the work whole or not at all within the transaction; what the register refuses comes back as its problem. */
async function inSavepoint(ctx: Ctx, work: (ctx: Ctx) => Promise<void>): Promise<Problem | undefined> {
  const events: Event[] = []
  await sql`savepoint import_row`.execute(ctx.db())
  try {
    await work({ ...ctx, emit: (event) => void events.push(event) })
    await sql`release savepoint import_row`.execute(ctx.db())
  } catch (error) {
    await sql`rollback to savepoint import_row`.execute(ctx.db())
    if (error instanceof Problem) return error
    throw error
  }
  for (const event of events) ctx.emit(event)
  return undefined
}

function markRow(
  ctx: Ctx,
  importId: string,
  rowNumber: number,
  mark: { personId: string; appliedAt: Ctx['now'] },
) {
  return ctx
    .db<ImportTables>()
    .updateTable('people.importRow')
    .set(mark)
    .where('importId', '=', importId)
    .where('rowNumber', '=', rowNumber)
    .execute()
}

async function refuseRow(
  ctx: Ctx,
  importId: string,
  row: { rowNumber: number; findings: readonly ImportFinding[] },
  problem: Problem,
) {
  const code = problem.code === 'people.number_in_use' ? 'number_in_use_elsewhere' : 'register_refused'
  const finding: ImportFinding = {
    code,
    level: findingLevels[code],
    field: code === 'register_refused' ? null : 'number',
    column: null,
    value: '',
    suggestion: null,
    details: { code: problem.code },
  }
  await ctx
    .db<ImportTables>()
    .updateTable('people.importRow')
    .set({ verdict: 'refused', findings: JSON.stringify([...row.findings, finding]) })
    .where('importId', '=', importId)
    .where('rowNumber', '=', row.rowNumber)
    .execute()
}

/** The same for a row however often it is taken in, so that an award is granted once. */
export function requestIdOf(importId: string, rowNumber: number): string {
  const hex = createHash('sha256').update(`${importId} ${rowNumber}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
