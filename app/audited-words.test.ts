import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { listOperations } from './operations.ts'
import { actions as english } from '../modules/audit/web/actions.en.ts'
import { actions as vietnamese } from '../modules/audit/web/actions.vi.ts'

/** Written by a command itself, beside what its operation says of it. */
const written = /\baction: '([a-z]+\.[a-z_]+)'/g

test('the trail calls whatever is done by its name, in both languages', async () => {
  const done = new Set(listOperations().flatMap(({ audit }) => audit ?? []))
  for await (const file of glob('{modules,platform,app}/**/*.ts', {
    exclude: (name) => name === 'node_modules',
  })) {
    if (file.endsWith('.test.ts')) continue
    for (const [, action] of (await readFile(file, 'utf8')).matchAll(written)) done.add(action!)
  }
  expect(done.size).toBeGreaterThan(200)
  expect([...done].filter((action) => !(action in vietnamese))).toEqual([])
  expect(Object.keys(english).toSorted()).toEqual(Object.keys(vietnamese).toSorted())
})
