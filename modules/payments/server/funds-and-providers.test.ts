import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dong } from '#kernel/dong'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import * as contract from '../contract.ts'
import type { ProviderId } from '../contract.ts'
import { paymentsJobs } from '../index.ts'
import { accountant, approver, clientOf, givenApprovedRun, staffOf } from '../testing.ts'

let own: OwnDatabase
let town: Awaited<ReturnType<typeof givenApprovedRun>>
let staff: ReturnType<typeof staffOf>

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: paymentsJobs })
  town = await givenApprovedRun(own, { people: 3 })
  staff = staffOf(own)
})
afterAll(() => own.drop())

const reading = ['payments.read']
const checker = () => clientOf(own, { ...accountant, can: [...reading, 'payments.check'] })
const boss = () => clientOf(own, { ...approver, can: [...reading, 'payments.approve'] })

describe('a list of a commune that has no lines of its own', () => {
  const province = 250790025

  test('is paid by those of its province, for whoever answers for that', async () => {
    const other = await openOwnDatabase({ kinds: paymentsJobs })
    try {
      const { runId, commune } = await givenApprovedRun(other, { people: 3, fundsOf: province })
      const office = staffOf(other)
      const { ids } = await office.clerk(contract.prepareEnvelopes, { runId, requestId: crypto.randomUUID() })
      for (const id of ids) await office.accountant(contract.checkEnvelope, { id })
      const near = clientOf(other, {
        ...approver,
        can: [...reading, 'payments.approve'],
        areaId: commune,
        areaIds: [commune],
      })
      await expect(near(contract.approveEnvelope, { id: ids[0]! })).rejects.toThrow(
        'payments.fund_shares_differ',
      )
      for (const id of ids) await office.approver(contract.approveEnvelope, { id })
      const lines = await office.accountant(contract.listFunds, { year: 2026 })
      expect(lines.find(({ programme }) => programme === 'monthly_allowance')).toMatchObject({
        area: { id: province },
        blocked: 3 * 810_000,
      })
    } finally {
      await other.drop()
    }
  })
})

describe('a budget line', () => {
  const line = {
    year: 2027,
    programme: 'care',
    source: 'commune',
    share: 30,
    code: 'CSND-2027',
  } as const
  let id: string
  const stands = async () => {
    const fund = (await checker()(contract.listFunds, { year: 2027 })).find(({ code }) => code === line.code)
    return [fund!.allocated, fund!.available]
  }

  test('is opened once for a programme and a source', async () => {
    ;({ id } = await checker()(contract.openFund, { ...line, areaId: town.commune }))
    await expect(checker()(contract.openFund, { ...line, areaId: town.commune })).rejects.toThrow(
      'payments.fund_exists',
    )
  })

  test('bears no more than is left of its programme, and is put right until something was paid by it', async () => {
    const central = { ...line, source: 'central', code: 'TW' } as const
    await expect(
      checker()(contract.openFund, { ...central, share: 71, areaId: town.commune }),
    ).rejects.toThrow('payments.fund_shares_over')
    const { id: other } = await checker()(contract.openFund, { ...central, share: 60, areaId: town.commune })
    await checker()(contract.changeFund, { id: other, share: 70, code: 'TW-2027' })
    await expect(checker()(contract.changeFund, { id: other, share: 71, code: 'TW-2027' })).rejects.toThrow(
      'payments.fund_shares_over',
    )
  })

  test('is given money by a decision, once and by two people, and no more is taken back than is left', async () => {
    const give = { id, amount: dong(1_000_000), decision: '25/QĐ-UBND', requestId: crypto.randomUUID() }
    const anew = () => ({ requestId: crypto.randomUUID() })
    const asked = await checker()(contract.askAllocation, give)
    expect(await checker()(contract.askAllocation, give)).toEqual(asked)
    // A sum nobody has would make every sum it is in too large to be told.
    await expect(
      checker()(contract.askAllocation, { ...give, ...anew(), amount: dong(Number.MAX_SAFE_INTEGER) }),
    ).rejects.toThrow('invalid_input')
    const writtenSo = ['25/QĐ-UBND', '25/qđ-ubnd', '25 /QĐ-UBND', '25/QĐ-UBND'.normalize('NFD')]
    for (const decision of writtenSo)
      await expect(checker()(contract.askAllocation, { ...give, ...anew(), decision })).rejects.toThrow(
        'payments.fund_decision_waits',
      )
    // Nothing is on the line before somebody else has booked it.
    expect(await stands()).toEqual([0, 0])
    const approved = { ...asked, state: 'approved' } as const
    const both = clientOf(own, { ...accountant, can: [...reading, 'payments.approve'] })
    await expect(both(contract.decideAllocation, approved)).rejects.toThrow('allocation_by_second_person')
    await boss()(contract.decideAllocation, approved)
    await expect(boss()(contract.decideAllocation, approved)).rejects.toThrow('payments.allocation_settled')
    expect(await stands()).toEqual([1_000_000, 1_000_000])
    for (const decision of writtenSo)
      await expect(checker()(contract.askAllocation, { ...give, ...anew(), decision })).rejects.toThrow(
        'payments.fund_decision_known',
      )
    await expect(
      checker()(contract.askAllocation, { ...give, ...anew(), amount: dong(9_000_000) }),
    ).rejects.toThrow('payments.fund_decision_differs')

    const back = { id, direction: 'take_back', amount: dong(400_000), decision: '26/QĐ-UBND' } as const
    await expect(
      checker()(contract.askAllocation, { ...back, ...anew(), amount: dong(1_000_001) }),
    ).rejects.toThrow('payments.fund_left_short')
    const refused = await checker()(contract.askAllocation, { ...back, ...anew() })
    await expect(boss()(contract.decideAllocation, { ...refused, state: 'refused' })).rejects.toThrow(
      'payments.reason_needed',
    )
    await boss()(contract.decideAllocation, { ...refused, state: 'refused', note: 'Sai số quyết định' })
    const [fund] = (await checker()(contract.listFunds, { year: 2027 })).filter((one) => one.id === id)
    expect(fund!.waiting).toMatchObject([
      { isRefused: true, refusedBy: approver.name, note: 'Sai số quyết định' },
    ])
    const again = await checker()(contract.askAllocation, { ...back, ...anew() })
    await boss()(contract.decideAllocation, { ...again, state: 'approved' })
    expect(await stands()).toEqual([600_000, 600_000])
    const { debit, credit } = await staff.accountant(contract.getTrialBalance, {})
    expect(debit).toBe(credit)
  })
})

