import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import type { DocumentAnswer, DocumentTask, Place } from './documents.ts'

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
const fontBlobs = faces.map((face) => readFileSync(join(fonts, face, `Tinos_${face}.ttf`)))
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] })

parentPort!.on('message', (task: DocumentTask) => {
  const answer = compile(task)
  parentPort!.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer] : [])
})

/** How many papers ago something was last used before it is forgotten: letterheads and phrases come again. */
const remembered = 8

function compile({ id, source, variants }: DocumentTask): DocumentAnswer {
  try {
    const [first, ...others] = variants
    let shortest = layOut(source, first!) // There is one at least.
    for (const data of others) {
      if (shortest.page <= 1) break
      const other = layOut(source, data)
      if (other.page < shortest.page) shortest = other
    }
    // Only what is taken is written out: fonts are cut to size there, which costs as much as the lines do.
    const pdf = new Uint8Array(compiler.pdf(shortest.document))
    compiler.evictCache(remembered)
    return { id, pdf, places: shortest.places }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}

/** The page of the last place kept free: annexes come after it. */
function layOut(source: string, data: string) {
  const compiled = compiler.compile({ mainFileContent: source, inputs: { data } })
  const document = compiled.result
  if (!document) {
    const found = compiled.takeDiagnostics()
    const diagnostics = found ? compiler.fetchDiagnostics(found) : []
    throw new Error(`The document cannot be set: ${JSON.stringify(diagnostics)}`)
  }
  const places = compiler.query(document, { selector: '<place>', field: 'value' }) as Place[] // What documents.ts asks sources for.
  return { document, places, page: places.at(-1)?.page ?? 1 }
}
