import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '#kernel/problem'
import { problems } from '../domain/problems.ts'
import { sniff } from '../domain/sniff.ts'
import { checkPdf } from './check-pdf.ts'
import { isSigned, withoutTraces } from './clean-pdf.ts'
import { cleanPicture } from './clean-picture.ts'
import type { CleanUpload, IntakeAnswer } from './clean-upload.ts'

/** Looks at one upload and ends: whatever a forged file does to it, memory included, is gone with it. */
const answer = await look(new Uint8Array(workerData as ArrayBuffer)) // clean-upload.ts hands it over so.
parentPort!.postMessage(answer, 'upload' in answer ? [answer.upload.bytes.buffer] : [])

async function look(bytes: Uint8Array<ArrayBuffer>): Promise<IntakeAnswer> {
  try {
    return { upload: await clean(bytes) }
  } catch (error) {
    if (error instanceof Problem) {
      const { code, status, details } = error
      return { problem: { code, status, details } }
    }
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

async function clean(bytes: Uint8Array<ArrayBuffer>): Promise<CleanUpload> {
  const kind = sniff(bytes)
  if (kind === undefined) throw problems('upload_of_other_kind')
  if (kind === 'pdf') {
    const checked = await checkPdf(bytes)
    const kept = isSigned(checked) ? bytes : await withoutTraces(checked)
    return { mediaType: 'application/pdf', extension: 'pdf', bytes: kept, pages: checked.pages, size: null }
  }
  const { width, height, bytes: cleaned } = await cleanPicture(kind, bytes)
  return { mediaType: 'image/jpeg', extension: 'jpg', bytes: cleaned, pages: 1, size: { width, height } }
}
