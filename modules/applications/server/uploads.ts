import { sql } from 'kysely'
import { addSeconds } from '#kernel/civil-date'
import { keepUpload, openUpload, takeIn } from '#modules/documents'
import type { Proof } from '#platform/contract/proof-of-work'
import type { Ctx } from '#platform/server/context'
import { checkProof, spendProof } from '#platform/server/proof-of-work'
import { getApplication } from '../db/applications.ts'
import { listPapers, type NewPaper } from '../db/papers.ts'
import type { ApplicationsTables } from '../db/tables.ts'
import { problems } from '../domain/problems.ts'
import { forCitizen } from './citizen.ts'

type Upload = { readonly file: File; readonly proof: Proof }
type TakenIn = Awaited<ReturnType<typeof takeIn>>

/** Looks at what somebody sent, before any transaction: a picture takes seconds, and whoever sends it has worked for them. */
export async function takeInPaper({ file, proof }: Upload): Promise<TakenIn> {
  await checkProof(proof)
  return takeIn(new Uint8Array(await file.arrayBuffer()))
}

/** Keeps what was taken in, for the file it will be sent with. */
export function keepPaper(ctx: Ctx, { file, proof }: Upload, takenIn: TakenIn) {
  return forCitizen(ctx, async (ctx) => {
    await spendProof(ctx, proof)
    const kept = await keepUpload(ctx, takenIn, { name: file.name, purpose: 'applications.paper' })
    const { id } = await ctx
      .db<ApplicationsTables>()
      .insertInto('applications.upload')
      .values({ fileId: kept.id, at: ctx.now, applicationId: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { uploadId: id, name: kept.name, mediaType: kept.mediaType, size: kept.size, pages: kept.pages }
  })
}

type Sent = { readonly kind: string; readonly uploadId: string | null; readonly note: string | null }

const aDay = 24 * 3600

/** Papers somebody sent, with the files that were uploaded for them, which nobody else has taken. */
export async function withFiles(ctx: Ctx, papers: readonly Sent[]): Promise<NewPaper[]> {
  const ids = papers.flatMap(({ uploadId }) => uploadId ?? [])
  const uploads = await ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.upload')
    .select(['id', 'fileId'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('applicationId', 'is', null)
    .where('at', '>', addSeconds(ctx.now, -aDay))
    .forUpdate()
    .execute()
  const files = new Map(uploads.map(({ id, fileId }) => [id, fileId]))
  return papers.map(({ kind, uploadId, note }) => {
    const fileId = uploadId === null ? null : files.get(uploadId)
    if (fileId === undefined) throw problems('upload_not_found', { uploadId })
    return { kind, note, fileId, state: 'provided' }
  })
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
