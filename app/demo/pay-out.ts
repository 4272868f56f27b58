import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { newId } from '#kernel/chance'
import { dong, type Dong } from '#kernel/dong'
import {
  approveEnvelope,
  askAllocation,
  checkEnvelope,
  decideAllocation,
  openFund,
  openProvider,
  paymentsJobs,
  prepareEnvelopes,
  Programme,
  programmeOf,
  readResponse,
  reconcileEnvelope,
  sendEnvelope,
} from '#modules/payments'
import type { Ctx } from '#platform/server/context'
import { at, daysLater, type Drawn, handMade, type Paying, workingDaysLater } from './pay-months.ts'

/**
 * Names a bank and a post office for a province and opens the budget lines of a year, unless that was done before; gives what is to be
 * booked on them by a second person.
 */
export async function openPayments(
  ctx: Ctx,
  { runId, month, areaId }: Pick<Drawn, 'runId' | 'month' | 'areaId'>,
): Promise<string[]> {
  const year = Number(month.slice(0, 4))
  const { rows } = await sql<{ code: string }>`select code from payments.provider`.execute(ctx.db())
  if (rows.length === 0) {
    const own = { areaId, isPlain: false, isByArea: false, debtorName: 'Ủy ban nhân dân tỉnh Phú Thọ' }
    await openProvider(ctx, {
      ...own,
      code: 'ngan-hang',
      name: 'Ngân hàng (mô phỏng)',
      kind: 'bank',
      channels: ['account'],
      format: 'pain.001.001.09',
      bic: 'VBAAVNVX',
      debtorAccount: '3713012345678',
    })
    await openProvider(ctx, {
      ...own,
      code: 'buu-dien',
      name: 'Bưu điện (mô phỏng)',
      kind: 'post_office',
      channels: ['cash_point', 'cash_home'],
      format: 'csv',
      bic: null,
      debtorAccount: 'BDPT0001',
    })
  }
  const given = await sql`select from payments.fund where year = ${year}`.execute(ctx.db())
  if (given.rows.length > 0) return []
  const asked: string[] = []
  const budget = await budgetLike(ctx, runId)
  for (const programme of Programme.options) {
    const { id } = await openFund(ctx, {
      areaId,
      year,
      programme,
      source: 'province',
      share: 100,
      code: `${codes[programme]}-${year}`,
    })
    const allocation = await askAllocation(ctx, {
      id,
      direction: 'give',
      amount: budget(programme),
      decision: `01/QĐ-UBND ngày 02/01/${year}`,
      requestId: newId(),
    })
    asked.push(allocation.id)
  }
  return asked
}

/** What the lines of the budget are called: regular assistance, social pension, care, and help in an emergency. */
const codes: Readonly<Record<Programme, string>> = {
  monthly_allowance: 'TGXH-TX',
  social_pension: 'HTXH',
  care: 'CSND',
  one_off: 'TGXH-DX',
}

/** A year like the month of a run and a tenth more, in whole hundreds of millions; what it does not pay yet gets as much as all. */
async function budgetLike(ctx: Ctx, runId: string): Promise<(programme: Programme) => Dong> {
  const { rows } = await sql<{ component: keyof typeof programmeOf; amount: number }>`
    select key as component, amount from payroll.control_total where run_id = ${runId} and dimension = 'component'`.execute(
    ctx.db(),
  )
  const sumOf = (counted: typeof rows) => counted.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0)
  const all = sumOf(rows)
  return (programme) => {
    const monthly = sumOf(rows.filter(({ component }) => programmeOf[component] === programme))
    const yearly = programme === 'one_off' ? all * 0.5 : (monthly || all) * 12 * 1.1
    return dong(Math.max(50, Math.ceil(yearly / 100_000_000)) * 100_000_000)
  }
}

/** Hands out the money of an approved run: envelopes, three people, files, answers, and the reconciliation of every đồng. */
export async function payOut(paying: Paying, drawn: Drawn, requestId: string) {
  const { runId, knownAt } = drawn
  const { db } = paying
  const { accountant, approver, clerk } = paying.staff
  const on = (days: number, hour: string) => workingDaysLater(knownAt, days, hour)
  const asked = await at(db, on(1, '03:00:00'), accountant)((ctx) => openPayments(ctx, drawn))
  for (const id of asked)
    await at(db, on(1, '04:00:00'), approver)((ctx) => decideAllocation(ctx, { id, state: 'approved' }))
  const { ids } = await at(db, on(2, '02:00:00'), clerk)((ctx) => prepareEnvelopes(ctx, { runId, requestId }))
  // Each goes its own way: they share nothing but the budget, which is held for one after the other.
  await Promise.all(ids.map((id) => payEnvelope(paying, drawn, id)))
}

async function payEnvelope(paying: Paying, { knownAt }: Drawn, id: string) {
  const { db } = paying
  const { accountant, approver, clerk } = paying.staff
  const on = (days: number, hour: string) => workingDaysLater(knownAt, days, hour)
  await at(db, on(2, '03:00:00'), accountant)((ctx) => checkEnvelope(ctx, { id }))
  await at(db, on(2, '08:00:00'), approver)((ctx) => approveEnvelope(ctx, { id }))
  const { jobId } = await at(
    db,
    on(3, '02:00:00'),
    clerk,
  )(async (ctx) => {
    const asked = await sendEnvelope(ctx, { id })
    // Nobody else may take this job: it is done here, at its own time.
    await sql`delete from platform.job where id = ${asked.jobId}`.execute(ctx.db())
    return asked
  })
  const given = { ...paying, actor: clerk, knownAt: on(3, '02:05:00'), jobId }
  await paymentsJobs['payments.send']!(handMade(given, { id }))
  await at(db, daysLater(knownAt, 22, '02:00:00'), clerk)((ctx) => answer(ctx, id))
  await at(db, daysLater(knownAt, 31, '02:00:00'), accountant)((ctx) => reconcileEnvelope(ctx, { id }))
}

/** What a provider tells at the end of the month: nearly everybody was paid, a few did not come or had closed their account. */
async function answer(ctx: Ctx, envelopeId: string) {
  const { rows } = await sql<{
    key: string
    amount: number
    number: number
    channel: string
    code: string
    providerId: string
  }>`
    select instruction.end_to_end_id as key, instruction.amount, instruction.number, instruction.channel, envelope.code,
      envelope.provider_id
    from payments.instruction join payments.envelope on envelope.id = instruction.envelope_id
    where envelope.id = ${envelopeId} and instruction.state = 'sent' order by instruction.number`.execute(
    ctx.db(),
  )
  const { code, providerId } = rows[0]!
  const said = rows.map(({ key, amount, number, channel }) => {
    const isCash = channel.startsWith('cash')
    const fails = isCash ? number % 67 === 5 : number % 211 === 7
    const result = !fails ? 'da_chi' : isCash ? 'chua_linh' : 'tra_lai'
    const reason = !fails ? '' : isCash ? 'Không đến lĩnh' : 'AC04'
    return `${key},${result},${amount},${ctx.today},${reason},\r\n`
  })
  const sum = rows.reduce((total, { amount }) => total + amount, 0)
  const text = `TRALOI,TL-${code},${code}\r\nma_lenh,ket_qua,so_tien,ngay,ly_do,ma_tham_chieu\r\n${said.join('')}TONG,${rows.length},${sum}\r\n`
  const bytes = Buffer.from(text)
  await readResponse(ctx, {
    providerId,
    name: `${code}-tra-loi.csv`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    pieces: (async function* () {
      for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536)
    })(),
  })
}
