import type { z } from 'zod'
import { Month, type CivilDate } from '#kernel/civil-date'

/** What is wrong with an input, for whoever reads the answer of a program: short, and without the words of programmers. */
export function sayWrongInput(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? 'Thiếu giá trị này'
        : wrongType(issue.expected)
    case 'invalid_value':
      return `Phải là một trong: ${issue.values.map(String).join(', ')}`
    case 'too_big':
      return `${kinds[issue.origin] ?? 'Giá trị'} nhiều nhất là ${issue.maximum}${unitOf(issue.origin)}`
    case 'too_small':
      return `${kinds[issue.origin] ?? 'Giá trị'} ít nhất là ${issue.minimum}${unitOf(issue.origin)}`
    case 'invalid_format':
      return formats[issue.format] ?? patterns[issue.pattern ?? ''] ?? 'Chưa đúng dạng'
    case 'not_multiple_of':
      return `Phải là bội số của ${issue.divisor}`
    case 'unrecognized_keys':
      return `Không có mục nào tên: ${issue.keys.join(', ')}`
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
      return 'Giá trị chưa đúng'
    default: // Schemas of our own add issues without a code of Zod’s.
      return 'Giá trị chưa đúng'
  }
}

function wrongType(expected: string): string {
  return `Phải là ${types[expected] ?? 'một giá trị khác loại'}`
}

const types: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'một danh sách',
  object: 'một nhóm giá trị',
  date: 'một ngày',
  file: 'một tệp',
}

const kinds: Readonly<Record<string, string>> = {
  string: 'Độ dài',
  array: 'Số mục',
  number: 'Giá trị',
  int: 'Giá trị',
  file: 'Tệp',
}

function unitOf(origin: string): string {
  return origin === 'string' ? ' ký tự' : ''
}

const formats: Readonly<Record<string, string>> = {
  date: 'Phải là một ngày có thật, ghi như 2026-11-20',
  datetime: 'Phải là một thời điểm, ghi như 2026-11-20T08:30:00Z',
  uuid: 'Phải là mã do hệ thống cấp',
  email: 'Phải là địa chỉ thư điện tử',
  url: 'Phải là địa chỉ web',
}

/** Patterns of our own that people have a word for. */
const patterns: Readonly<Record<string, string>> = {
  [String(Month.safeParse('x').error?.issues.map((issue) => 'pattern' in issue && issue.pattern)[0])]:
    'Phải là một tháng, ghi như 2026-11',
}

/** Of a text that no database can keep. */
export const unwritableWords = 'Có ký tự không ghi được'

export function sayDayAhead(today: CivilDate): string {
  return `Phải là hôm nay (${today}) hoặc một ngày đã qua`
}
