import { CivilDate, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import {
  amounts,
  choices,
  flags,
  type AmountFact,
  type ChoiceFact,
  type FlagFact,
} from '../../domain/facts.ts'

/** A child of the person asked about. */
export type TriedChild = {
  readonly born: CivilDate
  readonly isStudying: boolean
  readonly continued: boolean
}

/** A made-up person and a month: facts only, nothing that says who anybody is. */
export type Tried = {
  /** As far as it is known: 1951, 1951-02 or 1951-02-14. */
  readonly born: string
  readonly month: Month
  readonly knownOn?: CivilDate
  readonly diedOn?: CivilDate
  readonly territory?: string
  readonly choices: Readonly<Partial<Record<ChoiceFact, string>>>
  readonly flags: readonly FlagFact[]
  readonly amounts: Readonly<Partial<Record<AmountFact, Dong>>>
  readonly children: readonly TriedChild[]
}

/** The facts as the part of an address that no server sees («#…»). */
export function addressOf(tried: Tried): string {
  const said = new URLSearchParams({ sinh: tried.born, thang: tried.month })
  if (tried.knownOn) said.set('biet', tried.knownOn)
  if (tried.diedOn) said.set('mat', tried.diedOn)
  if (tried.territory) said.set('territory', tried.territory)
  for (const [fact, value] of Object.entries(tried.choices)) said.set(fact, value)
  for (const fact of tried.flags) said.set(fact, 'co')
  for (const [fact, value] of Object.entries(tried.amounts)) said.set(fact, String(value))
  for (const { born, isStudying, continued } of tried.children)
    said.append('con', [born, ...(isStudying ? ['hoc'] : []), ...(continued ? ['tiep'] : [])].join(' '))
  return said.toString()
}

/** Reads such an address; what it says that cannot be is named, not passed over. */
export function readAddress(hash: string): { readonly tried?: Tried; readonly unread: readonly string[] } {
  const said = new URLSearchParams(hash.replace(/^#/, ''))
  const unread: string[] = []
  const born = said.get('sinh')
  const month = Month.safeParse(said.get('thang'))
  if (said.size === 0) return { unread }
  const found = {
    choices: {} as Partial<Record<ChoiceFact, string>>,
    flags: [] as FlagFact[],
    amounts: {} as Partial<Record<AmountFact, Dong>>,
    children: [] as TriedChild[],
    days: {} as { knownOn?: CivilDate; diedOn?: CivilDate },
    territory: undefined as string | undefined,
  }
  for (const [name, value] of said)
    if (!['sinh', 'thang'].includes(name) && !read(name, value, found)) unread.push(`${name}=${value}`)
  const isBirth =
    born !== null && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(born) && isDay(`${born}-01-01`.slice(0, 10))
  if (!isBirth) unread.push(`sinh=${born ?? ''}`)
  if (!month.success) unread.push(`thang=${said.get('thang') ?? ''}`)
  if (!isBirth || !month.success) return { unread }
  const { days, territory, ...facts } = found
  return {
    tried: { born, month: month.data, ...days, ...(territory && { territory }), ...facts },
    unread,
  }
}

type Found = {
  readonly choices: Partial<Record<ChoiceFact, string>>
  readonly flags: FlagFact[]
  readonly amounts: Partial<Record<AmountFact, Dong>>
  readonly children: TriedChild[]
  readonly days: { knownOn?: CivilDate; diedOn?: CivilDate }
  territory: string | undefined
}

function read(name: string, value: string, found: Found): boolean {
  if (name === 'biet' || name === 'mat') {
    const day = CivilDate.safeParse(value)
    if (day.success) found.days[name === 'biet' ? 'knownOn' : 'diedOn'] = day.data
    return day.success
  }
  if (name === 'territory') {
    const isName = /^[a-z-]{1,40}$/.test(value)
    if (isName) found.territory = value
    return isName
  }
  if (name === 'con') return readChild(value, found)
  if (name in choices) {
    const fact = name as ChoiceFact // Just looked up.
    const isOne = (choices[fact] as readonly string[]).includes(value)
    if (isOne) found.choices[fact] = value
    return isOne
  }
  if (flags.some((flag) => flag === name)) {
    if (value === 'co') found.flags.push(name as FlagFact) // Just looked up.
    return value === 'co'
  }
  if (amounts.some((amount) => amount === name)) {
    const amount = Dong.safeParse(/^\d{1,12}$/.test(value) ? Number(value) : undefined)
    if (amount.success) found.amounts[name as AmountFact] = amount.data // Just looked up.
    return amount.success
  }
  return false
}

function readChild(value: string, { children }: Found): boolean {
  const [text = '', ...marks] = value.split(' ')
  const born = CivilDate.safeParse(text)
  if (!born.success || marks.some((mark) => mark !== 'hoc' && mark !== 'tiep')) return false
  children.push({ born: born.data, isStudying: marks.includes('hoc'), continued: marks.includes('tiep') })
  return true
}

const isDay = (text: string) => CivilDate.safeParse(text).success
