import { X509Certificate } from 'node:crypto'
import { addSeconds } from '#kernel/civil-date'
import {
  configuredKey,
  forgetKey,
  makePaperPdf,
  Paper,
  passesByItself,
  signPdf,
  SigningTrouble,
  type SigningTroubleKind,
} from '#modules/documents'
import { readConfiguration } from '#platform/server/configuration'
import type { Ctx } from '#platform/server/context'
import { keepFile } from '#platform/server/files'
import { enqueue, type Job } from '#platform/server/jobs'
import {
  countPending,
  listPending,
  lockPending,
  markMade,
  markTrouble,
  type Document,
} from '../db/documents.ts'
import { paperWords } from './messages.vi.ts'
import { atPresentAddress } from './verification.ts'

export const makeDocumentsKind = 'applications.make_documents'

const batchSize = 25
/** How long after each try that came to nothing the next one follows, in seconds; the last one again and again. */
const waits = [60, 300, 900, 3600] as const

/** Asks for the files of what was issued; while that is under way, asking again changes nothing. */
export async function askForDocuments(ctx: Ctx) {
  await enqueue(ctx, { kind: makeDocumentsKind, input: null, once: makeDocumentsKind })
}

/** Looks whether papers have a number and no file, because of a crash or a service that was silent, and asks for them. */
export async function askForForgottenDocuments(ctx: Ctx) {
  if ((await countPending(ctx)) > 0) await askForDocuments(ctx)
}

type Outcome =
  { readonly pdf: Uint8Array<ArrayBuffer>; readonly certificate: string | null } | SigningTroubleKind

/**
 * Makes the files of papers from their frozen words. A paper is made and marked in one transaction, so that whatever
 * kills the process leaves it pending, and the next one makes it – the same, for nothing is looked up again. What cannot be
 * signed stays pending with the reason, and hinders no paper of another unit.
 */
export async function makeDocuments({ request, progress }: Pick<Job, 'request' | 'progress'>) {
  let made = 0
  for (;;) {
    const pending = await request((ctx) => listPending(ctx, batchSize))
    if (pending.length === 0) return { made }
    const outcomes = await makeEach(pending)
    await request(async (ctx) => {
      const open = await lockPending(
        ctx,
        pending.map(({ id }) => id),
      )
      for (const [document, outcome] of outcomes)
        if (open.has(document.id)) await settle(ctx, document, outcome)
    })
    made += outcomes.filter(([, outcome]) => typeof outcome !== 'string').length
    await progress(made, made + (await request((ctx) => countPending(ctx))))
  }
}

/** Unit by unit: the first paper of each tries its key, and where that fails the others do not ask it again in vain. */
async function makeEach(pending: readonly Document[]): Promise<[Document, Outcome][]> {
  const units = [...Map.groupBy(pending, ({ areaId, number }) => (number === null ? null : areaId)).entries()]
  const made = await Promise.all(
    units.map(async ([areaId, [first, ...others]]): Promise<[Document, Outcome][]> => {
      const outcome = await filesOf(first!) // A group has a first.
      if (typeof outcome !== 'string')
        return [
          [first!, outcome],
          ...(await Promise.all(
            others.map(async (one): Promise<[Document, Outcome]> => [one, await filesOf(one)]),
          )),
        ]
      forgetKey(String(areaId))
      return [first!, ...others].map((one) => [one, outcome])
    }),
  )
  return made.flat()
}

/**
 * The PDF that counts; Word is drawn of the same words when somebody asks. Where the unit has a certificate here, what is
 * numbered is signed with it (PAdES), with the moment of the signature; without one only the QR code proves it.
 */
async function filesOf({ content, areaId, number, issuedAt }: Document): Promise<Outcome> {
  const { pdf, places } = await makePaperPdf(atPresentAddress(Paper.parse(content.paper)))
  try {
    const key = number === null ? undefined : await configuredKey(String(areaId))
    if (!key) return { pdf, certificate: null }
    const { subject, serialNumber } = new X509Certificate(key.certificate)
    const signed = await signPdf(pdf, {
      key,
      name: nameIn(subject),
      at: issuedAt,
      place: places.at(-1) ?? null,
      timestamps: readConfiguration().wires.timestamps,
    })
    return { pdf: signed, certificate: `${subject.replaceAll('\n', ', ')}, ${serialNumber}` }
  } catch (error) {
    if (error instanceof SigningTrouble) return error.kind
    throw error
  }
}

/** The common name of whoever a certificate was made out to. */
function nameIn(subject: string): string {
  return /^CN=(.*)$/m.exec(subject)?.[1] ?? subject.split('\n')[0]!
}

async function settle(ctx: Ctx, document: Document, outcome: Outcome) {
  const { id, kind, number, verification, tries } = document
  if (typeof outcome === 'string') {
    const wait = waits[Math.min(tries, waits.length - 1)]! // Within the list.
    await markTrouble(ctx, id, {
      signingTrouble: outcome,
      tries: tries + 1,
      tryAgainAt: passesByItself(outcome) ? addSeconds(ctx.now, wait) : null,
    })
    return
  }
  const name = paperWords.fileName(kind, number ?? verification)
  const purpose = 'applications.document'
  const kept = await keepFile(ctx, {
    name: `${name}.pdf`,
    mediaType: 'application/pdf',
    bytes: outcome.pdf,
    purpose,
  })
  await markMade(ctx, id, { pdfFileId: kept.id, sha256: kept.sha256, certificate: outcome.certificate })
}
