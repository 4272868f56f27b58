import { Worker } from 'node:worker_threads'
import { Problem } from '#kernel/problem'
import { largestFile } from '#platform/server/files'
import { problems } from '../domain/problems.ts'
import { sniff, type PictureSize } from '../domain/sniff.ts'

/** An upload as it may be kept. */
export type CleanUpload = {
  readonly mediaType: 'image/jpeg' | 'application/pdf'
  readonly extension: 'jpg' | 'pdf'
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly pages: number
  readonly size: PictureSize | null
}

type AskedProblem = Pick<Problem, 'code' | 'status' | 'details'>
export type IntakeAnswer =
  { readonly upload: CleanUpload } | { readonly problem: AskedProblem } | { readonly error: string }

/** Files that are looked at at once, and that wait for it. */
const atOnce = 2
const mostWaiting = 40
/** A picture takes seconds; what takes longer was made to. */
const longest = 60_000

let looking = 0
const waiting: (() => void)[] = []

/**
 * Takes an upload for what its bytes are: a picture comes back packed anew without anything but its pixels, a PDF in which
 * nothing acts without what tells of its maker, and a signed one as it was. The work is done in a thread of its own for each file, so that the server goes on, and so
 * that a file made to fill memory or time fills that of a thread that is ended.
 */
export async function cleanUpload(bytes: Uint8Array): Promise<CleanUpload> {
  if (bytes.length === 0) throw problems('upload_empty')
  if (bytes.length > largestFile)
    throw problems('upload_too_large', { limit: largestFile, size: bytes.length })
  if (sniff(bytes) === undefined) throw problems('upload_of_other_kind')
  await turn()
  try {
    return await lookAt(bytes)
  } finally {
    handOn()
  }
}

/** Waits for a place; whoever is done hands theirs on, so that nobody slips in between. */
async function turn() {
  if (looking < atOnce) {
    looking += 1
    return
  }
  if (waiting.length >= mostWaiting) throw problems('intake_busy')
  await new Promise<void>((resolve) => waiting.push(resolve))
}

function handOn() {
  const next = waiting.shift()
  if (next) next()
  else looking -= 1
}

async function lookAt(bytes: Uint8Array): Promise<CleanUpload> {
  const own = new Uint8Array(bytes).buffer // Handed over; the caller’s stays.
  const worker = new Worker(new URL('./intake-worker.ts', import.meta.url), {
    workerData: own,
    transferList: [own],
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  let timer: NodeJS.Timeout | undefined
  try {
    const answer = await new Promise<IntakeAnswer>((resolve, reject) => {
      timer = setTimeout(() => resolve({ problem: unreadable() }), longest)
      worker.on('message', resolve)
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`The thread that looks at uploads ended with ${code}`)))
    })
    if ('upload' in answer) return answer.upload
    if ('error' in answer) throw new Error(answer.error)
    throw new Problem(answer.problem.code, answer.problem.status, answer.problem.details)
  } catch (error) {
    // What does not fit into the thread’s memory cannot be read here.
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw unreadable()
    throw error
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function unreadable() {
  return problems('picture_unreadable')
}
