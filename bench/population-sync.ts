import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { todayInVietnam } from '#kernel/civil-date'
import { exportResidents } from '#modules/population'
import { withProgram, type Local } from '../app/commands/program.ts'
import { signedJson } from '../modules/population/server/adapters/signed-json.ts'
import { syncWith } from '../modules/population/server/sync.ts'
import { load, machine } from './measure.ts'

/**
 * How long it takes to read so many changes: `ANSINH_HOME=… node bench/population-sync.ts [changes]`. The population register is
 * the simulator, a process of its own that begins with everybody of this register; what happens in it is of all kinds, and
 * three of a hundred are late, doubled or contradict another. It writes into the register: use a copy.
 */
const changes = Number(process.argv[2] ?? 100_000)
const [key, secret] = ['bench', 'a secret between a bench and its register']
const directory = await mkdtemp(join(tmpdir(), 'population-bench-'))
const say = (text: string) => process.stdout.write(`${text}\n`)
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)

async function seedFile({ request }: Local): Promise<string> {
  const began = performance.now()
  const path = join(directory, 'residents.csv')
  const file = await open(path, 'w', 0o600)
  for await (const piece of exportResidents(request)) await file.write(piece)
  await file.close()
  say(`Residents written in ${seconds(began)} s`)
  return path
}

async function startRegister(seed: string) {
  const began = performance.now()
  const main = join(import.meta.dirname, '../simulators/population-register/main.ts')
  const settings = ['--port', '0', '--key', key, '--secret', secret, '--store', directory, '--seed', seed]
  const child = spawn(process.execPath, [main, ...settings], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string] // A line is a text.
  const lived = await fetch(`${url}/sim/life`, {
    method: 'POST',
    body: JSON.stringify({ count: changes, today: todayInVietnam() }),
  })
  if (!lived.ok) throw new Error(await lived.text())
  say(`The register began and lived in ${seconds(began)} s: ${await lived.text()}`)
  return { url, stop: () => child.kill() }
}

say(machine())
await withProgram(async (local) => {
  const register = await startRegister(await seedFile(local))
  // The other register counts from one, whatever was read before.
  await local.request((ctx) => sql`delete from population.entry`.execute(ctx.db()))
  await local.request((ctx) =>
    sql`update population.sync set last_number = 0, newest_number = 0`.execute(ctx.db()),
  )
  const began = performance.now()
  const done = await syncWith(signedJson({ url: register.url, key, secret }), {
    request: local.request,
    progress: async () => {},
    signal: new AbortController().signal,
  })
  say(`${done.taken} changes in ${seconds(began)} s (${load()}), ${JSON.stringify(done)}`)
  const { rows } = await local.request((ctx) =>
    sql<{
      outcome: string
      count: number
    }>`select outcome, reason, count(*)::integer as count from population.entry
      group by 1, 2 order by 3 desc`.execute(ctx.db()),
  )
  for (const row of rows) say(JSON.stringify(row))
  say(`${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB here`)
  register.stop()
})
await rm(directory, { recursive: true })
