import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

export type DocumentTask = {
  readonly id: number
  /** A Typst source, which reads its data as JSON from `sys.inputs.data`. */
  readonly source: string
  /** The same in several sizes, the wanted one first: the first of those that end on the earliest page is taken. */
  readonly variants: readonly string[]
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

type Waiting = { readonly resolve: (made: SetDocument) => void; readonly reject: (error: Error) => void }
type Setter = { readonly worker: Worker; readonly waiting: Map<number, Waiting> }

/** Each keeps the fonts loaded, which cost more than a page does. */
const mostWorkers = Math.min(2, availableParallelism())
/** One worker is enough until this many documents wait for it. */
const manyWaiting = 4

let setters: readonly Setter[] = []
let tasks = 0

/** Sets a document in type and returns it as PDF, fonts embedded. */
export async function makePdf(source: string, data: unknown): Promise<Uint8Array<ArrayBuffer>> {
  return (await setDocument(source, data)).pdf
}

/** The same, with the places the source kept free. Worker threads do it, and requests go on meanwhile. */
export function setDocument(source: string, data: unknown): Promise<SetDocument> {
  return setShortest(source, [data])
}

/** Sets what may be set in several sizes: in the wanted one, which is the first, unless a later one saves a page. */
export function setShortest(
  source: string,
  variants: readonly [unknown, ...unknown[]],
): Promise<SetDocument> {
  const { worker, waiting } = leastBusy()
  const id = ++tasks
  const made = new Promise<SetDocument>((resolve, reject) => waiting.set(id, { resolve, reject }))
  worker.ref()
  worker.postMessage({
    id,
    source,
    variants: variants.map((data) => JSON.stringify(data)),
  } satisfies DocumentTask)
  return made
}

function leastBusy(): Setter {
  const [least] = setters.toSorted((one, two) => one.waiting.size - two.waiting.size)
  if (least && (least.waiting.size < manyWaiting || setters.length >= mostWorkers)) return least
  const setter = startSetter()
  setters = [...setters, setter]
  return setter
}

function startSetter(): Setter {
  const worker = new Worker(new URL('./document-worker.ts', import.meta.url))
  const setter: Setter = { worker, waiting: new Map() }
  worker.on('message', (answer: DocumentAnswer) => {
    const task = setter.waiting.get(answer.id)
    setter.waiting.delete(answer.id)
    if ('pdf' in answer) task?.resolve({ pdf: answer.pdf, places: answer.places })
    else task?.reject(new Error(answer.error))
    if (setter.waiting.size === 0) worker.unref()
  })
  worker.on('error', (error: Error) => fail(setter, error))
  worker.on('exit', (code) => fail(setter, new Error(`The document worker ended with ${code}`)))
  return setter
}

/** Whoever waits hears of it; the next document gets a worker of its own. */
function fail(failed: Setter, error: Error) {
  setters = setters.filter((setter) => setter !== failed)
  for (const { reject } of failed.waiting.values()) reject(error)
  failed.waiting.clear()
}
