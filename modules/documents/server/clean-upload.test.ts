import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js'
import { PDF, PdfDict, PdfName, PdfStream, PdfString } from '@libpdf/core'
import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { instant } from '#kernel/civil-date'
import { largestFile } from '#platform/server/files'
import { decisionPaper } from '../domain/decision-paper.ts'
import { decisions, givenCertificateFile } from '../testing.ts'
import { certificateFile } from './certificate-file.ts'
import { cleanUpload } from './clean-upload.ts'
import { makePaperPdf } from './make-pdf.ts'
import { heic, jpegOf, png, redAndBlue, webpOf, withExif } from './picture-samples.ts'
import { checkSignatures, signPdf } from './sign-pdf.ts'
import { wasm } from './clean-picture.ts'

beforeAll(async () => {
  await initJpegDecoder(await wasm('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'))
})

describe('a photograph', () => {
  test('comes back without where, when and with what it was taken', async () => {
    const taken = withExif(await jpegOf(redAndBlue(64, 48)), { orientation: 1 })
    expect(Buffer.from(taken).includes('21 deg 18')).toBe(true)
    const { bytes, mediaType, size } = await cleanUpload(taken)
    const kept = Buffer.from(bytes)
    expect(mediaType).toBe('image/jpeg')
    expect(size).toEqual({ width: 64, height: 48 })
    for (const trace of ['21 deg 18', 'Exif', 'Telephone 9', 'xap/1.0', 'tail behind the picture'])
      expect(kept.includes(trace)).toBe(false)
    expect(await colourAt(bytes, 5, 5)).toBe('red')
    expect(await colourAt(bytes, 60, 40)).toBe('blue')
  })

  test('that the telephone noted as lying on its side comes back upright', async () => {
    const { bytes, size } = await cleanUpload(withExif(await jpegOf(redAndBlue(64, 48)), { orientation: 6 }))
    expect(size).toEqual({ width: 48, height: 64 })
    // Turned clockwise, what was on the left is on top.
    expect(await colourAt(bytes, 24, 4)).toBe('red')
    expect(await colourAt(bytes, 24, 60)).toBe('blue')
  })

  test('larger than a sheet needs is made smaller', async () => {
    const { size } = await cleanUpload(png(redAndBlue(5120, 64)))
    expect(size).toEqual({ width: 2560, height: 32 })
  })

  test.for([
    ['PNG', () => png(redAndBlue(64, 48))],
    ['WebP', () => webpOf(redAndBlue(64, 48))],
    ['HEIC', () => heic()],
  ] as const)('as %s comes back as JPEG', async ([, make]) => {
    const { bytes, mediaType, size } = await cleanUpload(await make())
    expect(mediaType).toBe('image/jpeg')
    expect(Buffer.from(bytes).subarray(0, 3).toString('hex')).toBe('ffd8ff')
    expect(size).toEqual({ width: 64, height: 48 })
  })

  test('with see-through parts stands on white', async () => {
    const clear = { width: 32, height: 32, data: new Uint8ClampedArray(32 * 32 * 4) }
    const { bytes } = await cleanUpload(png(clear))
    expect(await colourAt(bytes, 10, 10)).toBe('white')
  })

  test('of 60 MB is refused before anything is done with it, and told how large it may be', async () => {
    const large = new Uint8Array(60 * 1024 * 1024)
    large.set(await jpegOf(redAndBlue(16, 16)))
    await expect(cleanUpload(large)).rejects.toMatchObject({
      code: 'documents.upload_too_large',
      status: 413,
      details: { limit: largestFile, size: large.length },
    })
  })

  test('of a few bytes that says it has billions of pixels is refused by its header', async () => {
    const bomb = png(redAndBlue(16, 16), { width: 60_000, height: 60_000 })
    expect(bomb.length).toBeLessThan(1000)
    await expect(cleanUpload(bomb)).rejects.toMatchObject({
      code: 'documents.picture_too_many_pixels',
      details: { megapixels: 3600 },
    })
  })

  test.for([
    ['a JPEG cut off in its head', async () => (await jpegOf(redAndBlue(64, 48))).slice(0, 40)],
    [
      'a PNG with noise for pixels',
      () => png(redAndBlue(64, 48)).map((byte, at) => (at > 60 ? byte ^ 90 : byte)),
    ],
    ['a HEIC cut off', () => heic().slice(0, 300)],
    ['a WebP that is a name only', () => Buffer.from('RIFF\u0004\u0000\u0000\u0000WEBPVP8 ', 'latin1')],
  ] as const)('that cannot be read is refused: %s', async ([, make]) => {
    await expect(cleanUpload(await make())).rejects.toThrow('documents.picture_unreadable')
  })
})

