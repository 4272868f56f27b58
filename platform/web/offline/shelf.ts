/** Where a device keeps its lists and what was recorded, sealed: nothing here can be read without a key that is not here. */
export type KeptList = {
  readonly id: string
  /** What may be seen without the code: where and for when, never who. */
  readonly label: string
  readonly takenAt: string
  readonly expiresAt: string
  readonly salt: Uint8Array<ArrayBuffer>
  /** The key of the list, sealed by the code its carrier chose; and by a secret the server keeps. */
  readonly keyByCode: Sealed
  readonly keyBySecret: Sealed
  readonly sealed: Sealed
}

export type KeptRecord = {
  readonly id: string
  readonly listId: string
  readonly isSent: boolean
  readonly sealed: Sealed
}

export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer }

export type Shelf = {
  readonly listKept: () => Promise<{ lists: KeptList[]; records: KeptRecord[] }>
  readonly putList: (list: KeptList) => Promise<void>
  readonly putRecords: (records: readonly KeptRecord[]) => Promise<void>
  readonly dropRecord: (id: string) => Promise<void>
  /** Leaves nothing of a list on the device. */
  readonly dropList: (id: string) => Promise<void>
}

/** The shelf of one kind of list; it is opened when it is first asked for something. */
export function shelfOf(name: string): Shelf {
  let opened: Promise<IDBDatabase> | undefined

  /** Does something with both stores; it is on the disk when this has ended. */
  const within = async (
    mode: IDBTransactionMode,
    work: (stores: { lists: IDBObjectStore; records: IDBObjectStore }) => void,
  ): Promise<void> => {
    opened ??= open(name)
    const transaction = (await opened).transaction(['lists', 'records'], mode, { durability: 'strict' })
    const done = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('Not kept')))
    })
    work({ lists: transaction.objectStore('lists'), records: transaction.objectStore('records') })
    await done
  }

  return {
    async listKept() {
      const found: { lists: KeptList[]; records: KeptRecord[] } = { lists: [], records: [] }
      await within('readonly', ({ lists, records }) => {
        const [all, each] = [lists.getAll(), records.getAll()] as const
        all.addEventListener('success', () => (found.lists = all.result as KeptList[])) // Only these are put there.
        each.addEventListener('success', () => (found.records = each.result as KeptRecord[]))
      })
      return found
    },
    putList: (list) => within('readwrite', ({ lists }) => void lists.put(list)),
    putRecords: (kept) =>
      within('readwrite', ({ records }) => {
        for (const record of kept) records.put(record)
      }),
    dropRecord: (id) => within('readwrite', ({ records }) => void records.delete(id)),
    dropList: (id) =>
      within('readwrite', ({ lists, records }) => {
        lists.delete(id)
        const own = records.index('list').openKeyCursor(IDBKeyRange.only(id))
        own.addEventListener('success', () => {
          const at = own.result
          if (!at) return
          records.delete(at.primaryKey)
          at.continue()
        })
      }),
  }
}

function open(name: string): Promise<IDBDatabase> {
  const asked = indexedDB.open(name, 1)
  asked.addEventListener('upgradeneeded', () => {
    asked.result.createObjectStore('lists', { keyPath: 'id' })
    asked.result.createObjectStore('records', { keyPath: 'id' }).createIndex('list', 'listId')
  })
  return new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(asked.error ?? new Error('The shelf of the device is shut')))
  })
}
