/** Before the first row of a binary COPY. */
export const copyHeaderBytes = 19

/** Where the row that begins here ends; -1 where it is not there whole, or is the trailer. */
export function endOfRow(bytes: Buffer, at: number, fieldsOfRow: number): number {
  if (at + 2 > bytes.length || bytes.readInt16BE(at) !== fieldsOfRow) return -1
  let end = at + 2
  for (let field = 0; field < fieldsOfRow; field++) {
    if (end + 4 > bytes.length) return -1
    end += 4 + Math.max(0, bytes.readInt32BE(end))
  }
  return end <= bytes.length ? end : -1
}
