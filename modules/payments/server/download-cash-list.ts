import encodeQr from 'qr'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dong } from '#kernel/dong'
import { moneyInWords } from '#kernel/money-in-words'
import { formatCount, formatDay } from '#kernel/written'
import type { Ctx } from '#platform/server/context'
import { makePdf } from '#platform/server/documents'
import { writeSheet } from '#platform/server/sheets'
import type { CashPlace, CashRow } from '../contract.ts'
import { getProvider } from '../db/providers.ts'
import { slipCodeOf } from '../domain/hand-out.ts'
import { problems } from '../domain/problems.ts'
import { nameOfPlace } from './cash-places.ts'
import { listCashRows } from './cash-rows.ts'
import { cashWords as words } from './messages.vi.ts'

type Wish = CashPlace & { readonly format: 'xlsx' | 'pdf' | 'slips' }

/** A stack a person can still carry and sign. */
const mostOnPaper = 1500

/** The list of a place, to be signed by whoever comes («danh sách ký nhận»), or the slips they bring («giấy lĩnh tiền»). */
export async function downloadCashList(ctx: Ctx, { format, ...place }: Wish): Promise<File> {
  const all = await listCashRows(ctx, place)
  const rows = format === 'slips' ? all.filter(({ state }) => state === 'waiting') : all
  if (rows.length === 0) throw problems('cash_place_empty', { month: place.month })
  if (format !== 'xlsx' && rows.length > mostOnPaper)
    throw problems('cash_place_too_large', { limit: mostOnPaper })
  const { name, area } = await nameOfPlace(ctx, place)
  const provider = await getProvider(ctx, place.providerId)
  const about = { name, area, provider: provider.name }
  const bytes =
    format === 'xlsx'
      ? await sheet(ctx, place, rows, about)
      : await paper(ctx, place, rows, { ...about, format })
  const fileName = (format === 'slips' ? words.slipsName : words.fileName)(place.month, name)
  return format === 'xlsx'
    ? new File([bytes], `${fileName}.xlsx`, {
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      })
    : new File([bytes], `${fileName}.pdf`, { type: 'application/pdf' })
}

type About = { readonly name: string; readonly area: string; readonly provider: string }

function openOf(rows: readonly CashRow[]) {
  const open = rows.filter(({ state }) => state === 'waiting')
  return { payees: open.length, amount: dong(open.reduce((sum, { amount }) => sum + amount, 0)) }
}

async function paper(
  ctx: Ctx,
  { month }: CashPlace,
  rows: readonly CashRow[],
  { name, area, provider, format }: About & { format: 'pdf' | 'slips' },
) {
  const { payees, amount } = openOf(rows)
  return makePdf(await readFile(join(import.meta.dirname, 'cash-list.typ'), 'utf8'), {
    words,
    isSlips: format === 'slips',
    title: words.title(month),
    month: words.slipMonth(month),
    unit: area,
    place: words.place(name, provider),
    printed: words.printed(ctx.actor.name, ctx.today),
    total: words.total(payees),
    amount: formatCount(amount),
    inWords: moneyInWords(amount),
    rows: rows.map((row) => ({
      number: String(row.number),
      name: row.name,
      born: row.bornIn === null ? '' : words.born(row.bornIn),
      more: moreOf(row, format),
      numberEnd: row.numberEnd === null ? words.noNumber : words.numberEnd(row.numberEnd),
      amount: formatCount(row.amount),
      carried: row.carried > 0 ? words.carried(formatCount(row.carried)) : '',
      key: keyOf(row),
      qr: encodeQr(slipCodeOf(keyOf(row)), 'svg', { border: 1 }),
      isOpen: row.state === 'waiting',
      state: words.states[row.state],
      day: row.paidAt === null ? '' : formatDay(row.paidAt),
    })),
  })
}

function moreOf({ village, missed, isLastCall, receiver }: CashRow, format: 'pdf' | 'slips') {
  if (format === 'slips') return [village, receiverOf(receiver)].filter(Boolean).join('; ')
  return [village, receiverOf(receiver), missed > 0 && words.missed(missed), isLastCall && words.lastCall]
    .filter(Boolean)
    .join('; ')
}

function receiverOf(receiver: CashRow['receiver']) {
  if (!receiver) return null
  const { role, fullName, numberEnd, until } = receiver
  return words.receiver(words.roles[role], fullName, numberEnd, until)
}

/** What stands in the code: the order still to be paid, and where there is none the first. */
function keyOf({ open, keys }: CashRow) {
  return open[0] ?? keys[0]!
}

function sheet(ctx: Ctx, { month }: CashPlace, rows: readonly CashRow[], { name, area, provider }: About) {
  const { payees, amount } = openOf(rows)
  const widths = [6, 30, 10, 24, 36, 14, 16, 18, 24, 26, 30, 14]
  return writeSheet({
    name: words.sheetName(month),
    letterhead: [
      [words.committee.toLocaleUpperCase('vi-VN'), words.country],
      [area.toLocaleUpperCase('vi-VN'), words.motto],
    ],
    title: [
      words.title(month).toLocaleUpperCase('vi-VN'),
      words.place(name, provider),
      words.printed(ctx.actor.name, ctx.today),
    ],
    columns: words.sheetColumns.map((header, index) => ({
      header,
      width: widths[index]!, // As many widths as columns.
      kind: index === 0 ? 'number' : index === 6 || index === 7 ? 'money' : 'text',
    })),
    rows: rows.map((row) => [
      row.number,
      row.name,
      row.bornIn ?? '',
      row.village ?? '',
      receiverOf(row.receiver) ?? '',
      row.numberEnd ?? words.noNumber,
      row.amount,
      row.carried,
      keyOf(row),
      words.states[row.state],
      '',
      row.paidAt === null ? '' : formatDay(row.paidAt),
    ]),
    totals: [
      [null, words.total(payees), null, null, null, null, amount],
      [null, `${words.inWords} ${moneyInWords(amount)}`],
    ],
    notes: [words.how],
  })
}
