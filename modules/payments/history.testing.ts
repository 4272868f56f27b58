import { sql } from 'kysely'
import { addSeconds, civilDate, dayOf, type Instant } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { Problem } from '#kernel/problem'
import { approveRun, setChannels, submitRun } from '#modules/payroll'
import { recordDeath, undoDeath } from '#modules/people'
import { draw } from '../payroll/testing.ts'
import { putIntoFolder, takeFromFolder } from '../../simulators/transport.ts'
import * as contract from './contract.ts'
import type { CashListOnDevice, CashPlace, EnvelopeId, HandOut, ProviderId } from './contract.ts'
import { paymentsJobs } from './index.ts'
import { openPayingTown, type PayingTown } from './paying-town.testing.ts'
import { accountant, approver, decideRecovery, presently, staffOf } from './testing.ts'

/** What can happen to the money of a town, in any order. */
export const acts = [
  'approve',
  'send',
  'crash',
  'end_bank_day',
  'read_in_any_order',
  'read_again',
  'hand_out',
  'hand_out_twice',
  'close_place',
  'die',
  'live_after_all',
  'give_up',
  'decide_recovery',
  'settle_line',
  'reissue',
  'change_way',
  'ask_back',
  'give_back',
  'next_month',
] as const
export type Step = { readonly act: (typeof acts)[number]; readonly pick: number }

/** Refusals a step may meet because of what came before it; anything else is a mistake. */
const allowed =
  /envelope_moved_on|refund_moved_on|refund_disputed|nothing_to_|cash_place_empty|cash_lists_out|already_in_envelopes|withholding_changed|recovery_moved_on|line_settled|instruction_does_not_fit|run_moved_on|envelope_open|funds_short/

export type History = {
  readonly town: PayingTown
  readonly trap: { stage: string | undefined }
  month: string
  now: Instant
  read: Set<string>
  lists: CashListOnDevice[]
}

/** Of nine people six have an account, each of another fate: simulators/bank/README.md. */
export async function begin(): Promise<History> {
  const trap: History['trap'] = { stage: undefined }
  const kinds = Object.fromEntries(
    Object.entries(paymentsJobs).map(([kind, run]) => [
      kind,
      ((job) =>
        run({
          ...job,
          progress: async (done, total, stage) => {
            await job.progress(done, total, stage)
            if (stage !== undefined && stage === trap.stage) throw new Error('The process died here')
          },
        })) satisfies typeof run,
    ]),
  )
  const fates = ['0001', '9901', '9902', '9906', '9907', '9908']
  let next = 0
  const town = await openPayingTown({
    people: 9,
    kinds,
    accountOf: () => `26002000${fates[next++ % fates.length]}`,
  })
  return { town, trap, month: '2026-11', now: presently, read: new Set(), lists: [] }
}

export async function take(history: History, step: Step) {
  try {
    await doIt(history, step)
  } catch (error) {
    const code =
      error instanceof Problem || (error as { code?: unknown }).code ? String((error as Problem).code) : ''
    if (!allowed.test(code)) throw error
  }
}

