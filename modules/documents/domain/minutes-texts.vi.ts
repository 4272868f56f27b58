import type { Block, Run } from './paper.ts'
import { capital, degreeWords, described, longDay } from './phrases.vi.ts'
import type { SlipFacts } from './slip-facts.ts'

type Minutes = Extract<SlipFacts, { kind: 'council_minutes' }>

export const minutesWords = {
  title: 'BIÊN BẢN HỌP HỘI ĐỒNG XÁC ĐỊNH MỨC ĐỘ KHUYẾT TẬT',
  secretary: 'THƯ KÝ',
  president: 'CHỦ TỊCH HỘI ĐỒNG',
} as const

/** The minutes of a council: who was there, about whom, how they voted and what they concluded. */
export function minutesBlocks(facts: Minutes): Block[] {
  const { council, heldOn, members, about, votes, types, level, form } = facts
  const present = members.filter(({ isPresent }) => isPresent).length
  return [
    paragraph(`Hôm nay, ${longDay(heldOn)}, ${council} họp để xác định mức độ khuyết tật.`),
    { kind: 'heading', text: 'I. Thành phần' },
    {
      kind: 'table',
      columns: [
        { title: 'STT', width: 1, align: 'center' },
        { title: 'Họ và tên', width: 4, align: 'start' },
        { title: 'Chức danh', width: 6, align: 'start' },
        { title: 'Dự họp', width: 2, align: 'center' },
      ],
      rows: members.map(({ name, office, isPresent }, index) => [
        String(index + 1),
        name,
        office,
        isPresent ? 'Có mặt' : 'Vắng',
      ]),
      total: null,
    },
    paragraph(`Có mặt ${present}/${members.length} thành viên, đủ điều kiện kết luận.`),
    { kind: 'heading', text: 'II. Người được xác định' },
    { kind: 'paragraph', text: beginning(described(about)), isCentred: false },
    { kind: 'heading', text: 'III. Ý kiến của các thành viên' },
    // What was said is written by hand: the office keeps no transcript.
    { kind: 'fields', rows: [1, 2, 3].map((line) => ({ label: `Ý kiến ${line}`, value: null })) },
    { kind: 'heading', text: 'IV. Kết luận' },
    {
      kind: 'fields',
      rows: [
        { label: 'Dạng khuyết tật', value: capital(types.map((type) => degreeWords.types[type]).join('; ')) },
        { label: 'Mức độ khuyết tật', value: degreeWords.levels[level] },
        { label: 'Biểu quyết', value: voteWords(votes) },
      ],
    },
    {
      kind: 'paragraph',
      text: [
        {
          text: `Biên bản in từ những điều đã ghi. Thứ tự các mục chưa được đối chiếu với ${form.number} ban hành kèm theo ${form.document}.`,
          italic: true,
        },
      ],
      isCentred: false,
    },
  ]
}

/** «Ông», at the beginning of a paragraph. */
function beginning([first, ...more]: readonly Run[]): Run[] {
  return first ? [{ ...first, text: capital(first.text) }, ...more] : []
}

function voteWords({ agree, against }: Minutes['votes']): string {
  const counted = `${agree} đồng ý, ${against} không đồng ý`
  return agree === against ? `${counted}; kết luận theo bên có Chủ tịch Hội đồng` : counted
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text: [{ text }], isCentred: false }
}
