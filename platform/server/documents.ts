import { Worker } from 'node:worker_threads'

export type DocumentTask = {
  readonly id: number
  /** A Typst source, which reads its data as JSON from `sys.inputs.data`. */
  readonly source: string
  readonly data: string
}

/** A box on a page that a source kept free under the label `<place>`, in points from the top left. */
export type Place = {
  readonly page: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type SetDocument = { readonly pdf: Uint8Array<ArrayBuffer>; readonly places: readonly Place[] }

export type DocumentAnswer =
  ({ readonly id: number } & SetDocument) | { readonly id: number; readonly error: string }

type Waiting = { resolve: (made: SetDocument) => void; reject: (error: Error) => void }

let worker: Worker | undefined
let tasks = 0
const waiting = new Map<number, Waiting>()

/** Sets a document in type and returns it as PDF, fonts embedded. */
export async function makePdf(source: string, data: unknown): Promise<Uint8Array<ArrayBuffer>> {
  return (await setDocument(source, data)).pdf
}

/**
 * The same, with the places the source kept free. One worker thread is kept for it: loading fonts costs more than a page
 * does, and requests go on meanwhile.
 */
export function setDocument(source: string, data: unknown): Promise<SetDocument> {
  worker ??= startWorker()
  const id = ++tasks
  const made = new Promise<SetDocument>((resolve, reject) => waiting.set(id, { resolve, reject }))
  worker.ref()
  worker.postMessage({ id, source, data: JSON.stringify(data) } satisfies DocumentTask)
  return made
}

function startWorker(): Worker {
  const started = new Worker(new URL('./document-worker.ts', import.meta.url))
  started.on('message', (answer: DocumentAnswer) => {
    const task = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('pdf' in answer) task?.resolve({ pdf: answer.pdf, places: answer.places })
    else task?.reject(new Error(answer.error))
    if (waiting.size === 0) started.unref()
  })
  started.on('error', (error: Error) => fail(started, error))
  started.on('exit', (code) => fail(started, new Error(`The document worker ended with ${code}`)))
  return started
}

/** Whoever waits hears of it; the next document gets a worker of its own. */
function fail(failed: Worker, error: Error) {
  if (worker !== failed) return
  worker = undefined
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}
