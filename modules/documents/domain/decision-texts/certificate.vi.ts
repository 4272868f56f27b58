import { formatBirth } from '#kernel/written'
import type { Block } from '../paper.ts'
import { capital, degreeWords } from '../phrases.vi.ts'
import type { Of } from './text.ts'

export const certificateWords = {
  title: 'GIẤY XÁC NHẬN KHUYẾT TẬT',
  sex: { female: 'Nữ', male: 'Nam' },
  holds: 'Giấy này có giá trị từ ngày ký và không có ngày hết hạn.',
  replaces: 'Giấy này thay cho giấy đã cấp trước.',
} as const

export function certificateBlocks(facts: Of<'certify'>): Block[] {
  const { person, sex, level, isReplacement } = facts
  const rows = [
    ['Họ và tên', person.fullName.toLocaleUpperCase('vi-VN')],
    ['Ngày sinh', formatBirth(person.born, person.bornPrecision)],
    ['Giới tính', sex === null ? null : certificateWords.sex[sex]],
    ['Nơi cư trú', person.address],
    ['Dạng khuyết tật', capital(facts.types.map((type) => degreeWords.types[type]).join('; '))],
    ['Mức độ khuyết tật', degreeWords.levels[level]],
  ] as const
  const paragraph = (text: string): Block => ({
    kind: 'paragraph',
    text: [{ text, italic: true }],
    isCentred: false,
  })
  return [
    { kind: 'fields', rows: rows.map(([label, value]) => ({ label, value })) },
    paragraph(certificateWords.holds),
    ...(isReplacement ? [paragraph(certificateWords.replaces)] : []),
  ]
}
