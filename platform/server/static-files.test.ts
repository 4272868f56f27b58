import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staticFiles } from './static-files.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ansinh-web-'))
  await mkdir(join(directory, 'assets'))
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>An Sinh</title>')
  await writeFile(join(directory, 'assets/app-1a2b3c.js'), `console.log('${'an sinh '.repeat(500)}')`)
})
afterAll(() => rm(directory, { recursive: true }))

const get = (path: string, headers = {}) => staticFiles(directory).request(path, { headers })

test('every address of a page gives the page, anew each time', async () => {
  for (const path of ['/', '/nghiep-vu/nguoi', '/nghiep-vu/ky-chi-tra/0197f000?thang=2026-11']) {
    const response = await get(path)
    expect(await response.text()).toContain('An Sinh')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(response.headers.get('content-type')).toContain('text/html')
  }
})

test('a hashed file is kept for ever and travels compressed', async () => {
  const response = await get('/assets/app-1a2b3c.js', { 'accept-encoding': 'gzip' })
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(response.headers.get('content-type')).toContain('javascript')
})

test.for([
  '/assets/app-0ld.js',
  '/favicon.png',
  '/api/nothing',
  '/../package.json',
  '/assets/..%2f..%2fpackage.json',
])('%s is not a page', async (path) => {
  const response = await get(path)
  expect(response.status).toBe(404)
  expect(response.headers.get('cache-control') ?? '').not.toContain('immutable')
})

test('before the web is built the page says what to do', async () => {
  const response = await staticFiles(join(directory, 'none')).request('/')
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('npm run build')
})
