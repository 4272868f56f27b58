/** Where a phone keeps its lists and what happened, sealed: nothing here can be read without a key that is not here. */
export type KeptList = {
  readonly id: string
  /** What may be seen without the code: where and which month, never who. */
  readonly label: string
  readonly takenAt: string
  readonly expiresAt: string
  readonly salt: Uint8Array<ArrayBuffer>
  /** The key of the list, sealed by the code the clerk chose; and by a secret the server keeps. */
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

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  const asked = indexedDB.open('chi-tien-mat', 1)
  asked.addEventListener('upgradeneeded', () => {
    asked.result.createObjectStore('lists', { keyPath: 'id' })
    asked.result.createObjectStore('records', { keyPath: 'id' }).createIndex('list', 'listId')
  })
  return answerOf(asked)
}

function answerOf<Result>(asked: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(asked.error ?? new Error('The shelf of the phone is shut')))
  })
}

/** Does something with both stores; it is on the disk when this has ended. */
async function within(
  mode: IDBTransactionMode,
  work: (stores: { lists: IDBObjectStore; records: IDBObjectStore }) => void,
): Promise<void> {
  opened ??= open()
  const transaction = (await opened).transaction(['lists', 'records'], mode, { durability: 'strict' })
  const done = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('Not kept')))
  })
  work({ lists: transaction.objectStore('lists'), records: transaction.objectStore('records') })
  await done
}

export async function listKept(): Promise<{ lists: KeptList[]; records: KeptRecord[] }> {
  const found: { lists: KeptList[]; records: KeptRecord[] } = { lists: [], records: [] }
  await within('readonly', ({ lists, records }) => {
    const [all, each] = [lists.getAll(), records.getAll()] as const
    all.addEventListener('success', () => (found.lists = all.result as KeptList[])) // Only these are put there.
    each.addEventListener('success', () => (found.records = each.result as KeptRecord[]))
  })
  return found
}

export const putList = (list: KeptList) => within('readwrite', ({ lists }) => void lists.put(list))

export const putRecords = (kept: readonly KeptRecord[]) =>
  within('readwrite', ({ records }) => {
    for (const record of kept) records.put(record)
  })

export const dropRecord = (id: string) => within('readwrite', ({ records }) => void records.delete(id))

/** Leaves nothing of a list on the device. */
export const dropList = (id: string) =>
  within('readwrite', ({ lists, records }) => {
    lists.delete(id)
    const own = records.index('list').openKeyCursor(IDBKeyRange.only(id))
    own.addEventListener('success', () => {
      const at = own.result
      if (!at) return
      records.delete(at.primaryKey)
      at.continue()
    })
  })
