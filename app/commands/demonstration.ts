import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { handOnCompiled } from '#platform/server/compile-cache'
import { openDatabase } from '#platform/server/database'
import type { Postgres } from '#platform/server/postgres'
import { readDemo } from '../demo/state.ts'
import { showProgress } from './progress.ts'
import { t } from './language.ts'

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))

/** Most of what it makes is short-lived: with more room for that, it is collected far less often. */
const memory = ['--max-semi-space-size=64', '--max-old-space-size=1024']

/**
 * Creates the demonstration province on the first start, in a process of its own: the memory it takes is given back,
 * and it ends with this process, however that ends.
 */
export async function prepareDemonstration(
  { ownerUrl }: Postgres,
  size: string,
  report: (share: number) => void,
): Promise<void> {
  if (await isReady(ownerUrl)) return
  const progress = showProgress(t.progress.demonstration)
  handOnCompiled()
  const child = spawn(
    process.execPath,
    [...memory, cli, 'demo', 'create', '--unless-there', '--size', size],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  )
  const said: string[] = []
  child.stderr!.setEncoding('utf8').on('data', (text: string) => said.push(text))
  child.on('message', ({ share }: { share: number }) => {
    report(share)
    progress.update(Math.floor(100 * share), 100)
  })
  const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject))
  progress.end()
  if (code !== 0)
    throw new Error(
      `The demonstration province could not be created:\n${said.join('').split('\n').slice(-5).join('\n')}`,
    )
}

async function isReady(ownerUrl: string): Promise<boolean> {
  const owner = openDatabase(ownerUrl, 1)
  try {
    return (await readDemo(owner))?.state === 'ready'
  } finally {
    await owner.destroy()
  }
}
