import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { addSeconds, type Instant } from '#kernel/civil-date'
import { joinPages, keepUpload, openUpload, takeIn } from '#modules/documents'
import type { Proof } from '#platform/contract/proof-of-work'
import type { Ctx } from '#platform/server/context'
import type { Respond } from '#platform/server/http'
import { spendProof } from '#platform/server/proof-of-work'
import { releaseFiles } from '#platform/server/files'
import { getApplication } from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { listPapers, type NewPaper } from '../db/papers.ts'
import type { ApplicationsTables } from '../db/tables.ts'
import { isOther } from '../domain/paper.ts'
import { problems } from '../domain/problems.ts'
import { forCitizen } from './citizen.ts'

type Upload = { readonly file: File; readonly proof: Proof; readonly requestId: string }
export const paperPurpose = 'applications.paper'

type TakenIn = Awaited<ReturnType<typeof takeIn>>

/**
 * Looks at what somebody sent, before any transaction: a picture takes seconds, and whoever sends it has worked for them.
 * The answer to the riddle is spent before, so that one answer has one picture looked at; sent again, it comes with another.
 */
export async function takeInPaper({ file, proof }: Upload, respond: Respond): Promise<TakenIn> {
  await respond((ctx) => spendProof(ctx, proof))
  return takeIn(new Uint8Array(await file.arrayBuffer()))
}

/** Keeps what was taken in, for the file it will be sent with; sent twice, it is kept once. */
export function keepPaper(ctx: Ctx, { file, requestId }: Upload, { clean, state }: TakenIn) {
  const sha256 = createHash('sha256').update(clean.bytes).digest('hex')
  const command = { requestId, sha256 }
  return forCitizen(ctx, (ctx) =>
    once(ctx, 'upload', command, async () => {
      const kept = await keepUpload(ctx, { clean, state }, { name: file.name, purpose: paperPurpose })
      const { id: uploadId } = await ctx
        .db<ApplicationsTables>()
        .insertInto('applications.upload')
        .values({ fileId: kept.id, at: ctx.now, keptUntil: addSeconds(ctx.now, aDay), applicationId: null })
        .returning('id')
        .executeTakeFirstOrThrow()
      const { name, mediaType, size, pages } = kept
      return { uploadId, name, mediaType, size, pages }
    }),
  )
}

/** What a draft names is there as long as the draft is. */
export async function keepUploadsUntil(ctx: Ctx, ids: readonly string[], until: Instant) {
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.upload')
    .set({ keptUntil: until })
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('applicationId', 'is', null)
    .where('keptUntil', '>', ctx.now)
    .execute()
}

/** Lets go of photographs nobody came back for: they show papers of people who did not apply. */
export async function forgetUploads(ctx: Ctx) {
  const forgotten = await ctx
    .db<ApplicationsTables>()
    .deleteFrom('applications.upload')
    .where('applicationId', 'is', null)
    .where('keptUntil', '<=', ctx.now)
    .returning('fileId')
    .execute()
  await releaseFiles(
    ctx,
    forgotten.map(({ fileId }) => fileId),
  )
}

type Sent = { readonly kind: string; readonly uploadId: string | null; readonly note: string | null }

const aDay = 24 * 3600

/** What was asked for is answered with pages of it: word that there is a paper is no paper. */
export function assertPages(papers: readonly Sent[]) {
  const kinds = new Set(papers.flatMap(({ kind, uploadId }) => (uploadId ? kind : [])))
  const empty = papers.filter(({ kind }) => !kinds.has(kind))
  if (empty.length > 0) throw problems('pages_missing', { papers: empty.map(({ kind }) => kind) })
}

/**
 * Papers somebody sent, each with the file of its pages, which nobody else has taken. One without a page will be brought
 * («sẽ mang đến»): until then it is missing, whatever was said of it.
 */
export async function withFiles(ctx: Ctx, papers: readonly Sent[]): Promise<NewPaper[]> {
  const ids = papers.flatMap(({ uploadId }) => uploadId ?? [])
  const uploads = await ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.upload')
    .select(['id', 'fileId'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('applicationId', 'is', null)
    .where('keptUntil', '>', ctx.now)
    .forUpdate()
    .execute()
  const files = new Map(uploads.map(({ id, fileId }) => [id, fileId]))
  const lost = ids.filter((id) => !files.has(id))
  if (lost.length > 0) throw problems('upload_not_found', { uploadIds: lost })
  const byKind = Map.groupBy(papers, ({ kind }) => kind)
  const found: NewPaper[] = []
  for (const [kind, pages] of byKind) {
    const [first, ...others] = pages.flatMap(({ uploadId }) => (uploadId ? files.get(uploadId)! : []))
    const fileId = first && others.length > 0 ? await joinPages(ctx, [first, ...others], paperPurpose) : first
    const note = pages.find((page) => page.note)?.note ?? null
    const told = isOther(kind) ? { name: note, note: null } : { note }
    found.push({ kind, ...told, fileId: fileId ?? null, state: fileId ? 'provided' : 'missing' })
  }
  return found
}

/**
 * A paper recorded by an officer may name only what its own file holds already: photographs come in by `attachPaper`, and
 * whatever else is stored is another’s. What is another’s and what never was are one answer.
 */
export async function assertOwnFiles(
  ctx: Ctx,
  applicationId: string | null,
  papers: readonly Pick<NewPaper, 'kind' | 'fileId'>[],
) {
  if (papers.every(({ fileId }) => fileId === null)) return
  const held = applicationId === null ? [] : await listPapers(ctx, applicationId)
  const own = new Set(held.map(({ fileId }) => fileId))
  const other = papers.find(({ fileId }) => fileId !== null && !own.has(fileId))
  if (other) throw problems('upload_not_found', { kind: other.kind })
}

/** From now on these uploads belong to a file. */
export async function takeUploads(ctx: Ctx, applicationId: string, papers: readonly Sent[]) {
  const ids = papers.flatMap(({ uploadId }) => uploadId ?? [])
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.upload')
    .set({ applicationId })
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
}

/** What somebody sent of a paper, for whoever decides about it; what the scanner has not seen stays closed. */
export async function downloadPaper(ctx: Ctx, { id, kind }: { id: string; kind: string }): Promise<File> {
  const { personId } = await getApplication(ctx, id)
  const paper = (await listPapers(ctx, id)).find((one) => one.kind === kind)
  if (!paper?.fileId) throw problems('upload_not_found', { kind })
  if (personId)
    ctx.audit({ action: 'applications.person_read', personId, subject: id, leavesOnlyTraces: true })
  const { name, mediaType, bytes } = await openUpload(ctx, paper.fileId)
  return new File([bytes], name, { type: mediaType })
}
