import type { CivilDate } from '#kernel/civil-date'
import type { SearchRepair } from '../contract.ts'
import { parseBirth, type Birth } from './birth-date.ts'
import { repairTcvn3, repairTyping } from './import/legacy-text.ts'
import { normaliseName, personKeys, wordsOf } from './name.ts'

/** One line of text («nguyen thi hoa 1938 nhu thuy»), taken to pieces. */
export type SearchQuery = {
  /** Words of the name, and perhaps of a commune, as typed or repaired. */
  readonly words: readonly string[]
  /** Words that are surely the name of a commune: after a comma, or after «xã». */
  readonly areaWords: readonly string[]
  readonly birth: Birth | undefined
  /** A number or its last digits. */
  readonly digits: string | undefined
  readonly repairs: readonly SearchRepair[]
}

const dateLike = /(?<!\d)\d{1,2}[/.-](?:\d{1,2}[/.-])?\d{4}(?!\d)/
/** «sn 1951», «sinh năm 1951», or what is left of «sinh ngày 12/03/1951»; «sinh» alone may be a name. */
const birthLike =
  /(?<=^|\s)(?:sn|sinh năm|năm sinh|sinh ngày|ngày sinh|(?<=^)(?:sinh nam|sinh ngay))(?:[\s:.]+(\d{4})(?!\d)|[\s:.]*$)/iu
const areaLike = /(?:,|(?<=^|\s)(?:xã|xa|phường|phuong|thị trấn|thi tran|tt\.|p\.|x\.)(?=\s))\s*(\D*)$/iu

export function parseSearch(text: string, today: CivilDate): SearchQuery {
  const repairs = new Set<SearchRepair>()
  const decoded = repairTcvn3(text)
  if (decoded !== undefined) repairs.add('tcvn3')
  let rest = normaliseName(decoded ?? text)

  const date = dateLike.exec(rest)?.[0]
  let birth = date === undefined ? undefined : parseBirth(date)
  if (date !== undefined && birth) rest = rest.replace(date, ' ')
  const said = birthLike.exec(rest)
  if (said) rest = rest.replace(said[0], ' ')
  if (said?.[1] && isBirthYear(said[1], today)) birth ??= parseBirth(said[1])

  const area = areaLike.exec(rest)
  const areaWords = area ? wordsOf(area[1]!) : []
  if (area && areaWords.length > 0) rest = rest.slice(0, area.index)

  const tokens = wordsOf(repaired(rest, repairs))
  const words = tokens.filter((token) => !/\d/.test(token))
  const numbers = tokens.filter((token) => /\d/.test(token))
  if (!birth && words.length + areaWords.length + numbers.length > 1) {
    const year = numbers.findIndex((token) => isBirthYear(token, today))
    if (year >= 0) birth = parseBirth(numbers.splice(year, 1)[0]!)
  }
  const digits = numbers.join('').toUpperCase()
  return { words, areaWords, birth, digits: digits.length >= 4 ? digits : undefined, repairs: [...repairs] }
}

/** Words with the keys of an input method left in them, as they were meant. */
function repaired(text: string, repairs: Set<SearchRepair>): string {
  return text
    .split(' ')
    .map((word) => {
      if (!/^\p{L}/u.test(word) || /^[a-z]{2}\d{6,}$/i.test(word)) return word
      const meant = repairTyping(word)
      if (meant === undefined) return word
      repairs.add(/\d/.test(word) ? 'vni' : 'telex')
      return meant
    })
    .join(' ')
}

export function isBirthYear(token: string, today: CivilDate): boolean {
  return /^(?:18[89]|19|20)\d\d?$/.test(token) && token.length === 4 && token <= today.slice(0, 4)
}

/** What is asked of the index: words, and if given the years and the units they are to be found in. */
export type Terms = {
  readonly words: readonly string[]
  readonly years: readonly number[]
  /** Undefined where every unit will do, or where there are too many to name. */
  readonly areaIds: readonly number[] | undefined
}

const quote = (lexeme: string) => `'${lexeme.replaceAll("'", "''")}'`
const anyOf = (lexemes: readonly string[]) => `(${lexemes.join(' | ')})`

/** What must hold of a person: terms of an index, and words that must be there with these very marks. */
export type Step = { readonly terms: readonly string[]; readonly marked: readonly string[] }

/** The words as they were typed: the marks of those that have any. */
export function markedStep(terms: Terms): Step {
  const keys = terms.words.map((word) => personKeys(word))
  const marked = keys.filter(({ nameKey, plainKey }) => nameKey !== plainKey.trim())
  return { terms: termsOf(terms, 'plain'), marked: marked.map(({ nameKey }) => nameKey) }
}

/** The step as one question of the index of names (`people.name_terms`), which knows marks too. */
export function nameQuery({ terms, marked }: Step): string {
  return [...terms, ...marked.map((word) => quote(`~${word}`))].join(' & ')
}

/**
 * The terms of the index (`people.search_terms`) that must all hold: every word bare, or the last one only begun. A word
 * is looked up within the year or the units where those are known.
 */
export function termsOf({ words, years, areaIds }: Terms, how: 'plain' | 'begun'): string[] {
  const keys = words.map((word) => personKeys(word))
  const within = keys.flatMap(({ plainKey }, index) => {
    const ending = how === 'begun' && index === keys.length - 1 ? ':*' : ''
    const plain = plainKey.trim()
    const scopes = [
      ...(years.length > 0 ? [years.map((year) => `#${year}:`)] : []),
      ...(areaIds ? [areaIds.map((id) => `@${id}:`)] : []),
    ]
    const narrow = scopes.map((scope) => anyOf(scope.map((prefix) => quote(prefix + plain) + ending)))
    return narrow.length > 0 ? narrow : [quote(plain) + ending]
  })
  return [
    ...within,
    ...(words.length === 0 && years.length > 0 ? [anyOf(years.map((year) => quote(`y:${year}`)))] : []),
    ...(words.length === 0 && areaIds ? [anyOf(areaIds.map((id) => quote(`a:${id}`)))] : []),
  ]
}

/** The very name, from its first word to its last. */
export function wholeNameTerm(words: readonly string[]): string {
  return quote(`=${personKeys(words.join(' ')).plainKey.trim()}`)
}
