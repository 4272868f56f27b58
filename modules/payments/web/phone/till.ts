import { z } from 'zod'
import { now } from '#kernel/civil-date'
import {
  CashListOnDevice,
  HandOut,
  HandOutVerdict,
  type AbsenceReason,
  type CashRow,
} from '../../contract.ts'
import { keyOfCode, keyOfSecret, newKey, newSalt, openKey, seal, sealKey, unseal } from './seal.ts'
import { dropList, dropRecord, listKept, putList, putRecords, type KeptList } from './shelf.ts'

/** What happened with one payee, and what the server said to it. */
export const TillRecord = z.object({
  handOut: HandOut,
  verdict: HandOutVerdict.nullable(),
  because: z.string().nullable(),
})
export type TillRecord = z.infer<typeof TillRecord>

/** A list that is open on this page: its rows, what happened, and the key, which is nowhere else. */
export type Till = {
  readonly list: Omit<CashListOnDevice, 'secret'>
  readonly key: CryptoKey
  readonly records: readonly TillRecord[]
}

const ListInside = CashListOnDevice.omit({ secret: true })

/** Seals a list that was taken, under a code the clerk chose, and opens it. */
export async function keepList({ secret, ...list }: CashListOnDevice, code: string): Promise<Till> {
  const fresh = await newKey()
  const salt = newSalt()
  const byCode = await keyOfCode(code, salt)
  const keyByCode = await sealKey(fresh, byCode)
  // From here on the key cannot leave this page.
  const key = await openKey(keyByCode, byCode)
  if (!key) throw new Error('A key that was just sealed does not open')
  await putList({
    id: list.id,
    label: `${list.name} · ${list.place.month.split('-').toReversed().join('/')}`,
    takenAt: list.takenAt,
    expiresAt: list.expiresAt,
    salt,
    keyByCode,
    keyBySecret: await sealKey(fresh, await keyOfSecret(secret, salt)),
    sealed: await seal(key, list),
  })
  return { list, key, records: [] }
}

/** Opens a kept list by its code or by the secret of the server; undefined where it is the wrong one. */
export async function openTill(
  kept: KeptList,
  by: { readonly code: string } | { readonly secret: string },
): Promise<Till | undefined> {
  const key =
    'code' in by
      ? await openKey(kept.keyByCode, await keyOfCode(by.code, kept.salt))
      : await openKey(kept.keyBySecret, await keyOfSecret(by.secret, kept.salt))
  if (!key) return undefined
  const { records } = await listKept()
  const own = records.filter(({ listId }) => listId === kept.id)
  return {
    list: ListInside.parse(await unseal(key, kept.sealed)),
    key,
    records: (
      await Promise.all(own.map(async ({ sealed }) => TillRecord.parse(await unseal(key, sealed))))
    ).toSorted((one, two) => one.handOut.happenedAt.localeCompare(two.handOut.happenedAt)),
  }
}

/** Writes down what happened, to the disk before anybody is told that it is. */
export async function record(
  till: Till,
  row: CashRow,
  what: { outcome: 'paid' } | { outcome: 'absent'; reason: AbsenceReason },
): Promise<TillRecord> {
  const made: TillRecord = {
    handOut: {
      id: crypto.randomUUID(),
      payeeId: row.payeeId,
      keys: row.open,
      outcome: what.outcome,
      reason: what.outcome === 'absent' ? what.reason : null,
      amount: row.amount,
      happenedAt: now(),
    },
    verdict: null,
    because: null,
  }
  await keepRecords(till, [made])
  return made
}

export async function keepRecords({ list, key }: Till, records: readonly TillRecord[]) {
  await putRecords(
    await Promise.all(
      records.map(async (one) => ({
        id: one.handOut.id,
        listId: list.id,
        isSent: one.verdict !== null,
        sealed: await seal(key, one),
      })),
    ),
  )
}

/** Takes back what was pressed by mistake, as long as nobody was told of it. */
export async function takeBack({ handOut, verdict }: TillRecord) {
  if (verdict !== null) throw new Error('The server knows of it already')
  await dropRecord(handOut.id)
}

export const forget = ({ list }: Pick<Till, 'list'>) => dropList(list.id)

/** What is known of a payee on this phone: what happened here comes after what the list said. */
export function standingOf(row: CashRow, records: readonly TillRecord[]) {
  const last = records.findLast(({ handOut }) => handOut.payeeId === row.payeeId)
  if (last?.handOut.outcome === 'paid') return { state: 'paid', record: last } as const
  if (row.state !== 'waiting') return { state: row.state, record: undefined } as const
  return last
    ? ({ state: 'absent', record: last } as const)
    : ({ state: 'waiting', record: undefined } as const)
}
