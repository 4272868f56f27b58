import { createInflateRaw } from 'node:zlib'
import { sheetProblems as problems } from '#platform/contract/sheet-problems'
import { encodingOf } from './table-encoding.ts'

export type SheetFormat = 'xlsx' | 'xls' | 'csv'

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const wide = (text: string) => Buffer.from(text, 'utf16le')

/** What kind of workbook the bytes are, whatever the file is called; macros and passwords are refused here. */
export function formatOf(bytes: Buffer, name: string): SheetFormat {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') {
    const names = bytes.toString('latin1')
    if (names.includes('vbaProject.bin')) throw problems('has_macros')
    if (!names.includes('xl/workbook')) throw problems('not_a_workbook')
    return 'xlsx'
  }
  if (bytes.subarray(0, 8).equals(compoundFile)) {
    if (bytes.includes(wide('EncryptedPackage'))) throw problems('encrypted')
    if (bytes.includes(wide('_VBA_PROJECT'))) throw problems('has_macros')
    if (!bytes.includes(wide('Workbook')) && !bytes.includes(wide('Book'))) throw problems('not_a_workbook')
    return 'xls'
  }
  if (/\.(csv|txt)$/i.test(name) && encodingOf(bytes.subarray(0, 4096)) !== 'binary') return 'csv'
  throw problems('not_a_workbook')
}

/** What each entry of the directory of an archive begins with, and what may stand after an entry at most. */
const signature = 0x02014b50
const afterEntry = 24

/** Refuses an archive that would unpack to more than the limit, whatever it says about itself. */
export async function assertUnpacksWithin(file: Buffer, limit: number): Promise<void> {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw problems('not_a_workbook')
  try {
    let entry = file.readUInt32LE(end + 16)
    const directory = entry
    let left = limit
    let found = 0
    let told = 0
    for (; entry < end && file.readUInt32LE(entry) === signature; found++) {
      if ((file.readUInt16LE(entry + 8) & 1) === 1) throw problems('encrypted')
      const local = file.readUInt32LE(entry + 42)
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
      const packed = file.subarray(start, start + file.readUInt32LE(entry + 20))
      told += start - local + packed.length
      const isDeflated = file.readUInt16LE(entry + 10) === 8
      for await (const piece of isDeflated ? inflated(packed) : [packed])
        if ((left -= piece.length) < 0) throw problems('unpacks_too_large', { limit })
      entry +=
        46 + file.readUInt16LE(entry + 28) + file.readUInt16LE(entry + 30) + file.readUInt16LE(entry + 32)
    }
    // A reader may go by the entries themselves: what the directory does not tell of, it did not weigh either.
    const isTold = found === file.readUInt16LE(end + 10) && directory - told <= found * afterEntry
    if (found === 0 || !isTold) throw problems('not_a_workbook')
  } catch (error) {
    // A truncated archive points outside itself, or breaks off in the middle of a stream.
    const isBroken = error instanceof RangeError || (error as NodeJS.ErrnoException).code?.startsWith('Z_')
    throw isBroken ? problems('not_a_workbook') : error
  }
}

function inflated(packed: Buffer): AsyncIterable<Buffer> {
  const stream = createInflateRaw()
  stream.end(packed)
  return stream
}
