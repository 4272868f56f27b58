import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Header,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type IParagraphOptions,
  type ISectionOptions,
} from 'docx'
import encodeQr from 'qr'
import type { Annex, Block, Paper, Run, Signature } from '../domain/paper.ts'
import { qrPng } from './qr-png.ts'

/** Half-points. */
type Sizes = { readonly text: number; readonly head: number; readonly small: number }
type Child = Paragraph | Table

const mm = convertMillimetersToTwip
const sizes = {
  a4: { text: 28, head: 26, small: 22 },
  a5: { text: 22, head: 19, small: 18 },
} as const satisfies Record<Paper['size'], Sizes>
const sheets = {
  a4: {
    width: mm(210),
    height: mm(297),
    margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(18) },
  },
  a5: {
    width: mm(148),
    height: mm(210),
    margin: { top: mm(11), bottom: mm(10), left: mm(15), right: mm(12) },
  },
} as const

const country = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const motto = 'Độc lập - Tự do - Hạnh phúc'
const dots = '.'.repeat(60)

/** The same paper as a Word file, for who must carry it into another system; the signed one is the PDF. */
export async function makePaperWord(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const own = sizes[paper.size]
  const document = new Document({
    title: paper.title,
    creator: paper.letterhead.agency.join(' '),
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: own.text, language: { value: 'vi-VN' } },
          paragraph: {
            spacing: { after: paper.size === 'a4' ? 120 : 60, line: 252, lineRule: LineRuleType.AUTO },
          },
        },
      },
    },
    sections: [
      { ...sheetOf(paper.size, false), children: bodyOf(paper, own) },
      ...paper.annexes.map((annex) => ({
        ...sheetOf(paper.size, annex.isLandscape),
        children: annexOf(annex, own),
      })),
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** Page numbers in the middle on top, from the second page on, for each section on its own. */
function sheetOf(size: Paper['size'], isLandscape: boolean): Omit<ISectionOptions, 'children'> {
  const { width, height, margin } = sheets[size]
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: sizes[size].head })],
  })
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width,
          height,
          orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin,
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: new Header({ children: [number] }), first: new Header({ children: [] }) },
  }
}

function bodyOf(paper: Paper, own: Sizes): Child[] {
  const { heading, deciding, addressee, blocks } = paper
  return [
    ...letterheadOf(paper, own),
    centred([bold(heading.name)], { spacing: { before: 200, after: 0 } }),
    ...(heading.about === null
      ? []
      : [centred([bold(heading.about)], { spacing: { after: 0 } }), rule(paper.size === 'a4' ? 60 : 48)]),
    ...(deciding === null
      ? []
      : [
          centred([bold(deciding.authority)]),
          ...deciding.bases.map((basis) => indented([new TextRun({ text: basis, italics: true })])),
          centred([bold(deciding.resolves)]),
        ]),
    ...(addressee === null ? [] : [centred([new TextRun(`Kính gửi: ${addressee}`)])]),
    ...blocks.flatMap((block) => drawn(block, own)),
    ...closingOf(paper, own),
  ]
}

function letterheadOf({ letterhead, draft }: Paper, own: Sizes): Child[] {
  const { superior, agency, number, dated, form } = letterhead
  const inset = own.text > 24 ? 22 : 14
  const at = (text: string, more: Partial<{ bold: boolean; italics: boolean; size: number }> = {}) =>
    centred([new TextRun({ text, size: own.head, ...more })], { spacing: { after: 0 } })
  const formLines = form === null ? [] : form.split('\n').map((line) => right([bold(line, own.head)]))
  const nation = [
    at(country, { bold: true }),
    at(motto, { bold: true, size: own.head + (own.text > 24 ? 2 : 1) }),
    rule(inset),
  ]
  if (agency.length === 0) return [...formLines, ...nation]
  const left = [
    ...superior.map((line) => at(line)),
    ...agency.map((line) => at(line, { bold: true })),
    rule(inset),
    ...(number === null ? [] : [at(`Số: ${number.value ?? '       '}/${number.symbol}`)]),
    ...(draft === null ? [] : [at(draft, { bold: true })]),
  ]
  return [
    ...formLines,
    columns([
      [38, left],
      [62, [...nation, ...(dated === null ? [] : [at(dated, { italics: true })])]],
    ]),
  ]
}

function closingOf({ closing, verification, letterhead }: Paper, own: Sizes): Child[] {
  const { recipients, signatures } = closing
  const received: Child[] =
    recipients === null
      ? []
      : [
          plain([new TextRun({ text: recipients.title, bold: true, italics: true, size: own.small + 2 })]),
          ...recipients.lines.map((line) => plain([new TextRun({ text: line, size: own.small })])),
        ]
  const verified: Child[] =
    verification === null
      ? []
      : [
          plain([
            new ImageRun({
              type: 'png',
              data: qrPng(encodeQr(verification.address, 'raw', { border: 1 })),
              transformation: { width: 72, height: 72 },
              altText: {
                name: verification.code,
                description: verification.address,
                title: verification.code,
              },
            }),
          ]),
          plain([
            new TextRun({ text: `${verification.words} `, size: 17 }),
            new TextRun({ text: verification.code, size: 17, bold: true }),
          ]),
        ]
  const ownDay: Child[] =
    letterhead.agency.length === 0 && letterhead.dated !== null
      ? [centred([new TextRun({ text: letterhead.dated, italics: true })])]
      : []
  if (signatures.length > 1) {
    const share = Math.floor(100 / signatures.length)
    return [
      columns(signatures.map((who) => [share, signatureOf(who, own)] as const)),
      ...received,
      ...verified,
    ]
  }
  const [who] = signatures
  return [
    columns([
      [47, [...received, ...verified]],
      [53, [...ownDay, ...(who === undefined ? [] : signatureOf(who, own))]],
    ]),
  ]
}

