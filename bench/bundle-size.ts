import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'

/** First-load JavaScript of the staff application, compressed: `node bench/bundle-size.ts` after a build. */
const limit = 250_000

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
)

const manifest = Manifest.parse(JSON.parse(await readFile('dist/.vite/manifest.json', 'utf8')))
const entry = Object.keys(manifest).find((name) => manifest[name]!.isEntry)
if (!entry) throw new Error('The build has no entry')

// What the browser must have before it draws today’s page: the entry, the application it starts, that page, and all they import.
const first = needed([entry, 'app/web.tsx', 'app/web/home-page.tsx'])
const files = first.map((name) => manifest[name]!.file).filter((file) => file.endsWith('.js'))
const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(`dist/${file}`)).length))
const total = sizes.reduce((sum, size) => sum + size, 0)
process.stdout.write(
  `${files.length} files, ${(total / 1000).toFixed(1)} kB compressed; at most ${limit / 1000} kB\n`,
)
if (total > limit) process.exitCode = 1

function needed(from: readonly string[]): readonly string[] {
  const found = new Set<string>()
  const follow = (name: string) => {
    if (found.has(name) || !manifest[name]) return
    found.add(name)
    manifest[name].imports.forEach(follow)
  }
  from.forEach(follow)
  return [...found]
}
