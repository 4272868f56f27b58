import type { Change } from './change.ts'

/**
 * What becomes of who receives somebody’s money when somebody else steps in for them: it stays; the new one, or the person
 * themselves, is asked for with the change; or a decision named the payee, and only a decision names another.
 */
export const becomes = ['stays', 'asked', 'given_back', 'by_decision'] as const
export type Becomes = (typeof becomes)[number]

/** Who follows whom as guardian or carer of somebody. */
export type Succession = {
  readonly wardId: string
  readonly role: 'guardian' | 'carer'
  /** Null where nobody follows. */
  readonly successorId: string | null
  /** Whose tie ends; left out, that of everybody who had the role. */
  readonly formerId?: string | undefined
  readonly receives: boolean
}

/** Who steps in for whom by a change; undefined where it is about nothing of the kind. A parent receives as a guardian does. */
export function successionIn(personId: string, change: Change): Succession | undefined {
  switch (change.kind) {
    case 'guardian': {
      const { guardianId: successorId, receives } = change
      return { wardId: personId, role: 'guardian', successorId, receives }
    }
    case 'carer': {
      const { carerId: successorId, receives } = change
      return { wardId: personId, role: 'carer', successorId, receives }
    }
    case 'parent': {
      const { otherId, as, ends } = change
      if (!ends) return undefined
      const [formerId, wardId] = as === 'parent' ? [otherId, personId] : [personId, otherId]
      return { wardId, role: 'guardian', successorId: null, formerId, receives: false }
    }
    case 'identity':
    case 'death':
    case 'alive':
    case 'move':
    case 'add_member':
    case 'birth':
    case 'remove_member':
    case 'change_head':
    case 'split_household':
    case 'merge_household':
    case 'disability':
    case 'circumstance':
    case 'marriage':
    case 'divorce':
    case 'paid_months':
      return undefined
  }
}

type Hands = {
  readonly benefit: string
  readonly payeeId: string
  /** Who receives in the place of the payee, by the way they are paid. */
  readonly receiver: { readonly role: string; readonly personId: string | null } | null
}

/** Nobody receives in a role that is theirs no more. */
export function becomesOf({ benefit, payeeId, receiver }: Hands, succession: Succession): Becomes {
  const { wardId, role, successorId, formerId, receives } = succession
  const leaves = (id: string | null) => id !== successorId && (formerId === undefined || id === formerId)
  if (payeeId !== wardId) {
    // Money for care is the carer’s own; whoever else a decision names, it names as guardian.
    const isOfRole = (benefit === 'care_support') === (role === 'carer')
    return isOfRole && leaves(payeeId) ? 'by_decision' : 'stays'
  }
  const isThere = receiver?.role === role && receiver.personId === successorId
  if (successorId !== null && receives) return isThere ? 'stays' : 'asked'
  return receiver?.role === role && leaves(receiver.personId) ? 'given_back' : 'stays'
}
