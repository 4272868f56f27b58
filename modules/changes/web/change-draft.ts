import { addDays, type CivilDate, type Month } from '#kernel/civil-date'
import { Change, type ChangeKind } from '../contract.ts'
import type { ChangeOf } from '../domain/change.ts'

/** Said outright where nobody follows a head, so that no household loses one unnoticed. */
export const nobody = 'nobody'

/** What stands in the boxes of the form, whichever kind is chosen; nothing typed is lost by choosing another. */
export type ChangeDraft = {
  readonly kind: ChangeKind | null
  readonly fullName: string
  readonly sex: 'female' | 'male' | null
  readonly born: CivilDate | null
  readonly personalId: string
  readonly on: CivilDate | null
  readonly areaId: number | null
  readonly village: string
  readonly address: string
  readonly householdId: string | null
  readonly spouseId: string | null
  readonly relation: string
  /** Who goes along when a household moves, splits or joins another, with what each is to the head there. */
  readonly leaving: Readonly<Record<string, string>>
  /** Whether everybody of the household joins the other one. */
  readonly isWhole: boolean
  /** What becomes of the household of those who move. */
  readonly household: 'kept' | 'own' | null
  readonly level: 'exceptionally_severe' | 'severe' | 'mild' | null
  readonly types: readonly string[]
  readonly certificate: string
  /** Who heads the household that loses its head; «nobody» where that was said. */
  readonly nextHead: string | null
  /** Who becomes guardian or carer. */
  readonly successorId: string | null
  /** Nobody follows as guardian or carer. */
  readonly isWithout: boolean
  /** The last day of a guardianship or care that ends. */
  readonly until: CivilDate | null
  readonly arrangement: ChangeOf<'carer'>['arrangement']
  readonly receives: boolean
  /** Whether the other one is the parent or the child, and who it is. */
  readonly as: ChangeOf<'parent'>['as'] | null
  readonly otherId: string | null
  readonly isNoMore: boolean
  /** A circumstance that came here from where it could not be recorded by one officer alone. */
  readonly fact: Pick<ChangeOf<'circumstance'>, 'circumstance' | 'detail' | 'until'> | null
  /** The award whose months paid before are put right; the page of the award leads here with it. */
  readonly award: Pick<ChangeOf<'paid_months'>, 'benefit' | 'since'> | null
  readonly paidThrough: Month | null
  /** The lists of before paid no month of it. */
  readonly isNothingPaid: boolean
}

export const emptyDraft: ChangeDraft = {
  kind: null,
  fullName: '',
  sex: null,
  born: null,
  personalId: '',
  on: null,
  areaId: null,
  village: '',
  address: '',
  householdId: null,
  spouseId: null,
  relation: '',
  leaving: {},
  isWhole: true,
  household: null,
  level: null,
  types: [],
  certificate: '',
  nextHead: null,
  successorId: null,
  isWithout: false,
  until: null,
  arrangement: 'own_household',
  receives: false,
  as: null,
  otherId: null,
  isNoMore: false,
  fact: null,
  award: null,
  paidThrough: null,
  isNothingPaid: false,
}

/** The change that was drafted, where it is whole; undefined where something is missing. */
export function changeOf(
  draft: ChangeDraft,
  { isAlone, losesHead }: { readonly isAlone: boolean; readonly losesHead: boolean },
): Change | undefined {
  if (draft.kind === 'move' && !isAlone && !draft.household) return undefined
  if (losesHead && !draft.nextHead) return undefined
  const next = losesHead && draft.nextHead !== nobody ? { nextHeadId: draft.nextHead } : {}
  const given = { ...givenOf(draft), ...next }
  const change = Change.safeParse(given)
  return change.success ? change.data : undefined
}

const membersIn = ({ leaving }: ChangeDraft) =>
  Object.entries(leaving).map(([personId, relationToHead]) => ({ personId, relationToHead }))

const leavingIn = (
  members: readonly { readonly personId: string; readonly relationToHead?: string | undefined }[],
) => Object.fromEntries(members.map(({ personId, relationToHead = '' }) => [personId, relationToHead]))

/** Nobody chosen is not the same as nobody any more. */
const termsIn = ({ on, until, receives }: ChangeDraft) => ({
  from: on,
  until: until && addDays(until, 1),
  receives,
})

const orNull = (text: string) => text.trim() || null

