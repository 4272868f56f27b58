import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { PopulationWire } from '#platform/server/wires'

/** The simulated population register, as the program of its own that it is. */
export type Registry = {
  readonly wire: PopulationWire
  /** What it does wrong from now on; its README lists it. */
  readonly behave: (behaviour: Readonly<Record<string, unknown>>) => Promise<void>
  /** Lets these things happen; gives the numbers they were told under. */
  readonly happen: (...happenings: readonly object[]) => Promise<readonly number[]>
  readonly live: (order: object) => Promise<{ readonly told: number; readonly last: number }>
  readonly stop: () => Promise<void>
}

const main = join(import.meta.dirname, '../../simulators/population-register/main.ts')

/** Starts one with these residents, as lines of its CSV. */
export async function startRegistry(residents: readonly string[] = []): Promise<Registry> {
  const store = await mkdtemp(join(tmpdir(), 'population-register-'))
  const [key, secret] = ['ansinh', 'a secret between a test and its register']
  const seed = join(store, 'residents.csv')
  await writeFile(seed, [residentColumns, ...residents].join('\n'))
  const settings = ['--port', '0', '--key', key, '--secret', secret, '--store', store, '--seed', seed]
  const child = spawn(process.execPath, [main, ...settings], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string] // A line is a text.
  const ask = async (path: string, method: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/sim${path}`, { method, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(await response.text())
    return response.json()
  }
  return {
    wire: { url, key, secret },
    behave: async (behaviour) => void (await ask('/behaviour', 'PUT', behaviour)),
    happen: async (...happenings) =>
      ((await ask('/happenings', 'POST', happenings)) as { numbers: number[] }).numbers, // As its README says.
    live: async (order) => (await ask('/life', 'POST', order)) as { told: number; last: number },
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
      await rm(store, { recursive: true })
    },
  }
}

export const residentColumns =
  'number,former_number,full_name,sex,born,born_precision,died_on,area,village,address,household'
