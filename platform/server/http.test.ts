import { z } from 'zod'
import { expect, test } from 'vitest'
import { CivilDate, Month } from '#kernel/civil-date'
import { Problem } from '#kernel/problem'
import { endpoint } from '#platform/contract/endpoint'
import { anonymous, type AuditEntry, type Ctx } from './context.ts'
import { httpApp, serve } from './http.ts'

const input = z.object({ id: z.uuid(), personId: z.uuid().optional() })
const base = { method: 'GET', summary: 'x', permission: 'public', input } as const
const id = '0197f000-0000-7000-8000-0000000000aa'

test('what nobody foresaw becomes an incident: a code to read out, and nothing of what went wrong', async () => {
  const broken = endpoint({ ...base, path: '/broken/{id}', output: z.void() })
  const { send, incidents } = givenApp({
    broken: serve(broken, () => Promise.reject(new Error('password of the database is hunter2'))),
  })
  const response = await send(`/broken/${id}`)
  expect(response.status).toBe(500)
  expect(await response.json()).toMatchObject({ code: 'internal', data: { incident: 'AS-TEST' } })
  expect(incidents).toMatchObject([{ message: 'password of the database is hunter2' }])
})

test('an answer that is not what was promised is an incident too', async () => {
  const lying = endpoint({ ...base, path: '/lying/{id}', output: z.object({ total: z.number() }) })
  const { send, incidents } = givenApp({
    lying: serve(lying, () => Promise.resolve({ total: 'many' as unknown as number })),
  })
  expect(await (await send(`/lying/${id}`)).json()).toMatchObject({ code: 'internal' })
  expect(incidents).toHaveLength(1)
})

test('a problem is an answer with its code, status and facts, and no incident', async () => {
  const refusing = endpoint({ ...base, path: '/refusing/{id}', output: z.void() })
  const { send, incidents } = givenApp({
    refusing: serve(refusing, () =>
      Promise.reject(new Problem('payroll.run_closed', 409, { month: '2026-11' })),
    ),
  })
  const response = await send(`/refusing/${id}`)
  expect(response.status).toBe(409)
  expect(await response.json()).toMatchObject({ code: 'payroll.run_closed', data: { month: '2026-11' } })
  expect(incidents).toEqual([])
})

test.for([
  ['a filter nobody knows', '?persnId=1', ['persnId']],
  ['several, and one that is known', `?personId=${id}&a[0]=1&b.c=2`, ['a', 'b']],
] as const)('%s is refused instead of giving everything', async ([, query, names]) => {
  const read = endpoint({ ...base, path: '/read/{id}', output: z.void() })
  const { send, incidents } = givenApp({ read: serve(read, () => Promise.resolve()) })
  const response = await send(`/read/${id}${query}`)
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ code: 'unknown_parameters', data: { names } })
  expect(incidents).toEqual([])
})

test('what is wrong with an input is said without the words of programmers', async () => {
  const told = z.object({
    month: Month,
    on: CivilDate,
    state: z.enum(['a', 'b']),
    page: z.coerce.number().int().min(1),
  })
  const read = endpoint({ ...base, path: '/read', input: told, output: z.void() })
  const { send } = givenApp({ read: serve(read, () => Promise.resolve()) })
  const { data } = (await (await send('/read?month=2026-13&on=x&page=0')).json()) as {
    data: { issues: { path: string[]; message: string }[] }
  }
  expect(data.issues).toEqual([
    { path: ['month'], message: 'Phải là một tháng, ghi như 2026-11' },
    { path: ['on'], message: 'Phải là một ngày có thật, ghi như 2026-11-20' },
    { path: ['state'], message: 'Phải là một trong: a, b' },
    { path: ['page'], message: 'Giá trị ít nhất là 1' },
  ])
})

test('text that no database can keep is refused with its place, before any operation', async () => {
  const read = endpoint({ ...base, path: '/read', input: z.object({ q: z.string() }), output: z.void() })
  const { send, incidents } = givenApp({ read: serve(read, () => Promise.reject(new Error('22021'))) })
  const response = await send('/read?q=L%C3%AA%00')
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({
    code: 'invalid_input',
    data: { issues: [{ path: ['q'], message: 'Có ký tự không ghi được' }] },
  })
  expect(incidents).toEqual([])
})

test.for([
  ['people.person_read', '', { personId: id }],
  ['payroll.run_approved', '', { subject: id }],
  [
    'payroll.payments_read',
    `?personId=${id.replace('aa', 'bb')}`,
    { subject: id, personId: id.replace('aa', 'bb') },
  ],
] as const)('the trail knows whom %s concerns', async ([audit, query, entry]) => {
  const read = endpoint({ ...base, path: '/read/{id}', audit, output: z.void() })
  const { send, audited } = givenApp({ read: serve(read, () => Promise.resolve()) })
  await send(`/read/${id}${query}`)
  expect(audited).toEqual([{ action: audit, ...entry, leavesOnlyTraces: true }])
})

test('the trail names the list a command was about, and says how much came of it', async () => {
  const confirm = endpoint({
    ...base,
    method: 'POST',
    path: '/lists/{importId}',
    audit: 'entitlement.award_list_confirmed',
    tells: ['confirmed'],
    input: z.object({ importId: z.uuid() }),
    output: z.object({ confirmed: z.int() }),
  })
  const { post, audited } = givenApp({ confirm: serve(confirm, () => Promise.resolve({ confirmed: 11 })) })
  await post(`/lists/${id}`)
  expect(audited).toEqual([
    { action: 'entitlement.award_list_confirmed', subject: id, details: { confirmed: 11 } },
  ])
})

function givenApp(routes: Parameters<typeof httpApp>[0]) {
  const incidents: unknown[] = []
  const audited: AuditEntry[] = []
  const ctx = { actor: anonymous, audit: (entry: AuditEntry) => audited.push(entry) } as unknown as Ctx // All it needs here.
  const app = httpApp(routes, {
    respondTo: () => (work) => work(ctx),
    onIncident: (error) => {
      incidents.push(error)
      return 'AS-TEST'
    },
  })
  const send = (path: string) => app.request(`http://localhost/api${path}`)
  const post = (path: string) =>
    app.request(`http://localhost/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost' },
      body: '{}',
    })
  return { send, post, incidents, audited }
}
