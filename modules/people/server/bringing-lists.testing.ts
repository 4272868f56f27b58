import { Workbook } from '@cj-tech-master/excelts'
import type { AnySchema, ErrorMap, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll } from 'vitest'
import { call } from '#platform/contract/call'
import type { Endpoint } from '#platform/contract/endpoint'
import type { Ctx } from '#platform/server/context'
import { httpApp } from '#platform/server/http'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { communes } from '../testing.ts'
import { importRoutes, showImport, startImport } from './import-routes.ts'
import type { ImportId } from '../import-contract.ts'

/** The database of the file of tests at work. */
export let own: OwnDatabase

export function bringingLists() {
  beforeAll(async () => {
    own = await openOwnDatabase()
  })
  afterAll(() => own.drop())
}

const header = [
  'STT',
  'Họ và tên',
  'Giới tính',
  'Ngày sinh',
  'Số CCCD',
  'Xã',
  'Nhóm đối tượng',
  'Mức độ KT',
  'Số QĐ',
  'Ngày QĐ',
  'Hưởng từ tháng',
]

/** Two rows of a list, as communes write them. */
export const hoa = [
  1,
  'NGUYỄN THỊ HÒA',
  'Nữ',
  '12/03/1938',
  '026138004567',
  'Tam Sơn',
  'khoản 6',
  'Nặng',
  '123/QĐ-UBND',
  '10/10/2024',
  '10/2024',
]
export const dan = [
  2,
  'Lưu Văn Dần',
  'Nam',
  1938,
  '',
  'Xã Tam Sơn',
  'Hưu trí xã hội',
  '',
  '7/QĐ-UBND',
  '05/08/2025',
  '8/2025',
]

export const officer = {
  userId: '0197f000-0000-7000-8000-000000000009',
  permissions: new Set(['people.import', 'people.read_confidential']),
}

export function act<Result>(work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  return own.request(work, { actor: officer })
}

const app = httpApp(importRoutes, {
  respondTo: () => (work) => act(work),
  onIncident: (error) => {
    throw error
  },
})

/** Calls an operation as the officer who brings the lists. */
export function invoke<Input extends AnySchema, Output extends AnySchema, Problems extends ErrorMap>(
  endpoint: Endpoint<Input, Output, Problems>,
  input: InferSchemaInput<Input>,
): Promise<InferSchemaOutput<Output>> {
  return call(async (request) => app.fetch(request), endpoint, input)
}

/** A file of these rows alone. */
export async function sheetOf(name: string, rows: readonly unknown[][]): Promise<File> {
  const book = new Workbook()
  fill(book, rows)
  return new File([new Uint8Array(await book.xlsx.writeBuffer())], name)
}

/** A list as communes send them: under its heading and the names of its columns. */
export async function listOf(name: string, rows: readonly unknown[][]): Promise<File> {
  const book = new Workbook()
  fill(book, [['UBND XÃ TAM SƠN'], ['DANH SÁCH'], header, ...rows]).mergeCells('A1:K1')
  return new File([new Uint8Array(await book.xlsx.writeBuffer())], name)
}

function fill(book: Workbook, rows: readonly unknown[][]) {
  const sheet = book.addWorksheet('Danh sách')
  for (const row of rows) sheet.addRow(row as string[]) // A cell takes figures and nothing too.
  return sheet
}

export const bring = (file: File) => act((ctx) => startImport(ctx, { areaId: communes.tamSon, file }))

export const shown = (id: string) => act((ctx) => showImport(ctx, id))

/** Brings a list of these rows and has it judged. */
export async function given(name: string, rows: readonly unknown[][]): Promise<ImportId> {
  const { import: started } = await bring(await listOf(name, rows))
  await own.runJobs()
  return started.id
}

/** What keeps rows of a list from being taken in, by row. */
export async function problemsOf(id: string) {
  const { rows } = await act((ctx) =>
    sql<{ row: number; code: string }>`
      select row_number as row, finding ->> 'code' as code
      from people.import_row, jsonb_array_elements(findings) as finding
      where import_id = ${id} and finding ->> 'level' <> 'note' order by 1`.execute(ctx.db()),
  )
  return rows.map(({ row, code }) => [row, code])
}
