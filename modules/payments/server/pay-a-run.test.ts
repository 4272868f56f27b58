import { sql } from 'kysely'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { closeRun, returnRun } from '#modules/payroll'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import * as contract from '../contract.ts'
import type { EnvelopeId } from '../contract.ts'
import { keyWithin } from '../db/instructions.ts'
import { keyInCode, slipCodeOf } from '../domain/hand-out.ts'
import { faultsOf, haveSchemas } from '../domain/iso/schemas.testing.ts'
import { accountant, approver, clientOf, givenApprovedRun, presently, staffOf } from '../testing.ts'
import { paymentsJobs } from '../index.ts'

let own: OwnDatabase
let town: Awaited<ReturnType<typeof givenApprovedRun>>
let staff: ReturnType<typeof staffOf>
let outbox: string
const ids: EnvelopeId[] = []

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: paymentsJobs })
  outbox = await mkdtemp(join(tmpdir(), 'ansinh-bank-'))
  town = await givenApprovedRun(own, {
    delivery: { by: 'folder', outbox, inbox: outbox },
    money: 6_000_000,
  })
  staff = staffOf(own)
})
afterAll(async () => {
  await own.drop()
  await rm(outbox, { recursive: true })
})

describe('from an approved list to a file at the bank', () => {
  test('each provider gets an envelope with a sum of its own, each payee one instruction', async () => {
    const requestId = crypto.randomUUID()
    const made = await staff.clerk(contract.prepareEnvelopes, { runId: town.runId, requestId })
    expect(await staff.clerk(contract.prepareEnvelopes, { runId: town.runId, requestId })).toEqual(made)
    ids.push(...made.ids)
    const envelopes = await staff.clerk(contract.listEnvelopes, {})
    expect(
      envelopes.map(({ provider, instructions, amount, state }) => [
        provider.kind,
        instructions,
        amount,
        state,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['bank', 6, 6 * 810_000, 'draft'],
        ['post_office', 3, 3 * 810_000, 'draft'],
      ]),
    )
    await expect(
      staff.clerk(contract.prepareEnvelopes, { runId: town.runId, requestId: crypto.randomUUID() }),
    ).rejects.toThrow('payments.already_in_envelopes')
  })

  test('three people let it go: whoever prepared cannot check, whoever checked cannot approve', async () => {
    const bank = await idOf('bank')
    const all = staffOf(own)
    await expect(all.approver(contract.approveEnvelope, { id: bank })).rejects.toThrow(
      'payments.envelope_moved_on',
    )
    await staff.accountant(contract.checkEnvelope, { id: bank })
    await expect(
      own.request((ctx) =>
        sql`update payments.envelope set state = 'approved', approved_by = checked_by where id = ${bank}`.execute(
          ctx.db(),
        ),
      ),
    ).rejects.toThrow('envelope_approved_by_third')
    await expect(staff.clerk(contract.sendEnvelope, { id: bank })).rejects.toThrow(
      'payments.envelope_moved_on',
    )
    await staff.approver(contract.approveEnvelope, { id: bank })
    expect(await staff.clerk(contract.getEnvelope, { id: bank })).toMatchObject({
      state: 'approved',
      checked: { by: { name: accountant.name } },
      approved: { by: { name: approver.name } },
    })
  })

  test('once money of it is on its way, a list can be neither returned nor closed as paid elsewhere', async () => {
    const run = { id: town.runId }
    await expect(
      own.request((ctx) => returnRun(ctx, { ...run, reason: 'Xem lại danh sách' })),
    ).rejects.toThrow('payroll.run_moved_on')
    await expect(own.request((ctx) => closeRun(ctx, run))).rejects.toThrow('payroll.run_moved_on')
  })

  test('the budget is held, and refuses what is more than is left', async () => {
    const [fund] = (await staff.accountant(contract.listFunds, { year: 2026 })).filter(
      ({ blocked }) => blocked > 0,
    )
    expect(fund).toMatchObject({ allocated: 6_000_000, blocked: 4_860_000, available: 1_140_000, spent: 0 })
    const post = await idOf('post_office')
    await staff.accountant(contract.checkEnvelope, { id: post })
    await expect(staff.approver(contract.approveEnvelope, { id: post })).rejects.toThrow(
      'payments.funds_short',
    )
    const decision = '02/QĐ-UBND'
    const given = { id: fund!.id, amount: 5_000_000, decision, requestId: crypto.randomUUID() } as never
    const asked = await staff.accountant(contract.askAllocation, given)
    await staff.approver(contract.decideAllocation, { ...asked, state: 'approved' })
    await staff.approver(contract.approveEnvelope, { id: post })
  })

  test('whoever pays out reads what was booked for whom, and not for which programme', async () => {
    const { userId, name } = accountant
    const told = clientOf(own, { userId, name, can: ['payments.read', 'people.read'] })
    const held = { kind: 'envelope_approved', envelopeId: await idOf('bank') } as const
    const { rows } = await staff.clerk(contract.listEntries, { ...held, page: 1 })
    const entry = { id: rows[0]!.entryId, page: 1 }
    const [seen, paying] = [await told(contract.getEntry, entry), await staff.clerk(contract.getEntry, entry)]
    expect(seen.sums.some(({ programme }) => programme !== null)).toBe(true)
    expect(new Set(paying.sums.map(({ programme }) => programme))).toEqual(new Set([null]))
    const total = (sums: typeof seen.sums) => sums.reduce((sum, { debit }) => sum + debit, 0)
    expect(total(paying.sums)).toBe(total(seen.sums))
    expect(paying.people).toEqual(seen.people)
    // Nor by the budget line their money is of.
    const { personId, fundId } = (
      await own.request((ctx) =>
        sql<{ personId: string; fundId: string }>`
          select (select person_id from payments.posting where person_id is not null limit 1) as person_id,
            (select id from payments.fund limit 1) as fund_id`.execute(ctx.db()),
      )
    ).rows[0]!
    const ask = { personId, fundId, page: 1 } as never
    expect(await staff.clerk(contract.listEntries, ask)).toMatchObject({ rows: [], total: 0, debit: 0 })
  })

  test('it is sent once: asked twice, the folder of the bank has one file and the books one transfer', async () => {
    const bank = await idOf('bank')
    await expect(
      staff.clerk(contract.sendEnvelope, { id: bank, executeOn: civilDate('2026-12-01') }),
    ).rejects.toThrow('payments.day_too_late')
    await staff.clerk(contract.sendEnvelope, { id: bank })
    await staff.clerk(contract.sendEnvelope, { id: bank })
    await own.runJobs()
    const sent = await staff.clerk(contract.getEnvelope, { id: bank })
    expect(sent).toMatchObject({
      state: 'sent',
      executeOn: '2026-11-23',
      states: [{ state: 'sent', instructions: 6, amount: 4_860_000 }],
      identity: { transferred: 4_860_000, carriedIn: 0, paid: 0, carriedOut: 4_860_000, returned: 0 },
    })
    await expect(staff.clerk(contract.sendEnvelope, { id: bank })).rejects.toThrow(
      'payments.envelope_moved_on',
    )
    const file = await readFile(join(outbox, `${sent.code}.xml`), 'utf8')
    expect(file).toContain('<NbOfTxs>6</NbOfTxs><CtrlSum>4860000</CtrlSum>')
    const faults = haveSchemas ? await faultsOf('pain.001.001.09', file) : []
    expect(faults).toEqual([])
    const again = await staff.clerk(contract.downloadOrderFile, { id: bank })
    expect(await again.text()).toBe(file)
  })

  test('a provider that has noted the receipt is not sent a second copy', async () => {
    const post = await idOf('post_office')
    await staff.clerk(contract.sendEnvelope, { id: post })
    await own.runJobs()
    const { code, fileSha256 } = await staff.clerk(contract.getEnvelope, { id: post })
    const path = join(outbox, `${code}.csv`)
    const lines = (await readFile(path, 'utf8')).trim().split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines.at(-1)).toBe(`TONG,${code},3,,,,,2430000`)
    await rm(path)
    await writeFile(`${path}.received`, `${fileSha256}\n`)
    await own.request((ctx) =>
      sql`update payments.envelope set state = 'sending' where id = ${post}`.execute(ctx.db()),
    )
    await staff.clerk(contract.sendEnvelope, { id: post })
    await expect(own.runJobs()).rejects.toThrow('was booked as sent before')
    await expect(readFile(path)).rejects.toThrow('ENOENT')
  })

  test('debit and credit of the whole ledger are equal', async () => {
    const balance = await staff.accountant(contract.getTrialBalance, {})
    expect(balance.debit).toBe(balance.credit)
    expect(
      Object.fromEntries(balance.accounts.map(({ account, debit, credit }) => [account, debit - credit])),
    ).toEqual({
      appropriation: -29_000_000,
      budget_available: 29_000_000 - 7_290_000,
      budget_blocked: 0,
      budget_spent: 7_290_000,
      treasury: -7_290_000,
      at_provider: 7_290_000,
      expense: 7_290_000,
      payable: -7_290_000,
    })
    const { rows } = await staff.accountant(contract.listEntries, { personId: town.people[0]! })
    expect(rows).toMatchObject([{ kind: 'envelope_approved', account: 'payable', credit: 810_000 }])
  })
})