describe('a provider', () => {
  const setOpen = (isOpen: boolean) =>
    boss()(contract.setProviderOpen, { id: town.bank as ProviderId, isOpen })
  const prepare = () =>
    staff.clerk(contract.prepareEnvelopes, { runId: town.runId, requestId: crypto.randomUUID() })

  test('is not closed while its orders have not ended; closed, nothing more goes there until it is opened again', async () => {
    const { ids } = await prepare()
    await expect(setOpen(false)).rejects.toThrow('payments.provider_has_orders')
    for (const id of ids) await staff.clerk(contract.cancelEnvelope, { id })
    await setOpen(false)
    await expect(prepare()).rejects.toThrow('payments.provider_missing')
    await setOpen(true)
    const again = await prepare()
    expect(again.ids).toHaveLength(2)
    // What an envelope holds money on is not changed any more.
    await staff.accountant(contract.checkEnvelope, { id: again.ids[0]! })
    await staff.approver(contract.approveEnvelope, { id: again.ids[0]! })
    const used = (await checker()(contract.listFunds, { year: 2026 })).find(({ isUsed }) => isUsed)!
    await expect(checker()(contract.changeFund, { id: used.id, share: 50, code: used.code })).rejects.toThrow(
      'payments.fund_used',
    )
  })

  test('is ordered anew what a cancelled envelope was to pay there, though another of the run lives', async () => {
    const all = await staff.clerk(contract.listEnvelopes, { runId: town.runId })
    const draft = all.find(({ state }) => state === 'draft')!
    await staff.clerk(contract.cancelEnvelope, { id: draft.id })
    const { ids } = await prepare()
    expect(ids).toHaveLength(1)
    expect(await staff.clerk(contract.getEnvelope, { id: ids[0]! })).toMatchObject({
      provider: { id: draft.provider.id },
      instructions: draft.instructions,
      amount: draft.amount,
    })
    await expect(prepare()).rejects.toThrow('payments.already_in_envelopes')
  })

  test('shows whoever reads only the end of the account that is debited', async () => {
    const all = await boss()(contract.listProviders, {})
    expect(all.find(({ id }) => id === town.bank)).toMatchObject({
      debtorAccount: '…5678',
      protection: 'none',
      mayChange: true,
    })
    expect((await checker()(contract.listProviders, {})).some(({ mayChange }) => mayChange)).toBe(false)
  })
})
