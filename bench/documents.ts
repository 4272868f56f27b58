import { availableParallelism } from 'node:os'
import { decisionPaper, makePaperPdf, makePaperWord } from '#modules/documents'
import { decisions } from '../modules/documents/testing.ts'

/** How long a batch of decisions takes to become paper: `node bench/documents.ts [how many]`. */
const count = Number(process.argv[2] ?? 1000)
const papers = Array.from({ length: count }, (_, index) =>
  decisionPaper({ ...decisions.adjust, number: String(index + 1) }),
)
await makePaperPdf(papers[0]!) // Fonts are loaded once.

const pdf = await seconds(async () => {
  const made = await Promise.all(papers.map((paper) => makePaperPdf(paper)))
  return made.reduce((bytes, one) => bytes + one.pdf.length, 0)
})
const word = await seconds(async () => {
  let bytes = 0
  for (const paper of papers.slice(0, 100)) bytes += (await makePaperWord(paper)).length
  return bytes
})

const megabytes = (bytes: number) => Math.round(bytes / 1e6)
process.stdout.write(
  [
    `${count} decisions as PDF: ${pdf.taken.toFixed(1)} s, ${pdf.processor.toFixed(1)} s of processor, ${((pdf.processor / count) * 1000).toFixed(1)} ms each, ${megabytes(pdf.result)} MB`,
    `100 of them as Word: ${word.taken.toFixed(1)} s, ${word.processor.toFixed(1)} s of processor`,
    `resident ${megabytes(process.memoryUsage().rss)} MB, ${availableParallelism()} processors, Node ${process.version}`,
    '',
  ].join('\n'),
)

async function seconds<Result>(work: () => Promise<Result>) {
  const start = performance.now()
  const used = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(used)
  return { result, taken: (performance.now() - start) / 1000, processor: (user + system) / 1e6 }
}
