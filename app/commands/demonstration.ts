import { sql } from 'kysely'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { handOnCompiled } from '#platform/server/compile-cache'
import { openDatabase } from '#platform/server/database'
import type { Postgres } from '#platform/server/postgres'
import { readDemo } from '../demo/state.ts'
import { showProgress } from './progress.ts'
import { t } from './language.ts'

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))

/** Most of what it makes is short-lived: with room for that, and for what it keeps, it is collected far less often. */
const memory = [
  '--min-semi-space-size=64',
  '--max-semi-space-size=64',
  '--initial-old-space-size=1536',
  '--max-old-space-size=2048',
]

export type Making = {
  /** Ends when the demonstration is there, and hears until then how far it is, from 0 to 1. */
  readonly ready: (report: (share: number) => void) => Promise<void>
  /** Ends when its first jobs are done, too, or whoever did them is gone. */
  readonly worked: Promise<unknown>
  /** Nobody waits for it any more; what is half made is wiped next time. */
  readonly stop: () => void
}

/**
 * Begins to create the demonstration province on the first start, in a process of its own: the memory it takes is given back,
 * and it ends with this process, however that ends. It reads its program while this one still makes the tables, and waits
 * for them as any other does. Then it does what such a province leaves to be done, its papers first of all: that takes more
 * memory than anything after it. Undefined where the demonstration is there.
 */
export async function beginDemonstration({ ownerUrl }: Postgres, size: string): Promise<Making | undefined> {
  if (await isReady(ownerUrl)) return undefined
  handOnCompiled()
  const child = spawn(
    process.execPath,
    [...memory, cli, 'demo', 'create', '--unless-there', '--then-work', '--size', size],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  )
  const said: string[] = []
  const remember = (text: string) => said.push(text)
  child.stderr!.setEncoding('utf8').on('data', remember)
  const ended = new Promise((resolve, reject) => child.once('close', resolve).once('error', reject))
  ended.catch(() => {}) // Heard by whoever waits for it.
  return {
    ready: async (report) => {
      const progress = showProgress(t.progress.demonstration)
      const isMade = new Promise<'made'>((resolve) =>
        child.on('message', ({ share, isReady }: Told) => {
          report(share)
          progress.update(Math.floor(100 * share), 100)
          if (isReady) resolve('made')
        }),
      )
      const how = await Promise.race([isMade, ended])
      progress.end()
      if (how !== 'made' && how !== 0)
        throw new Error(
          `The demonstration province could not be created:\n${said.join('').split('\n').slice(-5).join('\n')}`,
        )
      // What goes wrong from now on is somebody’s job, of which the log tells.
      child.stderr!.off('data', remember).pipe(process.stderr)
    },
    worked: ended,
    stop: () => void child.kill(),
  }
}

/** What the process of a demonstration tells whoever started it. */
export type Told = { readonly share: number; readonly isReady?: true }

/** Asked before there are tables, too. */
async function isReady(ownerUrl: string): Promise<boolean> {
  const owner = openDatabase(ownerUrl, 1)
  try {
    const { rows } = await sql<{ hasTables: boolean }>`
      select to_regclass('platform.setting') is not null as "hasTables"`.execute(owner)
    return rows[0]!.hasTables && (await readDemo(owner))?.state === 'ready'
  } finally {
    await owner.destroy()
  }
}
