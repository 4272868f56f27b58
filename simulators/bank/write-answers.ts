/** What a bank tells: status reports and statements of ISO 20022, in both generations. */

export type Generation = '2009' | '2019'

export type Status = {
  readonly endToEndId: string
  readonly code: string
  readonly reason?: string | undefined
  readonly amount: number
  readonly reference?: string | undefined
}

export type StatusReport = {
  readonly messageId: string
  readonly createdAt: string
  readonly about: string
  readonly group?: { readonly code: string; readonly reason?: string | undefined } | undefined
  readonly statuses: readonly Status[]
}

/** A payment status report: pain.002.001.03 or .10. */
export function writeStatusReport(generation: Generation, report: StatusReport): string {
  const version = generation === '2009' ? '03' : '10'
  const original = generation === '2009' ? 'pain.001.001.03' : 'pain.001.001.09'
  const why = (reason: string | undefined) =>
    reason === undefined ? '' : `<StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn></StsRsnInf>`
  const group = report.group ? `<GrpSts>${report.group.code}</GrpSts>${why(report.group.reason)}` : ''
  const transactions = report.statuses
    .map(
      ({ endToEndId, code, reason, amount, reference }) =>
        `<TxInfAndSts><OrgnlEndToEndId>${escape(endToEndId)}</OrgnlEndToEndId><TxSts>${code}</TxSts>${why(reason)}${
          reference === undefined ? '' : `<AcctSvcrRef>${escape(reference)}</AcctSvcrRef>`
        }<OrgnlTxRef><Amt><InstdAmt Ccy="VND">${amount}</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>`,
    )
    .join('\n')
  const block =
    transactions === ''
      ? ''
      : `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${escape(report.about)}/1</OrgnlPmtInfId>\n${transactions}\n</OrgnlPmtInfAndSts>\n`
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><CstmrPmtStsRpt>
<GrpHdr><MsgId>${escape(report.messageId)}</MsgId><CreDtTm>${report.createdAt}</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${escape(report.about)}</OrgnlMsgId><OrgnlMsgNmId>${original}</OrgnlMsgNmId>${group}</OrgnlGrpInfAndSts>
${block}</CstmrPmtStsRpt></Document>
`
}

export type Movement = {
  readonly reference: string
  readonly side: 'DBIT' | 'CRDT'
  readonly amount: number
  /** None for money the account’s owner was sent, or where the bank lost it. */
  readonly endToEndId?: string | undefined
  readonly returned?: string | undefined
  readonly creditor?: { readonly name: string; readonly account: string } | undefined
}

export type Statement = {
  readonly messageId: string
  readonly createdAt: string
  readonly day: string
  readonly account: string
  readonly opening: number
  readonly movements: readonly Movement[]
}

/** A statement of the day (camt.053.001.02 or .08), an entry for each movement, or the same as a note (camt.054). */
export function writeStatement(
  kind: 'camt.053' | 'camt.054',
  generation: Generation,
  statement: Statement,
): string {
  const version = generation === '2009' ? '02' : '08'
  const { opening, movements, day } = statement
  const closing = movements.reduce(
    (sum, { side, amount }) => sum + (side === 'CRDT' ? amount : 0 - amount),
    opening,
  )
  const [message, part] =
    kind === 'camt.053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn']
  const balances =
    kind === 'camt.053' ? `${balance('OPBD', opening, day)}\n${balance('CLBD', closing, day)}\n` : ''
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${kind}.001.${version}"><${message}>
<GrpHdr><MsgId>${escape(statement.messageId)}</MsgId><CreDtTm>${statement.createdAt}</CreDtTm></GrpHdr>
<${part}><Id>${escape(statement.messageId)}</Id><CreDtTm>${statement.createdAt}</CreDtTm><Acct><Id><Othr><Id>${escape(statement.account)}</Id></Othr></Id><Ccy>VND</Ccy></Acct>
${balances}${movements.map((movement) => entry(generation, movement, day)).join('\n')}
</${part}></${message}></Document>
`
}

function balance(type: 'OPBD' | 'CLBD', amount: number, day: string) {
  return `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="VND">${Math.abs(amount)}</Amt><CdtDbtInd>${
    amount < 0 ? 'DBIT' : 'CRDT'
  }</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`
}

function entry(generation: Generation, movement: Movement, day: string) {
  const { reference, side, amount, endToEndId, returned, creditor } = movement
  const code = side === 'DBIT' ? 'ICDT' : returned === undefined ? 'RCDT' : 'RRTN'
  const status = generation === '2009' ? 'BOOK' : '<Cd>BOOK</Cd>'
  const name =
    creditor &&
    (generation === '2009' ? name2009(creditor.name) : `<Cdtr><Pty>${nameOf(creditor.name)}</Pty></Cdtr>`)
  const parties = creditor
    ? `<RltdPties>${name}<CdtrAcct><Id><Othr><Id>${escape(creditor.account)}</Id></Othr></Id></CdtrAcct></RltdPties>`
    : ''
  const money = `<Amt Ccy="VND">${amount}</Amt>`
  const own =
    generation === '2009'
      ? `<AmtDtls><TxAmt>${money}</TxAmt></AmtDtls>`
      : `${money}<CdtDbtInd>${side}</CdtDbtInd>`
  const why = returned === undefined ? '' : `<RtrInf><Rsn><Cd>${returned}</Cd></Rsn></RtrInf>`
  return `<Ntry>${money}<CdtDbtInd>${side}</CdtDbtInd><Sts>${status}</Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>${escape(
    reference,
  )}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${code}</Cd><SubFmlyCd>OTHR</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><AcctSvcrRef>${escape(
    reference,
  )}</AcctSvcrRef><EndToEndId>${escape(endToEndId ?? 'NOTPROVIDED')}</EndToEndId></Refs>${own}${parties}${why}</TxDtls></NtryDtls></Ntry>`
}

const nameOf = (name: string) => `<Nm>${escape(name.slice(0, 70))}</Nm>`
const name2009 = (name: string) => `<Cdtr>${nameOf(name)}</Cdtr>`

function escape(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
