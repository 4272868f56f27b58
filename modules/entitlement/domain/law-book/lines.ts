import type { LawBook } from './book.ts'
import type { LawDifference, ProvisionChange } from './difference.ts'
import { chapters, type Given, type Statement } from './provision.ts'
import type { BookWords, Point } from './sentences.ts'

/** The law of a day as lines of text, chapter by chapter, each statement with its source. */
export function bookLines(book: LawBook, words: BookWords): string[] {
  const { regime, provisions } = book
  if (!regime) return [words.noLaw(words.day(book.on))]
  return [
    words.onDay(words.day(book.on), words.label(regime.label)),
    ...(regime.isRetroactive ? [words.retroactive(words.day(regime.inForce))] : []),
    ...chapters.flatMap((chapter) => {
      const of = provisions.filter((provision) => provision.chapter === chapter)
      if (of.length === 0) return []
      return [
        '',
        words.chapter(chapter).toLocaleUpperCase('vi'),
        ...of.flatMap((provision) => [
          `${provision.id}  ${words.title(provision)} — ${words.cited(provision.cite)}`,
          ...provision.statements.flatMap((statement) => statementLines(statement, words)),
        ]),
      ]
    }),
  ]
}

function statementLines(statement: Statement, words: BookWords): string[] {
  if (statement.kind === 'who') return pointLines(words.outline(statement.condition), '  ')
  const amounts =
    statement.kind === 'band' || (statement.kind === 'gives' && isMultiple(statement.gives))
      ? ` = ${words
          .amountsOf(statement)
          .map(([place, amount]) => (place ? `${amount} (${place})` : amount))
          .join(', ')}`
      : ''
  return [`  ${words.statement(statement)}${amounts}`]
}

/** What is worked out from the standard has an amount beside its words. */
const isMultiple = ({ kind }: Given) => kind === 'multiple' || kind === 'realCost'

function pointLines(points: readonly Point[], indent: string): string[] {
  return points.flatMap(({ text, of }) => [
    `${indent}• ${text}${of.length > 0 ? ':' : ''}`,
    ...pointLines(of, `${indent}  `),
  ])
}

/** What changed as lines of text, with both sources. */
export function differenceLines({ before, after, changes }: LawDifference, words: BookWords): string[] {
  const head = [before, after].map(
    ({ on, regime }) => `${words.day(on)}: ${regime ? words.lawOfDay(regime) : words.noLaw(words.day(on))}`,
  )
  const told = changes.filter(({ kind }) => kind !== 'cited')
  const moved = changes.filter(({ kind }) => kind === 'cited')
  return [
    head.join('  →  '),
    ...(changes.length === 0 ? [words.nothingChanged] : []),
    ...told.flatMap((change) => [
      '',
      `${words.changeKind(change.kind)}: ${words.title(change.provision)}`,
      // What is new is told whole: its amounts are the news.
      ...(change.kind === 'added'
        ? change.provision.statements.flatMap((statement) => statementLines(statement, words))
        : change.changes.flatMap((one) => words.change(one).map((text) => `  ${text}`))),
      `  ${sources(change, words)}`,
    ]),
    ...(moved.length > 0
      ? [
          '',
          words.changeKind('cited'),
          ...moved.map((change) => `  ${words.title(change.provision)}: ${sources(change, words)}`),
        ]
      : []),
  ]
}

function sources({ before, after }: ProvisionChange, words: BookWords): string {
  return [...new Set([before, after].flatMap((source) => (source ? [words.cited(source)] : [])))].join(' → ')
}
