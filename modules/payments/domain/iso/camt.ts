import type { CivilDate } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { amountOf, dayIn, referenceOf, textOf, type ResponseHead, type ResponseLine } from '../response.ts'
import { NotUnderstood } from './read-xml.ts'

/**
 * Understands an account statement (camt.053.001.02 and .08) or a note of debits and credits (camt.054). Sums are checked as
 * they go: an entry against its details, the balance at the end against the one at the beginning.
 */
export function openCamt(kind: 'camt.053' | 'camt.054', emit: (line: ResponseLine) => void) {
  const message = kind === 'camt.053' ? 'Document/BkToCstmrStmt' : 'Document/BkToCstmrDbtCdtNtfctn'
  const part = `${message}/${kind === 'camt.053' ? 'Stmt' : 'Ntfctn'}`
  const entry = `${part}/Ntry`
  const details = `${entry}/NtryDtls/TxDtls`
  const balance = `${part}/Bal`

  let messageId: string | null = null
  let parts = 0
  let account: string | null = null
  let said: Record<string, string> = {}
  let booked: Record<string, string> = {}
  let money: Record<string, string> = {}
  let currency: string | undefined
  let detailCurrency: string | undefined
  let seen = { details: 0, amount: 0, isWhole: true }
  let held: ResponseLine | undefined
  let movement = 0
  let opening: Dong | null = null
  let closing: Dong | null = null
  let through: CivilDate | null = null

  const isBooked = () => (booked['Sts/Cd'] ?? booked['Sts']) === 'BOOK'

  const endEntry = () => {
    const amount = amountOf(booked['Amt'] ?? '')
    if (amount === null) throw new NotUnderstood('An entry without an amount in whole đồng')
    if (!isBooked()) return
    // An only detail may leave the amount to its entry.
    if (held) emit(seen.details === 1 ? { ...held, amount } : held)
    held = undefined
    if (seen.details === 0) emit(lineOf(booked, {}, amount, currency))
    else if (seen.isWhole && seen.amount !== amount)
      throw new NotUnderstood(`An entry of ${amount} with details of ${seen.amount}`)
    movement += (booked['CdtDbtInd'] === 'CRDT' ? 1 : -1) * amount
  }

  const endDetails = () => {
    seen.details++
    const amount = amountOf(said['Amt'] ?? said['AmtDtls/TxAmt/Amt'] ?? said['AmtDtls/InstdAmt/Amt'] ?? '')
    if (amount === null) seen.isWhole = false
    else seen.amount += amount
    if (!isBooked()) return
    const line = lineOf(booked, said, amount, detailCurrency ?? currency)
    if (amount !== null) return emit(line)
    if (held) emit(held)
    held = line
  }

  const endBalance = () => {
    const amount = amountOf(money['Amt'] ?? '')
    if (amount === null) return
    const signed = dong(money['CdtDbtInd'] === 'DBIT' ? 0 - amount : amount)
    const type = money['Tp/CdOrPrtry/Cd']
    if (type === 'OPBD' || type === 'PRCD') opening ??= signed
    if (type === 'CLBD') {
      closing = signed
      through = dayIn(money['Dt/Dt'] ?? money['Dt/DtTm'] ?? money['Dt'])
    }
  }

  return {
    onOpen(path: string, attributes: Readonly<Record<string, string>>) {
      if (path === part && ++parts > 1) throw new NotUnderstood('More than one statement in a file')
      if (path === entry) {
        booked = {}
        currency = undefined
        seen = { details: 0, amount: 0, isWhole: true }
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
      } else if (path === `${message}/GrpHdr/MsgId`) messageId = textOf(text, 35)
      else if (path === `${part}/Acct/Id/Othr/Id` || path === `${part}/Acct/Id/IBAN`)
        account = textOf(text, 34)
    },
    head(): ResponseHead {
      if (messageId === null || account === null)
        throw new NotUnderstood('A statement names itself and its account')
      if (opening !== null && closing !== null && opening + movement !== closing)
        throw new NotUnderstood(`A balance of ${opening} and entries of ${movement} do not give ${closing}`)
      return { kind, messageId, about: null, account, opening, closing, through, groups: [] }
    },
  }
}

function lineOf(
  booked: Readonly<Record<string, string>>,
  said: Readonly<Record<string, string>>,
  amount: Dong | null,
  currency: string | undefined,
): ResponseLine {
  const endToEndId = referenceOf(said['Refs/EndToEndId'])
  const side = said['CdtDbtInd'] ?? booked['CdtDbtInd']
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
