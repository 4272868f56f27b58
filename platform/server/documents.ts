import { Worker } from 'node:worker_threads'

export type DocumentTask = {
  readonly id: number
  /** A Typst source, which reads its data as JSON from `sys.inputs.data`. */
  readonly source: string
  readonly data: string
}

export type DocumentAnswer =
  | { readonly id: number; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly error: string }

type Waiting = { resolve: (pdf: Uint8Array<ArrayBuffer>) => void; reject: (error: Error) => void }

let worker: Worker | undefined
let tasks = 0
const waiting = new Map<number, Waiting>()

/**
 * Sets a document in type and returns it as PDF, fonts embedded. One worker thread is kept for it: loading fonts costs
 * more than a page does, and requests go on meanwhile.
 */
export function makePdf(source: string, data: unknown): Promise<Uint8Array<ArrayBuffer>> {
  worker ??= startWorker()
  const id = ++tasks
  const made = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => waiting.set(id, { resolve, reject }))
  worker.ref()
  worker.postMessage({ id, source, data: JSON.stringify(data) } satisfies DocumentTask)
  return made
}

function startWorker(): Worker {
  const started = new Worker(new URL('./document-worker.ts', import.meta.url))
  started.on('message', (answer: DocumentAnswer) => {
    const task = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('pdf' in answer) task?.resolve(answer.pdf)
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
