import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TimestampWire } from '#platform/server/wires'
import { givenTimestampKey } from './certificates.ts'

/** The simulated timestamp authority, as the program of its own that it is. */
export type TimestampAuthority = {
  readonly wire: TimestampWire
  /** What it does wrong from now on; its README lists it. */
  readonly behave: (behaviour: Readonly<Record<string, boolean>>) => Promise<void>
  readonly stop: () => Promise<void>
}

const main = join(import.meta.dirname, '../../../simulators/timestamp-authority/main.ts')

export async function startTimestampAuthority(): Promise<TimestampAuthority> {
  const keys = await mkdtemp(join(tmpdir(), 'timestamp-authority-'))
  for (const name of ['authority', 'other']) {
    const { key, certificate } = givenTimestampKey(`Dấu thời gian: ${name}`)
    await writeFile(join(keys, `${name}.key.pem`), key)
    await writeFile(join(keys, `${name}.certificate.pem`), certificate)
  }
  const child = spawn(process.execPath, [main, '--port', '0', '--keys', keys], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string] // A line is a text.
  return {
    wire: { url, certificate: join(keys, 'authority.certificate.pem') },
    behave: async (behaviour) => {
      const response = await fetch(`${url}/sim/behaviour`, { method: 'PUT', body: JSON.stringify(behaviour) })
      if (!response.ok) throw new Error(await response.text())
    },
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
      await rm(keys, { recursive: true })
    },
  }
}
