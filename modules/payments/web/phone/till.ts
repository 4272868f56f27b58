import { z } from 'zod'
import { now } from '#kernel/civil-date'
import { formatMonth } from '#kernel/written'
import { carriedLists, type OpenList } from '#platform/web/offline/carried-lists'
import {
  CashListOnDevice,
  HandOut,
  HandOutVerdict,
  type AbsenceReason,
  type CashRow,
} from '../../contract.ts'

/** What happened with one payee, and what the server said to it. */
export const TillRecord = z.object({
  handOut: HandOut,
  verdict: HandOutVerdict.nullable(),
  because: z.string().nullable(),
})
export type TillRecord = z.infer<typeof TillRecord>

const ListInside = CashListOnDevice.omit({ secret: true })

/** A list of cash that is open on this page. */
export type Till = OpenList<z.infer<typeof ListInside>, TillRecord>

/** The lists of cash this phone holds. */
export const tills = carriedLists({
  shelf: 'chi-tien-mat',
  purpose: 'cash list',
  inside: ListInside,
  record: TillRecord,
  labelOf: ({ name, place }) => `${name} · ${formatMonth(place.month)}`,
  idOf: ({ handOut }) => handOut.id,
  happenedAt: ({ handOut }) => handOut.happenedAt,
  isSent: ({ verdict }) => verdict !== null,
})

/** Writes down what happened, to the disk before anybody is told that it is; paid twice it is one record. */
export async function record(
  till: Till,
  row: CashRow,
  what: { outcome: 'paid' } | { outcome: 'absent'; reason: AbsenceReason },
): Promise<TillRecord> {
  const made: TillRecord = {
    handOut: {
      id: what.outcome === 'paid' ? await idOfPayment(till, row) : crypto.randomUUID(),
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
  await tills.write(till, [made])
  return made
}

/** One for the money of a row of a list, so that whatever is pressed, on whatever page of the phone, it is paid once. */
async function idOfPayment({ list }: Till, { open }: CashRow): Promise<string> {
  const said = new TextEncoder().encode(['paid', list.id, ...open.toSorted()].join(' '))
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', said)).slice(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** What is known of a payee on this phone: what happened here comes after what the list said. */
export function standingOf(row: CashRow, records: readonly TillRecord[]) {
  const last = records.findLast(({ handOut }) => handOut.keys.some((key) => row.keys.includes(key)))
  if (last?.handOut.outcome === 'paid') return { state: 'paid', record: last } as const
  if (row.state !== 'waiting') return { state: row.state, record: undefined } as const
  return last
    ? ({ state: 'absent', record: last } as const)
    : ({ state: 'waiting', record: undefined } as const)
}
