import { PDF } from '@libpdf/core'
import { expect, test } from 'vitest'
import { textsOf, type Paper } from '../domain/paper.ts'
import { decisionPaper } from '../domain/decision-paper.ts'
import { slipPaper } from '../domain/slip-paper.ts'
import { decisions, slips } from '../testing.ts'
import { makePaperPdf } from './make-pdf.ts'

const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length

test.for(Object.values(decisions).map((facts) => [facts.kind, facts] as const))(
  'a decision of kind %s is set with its fonts, and has one place to be signed at',
  async ([, facts]) => {
    const paper = decisionPaper(facts)
    const { pdf, places } = await makePaperPdf(paper)
    const [width, height, least] = paper.size === 'a4' ? [595, 842, 60] : [595, 420, 40]
    const text = Buffer.from(pdf).toString('latin1')
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text).toContain('Tinos')
    expect(places).toHaveLength(1)
    const [place] = places
    // Within the page, on its right half, and high enough for a signature.
    expect(place!.left).toBeGreaterThan(width / 2 - 12)
    expect(place!.left + place!.width).toBeLessThan(width)
    expect(place!.top + place!.height).toBeLessThan(height)
    expect(place!.height).toBeGreaterThan(least)
  },
)

test.for(Object.values(slips).map((facts) => [facts.kind, facts] as const))(
  'a slip of kind %s fits on one sheet, but for minutes, which leave room for what was said',
  async ([, facts]) => {
    const { pdf } = await makePaperPdf(slipPaper(facts))
    expect(pagesOf(pdf)).toBe(facts.kind === 'council_minutes' ? 2 : 1)
  },
)

test('smaller type saves a page where it can, and does not where it cannot', async () => {
  const { adjust } = decisions
  expect(pagesOf((await makePaperPdf(decisionPaper(adjust))).pdf)).toBe(1)
  const long = { ...adjust, reason: `${adjust.reason} `.repeat(40) }
  const { pdf, places } = await makePaperPdf(decisionPaper(long))
  expect(pagesOf(pdf)).toBe(2)
  expect(places[0]!.page).toBe(2)
})

test('a list goes on for as many pages as it needs', async () => {
  const { pdf } = await makePaperPdf(decisionPaper(decisions.batch))
  expect(pagesOf(pdf)).toBe(5)
})

const papers: readonly Paper[] = [
  ...Object.values(decisions).map(decisionPaper),
  ...Object.values(slips).map(slipPaper),
]

test.for(papers.map((paper) => [paper.title, paper] as const))(
  '«%s» can be read out of its PDF word by word: letters are letters, not pictures',
  async ([, paper]) => {
    const { pdf } = await makePaperPdf(paper)
    const read = letters(
      (await PDF.load(pdf))
        .extractText()
        .map(({ text }) => text)
        .join(''),
    )
    const words = textsOf(paper).flatMap((said) => said.split(/\s+/))
    expect(words.filter((word) => !read.includes(letters(word)))).toEqual([])
  },
)

test('the place to be signed at lies between the title and the name', async () => {
  const { pdf, places } = await makePaperPdf(decisionPaper(decisions.grant))
  const page = (await PDF.load(pdf)).getPage(0)!
  const lineOf = (text: string) =>
    page.extractText().lines.find((line) => letters(line.text).includes(letters(text)))!.bbox
  const { top, height } = places[0]!
  const fromTop = (points: number) => page.height - points
  expect(fromTop(lineOf('PHÓ CHỦ TỊCH').y)).toBeLessThanOrEqual(top + 4)
  expect(fromTop(lineOf('Trần Văn Minh').y)).toBeGreaterThan(top + height)
})

/** Blanks are where a line was broken, and Vietnamese letters may come in two forms. */
function letters(text: string) {
  return text.normalize('NFC').replaceAll(/\s/g, '')
}
