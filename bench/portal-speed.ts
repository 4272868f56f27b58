/**
 * How the portal feels on a cheap phone: `node bench/portal-speed.ts http://localhost:4173`, a server that runs already. The
 * processor is slowed down four times; pages come over a throttled 4G (1.6 Mbit/s, 150 ms there and back), each with an
 * empty cache. Medians of several rounds.
 */
import { chromium as playwright, type Page } from 'playwright'
import { chromium } from '../app/testing/chromium.ts'
import { load, machine, round } from './measure.ts'

const origin = process.argv[2] ?? 'http://localhost:4173'
const rounds = 7
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
const questions: number[] = []
for (let turn = 0; turn < rounds; turn++) questions.push(...(await nextQuestions()))
const sorted = questions.toSorted((one, other) => one - other)
process.stdout.write(
  `next question: median ${round(median(questions))} ms, slowest ${round(sorted.at(-1)!)} ms of ${questions.length} (aim 50)\n`,
)
await browser.close()

async function slowPage(isOverNetwork: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    locale: 'vi-VN',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  if (isOverNetwork) await session.send('Network.emulateNetworkConditions', network)
  return page
}

async function largestPaint(address: string): Promise<number> {
  const page = await slowPage(true)
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

/** From pressing «Tiếp tục» until the next question has been painted. */
async function nextQuestions(): Promise<readonly number[]> {
  const page = await slowPage(false)
  await page.goto(`${origin}/kiem-tra`)
  await page.getByRole('button', { name: 'Tiếp tục' }).waitFor()
  const answers = [
    'Cho chính tôi',
    'Không có chuyện nào',
    '',
    'Tôi không biết',
    'Hộ nghèo',
    'Ở nhà một mình',
    'Không nhận khoản nào',
    'Không',
    'Tôi không muốn trả lời',
    'Không',
    'Không có ai',
    'Được',
  ]
  const found: number[] = []
  for (const answer of answers) {
    if (answer === '') await page.getByLabel('Năm', { exact: true }).fill('1948')
    if (answer === '') await page.getByLabel('Tôi chỉ nhớ năm sinh').check()
    else await page.getByLabel(answer, { exact: true }).check()
    found.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const began = performance.now()
            new MutationObserver((_, observer) => {
              observer.disconnect()
              // The frame after the one it is drawn in begins when it has been painted.
              requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)))
            }).observe(document.querySelector('main')!, { childList: true })
            document.querySelector<HTMLButtonElement>('main [type=submit]')!.click()
          }),
      ),
    )
  }
  await page.context().close()
  return found
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]!
}
