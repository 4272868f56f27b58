import type { z } from 'zod'
import { keyOfCode, keyOfSecret, newKey, newSalt, openKey, seal, sealKey, unseal } from './seal.ts'
import { shelfOf, type KeptList } from './shelf.ts'

/** What a list of any kind that is carried along has. */
type Head = { readonly id: string; readonly takenAt: string; readonly expiresAt: string }

/** A list that is open on this page: what is in it, what was recorded, and the key, which is nowhere else. */
export type OpenList<Inside, Made> = {
  readonly list: Inside
  readonly key: CryptoKey
  readonly records: readonly Made[]
}

/** What opens a kept list: the code its carrier chose, or the secret the server gives back to whoever took it. */
export type Opener = { readonly code: string } | { readonly secret: string }

type Kind<Inside, Made> = {
  /** The name of the shelf, one for each kind of list. */
  readonly shelf: string
  /** What the key of the server’s secret is made for; never changed, or kept lists would not open. */
  readonly purpose: string
  readonly inside: z.ZodType<Inside>
  readonly record: z.ZodType<Made>
  /** What may be read without the code: where and for when, never who. */
  readonly labelOf: (list: Inside) => string
  readonly idOf: (record: Made) => string
  readonly happenedAt: (record: Made) => string
  readonly isSent: (record: Made) => boolean
}

/** Lists of one kind on this device, sealed: how they are kept, opened, written to and forgotten. */
export function carriedLists<Inside extends Head, Made>(kind: Kind<Inside, Made>) {
  const shelf = shelfOf(kind.shelf)
  type Open = OpenList<Inside, Made>

  return {
    listKept: shelf.listKept,
    idOf: kind.idOf,

    /** Seals a list that was taken, under a code its carrier chose, and opens it. */
    async keep(list: Inside, { secret, code }: { secret: string; code: string }): Promise<Open> {
      const fresh = await newKey()
      const salt = newSalt()
      const byCode = await keyOfCode(code, salt)
      const keyByCode = await sealKey(fresh, byCode)
      // From here on the key cannot leave this page.
      const key = await openKey(keyByCode, byCode)
      if (!key) throw new Error('A key that was just sealed does not open')
      await shelf.putList({
        id: list.id,
        label: kind.labelOf(list),
        takenAt: list.takenAt,
        expiresAt: list.expiresAt,
        salt,
        keyByCode,
        keyBySecret: await sealKey(fresh, await keyOfSecret(secret, salt, kind.purpose)),
        sealed: await seal(key, list),
      })
      return { list, key, records: [] }
    },

    /** Opens a kept list; undefined where code or secret is the wrong one. */
    async open(kept: KeptList, by: Opener): Promise<Open | undefined> {
      const key =
        'code' in by
          ? await openKey(kept.keyByCode, await keyOfCode(by.code, kept.salt))
          : await openKey(kept.keyBySecret, await keyOfSecret(by.secret, kept.salt, kind.purpose))
      if (!key) return undefined
      const { records } = await shelf.listKept()
      const own = records.filter(({ listId }) => listId === kept.id)
      const read = await Promise.all(
        own.map(async ({ sealed }) => kind.record.parse(await unseal(key, sealed))),
      )
      return {
        list: kind.inside.parse(await unseal(key, kept.sealed)),
        key,
        records: read.toSorted((one, two) => kind.happenedAt(one).localeCompare(kind.happenedAt(two))),
      }
    },

    /** Writes records down, to the disk before anybody is told that they are. */
    async write({ list, key }: Pick<Open, 'list' | 'key'>, records: readonly Made[]): Promise<void> {
      await shelf.putRecords(
        await Promise.all(
          records.map(async (one) => ({
            id: kind.idOf(one),
            listId: list.id,
            isSent: kind.isSent(one),
            sealed: await seal(key, one),
          })),
        ),
      )
    },

    /** Takes back what was pressed by mistake, as long as nobody was told of it. */
    async takeBack(record: Made): Promise<void> {
      if (kind.isSent(record)) throw new Error('The server knows of it already')
      await shelf.dropRecord(kind.idOf(record))
    },

    /** Leaves nothing of the list on this device. */
    forget: ({ list }: Pick<Open, 'list'>) => shelf.dropList(list.id),
  }
}
