import type { CivilDate } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { NotUnderstood } from '../not-understood.ts'
import {
  amountOf,
  dayIn,
  netted,
  referenceOf,
  textOf,
  type ResponseHead,
  type ResponseLine,
} from '../response.ts'

/**
 * Understands account statements (camt.053.001.02 and .08) or notes of debits and credits (camt.054). Sums are checked as
 * they go: the balance at the end of a statement against the one at its beginning. An entry that covers several orders and does not come
 * to what they come to, for it is netted or names none of them, is told as a whole. One file may
 * hold several, of several days and accounts: those of other accounts than `ours` are passed over.
 */
export function openCamt(
  kind: 'camt.053' | 'camt.054',
  tell: (line: ResponseLine) => void,
  ours: string | undefined,
) {
  const message = kind === 'camt.053' ? 'Document/BkToCstmrStmt' : 'Document/BkToCstmrDbtCdtNtfctn'
  const part = `${message}/${kind === 'camt.053' ? 'Stmt' : 'Ntfctn'}`
  const entry = `${part}/Ntry`
  const details = `${entry}/NtryDtls/TxDtls`
  const balance = `${part}/Bal`

  let messageId: string | null = null
  let account: string | null = null
  /** The account the file is about: ours, if any statement in it is. */
  let about: string | null = null
  let said: Record<string, string> = {}
  let booked: Record<string, string> = {}
  let money: Record<string, string> = {}
  let currency: string | undefined
  let detailCurrency: string | undefined
  let own: { lines: ResponseLine[]; isOneSided: boolean } = { lines: [], isOneSided: true }
  let movement = 0
  let bounds: { opening: Dong | null; closing: Dong | null } = { opening: null, closing: null }
  let opening: Dong | null = null
  let closing: Dong | null = null
  let through: CivilDate | null = null

  const isOurs = () => ours === undefined || account === ours
  const emit = (line: ResponseLine) => {
    if (account === null) throw new NotUnderstood('unnamed')
    if (isOurs()) tell(line)
  }

  const isBooked = () => (booked['Sts/Cd'] ?? booked['Sts']) === 'BOOK'

  const endEntry = () => {
    const amount = amountOf(booked['Amt'] ?? '')
    if (amount === null) throw new NotUnderstood('no_amount')
    if (!isBooked()) return
    for (const line of linesOf(amount)) emit(line)
    movement += signs[sideOf(booked)] * amount
  }

  /** One for each order it names, or one for all where what they come to is not what was booked. */
  const linesOf = (amount: Dong): readonly ResponseLine[] => {
    const [first, ...more] = own.lines
    const whole = lineOf(booked, {}, amount, currency)
    const outcome = sideOf(booked) === 'DBIT' ? 'paid' : 'returned'
    const together = [{ ...whole, outcome, reason: netted } as const]
    if (!first) return Number(booked['NtryDtls/Btch/NbOfTxs'] ?? 1) > 1 ? together : [whole]
    const isCounted = own.lines.every((line) => line.amount !== null)
    const sum = own.lines.reduce((total, line) => total + (line.amount ?? 0), 0)
    if (!own.isOneSided || (isCounted && sum !== amount)) return together
    // An only detail may leave the amount to its entry.
    return more.length === 0 ? [{ ...first, amount }] : own.lines
  }

  const endDetails = () => {
    if (!isBooked()) return
    const amount = amountOf(said['Amt'] ?? said['AmtDtls/TxAmt/Amt'] ?? said['AmtDtls/InstdAmt/Amt'] ?? '')
    if (said['CdtDbtInd'] !== undefined && sideOf(said) !== sideOf(booked)) own.isOneSided = false
    own.lines.push(lineOf(booked, said, amount, detailCurrency ?? currency))
  }

  const endBalance = () => {
    const amount = amountOf(money['Amt'] ?? '')
    if (amount === null) return
    const signed = dong(0 + signs[sideOf(money)] * amount) // Nothing owed is no −0.
    const type = money['Tp/CdOrPrtry/Cd']
    if (type === 'OPBD' || type === 'PRCD') bounds.opening ??= signed
    if (type !== 'CLBD') return
    bounds.closing = signed
    if (isOurs()) through = dayIn(money['Dt/Dt'] ?? money['Dt/DtTm'] ?? money['Dt'])
  }

  const endStatement = () => {
    if (account === null) throw new NotUnderstood('unnamed')
    if (bounds.opening !== null && bounds.closing !== null && bounds.opening + movement !== bounds.closing)
      throw new NotUnderstood('balance_differs', `${bounds.opening} + ${movement} ≠ ${bounds.closing}`)
    if (about !== ours || ours === undefined) about = account
    if (!isOurs()) return
    opening ??= bounds.opening
    closing = bounds.closing ?? closing
  }

  return {
    onOpen(path: string, attributes: Readonly<Record<string, string>>) {
      if (path === part) {
        account = null
        movement = 0
        bounds = { opening: null, closing: null }
      } else if (path === entry) {
        booked = {}
        currency = undefined
        own = { lines: [], isOneSided: true }
      } else if (path === details) {
        said = {}
        detailCurrency = undefined
      } else if (path === balance) money = {}
      else if (path === `${entry}/Amt`) currency = attributes['Ccy']
      else if (path === `${details}/Amt` || path === `${details}/AmtDtls/TxAmt/Amt`)
        detailCurrency ??= attributes['Ccy']
    },
    onClose(path: string, text: string) {
      if (path === details) endDetails()
      else if (path.startsWith(details)) {
        if (text) said[path.slice(details.length + 1)] ??= text
      } else if (path === entry) endEntry()
      else if (path.startsWith(entry)) {
        if (text) booked[path.slice(entry.length + 1)] ??= text
      } else if (path === balance) endBalance()
      else if (path.startsWith(balance)) {
        if (text) money[path.slice(balance.length + 1)] ??= text
      } else if (path === part) endStatement()
      else if (path === `${message}/GrpHdr/MsgId`) messageId = textOf(text, 35)
      else if (path === `${part}/Acct/Id/Othr/Id` || path === `${part}/Acct/Id/IBAN`)
        account = textOf(text, 34)
    },
    head(): ResponseHead {
      if (messageId === null || about === null) throw new NotUnderstood('unnamed')
      return { kind, messageId, about: null, account: about, opening, closing, through, groups: [] }
    },
  }
}

