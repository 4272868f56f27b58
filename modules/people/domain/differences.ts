import { contains } from '#kernel/period'
import type { CircumstanceView, PersonMention, PersonPage, RelationView } from '../contract.ts'
import type { IdentifierKind } from './identifier.ts'

const identityFields = ['fullName', 'sex', 'born', 'diedOn', 'ethnicGroup', 'phone'] as const
type IdentityField = (typeof identityFields)[number]

type Home = { readonly area: NonNullable<PersonPage['home']>; readonly village: string | null }

/** One thing that is otherwise on the one view of a person than on the other. */
export type Difference =
  | {
      readonly kind: 'identity'
      readonly field: IdentityField
      readonly before: PersonPage
      readonly after: PersonPage
    }
  | {
      readonly kind: 'number'
      readonly of: IdentifierKind
      readonly before: string | null
      readonly after: string | null
    }
  | { readonly kind: 'home'; readonly before: Home | null; readonly after: Home | null }
  | { readonly kind: 'household'; readonly before: string | null; readonly after: string | null }
  | { readonly kind: 'head'; readonly before: PersonMention | null; readonly after: PersonMention | null }
  | { readonly kind: 'member'; readonly person: PersonMention; readonly isNow: boolean }
  | { readonly kind: 'relation'; readonly relation: RelationView; readonly isNow: boolean }
  | {
      readonly kind: 'circumstance'
      readonly before: CircumstanceView | null
      readonly after: CircumstanceView | null
    }

/** What changed of a person from one view to another: of days, or of what was known. */
export function differencesBetween(before: PersonPage, after: PersonPage): Difference[] {
  return [
    ...identityFields.flatMap((field): Difference[] =>
      before[field] === after[field] && (field !== 'born' || before.bornPrecision === after.bornPrecision)
        ? []
        : [{ kind: 'identity', field, before, after }],
    ),
    ...numbersOf(before, after),
    ...homeOf(before, after),
    ...householdOf(before, after),
    ...relationsOf(before, after),
    ...circumstancesOf(before, after),
  ]
}

function numbersOf(before: PersonPage, after: PersonPage): Difference[] {
  const kinds = new Set([...before.identifiers, ...after.identifiers].map(({ kind }) => kind))
  const numberIn = (page: PersonPage, kind: IdentifierKind) =>
    page.identifiers.find((one) => one.kind === kind)?.number ?? null
  return [...kinds].flatMap((of): Difference[] => {
    const [was, is] = [numberIn(before, of), numberIn(after, of)]
    return was === is ? [] : [{ kind: 'number', of, before: was, after: is }]
  })
}

/** A unit that only became part of another is the same home. */
function homeOf(before: PersonPage, after: PersonPage): Difference[] {
  const homeIn = ({ home, village }: PersonPage) => home && { area: home, village }
  const [was, is] = [homeIn(before), homeIn(after)]
  if (was?.area.id === is?.area.id && was?.village === is?.village) return []
  return [{ kind: 'home', before: was, after: is }]
}

function householdOf(before: PersonPage, after: PersonPage): Difference[] {
  const [was, is] = [before.household, after.household]
  if (was?.code !== is?.code)
    return [{ kind: 'household', before: was?.code ?? null, after: is?.code ?? null }]
  const idsIn = (household: PersonPage['household']) =>
    new Set(household?.members.map(({ person }) => person.id))
  const headOf = (household: PersonPage['household']) =>
    household?.members.find(({ isHead }) => isHead)?.person ?? null
  const [old, now] = [idsIn(was), idsIn(is)]
  const [former, head] = [headOf(was), headOf(is)]
  return [
    ...(former?.id === head?.id ? [] : [{ kind: 'head' as const, before: former, after: head }]),
    ...(is?.members ?? [])
      .filter(({ person }) => !old.has(person.id))
      .map(({ person }) => ({ kind: 'member' as const, person, isNow: true })),
    ...(was?.members ?? [])
      .filter(({ person }) => !now.has(person.id))
      .map(({ person }) => ({ kind: 'member' as const, person, isNow: false })),
  ]
}

function relationsOf(before: PersonPage, after: PersonPage): Difference[] {
  const allIn = ({ relations }: PersonPage) => [
    ...relations.relatives,
    ...relations.care,
    ...relations.collectors,
  ]
  // Somebody taken in by a decision is otherwise cared for than in their own household.
  const nameOf = ({ kind, side, other, detail }: RelationView) =>
    `${kind} ${side} ${other.id} ${JSON.stringify(detail)}`
  const [was, is] = [allIn(before), allIn(after)]
  const old = new Set(was.map(nameOf))
  const now = new Set(is.map(nameOf))
  return [
    ...is
      .filter((relation) => !old.has(nameOf(relation)))
      .map((relation) => ({ kind: 'relation' as const, relation, isNow: true })),
    ...was
      .filter((relation) => !now.has(nameOf(relation)))
      .map((relation) => ({ kind: 'relation' as const, relation, isNow: false })),
  ]
}

/** What holds on the day of each view; of one kind and subject there is one at a time. */
function circumstancesOf(before: PersonPage, after: PersonPage): Difference[] {
  const heldIn = ({ circumstances, on }: PersonPage) =>
    new Map(
      circumstances
        .filter(({ during }) => contains(during, on))
        .map((fact) => [`${fact.subject} ${fact.kind}`, fact]),
    )
  const [was, is] = [heldIn(before), heldIn(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name): Difference[] => {
    const [old, now] = [was.get(name) ?? null, is.get(name) ?? null]
    if (old && now && JSON.stringify(old.detail) === JSON.stringify(now.detail)) return []
    return [{ kind: 'circumstance', before: old, after: now }]
  })
}
