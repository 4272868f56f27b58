import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Runs every test there is – cases, program, components, journeys – and says in its last line how many passed and failed. */
const { resolve } = createRequire(import.meta.url)
const reports = await mkdtemp(join(tmpdir(), 'ansinh-tests-'))

type Count = { readonly passed: number; readonly failed: number }

const counts = [await runVitest(), await runPlaywright()]
await rm(reports, { recursive: true })
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

async function runVitest(): Promise<Count> {
  const file = join(reports, 'vitest.json')
  const program = join(dirname(resolve('vitest/package.json')), 'vitest.mjs')
  const code = await run(program, [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  type Report = {
    numPassedTests: number
    numFailedTests: number
    testResults: { status: string; assertionResults: { status: string }[] }[]
  }
  const report = (await readReport(file)) as Report | undefined // As vitest’s json reporter writes it.
  if (!report) return { passed: 0, failed: 1 }
  // A file that cannot be loaded has no tests that could fail.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  )
  return withCode(code, { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length })
}

async function runPlaywright(): Promise<Count> {
  const file = join(reports, 'playwright.json')
  const program = join(dirname(resolve('@playwright/test/package.json')), 'cli.js')
  const code = await run(program, ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  type Report = { stats: { expected: number; unexpected: number; flaky: number } }
  const report = (await readReport(file)) as Report | undefined // As playwright’s json reporter writes it.
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.stats
  return withCode(code, { passed: expected + flaky, failed: unexpected })
}

function run(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => resolve(code ?? 1)).once('error', reject)
  })
}

/** Undefined where the runner did not come so far as to write one. */
async function readReport(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return undefined
  })
  return text === undefined ? undefined : JSON.parse(text)
}

/** A runner that fails without a failed test failed somewhere else, and that counts. */
function withCode(code: number, { passed, failed }: Count): Count {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}