function givenOf(draft: ChangeDraft): object | undefined {
  const { kind, on } = draft
  switch (kind) {
    case null:
      return undefined
    case 'identity': {
      const { fullName, sex, born, personalId } = draft
      const given = {
        ...(fullName.trim() && { fullName }),
        ...(sex && { sex }),
        ...(born && { born, bornPrecision: 'day' }),
        ...(personalId.trim() && { personalId: personalId.trim() }),
      }
      return Object.keys(given).length > 0 ? { kind, ...given } : undefined
    }
    case 'death':
      return { kind, diedOn: on }
    case 'alive':
      return { kind }
    case 'move': {
      const members = membersIn(draft)
      const isOwn = draft.household === 'own'
      return {
        kind,
        areaId: draft.areaId,
        village: orNull(draft.village),
        address: orNull(draft.address),
        from: on,
        ...(members.length > 0 && {
          members: isOwn ? members : members.map(({ personId }) => ({ personId })),
        }),
        ...(isOwn && { household: 'own' }),
      }
    }
    case 'merge_household':
      return {
        kind,
        householdId: draft.householdId,
        relationToHead: draft.relation,
        ...(!draft.isWhole && { members: membersIn(draft) }),
        from: on,
      }
    case 'add_member':
      return { kind, householdId: draft.householdId, relationToHead: draft.relation, from: on }
    case 'remove_member':
      return { kind, from: on }
    case 'change_head':
      return { kind, formerHeadBecomes: draft.relation, from: on }
    case 'split_household':
      return { kind, members: membersIn(draft), from: on }
    case 'birth': {
      const { fullName, sex, born, personalId, otherId } = draft
      const child = { fullName, sex, born, personalId: orNull(personalId) }
      return { kind, child, ...(otherId !== null && { otherParentId: otherId }) }
    }
    case 'disability':
      return {
        kind,
        level: draft.level,
        types: draft.types,
        certificate: draft.certificate,
        issuedOn: on,
      }
    case 'circumstance':
      return draft.fact ? { kind, ...draft.fact, from: on } : undefined
    case 'marriage':
      return { kind, spouseId: draft.spouseId, from: on }
    case 'divorce':
      return { kind, spouseId: draft.spouseId, until: on }
    case 'guardian':
      return draft.isWithout
        ? { kind, guardianId: null, from: on }
        : { kind, guardianId: draft.successorId ?? undefined, ...termsIn(draft) }
    case 'carer':
      return draft.isWithout
        ? { kind, carerId: null, from: on }
        : {
            kind,
            carerId: draft.successorId ?? undefined,
            arrangement: draft.arrangement,
            ...termsIn(draft),
          }
    case 'parent':
      return { kind, otherId: draft.otherId, as: draft.as, ends: draft.isNoMore, from: on }
    case 'paid_months': {
      const { award, paidThrough, isNothingPaid } = draft
      const isTold = paidThrough !== null || isNothingPaid
      return award && isTold ? { kind, ...award, paidThrough: isNothingPaid ? null : paidThrough } : undefined
    }
  }
}

/** The boxes as a change fills them, to look at it again. */
export function draftOf(change: Change): ChangeDraft {
  const nextHead = 'nextHeadId' in change ? (change.nextHeadId ?? null) : null
  const draft = { ...emptyDraft, kind: change.kind, nextHead }
  switch (change.kind) {
    case 'identity':
      return {
        ...draft,
        fullName: change.fullName ?? '',
        sex: change.sex ?? null,
        born: change.born ?? null,
        personalId: change.personalId ?? '',
      }
    case 'death':
      return { ...draft, on: change.diedOn }
    case 'alive':
      return draft
    case 'move':
      return {
        ...draft,
        areaId: change.areaId,
        village: change.village ?? '',
        address: change.address ?? '',
        leaving: leavingIn(change.members ?? []),
        household: change.household ?? (change.members ? 'kept' : null),
        on: change.from,
      }
    case 'merge_household':
      return {
        ...draft,
        householdId: change.householdId,
        relation: change.relationToHead,
        isWhole: change.members === undefined,
        leaving: leavingIn(change.members ?? []),
        on: change.from,
      }
    case 'add_member':
      return { ...draft, householdId: change.householdId, relation: change.relationToHead, on: change.from }
    case 'remove_member':
      return { ...draft, on: change.from }
    case 'change_head':
      return { ...draft, relation: change.formerHeadBecomes, on: change.from }
    case 'split_household':
      return { ...draft, leaving: leavingIn(change.members), on: change.from }
    case 'birth': {
      const { fullName, sex, born, personalId } = change.child
      const otherId = change.otherParentId ?? null
      return { ...draft, fullName, sex, born, personalId: personalId ?? '', otherId }
    }
    case 'disability':
      return {
        ...draft,
        level: change.level,
        types: change.types,
        certificate: change.certificate,
        on: change.issuedOn,
      }
    case 'circumstance': {
      const { circumstance, detail, until, from } = change
      return { ...draft, fact: { circumstance, detail, until }, on: from }
    }
    case 'marriage':
      return { ...draft, spouseId: change.spouseId, on: change.from }
    case 'divorce':
      return { ...draft, spouseId: change.spouseId, on: change.until }
    case 'guardian':
      return { ...draft, ...succession(change.guardianId, change) }
    case 'carer':
      return { ...draft, ...succession(change.carerId, change), arrangement: change.arrangement }
    case 'parent': {
      const { otherId, as, ends, from } = change
      return { ...draft, otherId, as, isNoMore: ends, on: from }
    }
    case 'paid_months': {
      const { benefit, since, paidThrough } = change
      return { ...draft, award: { benefit, since }, paidThrough, isNothingPaid: paidThrough === null }
    }
  }
}

function succession(
  successorId: string | null,
  { from, until, receives }: ChangeOf<'guardian' | 'carer'>,
): Partial<ChangeDraft> {
  return {
    successorId,
    isWithout: successorId === null,
    on: from,
    until: until && addDays(until, -1),
    receives,
  }
}
