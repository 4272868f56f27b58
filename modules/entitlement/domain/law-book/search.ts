import type { CivilDate } from '#kernel/civil-date'
import type { Law } from '../law-in-force.ts'
import type { Source } from '../rule-set.ts'
import { lawBookOn, turningDays } from './book.ts'
import type { Provision, Statement } from './provision.ts'
import type { BookWords } from './sentences.ts'

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
}

/** Letters without marks, so that «nguoi cao tuoi» finds «người cao tuổi». */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[«»“”"(),;:–-]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
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
  const sought = plain(text).split(' ').filter(Boolean)
  if (sought.length === 0) return []
  const days = turningDays(law, knownOn).toReversed()
  const found = new Map<string, { readonly hit: Hit; readonly rank: number; readonly days: CivilDate[] }>()
  for (const day of [on, ...days])
    for (const provision of lawBookOn(law, day, knownOn).provisions) {
      const hits = amount === undefined ? wordHits(provision, sought, words) : amountHits(provision, amount)
      for (const { rank, amount: where } of hits) {
        const key = `${provision.id} ${where?.band.key ?? ''} ${where?.territory ?? ''}`
        const known = found.get(key)
        if (known) known.days.push(day)
        else {
          const hit = { provision, on: day, isNow: day === on, ...(where && { amount: where }) }
          found.set(key, { hit, rank, days: [day] })
        }
      }
    }
  return [...found.values()]
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

type Where = Pick<Hit, 'amount'> & { readonly rank: number }

/** Whole words in the name come before whole words in the text, and those before the beginnings of words. */
function wordHits(provision: Provision, sought: readonly string[], words: BookWords): Where[] {
  const title = ` ${plain(words.title(provision))} `
  const text = ` ${plain(
    [
      provision.id,
      words.chapter(provision.chapter),
      words.title(provision),
      words.source(provision.cite),
      ...provision.statements.flatMap((statement) => [
        words.statement(statement),
        words.source(statement.cite),
      ]),
    ].join(' '),
  )} `
  if (sought.every((word) => title.includes(` ${word} `))) return [{ rank: 0 }]
  if (sought.every((word) => text.includes(` ${word} `))) return [{ rank: 1 }]
  return sought.every((word) => text.includes(` ${word}`)) ? [{ rank: 2 }] : []
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
