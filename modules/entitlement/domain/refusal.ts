import type { z } from 'zod'
import { confidentialFacts } from './facts.ts'
import { wordsOfRefusal } from './refusal-words.ts'

/** Why a case is refused, by the field that says what cannot be. */
export type Refusal = { readonly path: string; readonly vi: string; readonly en: string }

/** The reasons of our own, beside those of the shape of the file. */
export type RefusalCode = keyof typeof wordsOfRefusal.vi

/** A refusal in both languages. */
export function refusal(code: RefusalCode, path: readonly PropertyKey[] = [], told: string = ''): Refusal {
  return {
    path: path.map(String).join('.'),
    vi: wordsOfRefusal.vi[code](told),
    en: wordsOfRefusal.en[code](told),
  }
}

/** What the shape of a file refuses, in words people can act on; each field of its own. `fields` are the names there are. */
export function refusalsOf(issues: readonly z.core.$ZodIssue[], fields: readonly string[]): Refusal[] {
  return issues.flatMap((issue) => refusalsIn(issue, fields))
}

function refusalsIn(issue: z.core.$ZodIssue, fields: readonly string[]): readonly Refusal[] {
  const { path } = issue
  switch (issue.code) {
    case 'custom': {
      const code = issue.params?.['code'] as RefusalCode | undefined // Only our own schemas add custom issues.
      return [refusal(code ?? 'unreadable', path, String(issue.params?.['told'] ?? ''))]
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => refusal('unknown_field', [...path, key], nearest(key, fields)))
    case 'invalid_value':
      return [refusal('not_one_of', path, issue.values.map(String).join(', '))]
    case 'invalid_type':
      return [refusal(issue.input === undefined ? 'missing' : typeCode(issue.expected), path)]
    case 'invalid_format':
      return [refusal(issue.format === 'date' ? 'no_such_day' : 'not_a_birth', path)]
    case 'too_big':
      return [refusal('too_big', path, String(issue.maximum))]
    case 'too_small':
      return [refusal('too_small', path, String(issue.minimum))]
    case 'invalid_union':
      // Of several shapes the one that was meant is told by its discriminator; where there is none, all are named.
      return issue.discriminator
        ? [refusal('not_one_of', [...path], discriminatorsIn(issue))]
        : [refusal('unreadable', path)]
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return [refusal('unreadable', path)]
  }
}

/**
 * The name that was probably meant: one begins with the other, or few of its letters differ. What is for few eyes is never
 * put into anybody’s mouth.
 */
function nearest(key: string, fields: readonly string[]): string {
  const asked = key.toLowerCase()
  const open = fields.filter((field) => !confidentialFacts.has(field))
  const candidates = open.map((field) => ({ field, far: lettersBetween(asked, field.toLowerCase()) }))
  const begun = open.filter((field) => field.toLowerCase().startsWith(asked) && asked.length > 2)
  const [near] = candidates
    .filter(({ far }) => far <= Math.min(2, Math.floor(key.length / 3)))
    .toSorted((one, other) => one.far - other.far)
  return near?.field ?? (begun.length === 1 ? begun[0]! : '')
}

/** How many letters have to be put in, taken out or changed. */
function lettersBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [at, letter] of one.split('').entries()) {
    const next = [at + 1]
    for (const [place, meant] of other.split('').entries())
      next.push(Math.min(next[place]! + 1, row[place + 1]! + 1, row[place]! + (letter === meant ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}

function discriminatorsIn(issue: z.core.$ZodIssueInvalidUnion): string {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : []
  return options.map(String).join(', ')
}

function typeCode(expected: string): RefusalCode {
  switch (expected) {
    case 'int':
    case 'number':
      return 'not_whole'
    case 'boolean':
      return 'not_true_or_false'
    case 'string':
      return 'not_text'
    case 'array':
      return 'not_a_list'
    default:
      return 'not_an_object'
  }
}
