import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { sql } from 'kysely'
import type { Instant, Month } from '#kernel/civil-date'
import { layoutVersion, type Kernel } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { stateDirectory } from '#platform/server/state-directory'
import type { Baseline } from '../domain/baseline.ts'
import { registerLayout, type Register } from '../domain/register.ts'

/** A register as it was read: of which version, and when. */
export type Snapshot = {
  readonly register: Register
  readonly version: string
  readonly readAt: Instant
}

/** Whose register of which month. Another layout of the columns is another register. */
export type SnapshotKey = string

export async function keyOf(ctx: Ctx, month: Month): Promise<SnapshotKey> {
  const { rows } = await sql<{ database: string }>`
    select concat(datname, oid) as database from pg_database where datname = current_database()`.execute(
    ctx.db(),
  )
  const scope = JSON.stringify([rows[0]!.database, ctx.actor.areaId, layoutVersion, registerLayout]) // We are in one of them.
  return `${month}-${createHash('sha256').update(scope).digest('hex').slice(0, 16)}`
}

const mostBytes = 512 * 2 ** 20
const mostFiles = 6

/** The snapshots used last, with what each law was already worked out to give; the oldest go when they grow too large. */
const kept = new Map<SnapshotKey, Snapshot & { readonly baselines: Map<string, Baseline> }>()

/** The snapshot of a key, from memory or from the file another process wrote; undefined where nobody has read it yet. */
export async function findSnapshot(key: SnapshotKey, version?: string): Promise<Snapshot | undefined> {
  const known = kept.get(key)
  if (known && (version === undefined || known.version === version)) return keep(key, known)
  const file = await readOrNothing(pathOf(key))
  if (!file) return known
  const read = deserialize(file) as Snapshot // What keepSnapshot wrote, under the same layout.
  return known && known.readAt >= read.readAt ? known : keep(key, read)
}

/** Keeps a snapshot for this process, and in a file for the others on this machine. Nobody’s name or number is in it. */
export async function keepSnapshot(key: SnapshotKey, snapshot: Snapshot): Promise<void> {
  keep(key, snapshot)
  await mkdir(directory(), { recursive: true, mode: 0o700 })
  const unfinished = `${pathOf(key)}.${process.pid}`
  await writeFile(unfinished, serialize(snapshot), { mode: 0o600 })
  await rename(unfinished, pathOf(key))
  await forgetOldFiles()
}

/** What a law gives everybody of a snapshot, worked out once. */
export function baselinesOf(key: SnapshotKey, { ml }: Kernel) {
  const baselines = kept.get(key)?.baselines
  const name = `${ml.version} ${ml.procedure.id} ${ml.month}`
  return {
    find: () => baselines?.get(name),
    keep: (baseline: Baseline) => void baselines?.set(name, baseline),
  }
}

function keep(key: SnapshotKey, snapshot: Snapshot): Snapshot {
  const before = kept.get(key)
  kept.delete(key)
  const isSame = before?.version === snapshot.version && before.readAt === snapshot.readAt
  kept.set(key, isSame ? before : { ...snapshot, baselines: new Map() })
  let bytes = 0
  for (const [other, { register }] of [...kept].toReversed()) {
    bytes += register.length * bytesOfPerson
    if (bytes > mostBytes && other !== key) kept.delete(other)
  }
  return snapshot
}

/** Two standings, who the spouse is, and what one law gives. */
const bytesOfPerson = 114

const directory = () => join(stateDirectory(), 'simulation')
const pathOf = (key: SnapshotKey) => join(directory(), `${key}.register`)

async function readOrNothing(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function forgetOldFiles() {
  const paths = (await readdir(directory()))
    .filter((name) => name.endsWith('.register'))
    .map((name) => join(directory(), name))
  const aged = await Promise.all(paths.map(async (path) => ({ path, at: (await stat(path)).mtimeMs })))
  const old = aged.toSorted((one, other) => other.at - one.at).slice(mostFiles)
  await Promise.all(old.map(({ path }) => rm(path, { force: true })))
}
