import { afterEach, expect, test, vi } from 'vitest'
import { write } from './write.ts'

afterEach(() => vi.unstubAllGlobals())

const challenge = () => Response.json({ challenge: 'a riddle', bits: 1 })

test.for([
  ['refused because too often', () => refused(429, { code: 'too_many_requests', data: { seconds: 60 } })],
  ['refused because the server fails', () => refused(503, { code: 'database_restarting' })],
] as const)('a riddle that is %s ends the sending with why', async ([, answer]) => {
  const { response, refusal } = answer()
  vi.stubGlobal('fetch', () => Promise.resolve(response))
  expect(await write('feedback', {})).toEqual({ refusal })
})

test.for([
  ['in place of the riddle', [page]],
  ['in place of the answer', [challenge, page]],
] as const)('a page of whatever stands between, %s, is a trouble of theirs', async ([, answers]) => {
  const left = answers.map((answer) => answer())
  vi.stubGlobal('fetch', () => Promise.resolve(left.shift()))
  expect(await write('feedback', {})).toEqual({ refusal: { code: 'internal' } })
})

test('what was taken is handed on, with the answer to the riddle', async () => {
  const sent: unknown[] = []
  const left = [challenge(), Response.json({ code: 'P-7KQ4' })]
  vi.stubGlobal('fetch', (_: string, init?: RequestInit) => {
    if (typeof init?.body === 'string') sent.push(JSON.parse(init.body))
    return Promise.resolve(left.shift())
  })
  expect(await write('feedback', { text: 'a' })).toEqual({ output: { code: 'P-7KQ4' } })
  expect(sent).toEqual([
    { text: 'a', proof: { challenge: 'a riddle', answer: expect.stringMatching(/^\d+$/) } },
  ])
})

test('a network that is not there is said to be none', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await write('feedback', {})).toEqual({ refusal: { code: 'offline' } })
})

function page() {
  return new Response('<h1>502 Bad Gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } })
}

function refused(status: number, refusal: object) {
  return { response: Response.json(refusal, { status }), refusal }
}
