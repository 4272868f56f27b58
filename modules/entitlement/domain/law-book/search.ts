import type { CivilDate } from '#kernel/civil-date'
import type { Law } from '../law-in-force.ts'
import type { Source } from '../rule-set.ts'
import { lawBookOn, turningDays } from './book.ts'
import type { Provision, Statement } from './provision.ts'
import type { BookWords } from './sentences.ts'
import { anywhere, inARow, piecesOf, read, soughtIn, type Piece, type Read } from './sought.ts'

/** A rule that says what was looked for, and the last time it did. */
export type Hit = {
  readonly provision: Provision
  /** The day to open it on: the one asked about where it says so then, otherwise the first of its last time. */
  readonly on: CivilDate
  readonly isNow: boolean
  /** Of what is not said on the day: since when it last was, and the first day it no longer was. */
  readonly since?: CivilDate
  readonly until?: CivilDate
  /** Where an amount was looked for: the band and the place that come to it. */
  readonly amount?: { readonly band: Extract<Statement, { kind: 'band' }>; readonly territory: string }
  /** Where words were looked for: the name of the rule, and the sentence that says them where the name does not. */
  readonly said?: { readonly title: readonly Piece[]; readonly sentence?: readonly Piece[] }
}

/** Reads 810000, 810.000 or 810.000 đ as an amount; undefined where it is not one. */
export function amountIn(text: string): number | undefined {
  const figures = text.replaceAll(/[\s.đ₫]|dong|đồng/giu, '')
  return /^\d{4,9}$/.test(figures) && !/^(19|20)\d\d$/.test(figures) ? Number(figures) : undefined
}

/** Rules that say some words, or give an amount, on a day or at any other time; those of the day first. */
export function searchLaw(
  law: Law,
  text: string,
  on: CivilDate,
  knownOn: CivilDate,
  words: BookWords,
): Hit[] {
  const amount = amountIn(text)
  const sought = soughtIn(text)
  const readBefore = new Map<string, Read>() // The law of two days is mostly the same sentences.
  const readOnce = (text: string) => {
    const known = readBefore.get(text) ?? read(text)
    readBefore.set(text, known)
    return known
  }
  if (sought.length === 0) return []
  const days = turningDays(law, knownOn).toReversed()
  const found = new Map<string, { readonly hit: Hit; readonly rank: number; readonly days: CivilDate[] }>()
  for (const day of [on, ...days])
    for (const provision of lawBookOn(law, day, knownOn).provisions) {
      const hits =
        amount === undefined ? wordHits(provision, sought, words, readOnce) : amountHits(provision, amount)
      for (const { rank, ...where } of hits) {
        const key = `${provision.id} ${where.amount?.band.key ?? ''} ${where.amount?.territory ?? ''}`
        const known = found.get(key)
        if (known) known.days.push(day)
        else found.set(key, { hit: { provision, on: day, isNow: day === on, ...where }, rank, days: [day] })
      }
    }
  const all = [...found.values()]
  const isSaidInARow =
    sought.length > 1 && all.some(({ rank }) => rank === ranks.rowInName || rank === ranks.row)
  return all
    .filter(({ rank }) => !isSaidInARow || rank <= ranks.row)
    .toSorted((one, other) => Number(other.hit.isNow) - Number(one.hit.isNow) || one.rank - other.rank)
    .map(({ hit, days: said }) => (hit.isNow ? hit : { ...hit, ...stretch(said, days) }))
}

/** The last time in a row that something was said: since which day, and until which. `all` are newest first. */
function stretch(said: readonly CivilDate[], all: readonly CivilDate[]): Pick<Hit, 'since' | 'until'> {
  const last = all.indexOf(said[0]!)
  let first = last
  while (all[first + 1] && said.includes(all[first + 1]!)) first++
  const until = all[last - 1]
  return { since: all[first]!, ...(until && { until }) }
}

type Where = Pick<Hit, 'amount' | 'said'> & { readonly rank: number }

/** How well a rule says what was looked for. Where some rule says the words in a row, scattered ones are chance. */
const ranks = { rowInName: 0, name: 1, row: 2, scattered: 3, beginnings: 4 } as const

function wordHits(
  provision: Provision,
  sought: ReturnType<typeof soughtIn>,
  words: BookWords,
  readOnce: (text: string) => Read,
): Where[] {
  const title = readOnce(words.title(provision))
  const named = anywhere([title], sought, 'whole')?.[0]
  if (named)
    return [
      {
        rank: inARow(title, sought) ? ranks.rowInName : ranks.name,
        said: { title: piecesOf(title, named) },
      },
    ]
  const sentences = [
    ...provision.statements.map((statement) => words.statement(statement)),
    words.chapter(provision.chapter),
    ...[provision, ...provision.statements].map(({ cite }) => words.source(cite)),
    provision.id,
  ].map(readOnce)
  for (const sentence of sentences) {
    const row = inARow(sentence, sought)
    if (row)
      return [{ rank: ranks.row, said: { title: piecesOf(title, []), sentence: piecesOf(sentence, row) } }]
  }
  for (const [how, rank] of [
    ['whole', ranks.scattered],
    ['beginning', ranks.beginnings],
  ] as const)
    for (const sentence of sentences) {
      const found = anywhere([title, sentence], sought, how)
      if (!found) continue
      const [inTitle = [], inSentence = []] = found
      const said = { title: piecesOf(title, inTitle), sentence: piecesOf(sentence, inSentence) }
      return [{ rank, said }]
    }
  return []
}

function amountHits({ statements }: Provision, amount: number): Where[] {
  return statements.flatMap((statement): Where[] => {
    if (statement.kind === 'amount') return statement.value === amount ? [{ rank: 0 }] : []
    if (statement.kind === 'gives')
      return statement.amounts.some((one) => one.amount === amount) ? [{ rank: 0 }] : []
    if (statement.kind !== 'band') return []
    return statement.amounts
      .filter((one) => one.amount === amount)
      .map(({ territory }) => ({ rank: 0, amount: { band: statement, territory } }))
  })
}

/** Rules that stand in an article, or in a place within it, on a day; where none does then, at any other time. */
export function findCited(
  law: Law,
  { document, place }: Pick<Source, 'document' | 'place'>,
  on: CivilDate,
  knownOn: CivilDate,
): Hit[] {
  const at = (day: CivilDate) =>
    lawBookOn(law, day, knownOn)
      .provisions.filter((provision) => isCited(provision, document, place))
      .map((provision): Hit => ({ provision, on: day, isNow: day === on }))
  const now = at(on)
  if (now.length > 0) return now
  return (
    turningDays(law, knownOn)
      .toReversed()
      .map(at)
      .find((hits) => hits.length > 0) ?? []
  )
}

function isCited({ cite, statements }: Provision, document: string, place: string): boolean {
  return [cite, ...statements.map((statement) => statement.cite)].some(
    (source) =>
      source.document === document && places(source.place).some((one) => places(place).includes(one)),
  )
}

/** «khoản 4 Điều 5, khoản 1 Điều 6» names two places. */
function places(text: string): readonly string[] {
  return [text, ...text.split(/, (?=khoản|điểm|Điều)|; /)]
}
