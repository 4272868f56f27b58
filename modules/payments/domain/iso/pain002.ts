import {
  amountOf,
  dayIn,
  referenceOf,
  textOf,
  type GroupVerdict,
  type ResponseHead,
  type ResponseLine,
} from '../response.ts'
import type { Outcome } from '../instruction-state.ts'
import { NotUnderstood } from '../not-understood.ts'

const report = 'Document/CstmrPmtStsRpt'
const payment = `${report}/OrgnlPmtInfAndSts`
const transaction = `${payment}/TxInfAndSts`

/** What the codes of a status report mean for money; every other code says only that the order is on its way. */
const outcomes: Readonly<Record<string, Outcome>> = {
  RJCT: 'rejected',
  ACSC: 'paid',
  ACCC: 'paid',
  CANC: 'recalled',
}

/** A second copy that a bank refuses says nothing of the first. */
const duplicates: ReadonlySet<string> = new Set(['AM05', 'DU01', 'DU02', 'DU03', 'DUPL'])

/** Understands a payment status report (pain.002.001.03 and .10), element by element. */
export function openPain002(emit: (line: ResponseLine) => void) {
  let messageId: string | null = null
  let about: string | null = null
  let status = ''
  let reason: string | null = null
  let block:
    { number: number | null; status: string; reason: string | null; transactions: number } | undefined
  let current: Record<string, string> = {}
  let currency: string | undefined
  const groups: GroupVerdict[] = []

  const judge = (code: string, why: string | null, number: number | null) => {
    if (!code || about === null) return
    const isRejected = code === 'RJCT' && !(why !== null && duplicates.has(why))
    groups.push({ messageId: about, block: number, isRejected, reason: why })
  }

  return {
    onOpen(path: string, attributes: Readonly<Record<string, string>>) {
      if (path === payment) block = { number: null, status: '', reason: null, transactions: 0 }
      if (path === transaction) current = {}
      if (path === `${transaction}/OrgnlTxRef/Amt/InstdAmt`) currency = attributes['Ccy']
    },
    onClose(path: string, text: string) {
      switch (path) {
        case `${report}/GrpHdr/MsgId`:
          messageId = textOf(text, 35)
          break
        case `${report}/OrgnlGrpInfAndSts/OrgnlMsgId`:
          about = textOf(text, 35)
          break
        case `${report}/OrgnlGrpInfAndSts/GrpSts`:
          status = text
          break
        case `${report}/OrgnlGrpInfAndSts/StsRsnInf/Rsn/Cd`:
        case `${report}/OrgnlGrpInfAndSts/StsRsnInf/Rsn/Prtry`:
          reason ??= textOf(text, 35)
          break
        case `${payment}/OrgnlPmtInfId`:
          if (block) block.number = numberIn(text)
          break
        case `${payment}/PmtInfSts`:
          if (block) block.status = text
          break
        case `${payment}/StsRsnInf/Rsn/Cd`:
        case `${payment}/StsRsnInf/Rsn/Prtry`:
          if (block) block.reason ??= textOf(text, 35)
          break
        case payment:
          // Single orders speak for themselves; a verdict over all of them only counts where none is named.
          if (block && block.transactions === 0 && block.number !== null)
            judge(block.status, block.reason, block.number)
          break
        case transaction:
          if (block) block.transactions++
          emit(lineOf(current, currency))
          currency = undefined
          break
        default:
          if (path.startsWith(`${transaction}/`)) current[path.slice(transaction.length + 1)] ??= text
      }
    },
    head(): ResponseHead {
      if (messageId === null || about === null) throw new NotUnderstood('unnamed')
      if (groups.length === 0) judge(status, reason, null)
      return {
        kind: 'pain.002',
        messageId,
        about,
        account: null,
        opening: null,
        closing: null,
        through: null,
        groups,
      }
    },
  }
}

function lineOf(said: Readonly<Record<string, string>>, currency: string | undefined): ResponseLine {
  const code = said['TxSts'] ?? ''
  const why = textOf(said['StsRsnInf/Rsn/Cd'] ?? said['StsRsnInf/Rsn/Prtry'], 35)
  const isCopy = code === 'RJCT' && why !== null && duplicates.has(why)
  return {
    endToEndId: referenceOf(said['OrgnlEndToEndId']),
    providerRef: referenceOf(said['AcctSvcrRef']),
    outcome: isCopy ? 'other' : (outcomes[code] ?? 'accepted'),
    amount: amountOf(said['OrgnlTxRef/Amt/InstdAmt'] ?? ''),
    currency: textOf(currency, 3),
    reason: why,
    account: textOf(said['OrgnlTxRef/CdtrAcct/Id/Othr/Id'], 34),
    name: textOf(said['OrgnlTxRef/Cdtr/Nm'] ?? said['OrgnlTxRef/Cdtr/Pty/Nm']),
    bookedOn: dayIn(said['AccptncDtTm']),
  }
}

/** The number of a block in `DC-26-0001/2`. */
function numberIn(id: string): number | null {
  const match = /\/(\d{1,6})$/.exec(id)
  return match ? Number(match[1]) : null
}
