import { gunzipSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import { test } from '#testing/world'

const json = { 'content-type': 'application/json' }

describe('every answer', () => {
  test('forbids scripts of others, frames and guesses at types', async ({ world }) => {
    const { headers } = await world.send('/api/me')
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('under /api is never a page', async ({ world }) => {
    const response = await world.send('/api/no/such/thing', { headers: { accept: 'text/html' } })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'not_found' })
  })
})

describe('a command from elsewhere is refused', () => {
  test.for([
    ['another site', { origin: 'https://evil.example', cookie: 'a=b' }, 'cross_site'],
    ['a page without origin', { origin: 'null', cookie: 'a=b' }, 'cross_site'],
    ['a subdomain', { origin: 'http://x.localhost', cookie: 'a=b' }, 'cross_site'],
    ['another site, told otherwise', { 'sec-fetch-site': 'cross-site', cookie: 'a=b' }, 'cross_site'],
    ['nobody says where, with a cookie', { cookie: 'a=b' }, 'cross_site'],
    ['our own page', { origin: 'http://localhost', cookie: 'a=b' }, 'sign_in_needed'],
    ['a program without a cookie', {}, 'sign_in_needed'],
  ] as const)('%s: %s', async ([, headers, code], { world }) => {
    const response = await world.send('/api/users', {
      method: 'POST',
      headers: { ...json, ...headers },
      body: JSON.stringify({ name: 'A B', username: 'abc', password: 'x', role: 'administrator', areaId: 0 }),
    })
    expect(await response.json()).toMatchObject({ code })
  })

  test('a form of another site cannot pass for JSON', async ({ world }) => {
    const response = await world.send('/api/users', {
      method: 'POST',
      headers: { 'content-type': 'text/plain', origin: 'http://localhost' },
      body: '{}',
    })
    expect(response.status).toBe(415)
  })
})

describe('bad input', () => {
  test('a body of 2 MB is not read to its end', async ({ world }) => {
    const body = JSON.stringify({ name: 'x'.repeat(2 * 1024 * 1024) })
    const response = await world.send('/api/users', { method: 'POST', headers: json, body })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ code: 'body_too_large' })
  })

  test('broken JSON is refused, not an incident', async ({ world }) => {
    const response = await world.send('/api/users', { method: 'POST', headers: json, body: '{"name":' })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'malformed_request' })
  })

  test('wrong fields come back by place, without what was typed', async ({ world }) => {
    const body = JSON.stringify({
      name: 'A B',
      username: 'Không Được',
      password: 'mật khẩu bí mật',
      role: 'king',
      areaId: 0,
    })
    const response = await world.send('/api/users', { method: 'POST', headers: json, body })
    const refused = await response.text()
    expect(JSON.parse(refused)).toMatchObject({
      code: 'invalid_input',
      status: 422,
      data: {
        issues: [
          { path: ['username'] },
          { path: ['role'], message: expect.stringMatching('Phải là một trong') },
        ],
      },
    })
    expect(refused).not.toContain('Không Được')
    expect(refused).not.toContain('bí mật')
  })
})

test('who guesses is counted by address, however the body is sent', async ({ world }) => {
  const key = JSON.stringify({ code: 'HS-26-7KQ4-MX2', born: '1948' })
  const track = async (address: string, body: BodyInit) => {
    const init = { method: 'POST', headers: json, body, duplex: 'half' } as RequestInit // The kind of fetch pages have lacks it.
    return (await world.send('/api/portal/tracking', init, address)).status
  }
  const pieces = () => new Blob([key]).stream()
  for (let time = 1; time <= 10; time++) expect(await track('192.0.2.1', time % 2 ? key : pieces())).toBe(404)
  expect([await track('192.0.2.1', key), await track('192.0.2.1', pieces())]).toEqual([429, 429])
  expect([await track('192.0.2.2', key), await track('192.0.2.3', pieces())]).toEqual([404, 404])
})

test('an answer in JSON is compressed for whoever takes it so, and small ones are left alone', async ({
  world,
}) => {
  const send = (path: string, accepted: string) =>
    world.send(path, { headers: { 'accept-encoding': accepted } })
  const plain = await send('/api/openapi.json', 'identity')
  const small = await send('/api/me', 'gzip, br')
  const packed = await send('/api/openapi.json', 'br, gzip;q=0.8')
  expect([plain, small, packed].map(({ headers }) => headers.get('content-encoding'))).toEqual([
    null,
    null,
    'gzip',
  ])
  expect(packed.headers.get('vary')).toBe('Accept-Encoding')
  const bytes = Buffer.from(await packed.arrayBuffer())
  expect(packed.headers.get('content-length')).toBe(String(bytes.length))
  expect(gunzipSync(bytes).toString()).toBe(await plain.text())
  const refused = await send('/api/openapi.json', 'gzip;q=0')
  expect(refused.headers.get('content-encoding')).toBe(null)
})

test('the document of operations lists them with their permissions', async ({ world }) => {
  const response = await world.send('/api/openapi.json')
  expect(await response.json()).toMatchObject({
    openapi: expect.stringMatching(/^3\.1/),
    paths: { '/me': { get: { 'x-permission': 'identity.self' } } },
  })
})
