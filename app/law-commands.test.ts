import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const cli = fileURLToPath(new URL('cli.ts', import.meta.url))

test('a reader that stops ends a command quietly, however much it had still to say', async () => {
  const child = begin('law diff --from 2015-01-01 --to 2026-11-23 --json')
  child.stdout.destroy()
  expect(await endOf(child)).toEqual({ exit: 0, said: '' })
})

test.for([
  ['law book --on 2014-01-01', 'Hệ thống không có quy định trước tháng 01/2015'],
  ['law book --on 2031-01-01', 'Hệ thống chưa biết quy định sau tháng 12/2030'],
  ['law diff --from 2030-01-01 --to 2010-01-01', 'Hệ thống không có quy định trước tháng 01/2015'],
] as const)('%s is refused: %s', async ([command, words]) => {
  const child = begin(command)
  let printed = ''
  child.stdout.on('data', (chunk) => (printed += chunk))
  expect(await endOf(child)).toEqual({
    exit: 1,
    said: expect.stringMatching(new RegExp(`^${words}[^\\[{]*$`)),
  })
  expect(printed).toBe('')
})

function begin(command: string) {
  return spawn(process.execPath, [cli, ...command.split(' ')], { stdio: ['ignore', 'pipe', 'pipe'] })
}

async function endOf(child: ReturnType<typeof begin>): Promise<{ exit: number | null; said: string }> {
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  const [exit] = await once(child, 'close')
  return { exit, said }
}
