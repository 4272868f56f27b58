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

function compile({ id, source, data }: DocumentTask): DocumentAnswer {
  try {
    const compiled = compiler.compile({ mainFileContent: source, inputs: { data } })
    const document = compiled.result
    if (!document) {
      const found = compiled.takeDiagnostics()
      const diagnostics = found ? compiler.fetchDiagnostics(found) : []
      return { id, error: `The document cannot be set: ${JSON.stringify(diagnostics)}` }
    }
    const pdf = new Uint8Array(compiler.pdf(document))
    const places = compiler.query(document, { selector: '<place>', field: 'value' }) as Place[] // What documents.ts asks sources for.
    compiler.evictCache(0)
    return { id, pdf, places }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}
