import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decisionPaper } from '../domain/decision-paper.ts'
import { textsOf, type Paper } from '../domain/paper.ts'
import { slipPaper } from '../domain/slip-paper.ts'
import { decisions, slips } from '../testing.ts'
import { makePaperWord } from './make-word.ts'

const papers: readonly Paper[] = [
  ...Object.values(decisions).map(decisionPaper),
  ...Object.values(slips).map(slipPaper),
]

test.for(papers.map((paper) => [paper.title, paper] as const))(
  '«%s» says in Word all that the paper says',
  async ([, paper]) => {
    const text = plain(textOf(await makePaperWord(paper)))
    for (const said of textsOf(paper))
      for (const line of said.split('\n')) expect(text).toContain(plain(line))
  },
)

test('a file of Word has the sheet of the paper, its page numbers from the second page, and lists lying', async () => {
  const parts = unpacked(await makePaperWord(decisionPaper(decisions.batch)))
  const document = parts.get('word/document.xml')!
  const sections = [...document.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => section)
  expect(sections).toHaveLength(2)
  expect(sections[0]).toContain('w:w="11905" w:h="16837" w:orient="portrait"')
  expect(sections[1]).toContain('w:orient="landscape"')
  for (const section of sections) expect(section).toContain('<w:titlePg/>')
  expect([...parts.values()].join('')).toContain('PAGE')
  expect(document).toContain('<w:tblHeader/>')
})

function plain(text: string) {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** The text of the document as Word reads it: runs joined, a blank after each paragraph. */
function textOf(file: Uint8Array) {
  const document = unpacked(file).get('word/document.xml')!
  return document
    .replaceAll(/<\/w:p>|<w:br\/>/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
}

/** Reads an archive by its directory at the end, as every program that opens Word files does. */
function unpacked(bytes: Uint8Array): Map<string, string> {
  const file = Buffer.from(bytes)
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const parts = new Map<string, string>()
  let entry = file.readUInt32LE(end + 16)
  for (let entries = file.readUInt16LE(end + 10); entries > 0; entries--) {
    const nameLength = file.readUInt16LE(entry + 28)
    const name = file.toString('utf8', entry + 46, entry + 46 + nameLength)
    const local = file.readUInt32LE(entry + 42)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const packed = file.subarray(start, start + file.readUInt32LE(entry + 20))
    parts.set(name, (file.readUInt16LE(entry + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'))
    entry += 46 + nameLength + file.readUInt16LE(entry + 30) + file.readUInt16LE(entry + 32)
  }
  return parts
}
