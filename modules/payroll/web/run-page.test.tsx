import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { SessionProvider } from '#platform/web/session'
import { PaymentRunId } from '../contract.ts'
import { RunPage } from './run-page.tsx'

afterEach(() => vi.restoreAllMocks())

const id = PaymentRunId.parse('0197f000-0000-7000-8000-0000000000a1')
const at = '2026-11-20T02:00:00.000000Z'
const nothing = { people: 0, lines: 0, amount: 0 }

function run(given: object) {
  return {
    id,
    month: '2026-12',
    area: { id: 1, name: 'Xã Tam Sơn' },
    except: [],
    state: 'submitted',
    totals: nothing,
    prepared: { by: { id, name: 'Trần Thị Kế' }, at },
    submitted: { by: { id, name: 'Trần Thị Kế' }, at },
    decided: null,
    jobId: null,
    knownAt: null,
    inputsHash: null,
    ruleSets: [],
    returnReason: null,
    cancelled: null,
    stages: [{ stage: 'generate', progress: 'current' }],
    steps: [],
    totalInWords: 'Không đồng',
    byComponent: [],
    byRule: [],
    unnamed: [],
    byArea: [],
    byPayPoint: [],
    engineTotal: 0,
    comparison: {
      month: '2026-11',
      hasMonthBefore: false,
      rows: [{ what: 'total', before: 0, now: 0, difference: 0 }],
      changes: [],
      unexplained: 0,
    },
    overpaid: { people: 0, months: 0, amount: 0 },
    ...given,
  }
}

test('a run that was given up says by whom, when and why, and shows no figures and no list', async () => {
  const cancelled = { by: { id, name: 'Trần Thị Kế' }, at, reason: 'Lập nhầm cho cả tỉnh' }
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () =>
    Response.json(run({ state: 'cancelled', knownAt: at, cancelled })),
  )
  const screen = await render(page())
  await expect.element(screen.getByText(/^Kỳ này do Trần Thị Kế hủy lúc .*20\/11\/2026/)).toBeVisible()
  await expect.element(screen.getByText('Lý do: Lập nhầm cho cả tỉnh')).toBeVisible()
  expect(screen.getByRole('table').elements()).toEqual([])
  expect(screen.getByRole('link', { name: 'Xem danh sách' }).elements()).toEqual([])
})

test('whoever approves what another has just decided is told so, and is offered that step no more', async () => {
  let answers = 0
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (request) => {
    if ((request as Request).method === 'POST') {
      const code = 'payroll.run_moved_on'
      return Response.json({ defined: true, code, status: 409, message: code, data: {} }, { status: 409 })
    }
    const isFirst = answers++ === 0
    const steps = isFirst ? [{ step: 'approve', isAllowed: true, refusal: null }] : []
    return Response.json(run({ state: isFirst ? 'submitted' : 'approved', steps }))
  })
  const screen = await render(page())
  await screen.getByRole('button', { name: 'Phê duyệt' }).click()
  await screen.getByRole('dialog').getByRole('button', { name: 'Phê duyệt' }).click()
  await expect.element(screen.getByText(/vừa được người khác xử lý/)).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Phê duyệt' })).not.toBeInTheDocument()
  await expect.element(screen.getByText('Đã phê duyệt', { exact: true })).toBeVisible()
})

function page() {
  const me = {
    userId: id,
    name: 'Nguyễn Văn Duyệt',
    role: 'approver',
    areaId: 1,
    areaName: null,
    permissions: ['payroll.read'],
    previousSignInAt: null,
    isDemonstration: false,
  }
  return (
    <QueryClientProvider client={new QueryClient()}>
      <SessionProvider me={me}>
        <Suspense>
          <RunPage id={id} page={1} />
        </Suspense>
      </SessionProvider>
    </QueryClientProvider>
  )
}
