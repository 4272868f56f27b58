/**
 * What the browser loads to work the law out by itself: `node bench/engine-size.ts`. Each part is bundled for the browser as
 * the product is, alone, minified and compressed; zod is in the application anyway and stands apart.
 */
import { resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, type Rollup } from 'vite'
import { round } from './measure.ts'

const limit = 40_000
const domain = resolve('modules/entitlement/domain')
const parts = {
  'engine and the law since 2015': `export { dueIn } from '${domain}/determine.ts'`,
  'with the explanation': `export { dueIn } from '${domain}/determine.ts'
    export { explain } from '${domain}/explain.ts'`,
  'with the explanation and its Vietnamese words': `export { dueIn } from '${domain}/determine.ts'
    export { explain } from '${domain}/explain.ts'
    export { wordsVi } from '${domain}/words.vi.ts'`,
  'with the kernel over columns': `export { dueIn, engine } from '${domain}/determine.ts'
    export { compileMonth, dueColumns } from '${domain}/evaluators/kernel.ts'
    export { buildColumns } from '${domain}/evaluators/columns.ts'`,
}

for (const [name, source] of Object.entries(parts)) {
  const [whole, withoutZod] = [await sizeOf(source, []), await sizeOf(source, ['zod'])]
  process.stdout.write(
    `${name}: ${kilobytes(withoutZod.gzip)} compressed (${kilobytes(withoutZod.brotli)} by brotli), ` +
      `${kilobytes(whole.gzip)} with zod; modules in it: ${withoutZod.modules}\n`,
  )
  if (name.startsWith('engine') && withoutZod.gzip > limit) process.exitCode = 1
}

async function sizeOf(source: string, external: readonly string[]) {
  const entry = '\0part'
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'part',
        resolveId: (id) => (id === 'part' ? entry : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      rolldownOptions: { input: 'part', external: [...external], preserveEntrySignatures: 'strict' },
    },
  })) as Rollup.RollupOutput // Not written and not watched, it is this.
  const chunks = built.output.filter((one) => one.type === 'chunk')
  const code = chunks.map((chunk) => chunk.code).join('\n')
  return {
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code).length,
    modules: chunks.reduce((sum, { moduleIds }) => sum + moduleIds.length, 0),
  }
}

function kilobytes(bytes: number) {
  return `${round(bytes / 1000)} kB`
}
