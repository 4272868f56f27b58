import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { demonstration } from './demonstration.ts'

export type Serving = {
  readonly origin: string
  readonly child: ChildProcess
  readonly stop: () => Promise<void>
}

/** Starts the program as `npm start` does, on the data of ANSINH_HOME, and waits until it is ready and has done what its start left it to do. */
export async function serving(port: number): Promise<Serving> {
  const serve = ['--max-semi-space-size=8', 'app/cli.ts', 'serve', '--port', String(port)]
  const child = spawn(process.execPath, serve, { stdio: ['ignore', 'ignore', 'inherit'] })
  const origin = `http://localhost:${port}`
  for (;;) {
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}`)
    const ready = await fetch(`${origin}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) break
    await sleep(50)
  }
  while (await isAtWork(origin)) await sleep(500)
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
  return { origin, child, stop }
}

/** Where pages are measured: at a server that runs already, or at one of its own, ended by `done` with all it made. */
export async function served(
  given: string | undefined,
): Promise<{ readonly origin: string; readonly done: () => Promise<void> }> {
  if (given) return { origin: given, done: async () => {} }
  const { forget } = await demonstration()
  const { origin, stop } = await serving(4393)
  return {
    origin,
    done: async () => {
      await stop()
      await forget()
    },
  }
}

async function isAtWork(origin: string) {
  await sleep(1_000)
  const metrics = await (await fetch(`${origin}/metrics`)).text()
  return !/^ansinh_jobs_waiting 0$/m.test(metrics) || !/^ansinh_jobs_running 0$/m.test(metrics)
}

/**
 * Signs in as a demonstration account and gives what asks as a browser does, and waits for the whole answer. It costs a
 * tenth of `fetch`, for what asks shares the processors with what answers.
 */
export async function signedIn(origin: string, username: string) {
  const response = await fetch(`${origin}/api/sign-in/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ username, password: 'an-sinh-2026' }),
  })
  if (!response.ok) throw new Error(`sign-in answered ${response.status}`)
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const agent = new Agent({ keepAlive: true })
  const headers = { cookie, origin, 'accept-encoding': 'gzip' }
  return async (path: string): Promise<void> => {
    const asked = get(origin + path, { agent, headers })
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    answer.resume()
    await once(answer, 'end')
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} for ${path}`)
  }
}
