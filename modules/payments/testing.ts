import type { AnySchema, ErrorMap, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { civilDate, instant, month, type Instant } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { areaAt } from '#modules/geography'
import { approveRun, openPayPoint, setChannels, setOpening, submitRun } from '#modules/payroll'
import type { PaymentRunId } from '#modules/payroll/contract'
import { call } from '#platform/contract/call'
import type { Endpoint } from '#platform/contract/endpoint'
import type { Actor } from '#platform/server/context'
import { httpApp } from '#platform/server/http'
import { accountant, approver, draw, givenDisabled, tamSon, type Bench } from '../payroll/testing.ts'
import * as contract from './contract.ts'
import type { NewProvider } from './contract.ts'
import { insertProvider } from './db/providers.ts'
import type { Delivery } from './domain/provider.ts'
import { Programme } from './domain/programme.ts'
import { allocateFund, openFund } from './server/funds.ts'
import { paymentsRoutes } from './server/routes.ts'

export { givenCollections } from './testing-collections.ts'
export { accountant, approver }
export const clerk = { userId: '0197f000-0000-7000-8000-00000000000c', name: 'Đỗ Thị Chi' }
export const presently = instant('2026-11-23T02:00:00Z')

export type Client = <Input extends AnySchema, Output extends AnySchema, Problems extends ErrorMap>(
  endpoint: Endpoint<Input, Output, Problems>,
  input: InferSchemaInput<Input>,
) => Promise<InferSchemaOutput<Output>>

/** A client of the API as somebody with these permissions. */
export function clientOf(
  bench: Bench,
  { can, ...actor }: Partial<Omit<Actor, 'permissions'>> & { readonly can: readonly string[] },
  now: Instant = presently,
): Client {
  const permissions = new Set(can)
  let incident: unknown
  const app = httpApp(paymentsRoutes, {
    respondTo: () => (work) => bench.request(work, { actor: { ...actor, permissions }, now }),
    onIncident: (error) => {
      incident = error
      return 'AS-TEST'
    },
  })
  return async (endpoint, input) => {
    try {
      return await call(async (request) => app.fetch(request), endpoint, input)
    } catch (refused) {
      // What nobody foresaw is the test’s to see.
      throw incident ?? refused
    }
  }
}

/** The three people it takes, each with what their role allows. */
export function staffOf(bench: Bench, now: Instant = presently) {
  const reading = ['payments.read', 'payments.cash', 'payroll.read']
  return {
    clerk: clientOf(
      bench,
      { ...clerk, can: [...reading, 'payments.prepare', 'payments.reconcile', 'payments.hand_out'] },
      now,
    ),
    accountant: clientOf(
      bench,
      { ...accountant, can: [...reading, 'payments.check', 'payments.reconcile'] },
      now,
    ),
    approver: clientOf(bench, { ...approver, can: [...reading, 'payments.approve'] }, now),
  }
}

/** What the accountant asks for a recovery and the approver approves. */
export async function decideRecovery(
  staff: ReturnType<typeof staffOf>,
  id: string,
  wish: contract.RecoveryWish,
): Promise<void> {
  const asked = await staff.accountant(contract.askRecoveryDecision, {
    id,
    wish,
    requestId: crypto.randomUUID(),
  })
  await staff.approver(contract.approveRecoveryDecision, asked)
}

type Town = {
  readonly bank: string
  readonly postOffice: string
  readonly commune: number
  readonly payPointId: number
  readonly people: readonly string[]
  readonly runId: PaymentRunId
}

/**
 * A commune whose list for November is approved: of so many people with a disability every third gets cash at the post
 * office and the others have an account; budget for all, a bank and a post office to pay them.
 */
export async function givenApprovedRun(
  bench: Bench,
  {
    people: count = 9,
    delivery = { by: 'hand' },
    bank,
    money = 1_000_000_000,
    fundsOf,
    accountOf = (index) => `26002051${String(index).padStart(5, '0')}`,
  }: {
    people?: number
    delivery?: Delivery
    bank?: Partial<NewProvider>
    money?: number
    /** The unit that has the budget lines; the commune itself unless said otherwise. */
    fundsOf?: number
    accountOf?: (index: number) => string
  } = {},
): Promise<Town> {
  const town = await bench.request(
    async (ctx) => {
      const commune = (await areaAt(ctx, [tamSon], civilDate('2026-11-30'))).get(tamSon)!
      const people = await givenDisabled(
        ctx,
        Array.from({ length: count }, (_, index) => ({
          name: `${family[index % 4]} Thị ${given[index % 5]}`,
          areaId: tamSon,
        })),
      )
      const point = await openPayPoint(ctx, {
        areaId: commune,
        name: 'Bưu điện Tam Sơn',
        kind: 'post_office',
      })
      await setChannels(
        ctx,
        people.map((personId, index) => ({
          personId,
          channel:
            index % 3 === 2
              ? { method: 'cash', payPointId: point.id }
              : { method: 'account', bank: 'Agribank', account: accountOf(index) },
        })),
      )
      await setOpening(ctx, { month: month('2026-11'), knownAt: instant('2026-10-15T00:00:00Z') })
      const provider = {
        areaId: commune,
        isPlain: false,
        isByArea: false,
        delivery,
        debtorName: 'UBND xã Tam Sơn',
      }
      return {
        commune,
        payPointId: point.id,
        people,
        bank: await insertProvider(ctx, {
          ...provider,
          code: 'ngan-hang',
          name: 'Ngân hàng mô phỏng',
          kind: 'bank',
          channels: ['account'],
          format: 'pain.001.001.09',
          bic: 'VBAAVNVX',
          debtorAccount: '3713012345678',
          ...bank,
        }),
        postOffice: await insertProvider(ctx, {
          ...provider,
          code: 'buu-dien',
          name: 'Bưu điện mô phỏng',
          kind: 'post_office',
          channels: ['cash_point', 'cash_home'],
          format: 'csv',
          bic: null,
          debtorAccount: 'BD0001',
        }),
      }
    },
    { now: instant('2025-08-01T02:00:00Z') },
  )
  const { id: runId } = await draw(bench, '2026-11', town.commune, presently)
  await bench.request((ctx) => submitRun(ctx, { id: runId }), { actor: accountant, now: presently })
  await bench.request((ctx) => approveRun(ctx, { id: runId }), { actor: approver, now: presently })
  await bench.request(
    async (ctx) => {
      for (const programme of Programme.options) {
        const fund = {
          areaId: fundsOf ?? town.commune,
          year: 2026,
          programme,
          source: 'province' as const,
          share: 100,
          code: programme,
        }
        const { id } = await openFund(ctx, fund)
        await allocateFund(ctx, { id, amount: dong(money), decision: '01/QĐ-UBND' })
      }
    },
    { actor: accountant, now: presently },
  )
  return { ...town, runId }
}

const family = ['Nguyễn', 'Trần', 'Phùng', 'Đỗ']
const given = ['Ánh', 'Bảy', 'Chắt', 'Đượm', 'Ỷ']