function signatureOf({ lines, how, name }: Signature, { text }: Sizes): Child[] {
  const blankLines = text > 24 ? 3 : 2
  return [
    ...lines.map((line) => centred([bold(line)], { spacing: { after: 0 }, keepNext: true })),
    ...(how === null ? [] : [centred([new TextRun({ text: how, italics: true })], { keepNext: true })]),
    ...Array.from({ length: blankLines }, () => centred([], { keepNext: true })),
    ...(name === null ? [] : [centred([bold(name)])]),
  ]
}

function annexOf({ title, attachedTo, blocks }: Annex, own: Sizes): Child[] {
  return [
    centred([bold(title)], { spacing: { after: 0 } }),
    centred([new TextRun({ text: attachedTo, italics: true })]),
    ...blocks.flatMap((block) => drawn(block, own)),
  ]
}

function drawn(block: Block, own: Sizes): Child[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.isCentred ? centred(runs(block.text)) : indented(runs(block.text))]
    case 'article':
      return [indented([bold(`Điều ${block.number}. `), ...runs(block.text)])]
    case 'heading':
      return [new Paragraph({ keepNext: true, children: [bold(block.text)] })]
    case 'fields':
      return block.rows.map(({ label, value }) => plain([new TextRun(`${label}: ${value ?? dots}`)], 80))
    case 'items':
      return block.items.map((item, index) =>
        indented([new TextRun(block.isNumbered ? `${index + 1}. ` : '- '), ...runs(item)]),
      )
    case 'choices':
      return block.items.map(({ text, isTicked }) =>
        plain([new TextRun(`${isTicked ? '☒' : '☐'} ${text}`)], 80),
      )
    case 'table':
      return [tableOf(block, own)]
  }
}

type TableBlock = Extract<Block, { kind: 'table' }>

const alignments = {
  start: AlignmentType.START,
  center: AlignmentType.CENTER,
  end: AlignmentType.END,
} as const

function tableOf({ columns: heads, rows, total }: TableBlock, own: Sizes): Table {
  const all = heads.reduce((sum, { width }) => sum + width, 0)
  const cell = (
    text: string,
    column: number,
    { isBold = false, span = 1, align = heads[column]!.align } = {},
  ) =>
    new TableCell({
      columnSpan: span,
      verticalAlign: VerticalAlign.CENTER,
      width: { size: (heads[column]!.width / all) * 100, type: WidthType.PERCENTAGE },
      children: [
        new Paragraph({
          alignment: alignments[align],
          spacing: { after: 0 },
          children: text
            .split('\n')
            .map(
              (line, index) =>
                new TextRun({ text: line, bold: isBold, size: own.small + 2, break: index ? 1 : 0 }),
            ),
        }),
      ],
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    margins: { top: mm(0.8), bottom: mm(0.8), left: mm(1), right: mm(1) },
    rows: [
      new TableRow({
        tableHeader: true,
        children: heads.map(({ title }, column) => cell(title, column, { isBold: true, align: 'center' })),
      }),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((text, column) => cell(text, column)) }),
      ),
      ...(total === null ? [] : [new TableRow({ children: totalCells(total, cell) })]),
    ],
  })
}

/** Empty texts join the one before them. */
function totalCells(
  total: readonly string[],
  cell: (text: string, column: number, more: { isBold: boolean; span: number; align?: 'start' }) => TableCell,
) {
  return total.flatMap((text, column) => {
    if (text === '' && column > 0) return []
    const next = total.findIndex((other, index) => index > column && other !== '')
    return [
      cell(text, column, {
        isBold: true,
        span: (next < 0 ? total.length : next) - column,
        ...(column === 0 && { align: 'start' as const }),
      }),
    ]
  })
}

const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/** Things beside each other, without lines around them. */
function columns(parts: readonly (readonly [share: number, children: readonly Child[]])[]): Table {
  const borders = { top: noLine, bottom: noLine, left: noLine, right: noLine }
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...borders, insideHorizontal: noLine, insideVertical: noLine },
    rows: [
      new TableRow({
        cantSplit: true,
        children: parts.map(
          ([share, children]) =>
            new TableCell({
              borders,
              width: { size: share, type: WidthType.PERCENTAGE },
              children: children.length > 0 ? children : [new Paragraph({})],
            }),
        ),
      }),
    ],
  })
}

/** The short line below names and titles. */
function rule(inset = 22): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: mm(inset), right: mm(inset) },
    spacing: { before: 0, after: 60, line: 60, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
  })
}

function indented(children: readonly TextRun[]): Paragraph {
  return new Paragraph({ alignment: AlignmentType.JUSTIFIED, indent: { firstLine: mm(12.7) }, children })
}

function centred(children: readonly TextRun[], more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, ...more, children })
}

function right(children: readonly TextRun[]): Paragraph {
  return new Paragraph({ alignment: AlignmentType.END, spacing: { after: 0 }, children })
}

function plain(children: readonly (TextRun | ImageRun)[], after = 0): Paragraph {
  return new Paragraph({ spacing: { after }, children })
}

function bold(text: string, size?: number): TextRun {
  return new TextRun({ text, bold: true, ...(size === undefined ? {} : { size }) })
}

function runs(text: readonly Run[]): TextRun[] {
  return text.map(
    (run) => new TextRun({ text: run.text, bold: run.bold ?? false, italics: run.italic ?? false }),
  )
}