const signs = { CRDT: 1, DBIT: -1 } as const

/** Whether money comes or goes; what does not say so is neither, for a guess that money came back pays somebody twice. */
function sideOf(fields: Readonly<Record<string, string>>): keyof typeof signs {
  const side = fields['CdtDbtInd']
  if (side !== 'CRDT' && side !== 'DBIT') throw new NotUnderstood('no_side', side)
  return side
}

function lineOf(
  booked: Readonly<Record<string, string>>,
  said: Readonly<Record<string, string>>,
  amount: Dong | null,
  currency: string | undefined,
): ResponseLine {
  const endToEndId = referenceOf(said['Refs/EndToEndId'])
  const side = sideOf(booked)
  const reason = textOf(said['RtrInf/Rsn/Cd'] ?? said['RtrInf/Rsn/Prtry'], 35)
  const isReturn = booked['RvslInd'] === 'true' || reason !== null || endToEndId !== null
  return {
    endToEndId,
    providerRef: referenceOf(said['Refs/AcctSvcrRef'] ?? booked['AcctSvcrRef']),
    outcome: side === 'DBIT' ? 'paid' : isReturn ? 'returned' : 'transferred',
    amount,
    currency: textOf(currency, 3),
    reason,
    account: textOf(said['RltdPties/CdtrAcct/Id/Othr/Id'], 34),
    name: textOf(said['RltdPties/Cdtr/Nm'] ?? said['RltdPties/Cdtr/Pty/Nm']),
    bookedOn: dayIn(booked['BookgDt/Dt'] ?? booked['BookgDt/DtTm']),
  }
}
