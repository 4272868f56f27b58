import { X509Certificate } from 'node:crypto'
import { configuredKey, makePaperPdf, Paper, signPdf } from '#modules/documents'
import type { Ctx } from '#platform/server/context'
import { keepFile } from '#platform/server/files'
import { enqueue, type Job } from '#platform/server/jobs'
import { countPending, listPending, lockPending, markMade, type Document } from '../db/documents.ts'
import { paperWords } from './messages.vi.ts'
import { atPresentAddress } from './verification.ts'

export const makeDocumentsKind = 'applications.make_documents'

const batchSize = 25

/** Asks for the files of what was issued; while that is under way, asking again changes nothing. */
export async function askForDocuments(ctx: Ctx) {
  await enqueue(ctx, { kind: makeDocumentsKind, input: null, once: makeDocumentsKind })
}

/** Looks whether a crash left papers that have a number and no file, and asks for them. */
export async function askForForgottenDocuments(ctx: Ctx) {
  if ((await countPending(ctx)) > 0) await askForDocuments(ctx)
}

/**
 * Makes the files of papers from their frozen words. A paper is made and marked in one transaction, so that whatever
 * kills the process leaves it pending, and the next one makes it – the same, for nothing is looked up again.
 */
export async function makeDocuments({ request, progress }: Pick<Job, 'request' | 'progress'>) {
  let made = 0
  for (;;) {
    const pending = await request((ctx) => listPending(ctx, batchSize))
    if (pending.length === 0) return { made }
    const files = await Promise.all(
      pending.map(async (document) => ({ document, made: await filesOf(document) })),
    )
    await request(async (ctx) => {
      const open = await lockPending(
        ctx,
        pending.map(({ id }) => id),
      )
      for (const { document, made } of files) if (open.has(document.id)) await keep(ctx, document, made)
    })
    made += files.length
    await progress(made, made + (await request((ctx) => countPending(ctx))))
  }
}

type Made = { readonly pdf: Uint8Array<ArrayBuffer>; readonly certificate: string | null }

/**
 * The PDF that counts; Word is drawn of the same words when somebody asks. Where the unit has a certificate here, what is
 * numbered is signed with it (PAdES), with the moment of the signature; without one only the QR code proves it.
 */
async function filesOf({ content, areaId, number, issuedAt }: Document): Promise<Made> {
  const { pdf, places } = await makePaperPdf(atPresentAddress(Paper.parse(content.paper)))
  const key = number === null ? undefined : await configuredKey(String(areaId))
  if (!key) return { pdf, certificate: null }
  const { subject, serialNumber } = new X509Certificate(key.certificate)
  const signed = await signPdf(pdf, {
    key,
    name: nameIn(subject),
    at: issuedAt,
    place: places.at(-1) ?? null,
  })
  return { pdf: signed, certificate: `${subject.replaceAll('\n', ', ')}, ${serialNumber}` }
}

/** The common name of whoever a certificate was made out to. */
function nameIn(subject: string): string {
  return /^CN=(.*)$/m.exec(subject)?.[1] ?? subject.split('\n')[0]!
}

async function keep(ctx: Ctx, { id, kind, number, verification }: Document, { pdf, certificate }: Made) {
  const name = paperWords.fileName(kind, number ?? verification)
  const purpose = 'applications.document'
  const kept = await keepFile(ctx, { name: `${name}.pdf`, mediaType: 'application/pdf', bytes: pdf, purpose })
  await markMade(ctx, id, { pdfFileId: kept.id, sha256: kept.sha256, certificate })
}
