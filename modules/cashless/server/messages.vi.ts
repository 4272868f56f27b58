import type { CivilDate } from '#kernel/civil-date'
import { formatDay } from '#kernel/written'
import { words } from '../domain/words.vi.ts'

/** The words of the list that leaves the house; it is Vietnamese whatever language the screen has. */
export const sheetWords = {
  ...words,
  name: 'Van dong',
  title: 'Người đang nhận tiền mặt, cần hỏi về tài khoản',
  madeOn: (date: CivilDate) => `Lập ngày ${formatDay(date)}`,
  right: 'Nhận tiền mặt là quyền của người hưởng: chỉ giới thiệu, không ép chuyển.',
  columns: [
    'STT',
    'Họ và tên',
    'Ngày, năm sinh',
    'Giới',
    'Xã, phường',
    'Thôn',
    'Khuyết tật',
    'Điện thoại',
    'Người nhà',
    'Đang nhận',
    'Tình trạng',
    'Lần hỏi gần nhất',
    'Người phụ trách',
  ],
  fileName: (date: CivilDate) => `Vận động mở tài khoản ${date}`,
}
