import { existsSync, mkdirSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { stateDirectory } from './state-directory.ts'

/**
 * Keeps what Node makes of the program beside its data, where nobody else writes: at later starts the compiler of
 * TypeScript stays away, with the time and the memory it takes. Counts for what is loaded after this.
 */
export function keepCompiled() {
  // The first start makes the directory, as it has to be.
  if (!existsSync(stateDirectory())) return
  const directory = join(stateDirectory(), 'compiled')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  enableCompileCache(directory)
}
