import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

export type Serving = {
  readonly origin: string
  readonly child: ChildProcess
  readonly stop: () => Promise<void>
}

/** Starts `ansinh serve` on the data of ANSINH_HOME and waits until its sign-in page answers. */
export async function serving(port: number): Promise<Serving> {
  const child = spawn(process.execPath, ['app/cli.ts', 'serve', '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
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
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
  return { origin, child, stop }
}

/** Signs in as a demonstration account and answers a fetch that carries the session. */
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
  return (path: string) => fetch(origin + path, { headers: { cookie, origin } })
}
