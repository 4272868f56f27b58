import { type ChildProcess, type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const run = promisify(execFile)
const cli = fileURLToPath(new URL('cli.ts', import.meta.url))
const parts = ['../platform/server/compile-cache.ts', 'command-line.ts'].map(
  (part) => new URL(part, import.meta.url),
)

/** An installation of its own: a real server process, a real database directory. */
let home: string
const started: ChildProcess[] = []
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'ansinh-'))
  await run('chmod', ['711', home])
})
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await until(async () => (await processesOf(home)) === 0)
  await rm(home, { recursive: true })
})

test('a program killed without warning leaves nothing behind that blocks the next start; asked to stop, it stops', async () => {
  const first = await serve()
  expect(await (await fetch(`${first.origin}/readyz`)).json()).toMatchObject({
    isReady: true,
    missingMigrations: [],
  })
  expect(await (await fetch(`${first.origin}/api/demo-accounts`)).json()).toEqual([])
  first.child.kill('SIGKILL')
  await until(async () => (await processesOf(home)) === 0)

  const second = await serve()
  const ready = await fetch(`${second.origin}/readyz`)
  expect(ready.status).toBe(200)
  expect(ready.headers.get('keep-alive')).toBe('timeout=75')
  await expectToOutliveItsDatabase(second.origin)
  const created = await command(
    [
      'user',
      'create',
      '--name',
      'Đỗ Quang Huy',
      '--username',
      'quantri',
      '--role',
      'administrator',
      '--json',
    ],
    'con trâu đi trước\n',
  )
  expect(created).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse(created.stdout)).toMatchObject({ userId: expect.any(String) })
  const again = await command(
    ['user', 'create', '--name', 'Đỗ Quang Huy', '--username', 'quantri', '--role', 'administrator'],
    'con trâu đi trước\n',
  )
  expect(again).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Tên đăng nhập này đã có người dùng'),
  })

  const verified = await command(['audit', 'verify', '--json'])
  expect(JSON.parse(verified.stdout)).toMatchObject({ isWhole: true, entries: 1 })

  await expectToLimitEachCaller(second.origin)
  const taken = await command(['serve', '--no-build', '--port', new URL(second.origin).port])
  expect(taken).toMatchObject({ code: 2, stderr: expect.stringContaining('đang được dùng') })

  second.child.kill('SIGINT')
  expect(await once(second.child, 'exit')).toEqual([0, null])
  await until(async () => (await processesOf(home)) === 0)
})

describe('asked for wrongly', () => {
  test('each command says how, in the language that was asked for', async () => {
    const wrong: readonly (readonly [args: readonly string[], says: string])[] = [
      [['nonsense'], 'ansinh serve'],
      [['serve', '--port', 'eighty'], '--port eighty không phải số cổng'],
      [['payroll', 'generate'], 'Thiếu --month'],
      [['people', 'import'], 'Thiếu FILE'],
      [['law', 'explain', 'no-such-file.json', '--month', '2026-11'], 'không đọc được tệp'],
      [['demo', 'create', '--size', 'huge'], '--size là một trong: tiny, province, full'],
      [['payroll', 'show', '--moth', '2026-11'], 'Không có tùy chọn --moth'],
      [['payroll', 'show', '--month'], 'Tùy chọn --month chưa đúng'],
      [['payroll', 'show', '--lang', 'fr'], '--lang là một trong: vi, en'],
      [['user', 'create', '--name', 'A', '--username', 'x'], '--username gồm 3 đến 30'],
    ]
    const ended = await severalCommands(wrong.map(([args]) => args))
    expect(ended).toEqual(
      wrong.map(([, says]) => ({ code: 2, stdout: '', stderr: expect.stringContaining(says) })),
    )
    const [english] = await severalCommands([['payroll', 'generate', '--lang', 'en']], 'en')
    expect(english).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('--month is missing'),
    })
  })

  test('the process ends with the code of its command', async () => {
    expect(await command(['people', 'import'])).toMatchObject({ code: 2, stdout: '' })
  })
})

test('the help names every command and ends well', async () => {
  const { code, stdout } = await command(['--help'])
  expect(code).toBe(0)
  for (const name of [
    'serve',
    'worker',
    'migrate',
    'demo create',
    'people import',
    'payroll show',
    'audit verify',
  ])
    expect(stdout).toContain(`ansinh ${name}`)
})

/** The database is killed without warning: whoever asks is told to wait, and it comes back by itself. */
async function expectToOutliveItsDatabase(origin: string) {
  const ask = () => fetch(`${origin}/api/demo-accounts`)
  const postmaster = await postmasterOf(home)
  process.kill(postmaster, 'SIGKILL')
  // All at once, because it may be there again in a moment.
  const [refused, health] = await Promise.all([ask(), fetch(`${origin}/healthz`)])
  expect(refused.status).toBe(503)
  expect(await refused.json()).toMatchObject({ code: 'database_restarting' })
  expect(health.status).toBe(200)
  await until(async () => (await fetch(`${origin}/readyz`)).ok)
  expect(await (await ask()).json()).toEqual([])
  expect(await postmasterOf(home)).not.toBe(postmaster)
}

