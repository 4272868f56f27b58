import type { ImportField } from './fields.ts'
import { readOldFonts } from './old-fonts.ts'
import type { ImportCell } from './values.ts'

const telling: ReadonlySet<ImportField> = new Set([
  'fullName',
  'born',
  'bornIfMale',
  'bornIfFemale',
  'number',
])

/** What stands under a list in place of a name: its total, and who made or signs it. */
const underList =
  /^(?:tổng (?:cộng|số)(?!\p{L})|(?:tổng|cộng)(?:$| ?[^\p{L} ])|cộng (?:lũy kế|toàn|số)|(?:người )?lập (?:biểu|bảng|danh sách)(?!\p{L})|người lập\P{L}*$|thủ trưởng|chủ tịch(?!\p{L})|xác nhận (?:của|ubnd)|\(ký)/u

/** Whether a row of a list says something of a person; totals and signatures under it do not. */
export function isOfPerson(cells: readonly (ImportCell | null)[], mapping: readonly ImportField[]): boolean {
  if (!cells.some((cell, column) => cell && telling.has(mapping[column] ?? 'ignored'))) return false
  const texts = cells.flatMap((cell) => cell?.text.trim() || [])
  const name = cells[mapping.indexOf('fullName')]?.text
  return ![texts[0], name].some((text) => text !== undefined && isUnderList(text))
}

function isUnderList(text: string): boolean {
  const plain = readOldFonts(text).normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  return underList.test(plain.toLowerCase())
}
