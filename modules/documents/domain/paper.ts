import { z } from 'zod'

/** A piece of text in one face. */
const Run = z.strictObject({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
})
export type Run = z.infer<typeof Run>

/** One paragraph. */
const Text = z.array(Run).readonly()
export type Text = z.infer<typeof Text>

const Column = z.strictObject({
  title: z.string(),
  /** Shares of the width. */
  width: z.number().positive(),
  align: z.enum(['start', 'center', 'end']),
})

const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text: Text, isCentred: z.boolean() }),
  /** «Điều n.» */
  z.strictObject({ kind: z.literal('article'), number: z.int().positive(), text: Text }),
  z.strictObject({ kind: z.literal('heading'), text: z.string() }),
  /** «Nhãn: nội dung», a line each; where nothing is known, dots to write on. */
  z.strictObject({
    kind: z.literal('fields'),
    rows: z.array(z.strictObject({ label: z.string(), value: z.string().nullable() })).readonly(),
  }),
  z.strictObject({ kind: z.literal('items'), isNumbered: z.boolean(), items: z.array(Text).readonly() }),
  /** Boxes to tick. */
  z.strictObject({
    kind: z.literal('choices'),
    items: z.array(z.strictObject({ text: z.string(), isTicked: z.boolean() })).readonly(),
  }),
  z.strictObject({
    kind: z.literal('table'),
    columns: z.array(Column).readonly(),
    rows: z.array(z.array(z.string()).readonly()).readonly(),
    /** The last line, in bold; empty texts join the one before them. */
    total: z.array(z.string()).readonly().nullable(),
  }),
])
export type Block = z.infer<typeof Block>

/** Somebody who signs: what stands above the place, and the name below it. */
const Signature = z.strictObject({
  /** «KT. CHỦ TỊCH», «PHÓ CHỦ TỊCH» */
  lines: z.array(z.string()).readonly(),
  /** «(Ký, ghi rõ họ tên)» */
  how: z.string().nullable(),
  name: z.string().nullable(),
})
export type Signature = z.infer<typeof Signature>

const Annex = z.strictObject({
  title: z.string(),
  /** «(Kèm theo Quyết định số … ngày … của …)» */
  attachedTo: z.string(),
  isLandscape: z.boolean(),
  blocks: z.array(Block).readonly(),
})
export type Annex = z.infer<typeof Annex>

/** What a paper is, and thus what its place in the store and its register are called. */
export const PaperKind = z.enum([
  'decision',
  'notice',
  'certificate',
  'receipt',
  'supplement_request',
  'refusal_slip',
  'apology',
  'invitation',
  'control_slip',
  'posting_notice',
  'report',
  'declaration',
  'council_minutes',
])
export type PaperKind = z.infer<typeof PaperKind>

/**
 * A paper word by word, as it is frozen when it is signed: whatever becomes of templates and names afterwards, the same
 * paper comes out of it. PDF, Word and the preview on a page are three pictures of this one value. Its form is that of
 * Nghị định 30/2020/NĐ-CP.
 */
export const Paper = z.strictObject({
  version: z.literal(1),
  kind: PaperKind,
  size: z.enum(['a4', 'a5']),
  /** For readers and for whoever finds the file: no name of a person. */
  title: z.string(),
  letterhead: z.strictObject({
    /** The authority above it, in plain letters. */
    superior: z.array(z.string()).readonly(),
    /** Empty on what a citizen writes. */
    agency: z.array(z.string()).readonly(),
    /** «Số: 12/QĐ-UBND»; while it has no number, room for one. */
    number: z.strictObject({ value: z.string().nullable(), symbol: z.string() }).nullable(),
    /** «Tam Sơn, ngày 23 tháng 11 năm 2026» */
    dated: z.string().nullable(),
    /** «Mẫu số 01», above everything at the right. */
    form: z.string().nullable(),
  }),
  /** «QUYẾT ĐỊNH», «Về việc …» */
  heading: z.strictObject({ name: z.string(), about: z.string().nullable() }),
  /** What only a decision has: who decides, on what grounds. */
  deciding: z
    .strictObject({
      authority: z.string(),
      bases: z.array(z.string()).readonly(),
      resolves: z.string(),
    })
    .nullable(),
  /** «Kính gửi» */
  addressee: z.string().nullable(),
  blocks: z.array(Block).readonly(),
  closing: z.strictObject({
    recipients: z.strictObject({ title: z.string(), lines: z.array(z.string()).readonly() }).nullable(),
    /** From left to right; an electronic signature goes to the last. */
    signatures: z.array(Signature).readonly(),
  }),
  annexes: z.array(Annex).readonly(),
  /** Where anybody can see whether the paper is real; drawn as a QR code. */
  verification: z.strictObject({ address: z.url(), code: z.string(), words: z.string() }).nullable(),
  /** «DỰ THẢO», on what is not signed. */
  draft: z.string().nullable(),
})
export type Paper = z.infer<typeof Paper>

/** Every text of a paper in reading order: what its PDF, its Word file and its preview must all say. */
export function textsOf(paper: Paper): string[] {
  const { letterhead, heading, deciding, closing } = paper
  return [
    letterhead.form,
    ...letterhead.superior,
    ...letterhead.agency,
    letterhead.dated,
    heading.name,
    heading.about,
    ...(deciding ? [deciding.authority, ...deciding.bases, deciding.resolves] : []),
    paper.addressee,
    ...paper.blocks.flatMap(textsOfBlock),
    ...(closing.recipients ? [closing.recipients.title, ...closing.recipients.lines] : []),
    ...closing.signatures.flatMap(({ lines, how, name }) => [...lines, how, name]),
    ...paper.annexes.flatMap(({ title, attachedTo, blocks }) => [
      title,
      attachedTo,
      ...blocks.flatMap(textsOfBlock),
    ]),
  ].filter((text) => text !== null)
}

function textsOfBlock(block: Block): string[] {
  const plain = (text: Text) => text.map((run) => run.text).join('')
  switch (block.kind) {
    case 'paragraph':
    case 'article':
      return [plain(block.text)]
    case 'heading':
      return [block.text]
    case 'fields':
      return block.rows.flatMap(({ label, value }) => [label, value ?? ''])
    case 'items':
      return block.items.map(plain)
    case 'choices':
      return block.items.map(({ text }) => text)
    case 'table':
      return [block.columns.map(({ title }) => title), ...block.rows, block.total ?? []].flat()
  }
}
