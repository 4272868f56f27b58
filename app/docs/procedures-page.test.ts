import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { printProcedures } from './procedures-page.ts'

test('docs/procedures.md is what the procedures are', async () => {
  const printed = await readFile(new URL('../../docs/procedures.md', import.meta.url), 'utf8')
  expect(plain(printed), 'run: npm run docs').toBe(plain(printProcedures()))
})

/** Tables as they are told, however the formatter has laid them out. */
function plain(markdown: string) {
  return markdown.replaceAll(/[\s-]+/g, ' ')
}
