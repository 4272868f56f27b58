import { existsSync, mkdirSync } from 'node:fs'
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { stateDirectory } from './state-directory.ts'

/**
 * Keeps what Node makes of the program beside its data, where nobody else writes: at later starts the compiler of
 * TypeScript stays away, with the time and the memory it takes. Counts for what is loaded after this. The first start makes
 * the directory, as it has to be; whoever only asks for help leaves none behind.
 */
export function keepCompiled({ isStart }: { readonly isStart: boolean }) {
  if (!existsSync(stateDirectory()) && !(isStart && makeStateDirectory())) return
  const directory = join(stateDirectory(), 'compiled')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  enableCompileCache(directory)
}

/** Whether there is a directory now; where there can be none, whoever needs it will say why. */
function makeStateDirectory(): boolean {
  try {
    mkdirSync(stateDirectory(), { recursive: true, mode: 0o711 })
    return true
  } catch {
    return false
  }
}

/** Puts what was compiled until now where a process that is about to be started finds it. */
export function handOnCompiled() {
  flushCompileCache()
}
