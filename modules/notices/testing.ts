import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { SmsWire } from '#platform/server/wires'

type SentMessage = { readonly to: string; readonly text: string; readonly key: string }

/** The simulated gateway, as the program of its own that it is. */
export type Gateway = {
  readonly wire: SmsWire
  /** What it does wrong from now on; its README lists it. */
  readonly behave: (behaviour: Readonly<Record<string, unknown>>) => Promise<void>
  /** What telephones got. */
  readonly messages: () => Promise<readonly SentMessage[]>
  readonly stop: () => Promise<void>
}

const main = join(import.meta.dirname, '../../simulators/sms-gateway/main.ts')

export async function startGateway(): Promise<Gateway> {
  const store = await mkdtemp(join(tmpdir(), 'sms-gateway-'))
  const [key, secret] = ['ansinh', 'a secret between a test and its gateway']
  const settings = ['--port', '0', '--key', key, '--secret', secret, '--store', store]
  const child = spawn(process.execPath, [main, ...settings], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string] // A line is a text.
  const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
    const response = await fetch(`${url}/sim${path}`, init)
    if (!response.ok) throw new Error(await response.text())
    return response.json()
  }
  return {
    wire: { url, key, secret, hours: '07:00-20:00', perMinute: 1000 },
    behave: async (behaviour) => {
      await ask('/behaviour', { method: 'PUT', body: JSON.stringify(behaviour) })
    },
    messages: async () => (await ask('/messages')) as SentMessage[], // As its README says.
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
      await rm(store, { recursive: true })
    },
  }
}
