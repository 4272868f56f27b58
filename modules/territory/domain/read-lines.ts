import { CivilDate } from '#kernel/civil-date'
import { refused, type ReformFinding, type ReformRow } from '#modules/geography/contract'
import type { ReformLine } from './reform-line.ts'

export const lineFields = ['from', 'to', 'name', 'villages', 'share', 'on', 'act'] as const
export type LineField = (typeof lineFields)[number]

/** The titles a column may have, without marks and case; the first is the one we write ourselves. */
const titles: Readonly<Record<LineField, readonly string[]>> = {
  from: ['ma cu', 'ma don vi cu', 'ma xa cu', 'from'],
  to: ['ma moi', 'ma don vi moi', 'ma xa moi', 'to'],
  name: ['ten moi', 'ten don vi moi', 'name'],
  villages: ['thon', 'thon to dan pho', 'cac thon', 'villages'],
  share: ['ty le', 'ty le %', 'phan tram', 'share'],
  on: ['ngay hieu luc', 'hieu luc tu', 'ngay', 'on', 'date'],
  act: ['nghi quyet', 'so nghi quyet', 'van ban', 'act'],
}
const needed = ['from', 'to', 'on'] as const

export type Table = readonly { readonly number: number; readonly texts: readonly (string | null)[] }[]

/** Finds the row of titles and reads the lines under it; undefined where no row names the columns that are needed. */
export function readLines(table: Table): ReformLine[] | undefined {
  for (const [index, { texts }] of table.entries()) {
    const columns = new Map<LineField, number>()
    for (const field of lineFields) {
      const at = texts.findIndex((text) => text !== null && titles[field].includes(folded(text)))
      if (at >= 0) columns.set(field, at)
    }
    if (!needed.every((field) => columns.has(field))) continue
    return table.slice(index + 1).flatMap(({ number, texts: cells }) => {
      const said = Object.fromEntries(
        Array.from(columns, ([field, at]) => [field, (cells[at] ?? '').normalize('NFC').trim()]),
      )
      return Object.values(said).every((text) => text === '') ? [] : [readLine(number, said)]
    })
  }
  return undefined
}

/** Reads one line; codes keep their zeros even where a spreadsheet took them for numbers. */
export function readLine(row: number, cells: Readonly<Record<string, string>>): ReformLine {
  const findings: ReformFinding[] = []
  const share = readShare(cells['share'] ?? '')
  if (share === undefined) findings.push(refused('share_malformed', cells['share']))
  const on = readDay(cells['on'] ?? '')
  if (!on) findings.push(refused('date_malformed', cells['on'] ?? ''))
  const act = cells['act'] ?? ''
  if (act === '') findings.push(refused('act_missing'))
  const parsed: ReformRow | null =
    findings.length > 0
      ? null
      : {
          row,
          from: codeOf(cells['from'] ?? ''),
          to: codeOf(cells['to'] ?? ''),
          name: cells['name'] ? cells['name'].replace(/\s+/g, ' ') : null,
          villages: (cells['villages'] ?? '')
            .split(/[;\n]/)
            .map((village) => village.trim())
            .filter((village) => village !== ''),
          share: share!,
          on: on!,
          act,
        }
  return { row, cells: { ...cells }, parsed, findings }
}

function codeOf(text: string): string {
  return /^\d{1,5}$/.test(text) ? text.padStart(5, '0') : text
}

/** Undefined where it is no share, null where none is given. */
function readShare(text: string): number | null | undefined {
  if (text === '') return null
  const share = Number(text.replace('%', '').replace(',', '.').trim())
  return Number.isFinite(share) && share > 0 && share <= 100 ? share : undefined
}

/** 2025-07-01, or as people write it: 01/07/2025. */
function readDay(text: string): CivilDate | undefined {
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const iso = written ? `${written[3]}-${written[2]!.padStart(2, '0')}-${written[1]!.padStart(2, '0')}` : text
  const parsed = CivilDate.safeParse(iso)
  return parsed.success ? parsed.data : undefined
}

function folded(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[()*:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
