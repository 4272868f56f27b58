import type { CivilDate } from '#kernel/civil-date'
import { lowerFirst } from '#kernel/written'

/** What letters and their list say; they are Vietnamese whatever language the screen has. */
export const letterWords = {
  title: 'GIẤY MỜI',
  to: (name: string) => `ông/bà ${name}`,
  home: (village: string | null, unit: string) => [village, unit].filter(Boolean).join(', '),
  news: (unit: string) => `Ủy ban nhân dân ${lowerFirst(unit)} có tin cho ông/bà.`,
  come: (unit: string) =>
    `Mời ông/bà, hoặc người được ông/bà nhờ, đến Bộ phận Một cửa ${lowerFirst(unit)} trong giờ làm việc, càng sớm càng tốt. Khi đến, mang theo giấy này và giấy tờ tùy thân. Không mất tiền.`,
  call: (phone: string) => `Hỏi qua điện thoại: ${phone}.`,
  hard: 'Nếu đi lại khó khăn, hãy nhờ trưởng thôn báo lại để xã sắp xếp.',
  number: (id: string) => `Giấy số: ${id.slice(-6).toUpperCase()}`,
  office: 'BỘ PHẬN MỘT CỬA',
  list: 'DANH SÁCH GIẤY MỜI CẦN TRAO TẬN TAY',
  listAbout:
    'Giao giấy còn gấp kín cho đúng người; gặp người khác trong nhà thì để lại giấy, không hỏi nội dung.',
  columns: ['TT', 'Họ và tên', 'Giấy số', 'Ngày giao, người nhận ký'],
  noVillage: 'Chưa rõ thôn',
  receiver: 'NGƯỜI NHẬN GIAO GIẤY',
  signHere: '(Ký, ghi rõ họ tên)',
  fileName: (day: CivilDate) => `Giấy mời ${day.split('-').toReversed().join('-')}`,
}
