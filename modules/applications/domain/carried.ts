import { procedureIds, type ProcedureId } from './procedure-ids.ts'

/** What somebody chose to carry from the questions of the portal to a desk: what they ask for, and facts they told. */
export type Carried = {
  readonly procedure: ProcedureId
  readonly facts: Readonly<Record<string, string | boolean | 0>>
}

/**
 * Facts that may be carried: those somebody would tell at a counter. Who they are, where they live, and what few may know
 * (HIV, prison) is not among them, whatever they answered.
 */
export const carriedFacts = [
  'household',
  'disability',
  'father',
  'mother',
  'abandoned',
  'isStudying',
  'wasChildWithoutSupport',
  'singleParent',
  'isPregnant',
  'obligor',
  'facilityEligibleInCommunity',
  'pension',
  'socialInsurance',
  'hasWage',
  'meritorious',
  'care',
  'spouseHasParentingSupport',
  'inDifficultArea',
] as const
const mayBeCarried: ReadonlySet<string> = new Set(carriedFacts)

const signs = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_=;'
const first = 10
const version = '1'

/**
 * As digits alone: a reader of codes types what it reads like a keyboard, and where Vietnamese is typed (Telex, Unikey)
 * it would turn «household=poor» into «household=pôr».
 */
export function digitsOf({ procedure, facts }: Carried): string {
  const told = Object.entries(facts).filter(([fact]) => mayBeCarried.has(fact))
  const text = [
    procedure,
    ...told.map(([fact, value]) => `${fact}=${value === 0 ? 'zero' : String(value)}`),
  ].join(';')
  const digits = version + Array.from(text, (sign) => String(signs.indexOf(sign) + first)).join('')
  return digits + checkOf(digits)
}

/** Reads what was scanned or pasted, an address before it or not; nothing where a digit is wrong. */
export function carriedIn(scanned: string): Carried | undefined {
  const [, digits = '', check] = /(?:^|#)\s*(1\d+)(\d\d)\s*$/.exec(scanned) ?? []
  if (check === undefined || checkOf(digits) !== check || digits.length % 2 === 0) return undefined
  const text = digits
    .slice(version.length)
    .match(/../g)
    ?.map((pair) => signs[Number(pair) - first] ?? '')
    .join('')
  const [procedure, ...told] = text?.split(';') ?? []
  const known = procedureIds.find((id) => id === procedure)
  return known && { procedure: known, facts: Object.fromEntries(told.flatMap(factIn)) }
}

function factIn(told: string): readonly (readonly [string, string | boolean | 0])[] {
  const [fact = '', value = ''] = told.split('=')
  if (!mayBeCarried.has(fact)) return []
  return [[fact, value === 'true' ? true : value === 'false' ? false : value === 'zero' ? 0 : value]]
}

/** ISO 7064, MOD 97-10, as on bank accounts: a wrong digit or two changed about are seen. */
function checkOf(digits: string): string {
  const rest = `${digits}00`.split('').reduce((sum, digit) => (sum * 10 + Number(digit)) % 97, 0)
  return String(98 - rest).padStart(2, '0')
}
