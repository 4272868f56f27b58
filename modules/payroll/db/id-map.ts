import { idBytes, isSameId } from '#modules/entitlement'

/**
 * Numbers by person, for as many people as a nation has: some forty bytes each, where a Map of text needs five times as
 * many.
 */
export type IdMap = {
  readonly size: number
  readonly get: (ids: Buffer, at: number) => number | undefined
  readonly set: (ids: Buffer, at: number, value: number) => void
  /** How many slots in a row are taken, at most. */
  readonly longestSearch: () => number
}

export function idMap(capacity = 1024): IdMap {
  let slots = 2 ** Math.ceil(Math.log2(capacity * 1.5))
  let keys = Buffer.alloc(slots * idBytes)
  let values = new Int32Array(slots)
  let taken = new Uint8Array(slots)
  let size = 0

  const slotOf = (ids: Buffer, at: number) => {
    let slot = mixed(ids, at) & (slots - 1)
    while (taken[slot] === 1 && !isSameId(keys, slot * idBytes, ids, at)) slot = (slot + 1) & (slots - 1)
    return slot
  }

  function put(ids: Buffer, at: number, value: number) {
    const slot = slotOf(ids, at)
    if (taken[slot] === 0) {
      taken[slot] = 1
      ids.copy(keys, slot * idBytes, at, at + idBytes)
      size++
    }
    values[slot] = value
  }

  function grow() {
    const [oldKeys, oldValues, oldTaken] = [keys, values, taken]
    slots *= 2
    keys = Buffer.alloc(slots * idBytes)
    values = new Int32Array(slots)
    taken = new Uint8Array(slots)
    size = 0
    for (let slot = 0; slot < oldTaken.length; slot++)
      if (oldTaken[slot] === 1) put(oldKeys, slot * idBytes, oldValues[slot]!)
  }

  return {
    get size() {
      return size
    },
    get(ids, at) {
      const slot = slotOf(ids, at)
      return taken[slot] === 1 ? values[slot] : undefined
    },
    set(ids, at, value) {
      if (size * 1.5 >= slots) grow()
      put(ids, at, value)
    },
    longestSearch() {
      let [longest, run] = [0, 0]
      for (const slot of taken) longest = Math.max(longest, (run = slot === 1 ? run + 1 : 0))
      return longest
    },
  }
}

/** Ids given one after another differ in a few bits, which have to decide every bit of the slot: or people crowd together. */
function mixed(ids: Buffer, at: number): number {
  let hash = 0
  for (let offset = 0; offset < idBytes; offset += 4)
    hash = Math.imul(hash ^ ids.readInt32BE(at + offset), 0x9e3779b1) ^ (hash >>> 15)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}
