import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { assertUnpacksWithin } from './sheet-archive.ts'

test('an archive that unpacks to far more than it weighs is refused before it is opened', async () => {
  const book = new Workbook()
  book.addWorksheet('A').addRow(['x'.repeat(100)])
  const bytes = Buffer.from(await book.xlsx.writeBuffer())
  await expect(assertUnpacksWithin(bytes, 500)).rejects.toThrow('sheet.unpacks_too_large')
  await expect(assertUnpacksWithin(bytes, 1_000_000)).resolves.toBeUndefined()
  await expect(assertUnpacksWithin(bytes.subarray(0, -40), 1_000_000)).rejects.toThrow('sheet.not_a_workbook')
  // What says that it holds nothing is read all the same by some, and so is what its directory leaves out.
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const lying = Buffer.from(bytes)
  lying.writeUInt16LE(0, end + 8)
  lying.writeUInt16LE(0, end + 10)
  await expect(assertUnpacksWithin(lying, 1_000_000)).rejects.toThrow('sheet.not_a_workbook')
  const directory = bytes.readUInt32LE(end + 16)
  const hiding = Buffer.concat([bytes.subarray(0, directory), Buffer.alloc(200), bytes.subarray(directory)])
  hiding.writeUInt32LE(directory + 200, end + 200 + 16)
  await expect(assertUnpacksWithin(hiding, 1_000_000)).rejects.toThrow('sheet.not_a_workbook')
})