async function doIt(history: History, { act, pick }: Step): Promise<unknown> {
  const { town } = history
  const staff = staffOf(town.own, history.now)
  const { clerk, accountant: checker, approver: boss } = staff
  const one = <Thing>(things: readonly Thing[]): Thing | undefined =>
    things[pick % Math.max(1, things.length)]
  const envelopes = await clerk(contract.listEnvelopes, {})
  const inState = (...states: string[]) => one(envelopes.filter(({ state }) => states.includes(state)))
  switch (act) {
    case 'approve': {
      const envelope = inState('draft', 'checked')
      if (!envelope) return
      if (envelope.state === 'draft') await checker(contract.checkEnvelope, { id: envelope.id })
      return boss(contract.approveEnvelope, { id: envelope.id })
    }
    case 'send':
      return send(history, inState('approved', 'sending')?.id)
    case 'crash': {
      history.trap.stage = ['write', 'deliver', 'book', 'read'][pick % 4]
      const id = inState('approved')?.id
      const providerId = town.bank as ProviderId
      if (id) await clerk(contract.sendEnvelope, { id })
      else await clerk(contract.fetchResponses, { id: providerId })
      return runThrough(history)
    }
    case 'end_bank_day':
      takeFromFolder(town.bankBooks, `${town.home}/orders`)
      return town.bankBooks.closeDay()
    case 'read_in_any_order': {
      const unread = town.bankBooks.listAnswers().filter((name) => !history.read.has(name))
      return readAnswer(history, one(unread))
    }
    case 'read_again':
      return readAnswer(history, one(town.bankBooks.listAnswers()))
    case 'hand_out':
    case 'hand_out_twice':
      return handOut(history, pick, act === 'hand_out_twice')
    case 'close_place':
      return closePlaces(history)
    case 'die': {
      const personId = one(town.people)!
      await town.own
        .request(
          (ctx) => recordDeath(ctx, { personId, diedOn: civilDate('2026-10-08'), source: 'test' } as never),
          { now: history.now },
        )
        .catch((error: Problem) => {
          if (error.code !== 'people.already_dead' && !/dead|died/.test(String(error.code))) throw error
        })
      return town.own.deliver()
    }
    case 'live_after_all': {
      const wish = { personId: one(town.people)!, formerHeadBecomes: 'chủ hộ cũ', source: 'test' }
      await town.own
        .request((ctx) => undoDeath(ctx, wish as never), { now: history.now })
        .catch((error: Problem) => {
          if (error.code !== 'people.not_dead') throw error
        })
      return town.own.deliver()
    }
    case 'give_up': {
      const envelope = inState('draft', 'checked', 'approved')
      if (!envelope) return
      await clerk(contract.cancelEnvelope, { id: envelope.id })
      return (
        envelope.runId !== null &&
        clerk(contract.prepareEnvelopes, { runId: envelope.runId, requestId: crypto.randomUUID() })
      )
    }
    case 'decide_recovery': {
      const recovery = one((await checker(contract.listRecoveries, {})).rows)
      if (!recovery) return
      const decision = `${pick}/QĐ-UBND`
      if (recovery.state === 'proposed')
        return decideRecovery(staff, recovery.id, {
          kind: 'plan',
          plan: pick % 2 ? 'offset' : 'instalments',
          decision,
        })
      if (pick % 3 === 0) return decideRecovery(staff, recovery.id, { kind: 'give_up', decision })
      const amount = dong(Math.max(1, Math.floor(recovery.open / 2)))
      return (
        recovery.open > 0 &&
        checker(contract.repayRecovery, {
          id: recovery.id,
          amount,
          receipt: `PT-${pick}`,
          paidOn: dayOf(history.now),
        })
      )
    }
    case 'settle_line':
      return settleLine(history, pick)
    case 'reissue': {
      const id = inState('sent', 'reconciled')?.id
      return id && clerk(contract.reissueEnvelope, { id, requestId: crypto.randomUUID() })
    }
    case 'change_way':
      return changeWay(history, pick)
    case 'ask_back':
      return askBack(history, pick)
    case 'give_back':
      return giveBack(history, pick)
    case 'next_month':
      return nextMonth(history)
  }
}

async function send(history: History, id: EnvelopeId | undefined) {
  if (!id) return
  await staffOf(history.town.own, history.now).clerk(contract.sendEnvelope, { id })
  await runThrough(history)
}

/** Runs what is due; where the process dies on the way, its lease has run out and the next worker takes the work up. */
async function runThrough(history: History) {
  const { own } = history.town
  try {
    await own.runJobs()
  } catch (error) {
    if (!String(error).includes('died here')) throw error
  }
  history.trap.stage = undefined
  await own.request((ctx) =>
    sql`update platform.job set state = 'waiting', due_at = now(), leased_until = null, tries = 0
      where state in ('running', 'waiting')`.execute(ctx.db()),
  )
  await own.runJobs()
}

