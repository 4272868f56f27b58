import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Assets } from '../pages/layout.ts'

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
    assets: z.array(z.string()).default([]),
  }),
)
type Manifest = z.infer<typeof Manifest>

const start = 'modules/portal/web/start.ts'
const screener = 'modules/portal/web/screener.ts'
const forms = 'modules/portal/web/forms.ts'
const worker = 'modules/portal/web/service-worker.ts'

/** What the build made for the portal: addresses for the pages, what the phone keeps, and the worker that keeps it. */
export type Built = {
  readonly assets: Assets
  /** Everything the portal needs without a network. */
  readonly kept: readonly string[]
  readonly worker: string | undefined
}

/** Reads what was built; without a build the pages stand on their own, which they can. */
export async function readBuilt(directory: string): Promise<Built> {
  const manifest = await readManifest(directory)
  const address = (file: string) => `/${file}`
  const fileOf = (entry: string) => manifest[entry] && address(manifest[entry].file)
  const needed = [start, screener, forms].flatMap((entry) => followed(manifest, entry))
  const sheets = [...new Set(needed.flatMap((name) => manifest[name]!.css))]
  const styles = await Promise.all(sheets.map((file) => readFile(join(directory, file), 'utf8')))
  const ahead = followed(manifest, screener)
    .filter((name) => name !== screener && !isForSome.test(name))
    .map((name) => address(manifest[name]!.file))
  const fonts = needed.flatMap((name) => manifest[name]!.assets).filter((file) => !file.includes('latin-ext'))
  return {
    assets: {
      styles: styles.join('\n'),
      script: fileOf(start),
      screener: fileOf(screener),
      ahead,
      forms: fileOf(forms),
    },
    kept: [...new Set([...needed.map((name) => address(manifest[name]!.file)), ...fonts.map(address)])],
    worker: manifest[worker] && (await readFile(join(directory, manifest[worker].file), 'utf8')),
  }
}

/** Words of one language, what only older phones need, and what draws a code once somebody opens it. */
const isForSome = /messages\.\w\w\.ts$|temporal-polyfill|node_modules\/qr\//

async function readManifest(directory: string): Promise<Manifest> {
  const text = await readFile(join(directory, '.vite/portal.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      return '{}'
    },
  )
  return Manifest.parse(JSON.parse(text))
}

function followed(manifest: Manifest, entry: string): readonly string[] {
  const found = new Set<string>()
  const follow = (name: string) => {
    const one = manifest[name]
    if (found.has(name) || !one) return
    found.add(name)
    for (const next of [...one.imports, ...one.dynamicImports]) follow(next)
  }
  follow(entry)
  return [...found]
}
