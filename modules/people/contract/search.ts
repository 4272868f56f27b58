import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { IdentifierKind } from '../domain/identifier.ts'
import { problems } from '../domain/problems.ts'
import { AreaView, identityOf, PersonId } from './shared.ts'

/** Why a person is among the hits; `near_…` are weaker than their namesakes. */
export const MatchReason = z.enum([
  'name',
  'near_name',
  'number',
  'number_end',
  'number_start',
  'old_number',
  'phone',
  'birth_date',
  'birth_year',
  'near_birth_year',
  'area',
])
export type MatchReason = z.infer<typeof MatchReason>

/** How the text was understood where it was not as typed: an input method left off, an old encoding, a lost zero. */
export const SearchRepair = z.enum(['telex', 'vni', 'tcvn3', 'lost_zero'])
export type SearchRepair = z.infer<typeof SearchRepair>

export const PersonHit = z.object({
  id: PersonId,
  ...identityOf,
  /** The number with all but its last four digits hidden. */
  number: z.object({ kind: IdentifierKind, masked: z.string() }).nullable(),
  home: AreaView,
  village: z.string().nullable(),
  reasons: z.array(MatchReason),
})
export type PersonHit = z.infer<typeof PersonHit>

export const SearchPage = z.object({
  hits: z.array(PersonHit),
  /** More than 50 people fit: one more fact is needed, and the best of those found are shown. */
  tooMany: z.boolean(),
  /** What was searched for, after repair. */
  understood: z.object({
    name: z.string().nullable(),
    year: z.int().nullable(),
    born: CivilDate.nullable(),
    digits: z.string().nullable(),
    areas: z.array(AreaView),
    repairs: z.array(SearchRepair),
  }),
})
export type SearchPage = z.infer<typeof SearchPage>

export const SearchPeople = z.object({
  q: z.string().max(200),
  /** Everywhere the asker may look, and not only in the commune the text names. */
  wholeArea: z.boolean().default(false),
  includeDead: z.boolean().default(false),
  /** 50 hits each; beyond the fourth nobody looks, they add a fact. */
  page: z.int().min(1).max(4).default(1),
})
export type SearchPeople = z.infer<typeof SearchPeople>

export const searchPeople = endpoint({
  method: 'GET',
  path: '/people/search',
  summary: 'Find people by name, number, birth year, phone or commune in one line of text',
  permission: 'people.search',
  audit: 'people.searched',
  input: SearchPeople,
  output: SearchPage,
  problems: problems.of('search_too_short'),
})