async function readAnswer(history: History, name: string | undefined) {
  if (name === undefined) return
  history.read.add(name)
  await history.town.staff.accountant(contract.receiveResponse, {
    providerId: history.town.bank as ProviderId,
    file: new File([history.town.bankBooks.readAnswer(name)!], name),
  })
  await runThrough(history)
}

/** Two clerks carry lists; one of them may pay whom the other has paid, or say the same twice. */
async function handOut(history: History, pick: number, isTwice: boolean) {
  const { clerk } = staffOf(history.town.own, history.now)
  const place = (await clerk(contract.listCashPlaces, {})).places[0]?.place
  if (!place) return
  if (history.lists.length < 2 || pick % 5 === 0)
    history.lists.push(
      await clerk(contract.takeCashList, { place, requestId: crypto.randomUUID(), device: 'Android' }),
    )
  const list = history.lists[pick % history.lists.length]!
  const rows = list.rows.filter(({ state }) => state === 'waiting')
  const row = rows[pick % Math.max(1, rows.length)]
  if (!row) return
  const isPaid = pick % 4 !== 0
  const record: HandOut = {
    id: crypto.randomUUID(),
    payeeId: row.payeeId,
    keys: row.open,
    outcome: isPaid ? 'paid' : 'absent',
    reason: isPaid ? null : 'not_come',
    amount: row.amount,
    happenedAt: history.now,
  }
  const handOuts = isTwice ? [record, { ...record, id: crypto.randomUUID() }] : [record]
  await clerk(contract.sendHandOuts, { id: list.id, handOuts })
  if (isTwice) await clerk(contract.sendHandOuts, { id: list.id, handOuts: handOuts.toReversed() })
}

async function closePlaces(history: History) {
  const { clerk, accountant: checker } = staffOf(history.town.own, history.now)
  for (const { place, lists } of await placesOf(history)) {
    for (const { id, state } of lists) if (state === 'out') await checker(contract.recallCashList, { id })
    await clerk(contract.closeCashPlace, place)
  }
}

async function placesOf(history: History) {
  const { clerk } = staffOf(history.town.own, history.now)
  const { months } = await clerk(contract.listCashPlaces, {})
  const all = await Promise.all(months.map((month) => clerk(contract.listCashPlaces, { month })))
  return all.flatMap(({ places }) => places) satisfies { place: CashPlace }[]
}

async function settleLine(history: History, pick: number) {
  const { accountant: checker } = staffOf(history.town.own, history.now)
  const { rows } = await checker(contract.listOpenLines, {})
  const line = rows[pick % Math.max(1, rows.length)]
  if (!line) return false
  const at = { id: line.responseId, number: line.number }
  const [candidate] = pick % 2 ? await checker(contract.listLineCandidates, at) : []
  if (candidate)
    await checker(contract.matchLine, { ...at, instructionId: candidate.id, note: 'Theo sao kê' })
  else await checker(contract.setLineAside, { ...at, note: 'Đã xác minh' })
  return true
}

/** From an account to the counter or back, so that what is tried again goes through another provider. */
async function changeWay({ town, now }: History, pick: number) {
  const personId = town.people[pick % town.people.length]!
  const fates = ['0001', '9902', '9906']
  await town.own.request(
    (ctx) =>
      setChannels(ctx, [
        {
          personId,
          channel:
            pick % 2
              ? { method: 'account', bank: 'Agribank', account: `26003000${fates[pick % 3]}` }
              : { method: 'cash', payPointId: town.payPointId },
        },
      ]),
    { now },
  )
}

