import { formatDate } from '#kernel/written'
import type { FindingCode } from '#modules/geography/contract'
import { detailParts } from './detail-parts.ts'

const day = (iso = '') => formatDate(iso)

/** What each finding says to whoever wrote the line, and what to do. */
export const findingWords: Readonly<Record<FindingCode, (detail: string | null) => string>> = {
  code_malformed: (code) => `«${code}» không phải mã xã 5 chữ số của Tổng cục Thống kê.`,
  date_malformed: (text) => `«${text}» không phải ngày. Ghi như 01/07/2025.`,
  share_malformed: (text) => `«${text}» không phải tỷ lệ từ 0 đến 100.`,
  act_missing: () => 'Thiếu số nghị quyết. Không có văn bản thì không đổi địa giới.',
  unknown_code: (code) => `Không có xã nào mang mã ${code}.`,
  not_living: (lives) =>
    `Ngày trước đó không có xã này: ${(lives ?? '')
      .split(';')
      .map((life) => {
        const [name, from, until] = life.split('|')
        return `${name} ${[from && `từ ${day(from)}`, until && `đến trước ${day(until)}`].filter(Boolean).join(' ')}`.trim()
      })
      .join('; ')}.`,
  changed_that_day: (name) => `${name} đã được sắp xếp đúng ngày này rồi.`,
  changes_later: (detail) =>
    `${detailParts(detail)[0]} còn thay đổi khác từ ${day(detailParts(detail)[1])}: không chen vào trước được.`,
  row_twice: (code) => `Hai dòng cùng mã cũ ${code} và mã mới này.`,
  shares_not_whole: (sum) => `Tỷ lệ các phần cộng lại ${(sum ?? '').replace('.', ',')} %, phải là 100 %.`,
  split_without_villages: (code) =>
    `Chia ${code} mà không ghi thôn: không biết ai về đâu. Chỉ một dòng được để trống cột Thôn.`,
  village_twice: (village) => `${village} có ở hai dòng.`,
  villages_left_over: (villages) =>
    villages
      ? `Chưa ghi các thôn này về đâu: ${villages}.`
      : 'Ghi một số thôn nhưng không có dòng cho phần còn lại.',
  village_unknown: (village) => `Chưa có ai ở ${village}; kiểm tra cách viết.`,
  name_missing: (code) => `Mã ${code} là đơn vị mới: thiếu tên.`,
  name_differs: (code) => `Các dòng về mã ${code} ghi hai tên khác nhau.`,
  name_without_kind: (name) => `«${name}» thiếu loại đơn vị. Ghi cả Xã, Phường hoặc Đặc khu.`,
  goes_on_under_its_name: (name) =>
    `Mã mới đang là ${name} và không có dòng nào đổi nó. Muốn đổi tên, thêm dòng có mã cũ và mã mới đều là mã này.`,
  code_twice_in_month: (code) => `Mã ${code} đã bắt đầu một lần trong tháng này.`,
  changes_nothing: (name) => `${name} không đổi gì.`,
  circular: () => 'Các dòng đổi vòng tròn mà không có tên mới: không rõ đất nào về đâu.',
  across_provinces: (code) => `Các xã về mã ${code} thuộc hai tỉnh khác nhau.`,
  list_drawn_up: (detail) =>
    `${detailParts(detail)[0]} đã lập danh sách chi trả tháng ${day(detailParts(detail)[1])}. Chọn ngày sau tháng đó, hoặc hủy danh sách rồi kiểm tra lại.`,
  not_in_area: (name) => `${name} ngoài phạm vi của ông/bà.`,
  companion_refused: (row) => `Cùng một lần sắp xếp với dòng ${row} đang sai; sửa dòng đó trước.`,
}

export const sheetWords = {
  template: 'Mẫu điều chỉnh địa giới',
  refusedTitle: 'Các dòng chưa áp dụng được',
  columns: {
    from: 'Mã cũ',
    to: 'Mã mới',
    name: 'Tên mới',
    villages: 'Thôn',
    share: 'Tỷ lệ (%)',
    on: 'Ngày hiệu lực',
    act: 'Nghị quyết',
  },
  reason: 'Lý do',
  notes: [
    'Mỗi dòng: một xã cũ về một xã mới. Nhập nhiều xã: nhiều dòng cùng mã mới. Chia xã: nhiều dòng cùng mã cũ, ghi thôn ở từng dòng, cách nhau bằng dấu chấm phẩy.',
    'Xã mới giữ mã cũ của mình cũng ghi một dòng nếu đổi tên. Xã nhận thêm mà giữ nguyên tên thì không cần dòng của mình.',
    'Ô Thôn để trống ở một dòng nghĩa là phần còn lại của xã.',
  ],
} as const
