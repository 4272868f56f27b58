import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { expect, test } from 'vitest'
import { addressAtArrival, addressOf } from './arrival.ts'

const asked = (headers: Record<string, string>) => new Request('http://localhost/', { headers })
const from = (remoteAddress: string | undefined) => ({ incoming: { socket: { remoteAddress } as never } }) // Nothing else of it is read.

test.for([
  ['the connection’s, where no proxy is trusted', { 'x-real-ip': '192.0.2.9' }, undefined, '192.0.2.1'],
  ['the one the proxy wrote last', { 'x-real-ip': '198.51.100.1, 192.0.2.9' }, 'x-real-ip', '192.0.2.9'],
  ['the connection’s, where the proxy wrote none', {}, 'x-real-ip', '192.0.2.1'],
] as const)('the address is %s', ([, headers, trusted, address]) => {
  expect(addressAtArrival(asked(headers), from('192.0.2.1'), trusted)).toBe(address)
})

test('a connection that is gone has none, and is not made one', () => {
  expect(addressAtArrival(asked({}), from(undefined), undefined)).toBeUndefined()
})

test('it stays with a request whose body was read and put into another one', async () => {
  const app = new Hono().post('/', bodyLimit({ maxSize: 9 }), async (http) =>
    http.text(`${await http.req.text()} ${addressOf(http)}`),
  )
  const chunked = { method: 'POST', body: new Blob(['hello']).stream(), duplex: 'half' } as const
  const response = await app.request('/', chunked, { address: '192.0.2.1' })
  expect(await response.text()).toBe('hello 192.0.2.1')
})
