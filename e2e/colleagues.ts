import { randomUUID } from 'node:crypto'
import { expect, type PlaywrightWorkerArgs } from '@playwright/test'

export type Envelope = {
  readonly id: string
  readonly code: string
  readonly month: string
  readonly purpose: string
  readonly provider: { readonly name: string; readonly kind: string }
}

/** Somebody at another desk, who does by the interface what their pages do. */
export async function colleague(
  playwright: PlaywrightWorkerArgs['playwright'],
  baseURL: string,
  username: string,
) {
  const desk = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } })
  const answer = await desk.post('/api/sign-in/sign-in/username', {
    data: { username, password: 'an-sinh-2026' },
  })
  expect(answer.status()).toBe(200)
  const post = async (path: string, data: object = {}) => {
    const done = await desk.post(`/api${path}`, { data })
    expect(done.ok(), `${path}: ${await done.text()}`).toBe(true)
    return done
  }
  return {
    post,
    get: async <Result>(path: string) => (await (await desk.get(`/api${path}`)).json()) as Result,
    /** Posts, and gives what is answered. */
    ask: async <Result>(path: string, data: object) => (await (await post(path, data)).json()) as Result,
  }
}

export type Colleague = Awaited<ReturnType<typeof colleague>>

/** The demonstration has a budget for the years it pays; in December the next month lies in another. */
export async function giveBudget(accountant: Colleague, approver: Colleague, year: number) {
  const funds = await accountant.get<unknown[]>(`/payment-funds?year=${year}`)
  if (funds.length > 0) return
  const { areaId } = await accountant.get<{ areaId: number }>('/me')
  for (const programme of ['monthly_allowance', 'social_pension', 'care', 'one_off']) {
    const fund = { areaId, year, programme, source: 'province', share: 100, code: `${year}-${programme}` }
    const { id } = await accountant.ask<{ id: string }>('/payment-funds', fund)
    const { id: allocation } = await accountant.ask<{ id: string }>(`/payment-funds/${id}/allocations`, {
      amount: 1_000_000_000,
      decision: '01/QĐ-UBND',
      requestId: randomUUID(),
    })
    await approver.post(`/payment-fund-allocations/${allocation}/decision`, { state: 'approved' })
  }
}

/** What waits to be booked on the lines of a year is booked by whoever approves. */
export async function approveAllocation(approver: Colleague, year: number) {
  const funds = await approver.get<{ waiting: { id: string }[] }[]>(`/payment-funds?year=${year}`)
  const waiting = funds.flatMap((fund) => fund.waiting)
  expect(waiting).toHaveLength(1)
  await approver.post(`/payment-fund-allocations/${waiting[0]!.id}/decision`, { state: 'approved' })
}
