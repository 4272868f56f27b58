import { dong } from '#kernel/dong'
import { fieldText } from '../bank-text.ts'
import { localTime, narrativeOf, type Block, type Order, type OrderFile } from './orders.ts'

/**
 * Writes a customer credit transfer (pain.001.001.03 or .09) in pieces, order by order. Everything a reader checks first,
 * the counts and sums, is known before; a file whose orders do not add up to them is never finished.
 */
export async function* writePain001(
  file: OrderFile,
  pages: AsyncIterable<readonly Order[]>,
): AsyncGenerator<string> {
  const { blocks, format, messageId } = file
  const total = sumOf(blocks)
  yield `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${format}">
<CstmrCdtTrfInitn>
<GrpHdr><MsgId>${text(messageId)}</MsgId><CreDtTm>${localTime(file.createdAt)}</CreDtTm><NbOfTxs>${total.orders}</NbOfTxs><CtrlSum>${total.amount}</CtrlSum><InitgPty>${nameOf(file, file.debtor.name)}</InitgPty></GrpHdr>
`
  const narrative = text(fieldText(narrativeOf(file), { isPlain: file.isPlain, most: 70 }))
  let at = -1
  let written = { orders: 0, amount: 0 }
  const isByArea = blocks.length > 1
  for await (const page of pages) {
    let piece = ''
    for (const order of page) {
      if (at < 0 || (isByArea && blocks[at]!.areaId !== order.areaId)) {
        if (at >= 0) piece += closeBlock(blocks[at]!, written)
        at++
        written = { orders: 0, amount: 0 }
        if (!blocks[at] || (isByArea && blocks[at]!.areaId !== order.areaId)) throw outOfPlace(order)
        piece += openBlock(file, blocks[at]!, at + 1)
      }
      written.orders++
      written.amount += order.amount
      piece += transaction(file, order, narrative)
    }
    yield piece
  }
  if (at !== blocks.length - 1) throw new Error(`${blocks.length - 1 - at} blocks of orders are missing`)
  yield `${closeBlock(blocks[at]!, written)}</CstmrCdtTrfInitn>\n</Document>\n`
}

function openBlock(file: OrderFile, { orders, amount }: Block, number: number) {
  const { messageId, format, executeOn, debtor } = file
  const day = format === 'pain.001.001.03' ? executeOn : `<Dt>${executeOn}</Dt>`
  return `<PmtInf><PmtInfId>${text(messageId)}/${number}</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>false</BtchBookg><NbOfTxs>${orders}</NbOfTxs><CtrlSum>${amount}</CtrlSum><PmtTpInf><CtgyPurp><Cd>SSBE</Cd></CtgyPurp></PmtTpInf><ReqdExctnDt>${day}</ReqdExctnDt><Dbtr>${nameOf(file, debtor.name)}</Dbtr><DbtrAcct><Id><Othr><Id>${text(debtor.account)}</Id></Othr></Id><Ccy>VND</Ccy></DbtrAcct><DbtrAgt>${agent(file, debtor.bic, null)}</DbtrAgt><ChrgBr>DEBT</ChrgBr>
`
}

function closeBlock({ orders, amount }: Block, written: { orders: number; amount: number }) {
  if (written.orders !== orders || written.amount !== amount)
    throw new Error(`A block of ${orders} orders, ${amount} đồng, has ${written.orders}, ${written.amount}`)
  return '</PmtInf>\n'
}

function transaction(
  file: OrderFile,
  { endToEndId, amount, bank, bic, payeeName, holder, account }: Order,
  narrative: string,
) {
  if (account === null) throw new Error(`${endToEndId} goes to no account`)
  return `<CdtTrfTxInf><PmtId><InstrId>${text(endToEndId)}</InstrId><EndToEndId>${text(endToEndId)}</EndToEndId></PmtId><Amt><InstdAmt Ccy="VND">${amount}</InstdAmt></Amt><CdtrAgt>${agent(file, bic, bank)}</CdtrAgt><Cdtr>${nameOf(file, holder ?? payeeName)}</Cdtr><CdtrAcct><Id><Othr><Id>${text(account)}</Id></Othr></Id></CdtrAcct><Purp><Cd>SSBE</Cd></Purp><RmtInf><Ustrd>${narrative}</Ustrd></RmtInf></CdtTrfTxInf>
`
}

function agent({ format, isPlain }: OrderFile, bic: string | null, bank: string | null) {
  const tag = format === 'pain.001.001.03' ? 'BIC' : 'BICFI'
  if (bic !== null) return `<FinInstnId><${tag}>${bic}</${tag}></FinInstnId>`
  if (bank !== null)
    return `<FinInstnId><Nm>${text(fieldText(bank, { isPlain, most: 70 }))}</Nm></FinInstnId>`
  return '<FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId>'
}

function nameOf({ isPlain }: OrderFile, name: string) {
  return `<Nm>${text(fieldText(name, { isPlain, most: 70 }))}</Nm>`
}

function sumOf(blocks: readonly Block[]) {
  const orders = blocks.reduce((sum, block) => sum + block.orders, 0)
  return { orders, amount: dong(blocks.reduce((sum, block) => sum + block.amount, 0)) }
}

function outOfPlace({ endToEndId }: Order) {
  return new Error(`${endToEndId} stands in no block of its file`)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as it stands between tags. */
export function text(value: string): string {
  return value.replaceAll(/[&<>"']/g, (sign) => entities[sign]!)
}