async function askBack({ town, now }: History, pick: number) {
  const { clerk } = staffOf(town.own, now)
  const { lying } = await clerk(contract.listRefunds, {})
  const own = lying[pick % Math.max(1, lying.length)]
  if (!own) return
  const id = { providerId: own.provider.id as ProviderId, requestId: crypto.randomUUID() }
  await clerk(contract.askForRefund, {
    ...id,
    reasons: [own.reason],
    amount: own.amount,
    paper: `CV ${pick}`,
  })
}

/** Some are given up, the others approved; the bank tells of them by its statement, the post office by a receipt. */
async function giveBack({ town, now }: History, pick: number) {
  const { clerk, accountant: checker, approver: boss } = staffOf(town.own, now)
  const { refunds } = await clerk(contract.listRefunds, {})
  const refund = refunds.filter(({ state }) => state === 'asked')[0]
  if (!refund) return
  const { id, code: reference, amount } = refund
  if (pick % 4 === 0) return clerk(contract.withdrawRefund, { id, because: 'Chi lại' })
  await boss(contract.approveRefund, { id })
  if (refund.provider.id === town.bank)
    return void town.bankBooks.other!('POST', '/refunds/', Buffer.from(JSON.stringify({ reference, amount })))
  return checker(contract.confirmRefund, { id, amount, receipt: `BD ${reference}`, returnedOn: dayOf(now) })
}

async function nextMonth(history: History) {
  const { town } = history
  const [year, number] = history.month.split('-').map(Number) as [number, number]
  if (number === 12) return // A budget of another year is not what this is about.
  const now = addSeconds(history.now, 21 * 86_400)
  const month = `${year}-${String(number + 1).padStart(2, '0')}`
  const { id: runId } = await draw(town.own, month, town.commune, now)
  Object.assign(history, { month, now })
  await town.own.request((ctx) => submitRun(ctx, { id: runId }), { actor: accountant, now })
  await town.own.request((ctx) => approveRun(ctx, { id: runId }), { actor: approver, now })
  await town.own.deliver()
  await staffOf(town.own, now).clerk(contract.prepareEnvelopes, { runId, requestId: crypto.randomUUID() })
}

/** Everything that can be sent is sent, every answer is read, every place closed, and paper says what nobody else said. */
export async function bringToAnEnd(history: History) {
  const { town } = history
  const staff = staffOf(town.own, history.now)
  const { clerk, accountant: checker, approver: boss } = staff
  for (let round = 0; round < 3; round++) {
    for (const { id, state } of await clerk(contract.listEnvelopes, {})) {
      if (state === 'draft') await checker(contract.checkEnvelope, { id })
      if (state === 'draft' || state === 'checked')
        await boss(contract.approveEnvelope, { id }).catch((error: Problem) => {
          if (!allowed.test(error.code)) throw error
          return clerk(contract.cancelEnvelope, { id })
        })
    }
    for (const { id, state } of await clerk(contract.listEnvelopes, { state: 'approved' }))
      if (state === 'approved')
        await send(history, id).catch((error: Problem) => {
          if (!allowed.test(error.code)) throw error
          return clerk(contract.cancelEnvelope, { id })
        })
    for (const { id } of await clerk(contract.listEnvelopes, { state: 'sending' })) await send(history, id)
  }
  for (let day = 0; day < 3; day++) {
    takeFromFolder(town.bankBooks, `${town.home}/orders`)
    town.bankBooks.closeDay()
  }
  putIntoFolder(town.bankBooks, `${town.home}/answers`)
  await clerk(contract.fetchResponses, { id: town.bank as ProviderId })
  await runThrough(history)
  await closePlaces(history)
  // The bank’s clock goes its own way: what it gave back on a day that cannot be, its paper says.
  for (const { id, code, amount, state } of (await clerk(contract.listRefunds, {})).refunds)
    if (state === 'approved')
      await checker(contract.confirmRefund, {
        id,
        amount,
        receipt: `BC ${code}`,
        returnedOn: dayOf(history.now),
      })
  for (let left = 0; left < 500 && (await settleLine(history, 1)); left++);
}
