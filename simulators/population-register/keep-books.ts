import type { Happening, Place, Resident, Sex, Store } from './store.ts'

type Given = {
  readonly fullName?: string
  readonly sex?: Sex
  readonly born?: string
}

/** Writes into the books what a happening says; one the books know nothing of changes nothing, and is told all the same. */
export function keepBooks(store: Store, happening: Happening) {
  const { kind, personalId, on } = happening
  const one = store.find(personalId)
  switch (kind) {
    case 'birth':
      if (!one) store.keep(newborn(happening))
      return
    case 'death':
      if (one) store.keep({ ...one, diedOn: on })
      return
    case 'death_cancelled':
    case 'alive':
      if (one) store.keep({ ...one, diedOn: null })
      return
    case 'move':
      if (one) store.keep({ ...one, ...placeOf(happening['residence']) })
      return
    case 'marriage':
    case 'divorce': {
      const spouse = String(happening['spouseId'])
      if (one) store.keep({ ...one, spouse: kind === 'marriage' ? spouse : null })
      return
    }
    case 'identity_corrected':
      if (one) store.keep({ ...one, ...(happening['identity'] as Given) })
      return
    case 'number_changed': {
      const former = (happening['former'] as { number: string }).number
      const before = store.find(former)
      if (!before) return
      if (before.number !== personalId) store.remove(before.number)
      store.keep({ ...before, number: personalId, formerNumber: former })
    }
  }
}

function newborn({ personalId, on, ...given }: Happening): Resident {
  const { fullName = '', sex = 'female' } = given['identity'] as Given
  return {
    number: personalId,
    formerNumber: null,
    fullName,
    sex,
    born: on,
    bornPrecision: 'day',
    diedOn: null,
    ...placeOf(given['residence']),
    household: null,
    spouse: null,
  }
}

function placeOf(given: unknown): Place {
  const { area = '', village = null, address = null } = (given ?? {}) as Partial<Place>
  return { area, village, address }
}
