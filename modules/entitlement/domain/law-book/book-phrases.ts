import type { ProvisionChange } from './difference.ts'

/** What the book says besides the phrases of explanations, in one language. */
export type BookPhrases = {
  readonly chapter: Readonly<Record<'amounts' | 'combination' | 'exclusions' | 'procedure', string>>
  readonly territory: (id: string) => string
  readonly notInGroup: (group: string) => string
  readonly oneOf: string
  readonly allOf: string
  readonly noneOf: string
  readonly notAllOf: string
  readonly coefficient: (coefficient: string) => string
  readonly counted: (what: string) => string
  readonly times: (coefficient: string, isPension: boolean) => string
  readonly floor: (what: string) => string
  readonly realCost: (least: string) => string
  readonly riceEach: (kilograms: string, months: number) => string
  readonly daily: (rate: string, months: number) => string
  readonly topUp: (to: string) => string
  readonly forMonths: (what: string, months: number) => string
  readonly notAwarded: string
  readonly recorded: (what: string) => string
  readonly decided: (procedure: string) => string
  readonly shrinks: string
  readonly grows: string
  readonly sinceMonth: (month: string) => string
  readonly monthThrough: (from: string, through: string) => string
  readonly overtaken: (used: string) => string
  readonly smallPension: Readonly<Record<'full' | 'difference', string>>
  readonly meritoriousOverlap: Readonly<Record<'highest' | 'both', string>>
  readonly highest: string
  readonly together: (group: string) => string
  readonly togetherWith: (group: string) => string
  readonly higherOf: (one: string, other: string, kept: string) => string
  readonly converts: string
  readonly oneAMonth: (benefit: string, against: string) => string
  readonly added: (benefits: string) => string
  readonly shutOut: (benefit: string) => string
  readonly start: string
  readonly startOfAge: (group: string, years: number) => string
  readonly startOfCertificate: (group: string) => string
  readonly adjust: Readonly<Record<'month_of_change' | 'month_after', string>>
  readonly stop: string
  readonly workingDays: (days: number) => string
  readonly came: (what: string) => string
  readonly went: (what: string) => string
  readonly replaced: (before: string, after: string) => string
  readonly inBand: (band: string) => string
  readonly changeKind: Readonly<Record<ProvisionChange['kind'], string>>
  readonly nothingChanged: string
  readonly noLaw: (day: string) => string
  readonly onDay: (day: string, law: string) => string
  readonly retroactive: (inForce: string) => string
  readonly reachingBack: (then: string, law: string, from: string) => string
  readonly born: (text: string) => string
  readonly died: (day: string) => string
  readonly children: (count: number, list: string) => string
  readonly child: (born: string, isStudying: boolean, continued: boolean) => string
  readonly changed: (day: string, facts: string) => string
  readonly awardedOnly: (benefits: string) => string
  readonly monthly: (name: string, amount: string) => string
  readonly lives: (territory: string) => string
}
