/**
 * What a citizen’s phone loads, compressed: `node bench/portal-size.ts` after a build. A page counts with its style sheet and
 * with everything its scripts go on to load in one language; a phone without Temporal loads that too.
 */
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'

const limit = 120_000

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
)
const manifest = Manifest.parse(JSON.parse(await readFile('dist/.vite/portal.json', 'utf8')))
const start = 'modules/portal/web/start.ts'
const pages = {
  'a page to read': [start],
  'the questions, with the law': [start, 'modules/portal/web/screener.ts'],
  'an application': [start, 'modules/portal/web/forms.ts'],
}

for (const [page, entries] of Object.entries(pages)) {
  const needed = followed(entries, ({ isPolyfill, isEnglish }) => !isPolyfill && !isEnglish)
  const older = followed(entries, ({ isEnglish }) => !isEnglish)
  const [scripts, withPolyfill, styles] = await Promise.all([
    sizeOf(needed.map((name) => manifest[name]!.file)),
    sizeOf(older.map((name) => manifest[name]!.file)),
    sizeOf([...new Set(needed.flatMap((name) => manifest[name]!.css))]),
  ])
  process.stdout.write(
    `${page}: ${kilobytes(scripts)} of scripts, ${kilobytes(withPolyfill)} on a phone without Temporal, ${kilobytes(styles)} of styles; at most ${limit / 1000} kB of scripts\n`,
  )
  if (withPolyfill > limit) process.exitCode = 1
}

type Followed = { readonly isPolyfill: boolean; readonly isEnglish: boolean }

function followed(entries: readonly string[], wanted: (one: Followed) => boolean): readonly string[] {
  const found = new Set<string>()
  const follow = (name: string) => {
    const one = manifest[name]
    const isPolyfill = name.includes('temporal-polyfill') || one?.file.includes('global.esm') === true
    const isEnglish = one?.file.includes('messages.en') === true
    // What draws a code is fetched once somebody opens the part it stands in.
    const isLater = name.includes('node_modules/qr/')
    if (!one || isLater || found.has(name) || !wanted({ isPolyfill, isEnglish })) return
    found.add(name)
    for (const next of [...one.imports, ...one.dynamicImports]) follow(next)
  }
  for (const entry of entries) follow(entry)
  return [...found]
}

async function sizeOf(files: readonly string[]): Promise<number> {
  const scripts = files.filter((file) => /\.(js|css)$/.test(file))
  const sizes = await Promise.all(
    scripts.map(async (file) => gzipSync(await readFile(`dist/${file}`), { level: 9 }).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

function kilobytes(bytes: number) {
  return `${(bytes / 1000).toFixed(1)} kB`
}
