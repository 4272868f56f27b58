import { readOldFonts } from './old-fonts.ts'
import type { RowReading } from './row-cells.ts'

/** What a text names: a commune of today, or why none. */
export type CommuneAnswer =
  | { readonly areaId: number; readonly renamedTo?: string | undefined }
  | { readonly problem: 'commune_unknown' | 'commune_outside' | 'commune_ambiguous' }

/** Where communes are looked for. */
export type Communes = {
  /** The commune of the whole list where it is for one commune. */
  readonly areaId: number | null
  readonly findCommune: (text: string) => CommuneAnswer
}

/** The commune of the row, or that of the whole list. */
export function readCommune(row: RowReading, { areaId, findCommune }: Communes): number | undefined {
  const cell = row.cell('commune')
  if (!cell) {
    if (areaId === null) row.find('commune_unknown', 'commune')
    return areaId ?? undefined
  }
  const found = findCommune(readOldFonts(cell.text))
  if ('problem' in found) return row.find(found.problem, 'commune')
  if (found.renamedTo) row.find('commune_renamed', 'commune', found.renamedTo)
  return found.areaId
}
