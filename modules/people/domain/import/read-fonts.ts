import type { ImportColumn } from './columns.ts'
import type { ImportField } from './fields.ts'
import { findingLevels, type ImportFinding } from './findings.ts'
import { decoders } from './old-fonts.ts'
import type { ImportCell } from './values.ts'

type Read = {
  readonly cells: readonly (ImportCell | null)[]
  /** What was read otherwise than it stands, for somebody to confirm: shown by the name. */
  readonly finding: readonly ImportFinding[]
}

/** Reads the rows of a sheet by the old fonts its columns were written for. */
export function readFonts(
  columns: readonly ImportColumn[],
  mapping: readonly ImportField[],
): (cells: readonly (ImportCell | null)[]) => Read {
  const byColumn = columns.flatMap(({ index, font }) => (font ? [[index, decoders[font.font]] as const] : []))
  if (byColumn.length === 0) return (cells) => ({ cells, finding: [] })
  const nameColumn = mapping.indexOf('fullName')
  return (cells) => {
    const read = [...cells]
    const finding: ImportFinding[] = []
    for (const [index, decode] of byColumn) {
      const cell = cells[index]
      if (!cell || cell.kind !== 'text') continue
      const text = decode(cell.text)
      if (text === cell.text) continue
      read[index] = { ...cell, text }
      if (index === nameColumn) finding.push(ofName(index, cell.text, text))
    }
    return { cells: read, finding }
  }
}

function ofName(column: number, value: string, suggestion: string): ImportFinding {
  const code = 'name_old_encoding'
  return { code, level: findingLevels[code], field: 'fullName', column, value, suggestion, details: {} }
}
