import { createHash } from 'node:crypto'
import { newId } from '#kernel/chance'
import { refused, type ReformStep } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { readSheet } from '#platform/server/sheet-reading'
import { findReformLike, insertReform, replaceSteps } from '../db/reforms.ts'
import { problems } from '../domain/problems.ts'
import { readLine, readLines, type LineField } from '../domain/read-lines.ts'
import type { ReformLine } from '../domain/reform-line.ts'
import { planLines } from './plan.ts'

const mostLines = 4_000

/** Reads a file of changes and keeps what it would do, day by day, beside what is wrong with each line; nothing is changed. */
export async function startReform(
  ctx: Ctx,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<{ id: string; isRepeat: boolean }> {
  return keepReform(ctx, file.name, await readFileOfLines(file))
}

/** The same for lines that were read already. */
export async function keepReform(
  ctx: Ctx,
  fileName: string,
  lines: readonly ReformLine[],
): Promise<{ id: string; isRepeat: boolean }> {
  if (lines.length > mostLines) throw problems('too_many_lines', { limit: mostLines })
  const digest = createHash('sha256')
    .update(JSON.stringify(lines.map(({ cells }) => cells)))
    .digest('hex')
  await lock(ctx, `territory.reform ${digest}`)
  const known = await findReformLike(ctx, digest)
  if (known) {
    await checkAgain(ctx, known)
    return { id: known.id, isRepeat: true }
  }
  const { judged, steps } = await judge(ctx, lines)
  const id = newId()
  await insertReform(ctx, { id, fileName, digest, lines: judged })
  await replaceSteps(ctx, id, steps)
  return { id, isRepeat: false }
}

/** Looks at a file again as units and lists are now; days that were applied or ordered stay as they are. */
export async function checkAgain(
  ctx: Ctx,
  { id, lines }: { id: string; lines: readonly ReformLine[] },
): Promise<void> {
  const { judged, steps } = await judge(ctx, lines)
  await replaceSteps(ctx, id, steps, judged)
}

async function judge(
  ctx: Ctx,
  lines: readonly ReformLine[],
): Promise<{ judged: ReformLine[]; steps: readonly ReformStep[] }> {
  const held = heldBack(lines)
  const { steps, findings } = await planLines(
    ctx,
    lines.flatMap(({ row, parsed }) => (parsed && !held.has(row) ? parsed : [])),
  )
  const judged = lines.map((line) => {
    if (!line.parsed) return line
    const broken = held.get(line.row)
    return {
      ...line,
      findings:
        broken === undefined
          ? [...(findings.get(line.row) ?? [])]
          : [refused('companion_refused', String(broken))],
    }
  })
  return { judged, steps }
}

/** Lines that share a unit with one nobody could read: what it would have said about that unit is not known. */
function heldBack(lines: readonly ReformLine[]): Map<number, number> {
  const held = new Map<number, number>()
  const broken = new Map<string, number>()
  const mark = (cells: ReformLine['cells'], row: number) => {
    for (const field of ['from', 'to'] as const) if (cells[field]) broken.set(cells[field], row)
  }
  for (const { row, parsed, cells } of lines) if (!parsed) mark(cells, row)
  for (let grew = true; grew;) {
    grew = false
    for (const { row, parsed, cells } of lines) {
      const by = broken.get(cells['from'] ?? '') ?? broken.get(cells['to'] ?? '')
      if (!parsed || held.has(row) || by === undefined) continue
      held.set(row, by)
      mark(cells, by)
      grew = true
    }
  }
  return held
}

/** Lines of a file: a workbook, a table of text, or JSON. */
export async function readFileOfLines({
  name,
  bytes,
}: {
  readonly name: string
  readonly bytes: Uint8Array
}): Promise<ReformLine[]> {
  const lines = /\.json$/i.test(name) ? readJson(bytes) : await readTable({ name, bytes })
  if (lines.length === 0) throw problems('not_a_list')
  return lines
}

async function readTable(file: { name: string; bytes: Uint8Array }): Promise<ReformLine[]> {
  const sheet = await readSheet(file)
  const lines = readLines(
    sheet.rows.map(({ number, cells }) => ({ number, texts: cells.map((cell) => cell?.text ?? null) })),
  )
  if (!lines) throw problems('no_header')
  return lines
}

function readJson(bytes: Uint8Array): ReformLine[] {
  let given: unknown
  try {
    given = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw problems('not_a_list')
  }
  if (!Array.isArray(given)) throw problems('not_a_list')
  return given.map((entry: unknown, index) => {
    if (typeof entry !== 'object' || entry === null) throw problems('not_a_list', { entry: index + 1 })
    const cells: Partial<Record<LineField, string>> = {}
    for (const [field, value] of Object.entries(entry))
      if (value !== null && value !== undefined)
        cells[field as LineField] = Array.isArray(value) ? value.join('; ') : String(value) // Unknown fields are not read.
    return readLine(index + 1, cells as Record<string, string>)
  })
}
