import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { procedures } from '../procedures/index.ts'
import { handbookOf, handbookPage } from './handbook.ts'

const pages = handbookOf(procedures).flat()
const papersOn = (day: string) =>
  handbookPage(
    procedures.find(({ id }) => id === 'monthly_allowance')!,
    civilDate(day),
  )!.papers

test('every line of the handbook is in words, in both languages', () => {
  const texts = pages.flatMap(textsIn)
  expect(texts.length).toBeGreaterThan(1000)
  expect(texts.filter((text) => text.trim() === '' || /undefined|\w_\w|\[object/.test(text))).toEqual([])
})

test('a time says how long, from when, and whether it stands still', () => {
  const page = handbookPage(
    procedures.find(({ id }) => id === 'disability_degree')!,
    civilDate('2026-03-02'),
  )!
  expect(page.steps.find(({ id }) => id === 'assess')!.clock!.text.vi).toBe(
    '20 ngày làm việc từ khi nhận đủ hồ sơ; hoặc 30 ngày, hạn nào đến trước; tạm dừng khi chờ bổ sung',
  )
})

test('a paper says when it is asked for, and since when the State holds it', () => {
  const birth = papersOn('2026-11-23').find(({ name }) => name.vi.startsWith('Giấy khai sinh'))!
  expect(birth.when!.vi).toMatch(/^Khi dưới 16 tuổi hoặc /)
  const residence = (day: string) => papersOn(day).find(({ name }) => name.vi.includes('nơi cư trú'))!.held
  expect(residence('2022-12-31')).toBeNull()
  expect(residence('2023-01-01')!.vi).toBe(
    'Không phải nộp từ 01/01/2023: xã tra trong cơ sở dữ liệu quốc gia về dân cư',
  )
})

test('what is asked of all but some is said as an exception', () => {
  const death = procedures.find(({ id }) => id === 'emergency_death')!
  const [certificate] = handbookPage(death, civilDate('2026-11-23'))!.papers
  expect(certificate?.when?.vi).toBe('Trừ khi không có người nhận trách nhiệm mai táng')
})

test('before the first edition there is no page', () => {
  expect(handbookPage(procedures[0]!, civilDate('2021-06-30'))).toBeUndefined()
})

function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('vi' in value && 'en' in value) return [String(value.vi), String(value.en)]
  return Object.values(value).flatMap(textsIn)
}