/** Who looks up too much on a page, or says so in pieces of unknown length, shuts out themselves and nobody else. */
async function expectToLimitEachCaller(origin: string) {
  const key = new URLSearchParams({ code: 'HS-26-7KQ4-MX2', born: '1948' })
  const from = (address?: string): Record<string, string> => (address ? { 'x-real-ip': address } : {})
  const page = async (address?: string) => {
    const response = await fetch(`${origin}/tra-cuu`, { method: 'POST', body: key, headers: from(address) })
    return response.text()
  }
  const inPieces = (address: string) =>
    fetch(`${origin}/api/portal/tracking`, {
      method: 'POST',
      headers: { ...from(address), 'content-type': 'application/json' },
      body: new Blob([JSON.stringify(Object.fromEntries(key))]).stream(),
      duplex: 'half',
    } as RequestInit) // The kind of fetch pages have lacks it.
  const [missing, tooMany] = [/Không thấy hồ sơ nào/, /nhiều lần/]
  for (let time = 1; time <= 10; time++) expect(await page('192.0.2.1')).toMatch(missing)
  expect(await page('192.0.2.1')).toMatch(tooMany)
  expect((await inPieces('192.0.2.1')).status).toBe(429)
  for (let time = 1; time <= 10; time++) expect((await inPieces('192.0.2.2')).status).toBe(404)
  expect((await inPieces('192.0.2.2')).status).toBe(429)
  expect(await page('192.0.2.2')).toMatch(tooMany)
  // Others have used up nothing, named by the proxy or by their connection.
  expect(await page('192.0.2.3')).toMatch(missing)
  expect(await page()).toMatch(missing)
}

async function postmasterOf(directory: string): Promise<number> {
  const [pid] = (await readFile(join(directory, 'data/data/postmaster.pid'), 'utf8')).split('\n')
  return Number(pid)
}

function environment() {
  return {
    ...process.env,
    ANSINH_HOME: home,
    ANSINH_MODE: 'production',
    ANSINH_TRUSTED_PROXY_HEADER: 'x-real-ip',
    LOG_LEVEL: 'error',
  }
}

async function serve(): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, [cli, 'serve', '--no-build', '--port', '0'], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(child)
  const [line] = (await once(child.stdout!.setEncoding('utf8'), 'data')) as [string]
  return { child, origin: line.replace('An Sinh: ', '').trim() }
}

/** These words one after the other in one process, for the program takes longer to load than to refuse them. */
async function severalCommands(all: readonly (readonly string[])[], language = 'vi') {
  const script = `
    const parts = ${JSON.stringify(parts)}
    const [{ keepCompiled }, { runCommandLine }] = await Promise.all(parts.map((part) => import(part)))
    keepCompiled({ isStart: false })
    for (const argv of JSON.parse(process.argv[1])) {
      const code = await runCommandLine(argv)
      process.stdout.write(code + '\\0')
      process.stderr.write('\\0')
    }`
  const args = ['--input-type=module', '-e', script, '--', JSON.stringify(all), '--lang', language]
  const { code, stdout, stderr } = await outcomeOf(spawn(process.execPath, args, { env: environment() }))
  if (code !== 0) throw new Error(stderr)
  const said = stderr.split('\0')
  return stdout
    .split('\0')
    .slice(0, -1)
    .map((text, index) => ({
      code: Number(text.at(-1)),
      stdout: text.slice(0, -1),
      stderr: said[index] ?? '',
    }))
}

async function command(args: readonly string[], input = '') {
  return outcomeOf(spawn(process.execPath, [cli, ...args], { env: environment() }), input)
}

async function outcomeOf(child: ChildProcessWithoutNullStreams, input = '') {
  started.push(child)
  child.stdin.end(input)
  const [stdout, stderr] = await Promise.all([child.stdout, child.stderr].map((stream) => stream.toArray()))
  const text = (chunks: unknown[] | undefined) => Buffer.concat((chunks ?? []) as Buffer[]).toString()
  if (child.exitCode === null) await once(child, 'exit')
  return { code: child.exitCode, stdout: text(stdout), stderr: text(stderr) }
}

/** How many processes have this directory in their command line: the database and whatever it started. */
async function processesOf(directory: string): Promise<number> {
  const { stdout } = await run('ps', ['-eo', 'args'])
  return stdout.split('\n').filter((line) => line.includes(directory)).length
}

async function until(isSo: () => Promise<boolean>) {
  for (const deadline = performance.now() + 30_000; performance.now() < deadline; await sleep(50))
    if (await isSo()) return
  throw new Error('It took more than half a minute')
}
