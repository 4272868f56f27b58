import type { ChangeKind } from './change.ts'

/** What a change, or the draft of one, says of who goes out of the household of the person it is about. */
export type Departure = {
  /** Null as long as nobody has said what it is. */
  readonly kind: ChangeKind | null
  readonly personId: string
  readonly companionIds: readonly string[]
  /** Everybody of the household joins another. */
  readonly isWhole: boolean
  /** Those who move stand in a household of their own from then on. */
  readonly foundsOwn: boolean
  /** The household they join, where the change names one. */
  readonly into?: string | null | undefined
}

type Member = { readonly personId: string; readonly householdId: string; readonly isHead: boolean }

/** The head whom a household loses, and those who stay in it; undefined where the head stays, or nobody is left. */
export function headLost<Of extends Member>(
  members: readonly Of[],
  departure: Departure,
): { readonly head: Of; readonly staying: readonly Of[] } | undefined {
  const leaving = leaversOf(members, departure)
  const head = members.find((one) => one.isHead && leaving.has(one.personId))
  const staying = members.filter((one) => !leaving.has(one.personId))
  return head && staying.length > 0 ? { head, staying } : undefined
}

function leaversOf(members: readonly Member[], departure: Departure): ReadonlySet<string> {
  const { kind, personId, companionIds, isWhole, foundsOwn, into } = departure
  const together = [personId, ...companionIds]
  switch (kind) {
    case 'death':
    case 'remove_member':
      return new Set([personId])
    case 'add_member':
      return new Set(members.some(({ householdId }) => householdId === into) ? [] : [personId])
    case 'split_household':
      return new Set(together)
    case 'move':
      return new Set(foundsOwn ? together : [])
    case 'merge_household':
      return new Set(isWhole ? members.map((one) => one.personId) : together)
    case null:
    case 'identity':
    case 'alive':
    case 'birth':
    case 'change_head':
    case 'disability':
    case 'circumstance':
    case 'marriage':
    case 'divorce':
    case 'guardian':
    case 'carer':
    case 'parent':
    case 'paid_months':
      return new Set()
  }
}
