import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { command } from './people-duplicates.ts'

const example = 'docs/examples/duplicates'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duplicates-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('the example: who is twice in a list, and why', async () => {
  const { exit, out } = await run(`${example}.csv`, { config: `${example}.json` })
  expect(exit).toBe(0)
  expect(out).toContain('DS01 · DS02')
  expect(out).toContain('born: đảo ngày và tháng (12/04/1950 · 04/12/1950)')
  expect(out).toContain('name – tên: giống nhau, một bên mất dấu (Hòa · HOA)')
  expect(out).toMatch(/đúng 100,00% số cặp tìm ra, tìm ra 100,00% số cặp đúng/)
})

test('the same as JSON, with the weights a later run may be given', async () => {
  const { out } = await run(`${example}.csv`, { config: `${example}.json` }, true)
  const result = JSON.parse(out) as {
    pairs: { one: string; other: string; verdict: string; parts: { bits: number }[]; score: number }[]
    weights: { comparisons: Record<string, unknown> }
  }
  expect(result.pairs.map(({ one, other }) => `${one} ${other}`).toSorted()).toEqual([
    'DS01 DS02',
    'DS05 DS06',
    'DS08 DS09',
  ])
  for (const { parts, score } of result.pairs)
    expect(parts.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(score, 4)
  expect(Object.keys(result.weights.comparisons)).toContain('name.given')
})

test('pairs go into a file, one line each', async () => {
  const out = join(folder, 'pairs.csv')
  await run(`${example}.csv`, { config: `${example}.json`, out })
  const lines = (await readFile(out, 'utf8')).trim().split('\n')
  expect(lines[0]).toBe('one,other,score,likelihood,verdict,explanation')
  expect(lines).toHaveLength(4)
  expect(lines[1]).toMatch(/^DS\d\d,DS\d\d,\d+\.\d\d,[01]\.\d{6},(?:sure|possible),"/)
  await expect(
    run(`${example}.csv`, { config: `${example}.json`, out: join(folder, 'no', 'x.csv') }),
  ).rejects.toThrow('không ghi được tệp')
})

const rules = { fields: { name: { kind: 'vietnamese_name', column: 'ten' } }, blocking: [['name']] }

test.for([
  ['a file that is not there', undefined, rules, 'không đọc được tệp'],
  [
    'a column that is not there',
    'ho ten,nam\nHòa,1938',
    rules,
    'không có cột ten. Tệp có các cột: ho ten, nam',
  ],
  ['a quotation mark without end', 'ten\n"Hòa', rules, 'dấu ngoặc kép mở ở dòng 2'],
  ['another encoding', Buffer.from('ten\nH\xf2a', 'latin1'), rules, '--encoding'],
  ['a picture', Buffer.from([137, 80, 0, 0, 0, 1, 2, 3]), rules, 'không phải chữ'],
  ['rules that are no JSON', 'ten\nHòa', '{', 'không phải JSON'],
  ['no fields', 'ten\nHòa', { ...rules, fields: {} }, 'fields'],
  [
    'an unknown kind',
    'ten\nHòa',
    { ...rules, fields: { name: { kind: 'face', column: 'ten' } } },
    'fields.name.kind',
  ],
  ['a key nobody knows', 'ten\nHòa', { ...rules, fuzzy: true }, 'fuzzy'],
  [
    'an unknown part',
    'ten\nHòa',
    { ...rules, blocking: [['name.nose']] },
    '«name.nose» không phải phần để gom nhóm; có: name.name',
  ],
  ['an unknown field', 'ten\nHòa', { ...rules, blocking: [['nam']] }, '«nam» nhắc đến một trường không có'],
  [
    'an unknown comparison',
    'ten\nHòa',
    { ...rules, together: [{ fields: ['name', 'name'], unless: ['name.x'] }] },
    '«name.x» không phải phép so nào',
  ],
  ['a broken pattern', 'ten\nHòa', { ...rules, gold: { column: 'ten', pattern: '(' } }, 'gold.pattern'],
  ['sure before possible', 'ten\nHòa', { ...rules, possible: 0.9, sure: 0.5 }, 'sure'],
] as const)('%s is told in words', async ([, content, config, words]) => {
  const file = join(folder, content === undefined ? 'nowhere.csv' : 'list.csv')
  if (content !== undefined) await writeFile(file, content)
  const configFile = join(folder, 'rules.json')
  await writeFile(configFile, typeof config === 'string' ? config : JSON.stringify(config))
  await expect(run(file, { config: configFile })).rejects.toThrow(words)
})

test('a list of one line, or of lines that say nothing, has nobody twice', async () => {
  const configFile = join(folder, 'rules.json')
  await writeFile(configFile, JSON.stringify(rules))
  for (const content of ['ten\n', 'ten\nHòa\n', 'ten\n-\n""\nkhông\n']) {
    await writeFile(join(folder, 'list.csv'), content)
    const { out } = await run(join(folder, 'list.csv'), { config: configFile })
    expect(out).toContain('0 cặp có thể là một người')
  }
})

test('what a pair of signs names is not taken for something else', async () => {
  const list = join(folder, 'list.csv')
  const configFile = join(folder, 'rules.json')
  await writeFile(
    configFile,
    JSON.stringify({ ...rules, fields: { name: { kind: 'vietnamese_name', column: '__proto__' } } }),
  )
  await writeFile(list, '__proto__,b\nHòa,1\n')
  expect((await run(list, { config: configFile })).out).toContain('Đã đọc 1 dòng')
  await expect(run(list, { config: configFile, delimiter: '--' })).rejects.toThrow('--delimiter')
})

/** Runs the command here and gathers what it prints. */
async function run(file: string, options: Record<string, string>, isJson = false) {
  let out = ''
  const printing = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  try {
    return { exit: await command.run({ words: [file], options, isJson }), out }
  } finally {
    printing.mockRestore()
  }
}
