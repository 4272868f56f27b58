import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { PersonId } from '#modules/people/contract'
import { SessionProvider } from '#platform/web/session'
import type { IntakePreview } from '../../contract.ts'
import { IntakePage } from './intake-page.tsx'

beforeEach(() => sessionStorage.clear())
afterEach(() => vi.restoreAllMocks())

test('what is no day and no sum holds the file back, with the focus in the box and the words still there', async () => {
  const { sent } = givenTheCounter()
  const screen = await render(page())
  const day = screen.getByLabelText('Ngày xảy ra')
  await userEvent.type(day, '32/13/2026')
  await userEvent.type(screen.getByLabelText('Chi phí thực tế'), '12 triệu')
  await userEvent.click(screen.getByRole('button', { name: /Tiếp nhận/ }))

  const summary = screen.getByRole('alert').filter({ hasText: 'Có 2 chỗ cần sửa' })
  await expect.element(summary.getByRole('link', { name: /Không có ngày “32\/13\/2026”/ })).toBeVisible()
  await expect.element(summary.getByRole('link', { name: /“12 triệu” không phải số tiền/ })).toBeVisible()
  await expect.element(day).toHaveFocus()
  await expect.element(day).toHaveValue('32/13/2026')
  expect(sent('/applications')).toEqual([])

  await userEvent.fill(day, '12/11/2026')
  await userEvent.fill(screen.getByLabelText('Chi phí thực tế'), '12000000')
  await expect.element(summary).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: /Tiếp nhận/ }))
  await expect
    .poll(() => sent('/applications'))
    .toMatchObject([{ asked: { event: { on: '2026-11-12', cost: 12_000_000 } } }])
})

test('a count nobody may have is refused by its box, with the questions still there', async () => {
  const { sent } = givenTheCounter()
  const screen = await render(page())
  const count = screen.getByLabelText('Số người thiếu đói')
  await userEvent.type(count, '0')
  await userEvent.tab()
  await expect.element(count).toHaveAccessibleDescription(/Nhập số từ 1 đến 99/)
  await userEvent.fill(count, '3')
  await expect.element(count).toBeValid()
  await expect
    .poll(() => sent('/application-previews').at(-1))
    .toMatchObject({ asked: { event: { persons: 3 } } })
  expect(sent('/application-previews').filter(({ asked }) => asked?.event?.['persons'] === 0)).toEqual([])
})

test('what the law cannot take leaves the questions standing, and can be put right after the page is loaded again', async () => {
  givenTheCounter((body) => (body.asked?.event?.['cost'] === 7 ? refused() : Response.json(preview())))
  const screen = await render(page())
  await userEvent.fill(screen.getByLabelText('Chi phí thực tế'), '7')
  await expect.element(screen.getByText(/^Một điều ghi ở “Việc đã xảy ra” chưa nhận được/)).toBeVisible()
  await expect.element(screen.getByLabelText('Chi phí thực tế')).toHaveValue('7')
  await expect.element(screen.getByRole('radio', { name: /^Tiền mặt/ })).toBeInTheDocument()

  await screen.unmount()
  const again = await render(page())
  const cost = again.getByLabelText('Chi phí thực tế')
  await expect.element(cost).toHaveValue('7')
  await userEvent.fill(cost, '8')
  await expect.element(again.getByText(/chưa nhận được/)).not.toBeInTheDocument()
  await expect.element(cost).toHaveValue('8')
})

test('the register is asked for the dead too, whose funeral is received here', async () => {
  const { asked } = givenTheCounter()
  const screen = await render(page(null))
  await userEvent.fill(screen.getByRole('searchbox'), 'Nguyễn Thị Hòa')
  await userEvent.click(screen.getByRole('button', { name: 'Tìm trong sổ người' }))
  await expect.poll(() => asked('/people/search')?.get('includeDead')).toBe('true')
})

/** What the counter asks the server, and what it answers. */
function givenTheCounter(answer: (asked: Asked) => Response = () => Response.json(preview())) {
  const requests: { readonly path: string; readonly query: URLSearchParams; readonly body: Asked }[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request // The client sends nothing else.
    const { pathname: path, searchParams: query } = new URL(request.url)
    const body: Asked = request.method === 'POST' ? await request.clone().json() : {}
    requests.push({ path, query, body })
    if (path.endsWith('/application-previews')) return answer(body)
    if (path.endsWith('/applications'))
      return Response.json({ id, code: 'HS-26-7KQ4-MX2', version: 1, dueOn: null, receiptId: null })
    return Response.json(path.endsWith('/people/search') ? { hits: [], tooMany: false } : person)
  })
  return {
    sent: (path: string) => requests.filter((one) => one.path.endsWith(path)).map(({ body }) => body),
    asked: (path: string) => requests.findLast((one) => one.path.endsWith(path))?.query,
  }
}

type Asked = { readonly asked?: { readonly event?: Readonly<Record<string, unknown>> } }

function refused() {
  const [code, data] = ['applications.answer_unknown', { event: 'cost' }]
  return Response.json({ defined: true, code, status: 422, message: code, data }, { status: 422 })
}

const id = '0197f000-0000-7000-8000-0000000000a1'

const person = {
  id,
  fullName: 'Nguyễn Thị Hòa',
  sex: 'female',
  born: '1938-03-12',
  bornPrecision: 'day',
  identifiers: [],
  home: { nowId: 1, nowName: 'Xã Tam Sơn' },
  village: 'Thôn Đông',
  phone: null,
  diedOn: null,
}

function preview(given: Partial<IntakePreview> = {}): IntakePreview {
  const label = (words: string) => ({ vi: words, en: words })
  const field = { options: [], range: null, isRequired: true }
  return {
    edition: { citation: 'Điều 13, 335/2026/NĐ-CP', where: label('') },
    forms: [],
    channels: ['counter'],
    questions: [],
    procedureQuestions: [],
    eventForm: {
      kinds: [
        {
          kind: 'death',
          label: label('người chết'),
          fields: [
            { ...field, name: 'on', type: 'day', label: label('ngày xảy ra') },
            {
              ...field,
              name: 'persons',
              type: 'count',
              label: label('số người thiếu đói'),
              range: { least: 1, most: 99 },
            },
            { ...field, name: 'cost', type: 'sum', label: label('chi phí thực tế') },
          ],
        },
      ],
      told: { kind: 'death' },
    },
    papers: [],
    dueOn: null,
    about: 'right',
    isKnownElsewhere: false,
    mayHaveDied: true,
    givesReceipt: false,
    mayPay: true,
    results: [],
    once: null,
    alike: [],
    ...given,
  }
}

function page(personId: PersonId | null = PersonId.parse(id)) {
  const me = {
    userId: id,
    name: 'Trần Thị Nhận',
    role: 'officer',
    areaId: 1,
    areaName: 'Xã Tam Sơn',
    permissions: ['applications.handle'],
    previousSignInAt: null,
    isDemonstration: false,
  }
  return (
    <QueryClientProvider client={new QueryClient()}>
      <SessionProvider me={me}>
        <IntakePage personId={personId ?? undefined} procedure="emergency_death" />
      </SessionProvider>
    </QueryClientProvider>
  )
}
