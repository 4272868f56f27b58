/**
 * What the next question costs a cheap phone, whose processor Chromium slows down four times: from pressing «Tiếp tục» until
 * the next question has been painted by the clock, and of that the processor time of the page’s own thread; the second changes
 * little on a machine that others use. Aim: 50 ms.
 *
 *   node bench/portal-questions.ts                            starts the program on a demonstration of its own
 *   node bench/portal-questions.ts http://localhost:4311 7    a server that runs already, seven rounds instead of three
 *
 * A round is two people who answer everything they are asked, 23 presses, each in a browser that knows nothing of the page, and
 * somebody reads for 0.4 s before each press. Fewer rounds say the median well and the slow end badly.
 */
import { chromium as playwright, type CDPSession, type Page } from 'playwright'
import { chromium } from '../app/testing/chromium.ts'
import { load, machine, round } from './measure.ts'
import { served } from './serving.ts'

const { origin, done } = await served(process.argv[2])
const rounds = Number(process.argv[3] ?? 3)
const slowdown = 4

/** Two people who are asked much: somebody old and poor, and a child whose parents are gone; '' is a year of birth. */
const people = [
  [
    'Cho chính tôi',
    'Không có chuyện nào',
    '1948',
    'Tôi không biết',
    'Hộ nghèo',
    'Ở nhà một mình',
    'Không nhận khoản nào',
    'Không',
    'Tôi không muốn trả lời',
    'Không',
    'Không có ai',
    'Được',
  ],
  [
    'Cho trẻ em tôi đang nuôi',
    'Không có chuyện nào',
    '2017',
    'Tôi không biết',
    'Không phải hai loại trên',
    'Ở nhà với gia đình',
    'Không',
    'Không',
    'Đã mất',
    'Bỏ đi, Tòa án chưa tuyên bố mất tích',
    'Ông bà, cô dì chú bác, anh chị ruột',
  ],
]

type Step = {
  /** What was answered. */
  readonly question: string
  readonly painted: number
  readonly busy: number
  readonly script: number
  readonly layout: number
}

process.stdout.write(`${machine()}, ${load()}, processor slowed down ${slowdown} times\n`)
const browser = await playwright.launch(await chromium())
const steps: Step[] = []
for (let turn = 0; turn < rounds; turn++)
  for (const answers of people) steps.push(...(await answerAll(answers)))
for (const [name, of] of [
  ['painted, by the clock', (step: Step) => step.painted],
  ['busy', (step: Step) => step.busy],
  ['of it script', (step: Step) => step.script],
  ['of it style and layout', (step: Step) => step.layout],
] as const) {
  const sorted = steps.map(of).toSorted((one, other) => one - other)
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!, 1)
  process.stdout.write(
    `${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms of ${sorted.length}\n`,
  )
}
for (const [question, some] of Map.groupBy(steps, (step) => step.question)) {
  const [painted, script] = [(step: Step) => step.painted, (step: Step) => step.script].map((of) => {
    const sorted = some.map(of).toSorted((one, other) => one - other)
    return round(sorted[Math.floor(sorted.length / 2)]!, 1)
  })
  process.stdout.write(`  ${question}: painted ${painted} ms, script ${script} ms of ${some.length}\n`)
}
await browser.close()
await done()

async function answerAll(answers: readonly string[]): Promise<readonly Step[]> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    locale: 'vi-VN',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.goto(`${origin}/kiem-tra`)
  await page.getByRole('button', { name: 'Tiếp tục' }).waitFor()
  const found: Step[] = []
  for (const answer of answers) {
    if (/^\d{4}$/.test(answer)) {
      await page.getByLabel('Năm', { exact: true }).fill(answer)
      await page.getByLabel('Tôi chỉ nhớ năm sinh').check()
    } else await page.getByLabel(answer, { exact: true }).check()
    found.push(await press(page, session))
  }
  await context.close()
  return found
}

async function press(page: Page, session: CDPSession): Promise<Step> {
  // Somebody reads for a moment before they press.
  await page.waitForTimeout(400)
  const question = await page.locator('main h1').innerText()
  const before = await metrics(session)
  const painted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const began = performance.now()
        new MutationObserver((_, observer) => {
          observer.disconnect()
          // The task after the frame it is drawn in begins when it has been painted.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(performance.now() - began)
            port2.postMessage(null)
          })
        }).observe(document.querySelector('main')!, { childList: true })
        document.querySelector<HTMLButtonElement>('main [type=submit]')!.click()
      }),
  )
  const after = await metrics(session)
  const spent = (...names: string[]) =>
    names.reduce((sum, name) => sum + 1000 * ((after.get(name) ?? 0) - (before.get(name) ?? 0)), 0)
  return {
    question,
    painted,
    busy: spent('TaskDuration'),
    script: spent('ScriptDuration'),
    layout: spent('LayoutDuration', 'RecalcStyleDuration'),
  }
}

async function metrics(session: CDPSession) {
  const { metrics: found } = await session.send('Performance.getMetrics')
  return new Map(found.map(({ name, value }) => [name, value]))
}
