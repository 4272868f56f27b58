/**
 * Photographs as they are on the phone, until they are sent or thrown away: a cheap phone may end the page while its
 * camera is open, and a network may be gone for a day.
 */
const shelf = 'anh'

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  const asked = indexedDB.open('cong', 1)
  asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(shelf))
  return answerOf(asked)
}

async function shelfFor(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  opened ??= open()
  return (await opened).transaction(shelf, mode).objectStore(shelf)
}

function answerOf<Result>(asked: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () =>
      reject(asked.error ?? new Error('The shelf of photographs is shut')),
    )
  })
}

export async function putPhoto(id: string, blob: Blob) {
  const photos = await shelfFor('readwrite')
  await answerOf(photos.put(blob, id))
}

export async function findPhoto(id: string): Promise<Blob | undefined> {
  const photos = await shelfFor('readonly')
  return answerOf(photos.get(id) as IDBRequest<Blob | undefined>) // Only blobs are put there.
}

export async function dropPhotos(ids: readonly string[]) {
  const photos = await shelfFor('readwrite')
  for (const id of ids) photos.delete(id)
}
