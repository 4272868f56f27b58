import sax from 'sax'

export type Order = {
  readonly endToEndId: string
  readonly amount: number
  readonly account: string
  readonly name: string
  readonly bic: string | null
}

export type Orders = {
  readonly messageId: string
  readonly generation: '2009' | '2019'
  readonly debtorAccount: string
  readonly executeOn: string
  readonly orders: readonly Order[]
}

/** Why a bank sends a whole message back, as a code of ISO 20022. */
export class Refused extends Error {
  readonly code: string
  readonly messageId: string | null
  readonly generation: '2009' | '2019'

  constructor(code: string, message: string, messageId: string | null, generation: '2009' | '2019' = '2019') {
    super(message)
    this.code = code
    this.messageId = messageId
    this.generation = generation
  }
}

const namespaces = {
  'urn:iso:std:iso:20022:tech:xsd:pain.001.001.03': '2009',
  'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09': '2019',
} as const

const group = 'Document/CstmrCdtTrfInitn/GrpHdr'
const payment = 'Document/CstmrCdtTrfInitn/PmtInf'
const transfer = `${payment}/CdtTrfTxInf`

/** Reads a credit transfer the way a bank’s gateway does: what must be there is there, and every sum is right. */
export function readOrders(xml: string): Orders {
  const parser = sax.parser(true)
  const path: string[] = []
  let text = ''
  let generation: '2009' | '2019' = '2019'
  let messageId = null as string | null
  let debtorAccount = ''
  let executeOn = ''
  let stated = { count: '', sum: '' }
  let block = { count: '', sum: '' }
  let inBlock: Order[] = []
  let said: Record<string, string> = {}
  const orders: Order[] = []
  const refuse = (code: string, why: string) => new Refused(code, why, messageId, generation)

  parser.onerror = (error) => {
    throw refuse('FF01', error.message)
  }
  parser.ondoctype = () => {
    throw refuse('FF01', 'A document type')
  }
  parser.onopentag = ({ name, attributes }) => {
    path.push(name)
    text = ''
    if (path.length === 1) {
      const known = namespaces[attributes['xmlns'] as keyof typeof namespaces]
      if (!known) throw refuse('FF01', 'No credit transfer')
      generation = known
    }
    const at = path.join('/')
    if (at === payment) {
      block = { count: '', sum: '' }
      inBlock = []
    }
    if (at === transfer) said = {}
    if (at === `${transfer}/Amt/InstdAmt` && attributes['Ccy'] !== 'VND') throw refuse('AM03', 'Only VND')
  }
  parser.ontext = (piece) => {
    text += piece
  }
  parser.onclosetag = () => {
    const at = path.join('/')
    const value = text.trim()
    if (at === `${group}/MsgId`) messageId = value
    else if (at === `${group}/NbOfTxs`) stated.count = value
    else if (at === `${group}/CtrlSum`) stated.sum = value
    else if (at === `${payment}/NbOfTxs`) block.count = value
    else if (at === `${payment}/CtrlSum`) block.sum = value
    else if (at === `${payment}/ReqdExctnDt` || at === `${payment}/ReqdExctnDt/Dt`)
      executeOn = value || executeOn
    else if (at === `${payment}/DbtrAcct/Id/Othr/Id`) {
      if (debtorAccount && debtorAccount !== value) throw refuse('AC02', 'Two accounts to debit')
      debtorAccount = value
    } else if (at === transfer) inBlock.push(orderOf(said, refuse))
    else if (at.startsWith(`${transfer}/`)) said[at.slice(transfer.length + 1)] = value
    else if (at === payment) {
      if (!isSum(block, inBlock)) throw refuse('AM10', 'The sums of a block are not those of its orders')
      orders.push(...inBlock)
    }
    path.pop()
    text = ''
  }
  parser.write(xml).close()
  if (!messageId || messageId.length > 35) throw refuse('FF01', 'No message id')
  if (!isSum(stated, orders)) throw refuse('AM10', 'The sums of the message are not those of its orders')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(executeOn)) throw refuse('DT01', 'No day')
  if (new Set(orders.map(({ endToEndId }) => endToEndId)).size < orders.length)
    throw refuse('AM05', 'One reference twice')
  return { messageId, generation, debtorAccount, executeOn, orders }
}

function orderOf(
  said: Readonly<Record<string, string>>,
  refuse: (code: string, why: string) => Refused,
): Order {
  const amount = said['Amt/InstdAmt'] ?? ''
  const endToEndId = said['PmtId/EndToEndId'] ?? ''
  const account = said['CdtrAcct/Id/Othr/Id'] ?? ''
  const name = said['Cdtr/Nm'] ?? ''
  if (!/^[1-9]\d{0,14}$/.test(amount)) throw refuse('AM12', `The amount ${amount}`)
  if (!endToEndId || endToEndId.length > 35) throw refuse('FF01', 'No reference')
  if (!account || !name || name.length > 140) throw refuse('BE22', `${endToEndId} names no creditor`)
  const bic = said['CdtrAgt/FinInstnId/BIC'] ?? said['CdtrAgt/FinInstnId/BICFI'] ?? null
  return { endToEndId, amount: Number(amount), account, name, bic }
}

function isSum({ count, sum }: { count: string; sum: string }, orders: readonly Order[]) {
  return (
    count === String(orders.length) && sum === String(orders.reduce((total, { amount }) => total + amount, 0))
  )
}
