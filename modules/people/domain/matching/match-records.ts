import { z } from 'zod'
import { MatchRules } from './configuration.ts'
import { curveOf, qualityOf, reachOf, truePairs, type Quality } from './evaluate.ts'
import { findDuplicates } from './find-duplicates.ts'
import { enoughToLearn } from './known-shares.ts'
import { likelihood, scoreFor, type Part } from './score.ts'
import { openTable } from './table.ts'

/** From which likelihood a pair is worth a look, and from which nobody would doubt it. */
export const bounds = { possible: 0.5, sure: 0.99 } as const

/** A table to be searched for duplicates: the rules of matching, and what its columns are. */
export const FileRules = MatchRules.extend({
  /** The column that names a record; without it, records are named by their line. */
  id: z.string().optional(),
  /** Records with the same value here are known to be one person, as far as the pattern reaches. */
  gold: z.strictObject({ column: z.string(), pattern: z.string().optional() }).optional(),
  /** Records with the same value here come from one list without duplicates, and are not compared with each other. */
  side: z.string().optional(),
  possible: z.number().gt(0).lt(1).default(bounds.possible),
  sure: z.number().gt(0).lt(1).default(bounds.sure),
}).superRefine(({ gold, possible, sure }, context) => {
  if (sure < possible)
    context.addIssue({ code: 'too_small', origin: 'number', minimum: possible, path: ['sure'] })
  if (gold?.pattern !== undefined && !isPattern(gold.pattern))
    context.addIssue({ code: 'invalid_format', format: 'regex', path: ['gold', 'pattern'] })
})
export type FileRules = z.infer<typeof FileRules>

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp
  } catch {
    return false
  }
}

export type RecordCells = { readonly line: number; readonly cell: (column: string) => string }

export type MatchedPair = {
  readonly one: string
  readonly other: string
  readonly score: number
  readonly likely: number
  readonly verdict: 'sure' | 'possible'
  /** Worked out when it is asked for: few of many pairs are looked at. */
  readonly parts: () => readonly Part[]
}

export type Matched = {
  readonly records: number
  readonly compared: number
  readonly prior: number
  readonly weights: NonNullable<MatchRules['weights']>
  /** The scores from which a pair is possible, and sure. */
  readonly bounds: { readonly possible: number; readonly sure: number }
  readonly pairs: readonly MatchedPair[]
  /** Where it is known who is who: the quality of the pairs, and which share of the true ones blocking brings together. */
  readonly quality?: Quality
  readonly reach?: number
  readonly curve?: readonly (Quality & { readonly bound: number })[]
}

const curveSteps = 12

/** Reads records one by one and finds those that are one person. */
export async function matchRecords(rules: FileRules, records: AsyncIterable<RecordCells>): Promise<Matched> {
  const table = openTable(rules)
  const names: string[] = []
  const gold: (string | undefined)[] = []
  const sides: number[] = []
  const sideNumbers = new Map<string, number>()
  const truth = rules.gold && truthIn(rules.gold)
  for await (const { line, cell } of records) {
    table.add(cell)
    names.push(rules.id === undefined ? String(line) : cell(rules.id).trim())
    if (truth) gold.push(truth(cell))
    if (rules.side !== undefined) {
      const side = cell(rules.side)
      if (!sideNumbers.has(side)) sideNumbers.set(side, sideNumbers.size)
      sides.push(sideNumbers.get(side)!)
    }
  }
  const apart = rules.side === undefined ? undefined : Int32Array.from(sides)
  const likely = truth ? Math.min(rules.possible, 0.01) : rules.possible
  const { pairs, scorer, blocks, compared, prior } = findDuplicates(table, rules, { likely, sides: apart })
  const from = { possible: scoreFor(rules.possible, prior), sure: scoreFor(rules.sure, prior) }
  // What rests on a guess is nothing nobody would doubt.
  const isFounded = rules.weights !== undefined || table.size() >= enoughToLearn
  const possible = pairs.filter(({ score }) => score >= from.possible)
  const truths = truth ? truePairs(gold, apart) : []
  const steps = Array.from({ length: curveSteps }, (_, step) => Math.round(from.possible) - 4 + 2 * step)
  return {
    records: table.size(),
    compared,
    prior,
    weights: { ...scorer.weights, prior },
    bounds: from,
    pairs: possible.map(({ one, other, score }) => ({
      one: names[one]!,
      other: names[other]!,
      score,
      likely: likelihood(score, prior),
      verdict: isFounded && score >= from.sure ? 'sure' : 'possible',
      parts: () => scorer.parts(one, other),
    })),
    ...(truth && {
      quality: qualityOf(possible, gold, truths.length),
      reach: reachOf(blocks, truths),
      curve: curveOf(pairs, gold, { truths: truths.length, bounds: steps }).toReversed(),
    }),
  }
}

/** Who a record is known to be: what stands in a column, or the part of it in the parentheses of a pattern. */
function truthIn({ column, pattern }: NonNullable<FileRules['gold']>) {
  if (pattern === undefined) return (cell: RecordCells['cell']) => cell(column).trim() || undefined
  const shape = new RegExp(pattern)
  return (cell: RecordCells['cell']) => {
    const match = shape.exec(cell(column))
    return match?.[1] ?? match?.[0]
  }
}
