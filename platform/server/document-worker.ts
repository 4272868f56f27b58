import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import type { DocumentAnswer, DocumentTask } from './documents.ts'

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
const fontBlobs = faces.map((face) => readFileSync(join(fonts, face, `Tinos_${face}.ttf`)))
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] })

parentPort!.on('message', ({ id, source, data }: DocumentTask) => {
  const answer = compile(id, source, data)
  parentPort!.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer] : [])
})

function compile(id: number, source: string, data: string): DocumentAnswer {
  try {
    const compiled = compiler.compile({ mainFileContent: source, inputs: { data } })
    const document = compiled.result
    if (!document) {
      const found = compiled.takeDiagnostics()
      const diagnostics = found ? compiler.fetchDiagnostics(found) : []
      return { id, error: `The document cannot be set: ${JSON.stringify(diagnostics)}` }
    }
    const pdf = new Uint8Array(compiler.pdf(document))
    compiler.evictCache(0)
    return { id, pdf }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}
