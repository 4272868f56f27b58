import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { delimitedCell, openDelimited, type UnreadableTable } from './delimited-text.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'delimited-'))
})
afterAll(() => rm(folder, { recursive: true }))

const utf16 = (text: string, isBig = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

test.for([
  ['commas', 'họ tên,năm\nHòa,1938\n', 'Hòa|1938'],
  ['semicolons', 'họ tên;năm\nHòa, Thị;1938', 'Hòa, Thị|1938'],
  ['tabs', 'họ tên\tnăm\nHòa\t1938', 'Hòa|1938'],
  ['bars', 'họ tên|năm\nHòa|1938', 'Hòa|1938'],
  ['a mark at the beginning', '\ufeffhọ tên,năm\nHòa,1938', 'Hòa|1938'],
  ['UTF-16 with a mark', utf16('\ufeffhọ tên,năm\nHòa,1938'), 'Hòa|1938'],
  ['UTF-16 the other way round', utf16('\ufeffhọ tên,năm\nHòa,1938', true), 'Hòa|1938'],
  ['UTF-16 without a mark', utf16('id,name,year of birth\n12,Hoa,1938'), '12|Hoa|1938'],
  ['quotation marks', 'a,b\n"Hòa, ""Thị""\nở quê",1938', 'Hòa, "Thị"\nở quê|1938'],
  ['a quotation mark inside', 'a,b\nHòa "Thị",1938', 'Hòa "Thị"|1938'],
  ['lines of Windows', 'a,b\r\nHòa,1938\r\n', 'Hòa|1938'],
  ['lines of old Macs', 'a,b\rHòa,1938\r', 'Hòa|1938'],
  ['empty lines', 'a,b\n\n\nHòa,1938\n\n', 'Hòa|1938'],
  ['cells left out', 'a,b\nHòa', 'Hòa|'],
  ['empty cells beyond', 'a,b\nHòa,1938,,\n', 'Hòa|1938'],
  ['an empty cell in quotation marks', 'a\n""\n', ''],
  ['a delimiter inside the header', '"a,b";c\nHòa;1938', 'Hòa|1938'],
  ['no row', 'a,b\n', undefined],
] as const)('%s', async ([, content, row]) => {
  const rows = await Array.fromAsync((await opened(content)).rows)
  expect(rows.map(({ cells }) => cells.join('|'))).toEqual(row === undefined ? [] : [row])
})

test.for([
  ['nothing at all', '', 'empty', 1],
  ['only blank lines', '\n\n', 'empty', 1],
  ['a picture', Buffer.from([0x89, 0x50, 0, 0, 0, 13, 7, 0, 1, 0, 3]), 'not_text', 1],
  ['bytes of another encoding', Buffer.from('a,b\nHòa,1938\nH\xf2a,1938\n', 'latin1'), 'wrong_encoding', 2],
  ['a quotation mark without end', 'a,b\nHòa,1938\n"Hòa,1938\nLan,1940\n', 'quote_open', 3],
  ['more cells than columns', 'a,b\nHòa,1938\nLan,1940,xã\n', 'too_many_cells', 3],
  ['a column twice', 'a,b,a\n', 'header_twice', 1],
] as const)('%s is refused', async ([, content, code, line]) => {
  const refused = (await failing(content)) as UnreadableTable
  expect([refused.code, refused.line]).toEqual([code, line])
})

test('a cell without end is refused before it fills the memory', async () => {
  const refused = (await failing(`a,b\n"${'x,\n'.repeat(400_000)}`)) as UnreadableTable
  expect(refused.code).toBe('quote_open')
})

test('an encoding and a delimiter may be named', async () => {
  const file = join(folder, 'named.csv')
  await writeFile(file, Buffer.from('a:b\nH\xf2a:1938', 'latin1'))
  const { rows } = await openDelimited(file, { encoding: 'latin1', delimiter: ':' })
  expect((await Array.fromAsync(rows))[0]!.cells).toEqual(['Hòa', '1938'])
  await expect(openDelimited(file, { encoding: 'tcvn-99' })).rejects.toMatchObject({
    code: 'unknown_encoding',
  })
})

test('letters broken between two reads stay whole, and lines are counted', async () => {
  const { rows } = await opened(`a,b\n${'Nguyễn Thị Hoà,1938\n'.repeat(30_000)}`)
  const all = await Array.fromAsync(rows)
  expect(new Set(all.map(({ cells }) => cells[0]))).toEqual(new Set(['Nguyễn Thị Hoà']))
  expect(all.at(-1)!.line).toBe(30_001)
})

test('a cell is quoted where it must be', () => {
  expect([1.5, 'Hòa', 'a,b', 'a"b', 'a\nb'].map(delimitedCell)).toEqual([
    '1.5',
    'Hòa',
    '"a,b"',
    '"a""b"',
    '"a\nb"',
  ])
})

async function opened(content: string | Uint8Array) {
  const file = join(folder, 'table.csv')
  await writeFile(file, content)
  return openDelimited(file)
}

async function failing(content: string | Uint8Array): Promise<unknown> {
  try {
    await Array.fromAsync((await opened(content)).rows)
  } catch (error) {
    return error
  }
  throw new Error('It was read')
}