test.for([
  ['a web page', '<html><script>alert(1)</script>'],
  ['a drawing that can run programs', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
  ['a program', 'MZ\u0090\u0000'],
  ['an archive', 'PK\u0003\u0004'],
] as const)('%s is refused whatever it is called', async ([, text]) => {
  await expect(cleanUpload(Buffer.from(text, 'latin1'))).rejects.toThrow('documents.upload_of_other_kind')
})

test('nothing at all is refused', async () => {
  await expect(cleanUpload(new Uint8Array())).rejects.toThrow('documents.upload_empty')
})

describe('a PDF', () => {
  test('comes back without who made it, when and with what, and with every page as it was', async () => {
    const told = await tellingOfItsMaker()
    for (const trace of traces) expect(Buffer.from(told).includes(trace)).toBe(true)
    const { bytes, mediaType, pages } = await cleanUpload(told)
    expect(mediaType).toBe('application/pdf')
    expect(pages).toBe(5)
    for (const trace of traces) expect(Buffer.from(bytes).includes(trace)).toBe(false)
    const [before, after] = [await PDF.load(told), await PDF.load(bytes)]
    const textOf = (pdf: PDF) => pdf.getPages().map((page) => page.extractText().text)
    expect(textOf(after)).toEqual(textOf(before))
    expect(textOf(after).join()).toContain('QUYẾT ĐỊNH')
    // What was taken in once comes to the same when it is taken in again.
    expect((await cleanUpload(bytes)).bytes).toEqual(bytes)
  })

  test('that was changed comes back without what it said before', async () => {
    const changed = await PDF.load(await tellingOfItsMaker())
    changed.setAuthor('Người sửa sau')
    const appended = await changed.save({ incremental: true })
    expect(Buffer.from(appended).includes(traces[0])).toBe(true)
    const { bytes } = await cleanUpload(appended)
    expect(Buffer.from(bytes).includes(traces[0])).toBe(false)
    expect((await PDF.load(bytes)).getAuthor()).toBeUndefined()
  })

  test('that is signed is kept byte for byte, and its signature holds', async () => {
    const key = await certificateFile(givenCertificateFile('Trần Văn Minh', 'mat-khau'), 'mat-khau')
    const at = instant('2026-11-27T02:00:00Z')
    const signed = await signPdf(await tellingOfItsMaker(), { key, name: 'Trần Văn Minh', at, place: null })
    const { bytes } = await cleanUpload(signed)
    expect(Buffer.from(bytes).equals(signed)).toBe(true)
    expect(await checkSignatures(bytes)).toMatchObject([{ isIntact: true, coversWholeFile: true }])
  })

  test('that needs a password is refused', async () => {
    const document = await somePdf()
    document.setProtection({ userPassword: 'bí mật', ownerPassword: 'khác' })
    await expect(cleanUpload(await document.save())).rejects.toThrow('documents.pdf_locked')
  })

  test.for([
    ['script', { S: PdfName.of('JavaScript'), JS: PdfString.fromString('app.alert(1)') }],
    ['launch', { S: PdfName.of('Launch'), F: PdfString.fromString('cmd.exe') }],
    ['sending', { S: PdfName.of('SubmitForm'), F: PdfString.fromString('https://example.org') }],
    ['opening', { S: PdfName.of('URI'), URI: PdfString.fromString('https://example.org') }],
    ['opening', { S: PdfName.of('GoTo'), Next: PdfDict.of({ S: PdfName.of('URI') }) }],
  ] as const)('that does something of itself is refused: %s', async ([what, action]) => {
    const document = await somePdf()
    document.getCatalog().set('OpenAction', PdfDict.of(action))
    const refused = { code: 'documents.pdf_active', details: { what } }
    await expect(cleanUpload(await document.save())).rejects.toMatchObject(refused)
    await expect(cleanUpload(await document.save({ useXRefStream: true }))).rejects.toMatchObject(refused)
  })

  test('that opens at one of its pages is taken', async () => {
    const document = await somePdf()
    document.getCatalog().set('OpenAction', PdfDict.of({ S: PdfName.of('GoTo'), D: PdfName.of('Fit') }))
    expect(await cleanUpload(await document.save())).toMatchObject({ mediaType: 'application/pdf' })
  })

  test('that hides its script behind another spelling, or from its root, is refused', async () => {
    const plain = Buffer.from(await (await somePdf()).save()).toString('latin1')
    const hidden = plain.replace(
      /\nxref\n/,
      '\n99 0 obj\n<< /S /JavaScri#70t /J#53 (app.alert) >>\nendobj\nxref\n',
    )
    expect(hidden).not.toBe(plain)
    await expect(cleanUpload(Buffer.from(hidden, 'latin1'))).rejects.toThrow('documents.pdf_active')
  })

  test('whose structure unpacks to more than memory is refused', async () => {
    const packed = deflateSync(Buffer.alloc(200 * 1024 * 1024))
    const bomb = Buffer.concat([
      Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Ob#6aStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n'),
      packed,
      Buffer.from('\nendstream\nendobj\nstartxref\n0\n%%EOF\n'),
    ])
    expect(bomb.length).toBeLessThan(400_000)
    await expect(cleanUpload(bomb)).rejects.toThrow('documents.pdf_unreadable')
  })

  test('of only a heading is refused', async () => {
    await expect(cleanUpload(Buffer.from('%PDF-1.7\nnothing'))).rejects.toThrow('documents.pdf_unreadable')
  })
})

test('many at once are looked at one after the other, and all are answered', async () => {
  const picture = await jpegOf(redAndBlue(64, 48))
  const made = await Promise.all(Array.from({ length: 6 }, () => cleanUpload(picture)))
  expect(made.map(({ size }) => size?.width)).toEqual(Array(6).fill(64))
})

async function colourAt(jpeg: Uint8Array<ArrayBuffer>, x: number, y: number) {
  const { width, data } = await decodeJpeg(jpeg.slice().buffer)
  const [red, green, blue] = data.subarray((y * width + x) * 4)
  if (red! > 240 && green! > 240 && blue! > 240) return 'white'
  return red! > blue! ? 'red' : 'blue'
}

const traces = ['BI MAT', 'MAY CU', 'xmpmeta', 'SOAN THAO'] as const

/** As an office program writes it: who, with what, and the same once more as XMP, for the whole and for a page. */
async function tellingOfItsMaker() {
  const pdf = await PDF.load((await makePaperPdf(decisionPaper(decisions.batch))).pdf)
  pdf.setAuthor('BI MAT')
  pdf.setProducer('MAY CU')
  const xmp = pdf.register(
    new PdfStream(
      [
        ['Type', PdfName.of('Metadata')],
        ['Subtype', PdfName.of('XML')],
      ],
      Buffer.from('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'),
    ),
  )
  pdf.getCatalog().set('Metadata', xmp)
  const page = pdf.getPage(0)!.dict
  page.set('Metadata', xmp)
  page.set('PieceInfo', PdfDict.of({ SoanThao: PdfDict.of({ Private: PdfString.fromString('SOAN THAO') }) }))
  return pdf.save({ compressStreams: false })
}

async function somePdf() {
  return PDF.load((await makePaperPdf(decisionPaper(decisions.stop))).pdf)
}
