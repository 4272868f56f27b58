import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stateDirectory } from '#platform/server/state-directory'

/**
 * What a bench measures on: the demonstration in ANSINH_HOME, which is kept, or without it the smallest one, made in a
 * directory of its own and thrown away by `forget`, so that one command is enough.
 */
export async function demonstration(): Promise<{ readonly forget: () => Promise<void> }> {
  if (process.env['ANSINH_HOME']) return { forget: async () => {} }
  // The database of root runs as another account, which has to reach it.
  const around = process.getuid?.() === 0 ? dirname(stateDirectory()) : tmpdir()
  await mkdir(around, { recursive: true })
  const home = await mkdtemp(join(around, 'bench-'))
  await chmod(home, 0o711)
  process.env['ANSINH_HOME'] = home
  execFileSync(process.execPath, ['app/cli.ts', 'demo', 'create', '--size', 'tiny'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return { forget: () => rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 }) }
}
