/**
 * The portal in Lighthouse, each page as a middling telephone sees it over a slow 4G (Lighthouse’s own: 150 ms there and back,
 * 1.6 Mbit/s, processor four times slower), with an empty cache. Aims: 95 in all three, largest contentful paint in 1.5 s.
 *
 *   node bench/lighthouse.ts                                  starts the program on a demonstration of its own
 *   node bench/lighthouse.ts http://localhost:4311 /,/tra-cuu   a server that runs already, and these pages alone
 *
 * Below each page stands what Lighthouse found wanting. It is fetched by npx when this runs and is no dependency: it brings a hundred
 * packages, a crash reporter among them, which nobody needs who builds or tests the product.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { chromium } from '../app/testing/chromium.ts'
import { load, machine, round } from './measure.ts'
import { served } from './serving.ts'

const version = '13.5.0'
const everyPage =
  '/,/kiem-tra,/nop-ho-so,/nop-ho-so/monthly_allowance,/tra-cuu,/phan-anh,/muc-huong,/cong-khai'
const { origin, done } = await served(process.argv[2])
const addresses = (process.argv[3] ?? everyPage).split(',')
const categories = ['performance', 'accessibility', 'best-practices'] as const

const Report = z.object({
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.record(
    z.string(),
    z.object({ title: z.string(), score: z.number().nullable(), numericValue: z.number().optional() }),
  ),
})

const { executablePath = '', args = [], env = process.env } = await chromium()
process.stdout.write(`${machine()}, ${load()}, Lighthouse ${version}\n`)
for (const address of addresses) {
  const { categories: found, audits } = await reportOf(origin + address)
  const scores = categories.map((name) => `${name} ${round(100 * (found[name]?.score ?? 0))}`)
  const painted = round((audits['largest-contentful-paint']?.numericValue ?? 0) / 1000, 2)
  process.stdout.write(
    `${address}: ${scores.join(', ')}; largest contentful paint ${painted} s (aims 95, 1.5 s)\n`,
  )
  for (const { title, score } of Object.values(audits))
    if (score !== null && score < 0.9) process.stdout.write(`    ${round(score, 2)} ${title}\n`)
}

await done()

async function reportOf(url: string) {
  const options = [
    '--yes',
    `lighthouse@${version}`,
    url,
    '--quiet',
    '--output=json',
    '--no-enable-error-reporting',
    `--only-categories=${categories.join(',')}`,
    `--chrome-flags=${['--headless', ...args].join(' ')}`,
  ]
  const { stdout } = await promisify(execFile)('npx', options, {
    env: { ...env, CHROME_PATH: executablePath } as NodeJS.ProcessEnv, // Playwright’s type allows numbers.
    maxBuffer: 64 * 1024 * 1024,
  })
  return Report.parse(JSON.parse(stdout))
}
