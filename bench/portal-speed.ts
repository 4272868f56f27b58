/**
 * How the portal feels on a cheap phone: `node bench/portal-speed.ts`, or with the address of a server that runs already. The
 * processor is slowed down four times; pages come over a throttled 4G (1.6 Mbit/s, 150 ms there and back), each with an
 * empty cache. Medians of several rounds. What the next question costs is for portal-questions.ts to say.
 */
import { chromium as playwright, type Page } from 'playwright'
import { chromium } from '../app/testing/chromium.ts'
import { load, machine, round } from './measure.ts'
import { served } from './serving.ts'

const { origin, done } = await served(process.argv[2])
const rounds = Number(process.argv[3] ?? 7)
const slowdown = 4
const network = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 }
const addresses = ['/', '/kiem-tra', '/muc-huong', '/tra-cuu', '/nop-ho-so', '/cong-khai']

process.stdout.write(`${machine()}, ${load()}, processor slowed down ${slowdown} times\n`)
const browser = await playwright.launch(await chromium())
for (const address of addresses) {
  const paints: number[] = []
  for (let turn = 0; turn < rounds; turn++) paints.push(await largestPaint(address))
  process.stdout.write(
    `${address}: largest contentful paint ${round(median(paints) / 1000, 2)} s (aim 1.5)\n`,
  )
}
await browser.close()
await done()

async function slowPage(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    locale: 'vi-VN',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await session.send('Network.emulateNetworkConditions', network)
  return page
}

async function largestPaint(address: string): Promise<number> {
  const page = await slowPage()
  await page.goto(origin + address, { waitUntil: 'networkidle' })
  const painted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  await page.context().close()
  return painted
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]!
}
