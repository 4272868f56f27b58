import { sql, type Insertable, type Selectable } from 'kysely'
import { newId } from '#kernel/chance'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { ApplicationsTables, DocumentRow } from './tables.ts'

export type Document = Selectable<DocumentRow>

/** What concerns confidential facts is shown only to who may read them. */
function select(ctx: Ctx) {
  return seen(ctx).where(withinArea(ctx, 'document.area_id'))
}

function seen(ctx: Ctx) {
  const query = ctx.db<ApplicationsTables>().selectFrom('applications.document as document').selectAll()
  return ctx.actor.permissions.has('people.read_confidential')
    ? query
    : query.where('document.isConfidential', '=', false)
}

export function findDocument(ctx: Ctx, id: string): Promise<Document | undefined> {
  return select(ctx).where('id', '=', id).executeTakeFirst()
}

/** The papers of a file that is seen, the oldest first, whichever unit issued them. */
export function listDocumentsOf(ctx: Ctx, applicationId: string): Promise<Document[]> {
  return seen(ctx).where('applicationId', '=', applicationId).orderBy('issuedAt').orderBy('id').execute()
}

/** By file, the decisions signed in it before: what they opened or gave, awards know by these ids. */
export async function listDecisionsOf(
  ctx: Ctx,
  applicationIds: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const rows = await ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.document')
    .select(['applicationId', 'decisionId'])
    .where(sql<boolean>`application_id = any(${[...applicationIds]}::uuid[])`)
    .where('kind', '=', 'decision')
    .where('decisionId', 'is not', null)
    .execute()
  const found = new Map<string, Set<string>>()
  for (const { applicationId, decisionId } of rows)
    found.set(applicationId!, (found.get(applicationId!) ?? new Set()).add(decisionId!)) // Asked for above.
  return found
}

/** The papers of these lists. */
export function listDocumentsOfBatches(
  ctx: Ctx,
  batchIds: readonly string[],
): Promise<Pick<Document, 'id' | 'number' | 'batchId'>[]> {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.document as document')
    .select(['id', 'number', 'batchId'])
    .where(withinArea(ctx, 'document.area_id'))
    .where(sql<boolean>`document.batch_id = any(${[...batchIds]}::uuid[])`)
    .execute()
}

/** The latest certificate of disability issued to somebody after this one, whichever unit issued it. */
export function findLaterCertificate(
  ctx: Ctx,
  personId: string,
  { id, issuedAt }: Pick<Document, 'id' | 'issuedAt'>,
): Promise<Document | undefined> {
  return seen(ctx)
    .where('personId', '=', personId)
    .where('kind', '=', 'certificate')
    .where(sql<boolean>`(document.issued_at, document.id) > (${issuedAt}::timestamptz, ${id}::uuid)`)
    .orderBy('issuedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertDocuments(ctx: Ctx, rows: readonly Insertable<DocumentRow>[]): Promise<string[]> {
  const inserted = await ctx
    .db<ApplicationsTables>()
    .insertInto('applications.document')
    .values(rows.map((row) => ({ id: newId(), ...row })))
    .returning('id')
    .execute()
  return inserted.map(({ id }) => id)
}

/** What could not be signed waits for its time, or for somebody. */
const isToBeMade = (ctx: Ctx) =>
  sql<boolean>`state = 'pending' and (signing_trouble is null or try_again_at <= ${ctx.now})`

/** Papers whose files are to be made now, the oldest first. */
export function listPending(ctx: Ctx, limit: number): Promise<Document[]> {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.document as document')
    .selectAll()
    .where(isToBeMade(ctx))
    .orderBy('issuedAt')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Those of these papers that nobody has made meanwhile, locked. */
export async function lockPending(ctx: Ctx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.document')
    .select('id')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('state', '=', 'pending')
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export async function countPending(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from applications.document where ${isToBeMade(ctx)}`.execute(ctx.db())
  return rows[0]!.count // A count has a row.
}

export async function markMade(
  ctx: Ctx,
  id: string,
  made: { pdfFileId: string; sha256: string; certificate: string | null },
) {
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.document')
    .set({ state: 'made', ...made, madeAt: ctx.now, signingTrouble: null, tryAgainAt: null })
    .where('id', '=', id)
    .execute()
}

export async function markTrouble(
  ctx: Ctx,
  id: string,
  trouble: Pick<Document, 'signingTrouble' | 'tries' | 'tryAgainAt'>,
) {
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.document')
    .set(trouble)
    .where('id', '=', id)
    .execute()
}

/** Lets what a unit could not sign be tried again at once; gives whether there was anything to try. */
export async function forgetTrouble(ctx: Ctx, areaId: number): Promise<boolean> {
  const { numUpdatedRows } = await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.document')
    .set({ signingTrouble: null, tryAgainAt: null, tries: 0 })
    .where('areaId', '=', areaId)
    .where('signingTrouble', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export function findDocumentByVerification(ctx: Ctx, verification: string): Promise<Document | undefined> {
  return select(ctx).where('verification', '=', verification).executeTakeFirst()
}
