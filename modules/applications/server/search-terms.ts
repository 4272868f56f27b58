import { personKeys } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Applicant, Subject } from '../domain/application.ts'
import type { ApplicationsTables } from '../db/tables.ts'

type Findable = { readonly code: string; readonly subject: Subject; readonly applicant: Applicant | null }

/** The words a file is found by: of both names without marks, the code, and the ends of numbers, as people say them. */
export function searchTermsOf({ code, subject, applicant }: Findable): string[] {
  const names = [subject.fullName, ...(applicant ? [applicant.fullName] : [])]
  const numbers = [subject.number, subject.phone, applicant?.phone, applicant?.number]
  return [
    ...new Set([
      ...names.flatMap((name) => wordsIn(personKeys(name).plainKey)),
      ...numbers.flatMap((number) => endsOf(number ?? '')),
      code.toLowerCase().replaceAll('-', ''),
    ]),
  ]
}

/** What somebody typed into the search of the queue, in the same words. */
export function wordsAskedFor(typed: string): string[] {
  const digits = typed.replaceAll(/[\s.-]/g, '')
  if (/^\d{4,}$/.test(digits)) return [digits]
  return wordsIn(personKeys(typed).plainKey)
}

const wordsIn = (plainKey: string) => plainKey.split(' ').filter((word) => word !== '')

/** A number is asked for whole, or by its last four digits. */
function endsOf(number: string): string[] {
  const digits = number.replaceAll(/\D/g, '')
  return digits.length >= 4 ? [digits, digits.slice(-4)] : []
}

export async function insertSearchTerms(
  ctx: Ctx,
  { id: applicationId, areaId }: { readonly id: string; readonly areaId: number },
  terms: readonly string[],
) {
  await ctx
    .db<ApplicationsTables>()
    .insertInto('applications.searchTerm')
    .values(terms.map((term) => ({ term, areaId, applicationId })))
    .execute()
}
