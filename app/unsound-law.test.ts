import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const fault = 'Luật của chương trình này không nhất quán: R13: MSA-6: disability không bao giờ là terrible'

const commands = [
  'serve --port 0',
  'worker',
  'payroll show',
  'law cases',
  'law explain nobody.json --month 2026-11',
  'demo verify',
]
test.for(commands)('a mistake in khoản 6 stops «%s» before it begins, in one line', async (command) => {
  const { exit, said, printed } = await run(command.split(' '))
  expect(said.split('\n').filter(Boolean)).toEqual([expect.stringContaining(fault)])
  expect(printed).toBe('')
  expect(exit).toBe(1)
})

test('in English it says so in English', async () => {
  const { said } = await run(['payroll', 'show', '--lang', 'en'])
  expect(said).toContain('The law of this program is not sound: R13: MSA-6: disability is never terrible')
})

test('and a program that asked for JSON reads it as JSON', async () => {
  const { printed } = await run(['payroll', 'show', '--json'])
  expect(JSON.parse(printed)).toMatchObject({
    error: { code: 'law_unsound', message: expect.stringContaining(fault) },
  })
})

/** The program as it is started, but for the mistake in its law. */
async function run(
  words: readonly string[],
): Promise<{ exit: number | null; said: string; printed: string }> {
  const at = (file: string) => fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, ['--import', at('testing/faulty-law.ts'), at('cli.ts'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, printed] = ['', '']
  child.stderr.on('data', (text) => (said += String(text)))
  child.stdout.on('data', (text) => (printed += String(text)))
  const exit = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { exit, said, printed }
}
