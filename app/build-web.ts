import { spawn } from 'node:child_process'
import { glob, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { constants, setPriority } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { t } from './commands/language.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources =
  '{index.html,vite.config.ts,package-lock.json,{app,kernel,platform,ui,modules}/**/*.{ts,tsx,css,svg,html}}'

/** Builds the web application unless what is built is newer than every source, so that later starts take seconds. */
export async function buildWeb(): Promise<void> {
  if (await isCurrent()) return
  process.stderr.write(`${t.building}\n`)
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  // On a first start the demonstration takes five times as long, and leaves it a processor often enough.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  const code = await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject))
  if (code !== 0) throw new Error('The web application could not be built; the lines above say why')
}

async function isCurrent(): Promise<boolean> {
  const built = await changedAt(join(root, 'dist/index.html'))
  if (built === 0) return false
  for await (const file of glob(sources, { cwd: root }))
    if (!/\.test\.tsx?$|\/server\/|\/db\//.test(file) && (await changedAt(join(root, file))) > built)
      return false
  return true
}

/** When a file was last written; 0 where there is none. */
async function changedAt(file: string): Promise<number> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return undefined
  })
  return found?.mtimeMs ?? 0
}
