import type { CivilDate, Month } from '#kernel/civil-date'
import { formatCount, formatDay, formatMonth } from '#kernel/written'

/** The words of the lists of cash that leave the house; papers are Vietnamese whatever language the screen has. */
export const cashWords = {
  system: 'An Sinh',
  committee: 'Ủy ban nhân dân',
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  title: (month: Month) => `Danh sách chi tiền mặt tháng ${formatMonth(month)}`,
  place: (name: string, provider: string) => `Điểm chi: ${name}. Đơn vị chi trả: ${provider}`,
  printed: (by: string, day: CivilDate) => `In ngày ${formatDay(day)}, người in: ${by}`,
  columns: [
    'STT',
    'Người nhận',
    'Số giấy tờ',
    'Số tiền (đồng)',
    'Mã',
    'Đã xem giấy tờ',
    'Ký nhận, ghi rõ họ tên',
    'Ngày',
  ],
  numberEnd: (end: string) => `…${end}`,
  noNumber: 'chưa có số',
  born: (year: string) => `sinh ${year}`,
  carried: (amount: string) => `trong đó kỳ trước: ${amount}`,
  roles: {
    authorised: 'được ủy quyền',
    guardian: 'người giám hộ',
    carer: 'người chăm sóc',
    heir: 'người thừa kế',
  },
  receiver: (role: string, name: string, numberEnd: string | null, until: CivilDate | null) =>
    `nhận thay: ${[
      `${name} (${role})`,
      numberEnd && `giấy tờ …${numberEnd}`,
      until && `đến ${formatDay(until)}`,
    ]
      .filter(Boolean)
      .join(', ')}`,
  missed: (lists: number) => `${lists} kỳ chưa lĩnh`,
  lastCall: 'không lĩnh kỳ này sẽ phải xem xét tạm dừng',
  states: { waiting: '', paid: 'ĐÃ CHI', held: 'KHÔNG CHI: đã có yêu cầu thu hồi', ended: 'KHÔNG CÒN CHI' },
  total: (payees: number) => `Cộng ${formatCount(payees)} người còn phải chi`,
  inWords: 'Bằng chữ:',
  how: 'Chỉ chi khi họ tên, năm sinh và bốn số cuối trên giấy tờ khớp với dòng này. Người nhận thay phải có giấy ủy quyền còn hạn.',
  signatures: [
    { title: 'NGƯỜI CHI TIỀN', how: '(Ký, họ tên)' },
    { title: 'NGƯỜI GIÁM SÁT', how: '(Ký, họ tên)' },
    { title: 'THỦ TRƯỞNG ĐƠN VỊ CHI TRẢ', how: '(Ký, họ tên, đóng dấu)' },
  ],
  page: 'Trang',
  sheetName: (month: Month) => `Tiền mặt ${month}`,
  sheetColumns: [
    'STT',
    'Người nhận',
    'Năm sinh',
    'Thôn, tổ',
    'Người nhận thay',
    'Bốn số cuối giấy tờ',
    'Số tiền (đồng)',
    'Trong đó kỳ trước (đồng)',
    'Mã',
    'Tình trạng',
    'Ký nhận',
    'Ngày nhận',
  ],
  slip: 'GIẤY LĨNH TIỀN',
  slipMonth: (month: Month) => `Trợ giúp xã hội tháng ${formatMonth(month)}`,
  slipBring: 'Mang giấy này và căn cước. Không mất tiền. Không đưa giấy này cho người lạ.',
  fileName: (month: Month, place: string) => `Danh sách chi tiền mặt ${month} - ${place}`,
  slipsName: (month: Month, place: string) => `Giấy lĩnh tiền ${month} - ${place}`,
} as const

/** Why nothing more is taken back: people read it at the recovery. */
export const unsettled = {
  livesAfterAll: 'Đã hủy ghi qua đời: người này còn sống. Xem lại quyết định thu hồi.',
  twoPeople: 'Đã tách hai hồ sơ: là hai người, không ai hưởng hai lần. Xem lại quyết định thu hồi.',
} as const
