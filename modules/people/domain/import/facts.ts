import { type CivilDate, firstDayOf, monthOf } from '#kernel/civil-date'
import type { CircumstanceKind, Evidence } from '../circumstance.ts'
import { isOfPoorOnly } from './group.ts'
import type { StagedPerson } from './staged-person.ts'

/** A fact the list stands for: who is on it under a group has, by the decision on it, what the group asks. */
export type ListedFact = {
  readonly kind: CircumstanceKind
  readonly detail: Readonly<Record<string, unknown>>
  readonly from: CivilDate
  readonly evidence: Evidence
}

/** What is true of somebody on a list under a group, since the first month or the decision, never before birth. */
export function listedFacts(
  person: StagedPerson,
  { today, file }: { today: CivilDate; file: string },
): ListedFact[] {
  const { group, disability, poverty, decision, firstMonth, born } = person
  const listed = firstMonth ? firstDayOf(firstMonth) : (decision?.signedOn ?? today)
  const from = listed > born ? listed : born
  const evidence: Evidence = {
    document: file,
    ...(decision ? { number: decision.number } : {}),
    ...(decision?.signedOn ? { issuedOn: decision.signedOn } : {}),
  }
  const facts: ListedFact[] = []
  const add = (kind: CircumstanceKind, detail: Record<string, unknown> = {}) =>
    facts.push({ kind, detail, from, evidence })

  if (disability) {
    // A certificate says so from its day on; one of after the decision is another one than that rested on.
    const { issuedOn } = disability
    const isGround = issuedOn && issuedOn <= (decision?.signedOn ?? today)
    facts.push({
      kind: 'disability',
      detail: {
        level: disability.level,
        ...(disability.types.length > 0 && { types: disability.types }),
        ...(issuedOn && { issuedOn }),
      },
      from: isGround ? issuedOn : from,
      evidence,
    })
  }
  const level = povertyOf(person)
  if (level)
    add('poverty', {
      level,
      year: Number(from.slice(0, 4)),
      ...(decision ? { decision: decision.number } : {}),
    })
  switch (group?.kind) {
    case 'child':
      if (group.parents) add('parents', { ...group.parents })
      break
    case 'student':
      add('former_child_without_support')
      // Rows checked before a list had to say what somebody studies do not know.
      if (group.level) add('study', { level: group.level })
      break
    case 'child_hiv':
    case 'hiv_poor':
      add('hiv')
      break
    case 'single_parent':
      if (group.basis) add('single_parent', { basis: group.basis })
      break
    case 'elder_poor':
      add('maintenance_obligor', { state: 'none' })
      break
    case 'elder_facility':
      add('maintenance_obligor', { state: 'none' })
      add('facility_eligible_in_community')
      break
    case 'elder_difficult_area':
    case 'elder_80':
    case 'elder_by_letter':
    case 'disability':
    case 'child_under_3':
    case 'social_pension':
    case undefined:
      break
  }
  return facts

  function povertyOf(one: StagedPerson): 'poor' | 'near_poor' | undefined {
    if (poverty === 'poor' || poverty === 'near_poor') return poverty
    // What the column says goes before what the group would ask.
    return poverty === null && isOfPoorOnly(one.group) ? 'poor' : undefined
  }
}

/** The award a list stands for («đang hưởng»), when it names the decision; the group itself follows from the facts. */
export function listedAward({ group, decision, firstMonth, paidThrough, diedOn, monthly }: StagedPerson) {
  if (!group || !decision?.signedOn || diedOn) return undefined
  return {
    benefit: group.kind === 'social_pension' ? ('social_pension' as const) : ('monthly_allowance' as const),
    decisionNumber: decision.number,
    signedOn: decision.signedOn,
    // Until the districts ended, decisions were theirs.
    signerTitle:
      decision.signedOn < '2025-07-01'
        ? 'Chủ tịch Ủy ban nhân dân cấp huyện'
        : 'Chủ tịch Ủy ban nhân dân cấp xã',
    from: firstMonth ?? monthOf(decision.signedOn),
    paidThrough: paidThrough ?? null,
    monthly,
  }
}
