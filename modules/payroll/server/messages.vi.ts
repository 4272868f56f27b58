import type { CivilDate, Month } from '#kernel/civil-date'
import { formatCount, formatMonth } from '#kernel/written'
import type { RunState } from '../contract.ts'
import { componentNames } from '../domain/component-names.ts'

/** The words of the lists that leave the house; official papers are Vietnamese whatever language the screen has. */
export const listWords = {
  system: 'An Sinh',
  committee: 'Ủy ban nhân dân',
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: 'Số: ............./DS-UBND',
  title: (month: Month) => `Danh sách chi trả trợ giúp xã hội tháng ${formatMonth(month)}`,
  dated: (place: string, date: CivilDate) => {
    const [year, month, dayOfMonth] = date.split('-')
    return `${place}, ngày ${dayOfMonth} tháng ${month} năm ${year}`
  },
  atCommune: 'Tiền mặt, chi trả tại xã',
  payPoint: (name: string) => `Tiền mặt, điểm chi trả: ${name}`,
  account: 'Chuyển khoản',
  accountOf: (bank: string, ending: string) => `${bank} ****${ending}`,
  columns: [
    'STT',
    'Họ và tên',
    'Năm sinh',
    'Tiền tháng này (đồng)',
    'Truy lĩnh (đồng)',
    'Cộng (đồng)',
    'Người nhận',
  ],
  lastColumn: { cash: 'Ký nhận', account: 'Ngân hàng, tài khoản' },
  pageSum: 'Cộng trang',
  runningSum: 'Cộng lũy kế',
  /** Someone with two payees stands on two rows: then both are told. */
  people: (people: number, rows: number) =>
    people === rows
      ? `${formatCount(people)} người`
      : `${formatCount(rows)} lượt, ${formatCount(people)} người`,
  whole: 'Tổng hợp toàn danh sách',
  wholeColumns: ['Phần danh sách', 'Số người', 'Tiền tháng này (đồng)', 'Truy lĩnh (đồng)', 'Cộng (đồng)'],
  totalInWords: 'Tổng số tiền (bằng chữ):',
  signatures: [
    { title: 'NGƯỜI LẬP', how: '(Ký, họ tên)' },
    { title: 'KẾ TOÁN', how: '(Ký, họ tên)' },
    { title: 'THỦ TRƯỞNG ĐƠN VỊ', how: '(Ký, họ tên, đóng dấu)' },
  ],
  inSystem: (preparedBy: string, decidedBy: string | null) =>
    `Lập trên hệ thống: ${preparedBy}${decidedBy === null ? '' : `, phê duyệt: ${decidedBy}`}`,
  page: 'Trang',
  fingerprint: (hash: string) => `Mã kiểm tra danh sách: ${hash}`,
  state: {
    generating: 'Đang lập',
    checking: 'Chưa phê duyệt',
    submitted: 'Chưa phê duyệt',
    returned: 'Chưa phê duyệt',
    approved: 'Đã phê duyệt',
    cancelled: 'Đã hủy',
    sent: 'Đã phê duyệt',
    reconciled: 'Đã phê duyệt',
    closed: 'Đã phê duyệt',
  } satisfies Record<RunState, string>,
  sheetName: (month: Month) => `Chi trả ${month}`,
  sheetColumns: [
    'STT',
    'Họ và tên',
    'Năm sinh',
    'Xã, phường',
    'Khoản',
    'Tháng hưởng',
    'Hệ số',
    'Số suất',
    'Mức chuẩn (đồng)',
    'Đã chi trước (đồng)',
    'Thành tiền (đồng)',
    'Người nhận',
    'Hình thức',
    'Điểm chi trả',
  ],
  component: componentNames,
  method: { cash: 'Tiền mặt', account: 'Chuyển khoản' },
  total: 'Tổng cộng',
  fileName: (month: Month, place: string) => `Danh sách chi trả ${month} - ${place}`,
  /** Of an area where some units have a list of their own. */
  theRest: (place: string) => `${place}, phần còn lại`,
  without: (places: readonly string[]) =>
    `Không gồm ${places.length <= 5 ? places.join(', ') : `${places.length} xã, phường`}: đã có danh sách riêng.`,
} as const

/** What the place is called that brings money home. */
export const homePointName = 'Chi tại nhà'
