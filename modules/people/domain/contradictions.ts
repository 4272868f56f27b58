import { ageOn } from '#kernel/civil-date'
import { overlaps, type Period } from '#kernel/period'
import type { Birth } from './birth-date.ts'
import type { RelationKind } from './history.ts'

/** How somebody stands to another; `from` is the parent, carer, collector or guardian. */
export type Tie = {
  readonly kind: RelationKind
  readonly side: 'from' | 'to'
  readonly otherId: string
  readonly during: Period
  /** Who the other one is; null where they live out of sight. */
  readonly other: (Birth & { readonly fullName: string }) | null
}

/** Ties of one person of which not all can be true. */
export type Contradiction = {
  readonly code:
    | 'relation_with_self'
    | 'relation_exists'
    | 'spouse_is_parent'
    | 'already_married'
    | 'guardian_has_guardian'
    | 'parent_born_after_child'
    | 'parent_too_young'
  readonly ties: readonly Tie[]
}

/** Nobody younger has a child: what is told of one is a slip. The case files of the law ask the same. */
const youngestParent = 12

type Whose = Birth & { readonly id: string }

/** What cannot be true of somebody who is tied to others like this. The database refuses all of it but a parent too young. */
export function contradictionsOf(person: Whose, ties: readonly Tie[]): Contradiction[] {
  return ties.flatMap((tie, index) => [
    ...alone(person, tie),
    ...ties.slice(index + 1).flatMap((other) => between(tie, other)),
  ])
}

/** Those of the second that are not among the first: what was wrong before holds nothing else up. */
export function newAmong(before: readonly Contradiction[], after: readonly Contradiction[]): Contradiction[] {
  const known = new Set(before.map(whatOf))
  return after.filter((one) => !known.has(whatOf(one)))
}

const whatOf = ({ code, ties }: Contradiction) =>
  [code, ...ties.map(({ kind, side, otherId }) => `${kind} ${side} ${otherId}`).toSorted()].join()

function alone(person: Whose, tie: Tie): Contradiction[] {
  if (tie.otherId === person.id) return [{ code: 'relation_with_self', ties: [tie] }]
  // A tie that ended was none, or an adoption that is over.
  if (tie.kind !== 'parent_of' || tie.during.until !== null || tie.other === null) return []
  const [parent, child] = tie.side === 'from' ? [person, tie.other] : [tie.other, person]
  // Nobody is born on the day their parent was, so no circle of parents can close.
  if (parent.born >= child.born) return [{ code: 'parent_born_after_child', ties: [tie] }]
  return isTooYoung(parent, child) ? [{ code: 'parent_too_young', ties: [tie] }] : []
}

/** Where only a year or month is known the most favourable day counts: nobody is accused for want of a day. */
export function isTooYoung(parent: Birth, child: Birth): boolean {
  const years = (birth: Birth) => Number(birth.born.slice(0, 4))
  return parent.bornPrecision === 'day' && child.bornPrecision === 'day'
    ? ageOn(parent.born, child.born) < youngestParent
    : years(child) - years(parent) < youngestParent
}

/** Whether not both can be true. */
export function contradict(one: Tie, other: Tie): boolean {
  return between(one, other).length > 0
}

function between(one: Tie, other: Tie): Contradiction[] {
  const found = (code: Contradiction['code']) => [{ code, ties: [one, other] }]
  const isSamePerson = one.otherId === other.otherId
  const kinds = [one.kind, other.kind]
  // Parent and child do not marry, and never did: one of the two is a slip.
  if (isSamePerson && kinds.includes('spouse_of') && kinds.includes('parent_of'))
    return found('spouse_is_parent')
  if (one.kind !== other.kind || !overlaps(one.during, other.during)) return []
  // Spouses and relatives stand to each other as the other to them: one row says it.
  const isMutual = one.kind === 'spouse_of' || one.kind === 'related_to'
  if (isSamePerson && isMutual) return found('relation_exists')
  if (one.kind === 'spouse_of') return found('already_married')
  // Whoever has a guardian in the same time is guardian of nobody.
  return one.kind === 'guardian_of' && one.side !== other.side ? found('guardian_has_guardian') : []
}
