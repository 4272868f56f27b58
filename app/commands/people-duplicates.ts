import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { locales } from 'zod'
import {
  checkRules,
  columnNames,
  enoughToLearnFrom,
  explainParts,
  FileRules,
  matchRecords,
  verdictInWords,
} from '#modules/people'
import {
  delimitedCell,
  openDelimited,
  UnreadableTable,
  type DelimitedTable,
} from '#platform/server/delimited-text'
import { neededOption, neededWord, optionalText, print, UsageError, type Command } from './command.ts'
import { language, t } from './language.ts'
import { showProgress } from './progress.ts'
import { readJson } from './read-file.ts'

const words = t.duplicates
const shownPairs = 20

export const command: Command = {
  usage:
    'people duplicates FILE.csv --config FILE.json [--out PAIRS.csv] [--encoding NAME] [--delimiter SIGN]',
  summary: t.summaries.peopleDuplicates,
  options: {
    config: { type: 'string' },
    out: { type: 'string' },
    encoding: { type: 'string' },
    delimiter: { type: 'string' },
  },
  run: async (given) => {
    const file = neededWord(given, 0, 'FILE.csv')
    const rules = await readRules(neededOption(given, 'config'))
    const out = optionalText(given, 'out')
    const delimiter = optionalText(given, 'delimiter')
    if (delimiter !== undefined && delimiter !== '\\t' && delimiter.length !== 1)
      throw new UsageError(words.notADelimiter)
    const started = performance.now()
    const found = await inWords(file, async () => {
      const table = await openDelimited(file, {
        encoding: optionalText(given, 'encoding'),
        delimiter: delimiter === '\\t' ? '\t' : delimiter,
      })
      assertColumns(file, table, rules)
      return matchRecords(rules, cellsOf(table))
    })
    const seconds = (performance.now() - started) / 1000
    if (out !== undefined) await writePairs(out, found)
    const { records, compared, prior, pairs, quality, reach, curve } = found
    const counts = { possible: pairs.length, sure: pairs.filter(({ verdict }) => verdict === 'sure').length }
    const summary = { records, compared, prior, ...counts, bounds: found.bounds, quality, reach, curve }
    print(
      given,
      { ...summary, weights: found.weights, ...(out === undefined && { pairs: pairs.map(shownFully) }) },
      [
        words.looked(number(records), number(compared), number(Math.round(seconds))),
        words.found(number(counts.possible), number(counts.sure)),
        ...(records < enoughToLearnFrom ? [words.fewToLearnFrom(number(records))] : []),
        ...(quality && reach !== undefined
          ? [
              words.quality(share(quality.precision), share(quality.recall), share(quality.f1)),
              words.reach(share(reach)),
            ]
          : []),
        ...(curve ?? []).map(({ bound, precision, recall, f1 }) =>
          words.atBound(tenth(bound), share(precision), share(recall), share(f1)),
        ),
        ...(out === undefined ? pairs.slice(0, shownPairs).flatMap(linesOf) : []),
        ...(out === undefined && pairs.length > shownPairs
          ? [words.more(number(pairs.length - shownPairs))]
          : []),
      ],
    )
    return 0
  },
}

type Found = ReturnType<typeof matchRecords> extends Promise<infer Result> ? Result : never
type FoundPair = Found['pairs'][number]

async function readRules(file: string): Promise<FileRules> {
  const value = await readJson(file)
  const parsed = FileRules.safeParse(value, { error: locales[language]().localeError })
  if (!parsed.success)
    throw new UsageError(
      parsed.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`).join('\n'),
    )
  const findings = checkRules(parsed.data)
  if (findings.length > 0)
    throw new UsageError(
      findings.map(({ code, part, known }) => `${file}: ${words[code](part, known.join(', '))}`).join('\n'),
    )
  return parsed.data
}

function assertColumns(file: string, { columns }: DelimitedTable, { fields, id, gold, side }: FileRules) {
  const needed = [
    ...Object.values(fields).flatMap(columnNames),
    ...[id, gold?.column, side].filter((column) => column !== undefined),
  ]
  const missing = [...new Set(needed)].filter((column) => !columns.includes(column))
  if (missing.length > 0) throw new UsageError(words.noColumns(file, missing.join(', '), columns.join(', ')))
}

/** The rows as cells by the name of their column, with how far the reading is. */
async function* cellsOf({ columns, rows }: DelimitedTable) {
  const places = new Map(columns.map((column, index) => [column, index]))
  const progress = showProgress(words.reading)
  let read = 0
  for await (const { line, cells } of rows) {
    if (++read % 5000 === 0) progress.update(read, null, words.records)
    yield { line, cell: (column: string) => cells[places.get(column)!] ?? '' }
  }
  progress.end()
}

/** Says of a file that cannot be read what is wrong with it, and where. */
async function inWords<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UnreadableTable) {
      const { code, line, detail } = error
      throw new UsageError(`${file}: ${words.unreadable[code](line, detail)}`, { cause: error })
    }
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new UsageError(t.unreadable(file), { cause: error })
    throw error
  }
}

const shownFully = ({ parts, ...pair }: FoundPair) => ({
  ...pair,
  parts: parts().map((part) => ({ ...part, level: part.level ?? null })),
})

function linesOf({ one, other, score, likely, verdict, parts }: FoundPair): string[] {
  return [
    words.pair(one, other, tenth(score), share(likely), verdictInWords(verdict, language)),
    ...explainParts(parts(), language).map((line) => `    ${line}`),
  ]
}

/** One line for each pair, the likeliest first. */
async function writePairs(out: string, { pairs }: Found) {
  const stream = createWriteStream(out)
  // A file that cannot be opened is told at once, not when it is full.
  await once(stream, 'open').catch((cause: unknown) => {
    throw new UsageError(words.unwritable(out), { cause })
  })
  stream.write('one,other,score,likelihood,verdict,explanation\n')
  for (const { one, other, score, likely, verdict, parts } of pairs) {
    const cells = [
      one,
      other,
      score.toFixed(2),
      likely.toFixed(6),
      verdict,
      explainParts(parts(), language).join('; '),
    ]
    if (!stream.write(`${cells.map(delimitedCell).join(',')}\n`)) await once(stream, 'drain')
  }
  stream.end()
  await finished(stream)
}

const numbers = new Intl.NumberFormat(language === 'en' ? 'en' : 'vi')
const percents = new Intl.NumberFormat(language === 'en' ? 'en' : 'vi', {
  style: 'percent',
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})
const tenths = new Intl.NumberFormat(language === 'en' ? 'en' : 'vi', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})
const number = (value: number) => numbers.format(value)
const share = (value: number) => percents.format(value)
const tenth = (value: number) => tenths.format(value)