test('the key of an order has six figures, and more where an envelope has a million orders', async () => {
  const { rows } = await own.request((ctx) =>
    sql<{ key: string }>`select ${keyWithin('DC-26-0001')} as key
      from unnest(array[1, 999999, 1000000, 43435000]) as row (number) order by number`.execute(ctx.db()),
  )
  const keys = rows.map(({ key }) => key)
  expect(keys).toEqual([
    'DC-26-0001-000001',
    'DC-26-0001-999999',
    'DC-26-0001-1000000',
    'DC-26-0001-43435000',
  ])
  // What a file may hold, and a clerk’s phone reads from a slip.
  for (const key of keys) {
    expect(key.length).toBeLessThanOrEqual(35)
    expect(keyInCode(slipCodeOf(key))).toBe(key)
  }
})

describe('the database itself', () => {
  const post = (kind: string, postings: readonly (readonly [string, number, number])[]) =>
    own.request(async (ctx) => {
      const { rows } = await sql<{ id: number }>`
        insert into payments.entry (kind, cause, booked_on, recorded_at, by_user, by_name)
        values (${kind}, ${crypto.randomUUID()}, '2026-11-23', ${presently}, ${accountant.userId}, 'x') returning id`.execute(
        ctx.db(),
      )
      for (const [account, amount, area] of postings)
        await sql`insert into payments.posting (entry_id, account, amount, area_id)
          values (${rows[0]!.id}, ${account}, ${amount}, ${area})`.execute(ctx.db())
      return rows[0]!.id
    })

  test('refuses an entry that does not balance, in all or in a unit, or that posts nothing', async () => {
    await expect(post('paid', [['payable', 5, town.commune]])).rejects.toThrow('out of balance by 5')
    await expect(
      post('paid', [
        ['payable', 5, town.commune],
        ['at_provider', -5, 0],
      ]),
    ).rejects.toThrow('out of balance')
    await expect(post('paid', [])).rejects.toThrow('posts nothing')
  })

  test('takes no posting after its entry, and changes and removes none', async () => {
    const whole: [string, number, number][] = [
      ['payable', 5, town.commune],
      ['at_provider', -5, town.commune],
    ]
    const id = await post('paid', whole)
    const late = (text: ReturnType<typeof sql>) => own.request((ctx) => text.execute(ctx.db()))
    await expect(
      late(
        sql`insert into payments.posting (entry_id, account, amount, area_id) values (${id}, 'payable', 1, ${town.commune})`,
      ),
    ).rejects.toThrow('never later')
    await expect(late(sql`update payments.posting set amount = 1`)).rejects.toThrow('append-only')
    await expect(late(sql`delete from payments.posting`)).rejects.toThrow('append-only')
    await expect(late(sql`update payments.entry set note = 'x'`)).rejects.toThrow('append-only')
    await expect(late(sql`delete from payments.entry`)).rejects.toThrow('append-only')
  })

  test('lets an instruction go only where it may, and never another way for its money', async () => {
    const change = (what: ReturnType<typeof sql>) =>
      own.request((ctx) => sql`update payments.instruction set ${what} where number = 1`.execute(ctx.db()))
    await expect(change(sql`state = 'ready', ended_on = null`)).rejects.toThrow(
      'does not go from sent to ready',
    )
    await expect(change(sql`amount = amount + 1`)).rejects.toThrow('does not go')
    await expect(change(sql`account = '1'`)).rejects.toThrow('does not go')
    await expect(
      own.request((ctx) => sql`delete from payments.instruction`.execute(ctx.db())),
    ).rejects.toThrow('append-only')
  })

  test('shows all rows to whoever acts for the country, its own to a commune, and none to another or to nobody', async () => {
    const seenFrom = (areaId: number | null) =>
      own.request(
        async (ctx) => {
          if (areaId === null) await sql`set local ansinh.area = ''`.execute(ctx.db())
          const { rows } = await sql<{ table: string; rows: number }>`
            select 'envelope' as table, count(*)::int as rows from payments.envelope
            union all select 'area', count(*)::int from payments.envelope_area
            union all select 'state', count(*)::int from payments.envelope_state
            union all select 'instruction', count(*)::int from payments.instruction
            union all select 'item', count(*)::int from payments.item
            union all select 'posting', count(*)::int from payments.posting`.execute(ctx.db())
          return Object.fromEntries(rows.map((row) => [row.table, row.rows]))
        },
        { actor: { areaId: areaId ?? 0, areaIds: areaId ? [areaId] : [] } },
      )
    const nothing = { envelope: 0, area: 0, state: 0, instruction: 0, item: 0, posting: 0 }
    const whole = await seenFrom(0)
    for (const rows of Object.values(whole)) expect(rows).toBeGreaterThan(0)
    expect(await seenFrom(town.commune)).toEqual(whole)
    const { rows: others } = await own.request((ctx) =>
      sql<{ id: number }>`select id from geography.area where level = 3 and id not in (
        select area_id from geography.area_within where within_id = ${town.commune}) order by id limit 1`.execute(
        ctx.db(),
      ),
    )
    expect(await seenFrom(others[0]!.id)).toEqual(nothing)
    expect(await seenFrom(null)).toEqual(nothing)
  })

  test('writes an order that is sent or paid in its place: no index is about what changes then', async () => {
    const { rows } = await own.request((ctx) =>
      sql<{
        indexdef: string
      }>`select indexdef from pg_indexes where schemaname = 'payments' and tablename = 'instruction'
        order by indexname`.execute(ctx.db()),
    )
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.filter(({ indexdef }) => /\b(state|ended_on)\b/.test(indexdef))).toEqual([])
  })

  test('counts by itself what stands where, whatever became of the orders, and is not told', async () => {
    const counts = (from: ReturnType<typeof sql>) =>
      own.request(async (ctx) => {
        const { rows } = await sql`select envelope_id, area_id, state, provider_id, ${from}
          order by envelope_id, area_id, state`.execute(ctx.db())
        return rows
      })
    const orders = await counts(sql`count(*)::int as instructions, sum(amount)::bigint as amount
      from payments.instruction group by envelope_id, area_id, state, provider_id`)
    expect(orders.length).toBeGreaterThan(1)
    expect(
      await counts(sql`instructions, amount from payments.envelope_state where instructions > 0`),
    ).toEqual(orders)
    await expect(
      own.request((ctx) =>
        sql`update payments.envelope_state set instructions = instructions + 1`.execute(ctx.db()),
      ),
    ).rejects.toThrow('counted from the orders')
  })
})

async function idOf(kind: 'bank' | 'post_office'): Promise<EnvelopeId> {
  const envelopes = await staff.clerk(contract.listEnvelopes, {})
  return envelopes.find(({ provider }) => provider.kind === kind)!.id
}
