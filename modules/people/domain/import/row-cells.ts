import type { ImportField } from './fields.ts'
import { findingLevels, type FindingCode, type ImportFinding } from './findings.ts'
import type { ImportCell } from './values.ts'

/** The cells of one row by what they hold, and what was found in them. */
export function openRow(cells: readonly (ImportCell | null)[], mapping: readonly ImportField[]) {
  const findings: ImportFinding[] = []
  function cell(field: ImportField): ImportCell | null {
    const column = mapping.indexOf(field)
    const found = column < 0 ? null : (cells[column] ?? null)
    return found && found.kind !== 'error' && found.text.trim() !== '' ? found : null
  }
  function find(
    code: FindingCode,
    field: ImportField,
    suggestion: string | null = null,
    details: Record<string, string | number> = {},
  ): undefined {
    const column = mapping.indexOf(field)
    findings.push({
      code,
      level: findingLevels[code],
      field,
      column: column < 0 ? null : column,
      value: cells[column]?.text ?? '',
      suggestion,
      details,
    })
  }
  mapping.forEach((field, column) => {
    const found = cells[column]
    if (field === 'ignored' || !found) return
    if (found.kind === 'error') find('cell_error', field)
    else if (found.isFormula) find('cell_formula', field)
  })
  return { findings, cell, find }
}

export type RowReading = ReturnType<typeof openRow>
