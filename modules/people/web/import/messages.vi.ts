import { columnBefore, fieldNames, findingWords } from '../../domain/import/messages.vi.ts'
import type { ProblemWords } from '#platform/web/problem'
import type { ImportRowView, ImportState, ImportView } from '../../import-contract.ts'

const states: Readonly<Record<ImportState, string>> = {
  mapping: 'Chờ ghép cột',
  checking: 'Đang kiểm tra',
  checked: 'Đã kiểm tra',
  applying: 'Đang ghi',
  applied: 'Đã ghi',
  cancelled: 'Đã bỏ',
}
const verdicts: Readonly<Record<ImportRowView['verdict'], string>> = {
  ready: 'Sẵn sàng',
  look: 'Cần xem',
  refused: 'Chưa ghi được',
  known: 'Đã có',
}

export const messages = {
  section: 'Đối tượng',
  title: 'Nhập từ Excel',
  intro: 'Danh sách được kiểm tra từng dòng. Chưa có gì được ghi cho đến khi bấm nút ghi.',
  file: 'Tệp danh sách',
  fileHint: 'Tệp .xlsx, .xls hoặc .csv, tối đa 20 MB và 50.000 dòng.',
  area: 'Danh sách của',
  template: 'Tải tệp mẫu',
  check: 'Kiểm tra tệp',
  chooseFile: 'Chọn một tệp trước khi kiểm tra.',
  recent: 'Các lần nhập gần đây',
  noneTitle: 'Chưa có lần nhập nào.',
  none: 'Tải tệp mẫu, điền danh sách, rồi chọn tệp ở trên.',
  toConfirm: 'Xác nhận danh sách nhập',
  repeat: 'Tệp này đã được gửi trước đây cho cùng đơn vị. Đây là lần nhập đó; không có gì bị ghi hai lần.',
  fileName: 'Tệp',
  state: 'Tình trạng',
  sentAt: 'Gửi lúc',
  rows: 'Dòng',
  states,
  partly: 'Ghi dở dang',
  steps: ['Chọn tệp', 'Ghép cột', 'Kiểm tra', 'Tác động', 'Ghi'],
  stepsLabel: 'Các bước nhập',
  progress: { checking: 'Đang kiểm tra các dòng', applying: 'Đang ghi các dòng' },
  stages: {
    reading: 'Đang đọc tệp',
    checking: 'Đang kiểm tra từng dòng',
    applying: 'Đang ghi vào hệ thống',
  } as Record<string, string>,
  failed:
    'Việc này dừng giữa chừng. Những dòng đã ghi vẫn còn; những dòng khác chưa thay đổi. Làm lại để tiếp tục.',
  formulas: (count: string) => `${count} ô là công thức. Hệ thống dùng giá trị đã lưu trong tệp.`,
  columns: 'Ghép cột',
  columnsHint: 'Hệ thống đoán cột theo tiêu đề. Sửa chỗ chưa đúng rồi kiểm tra lại.',
  column: 'Cột trong tệp',
  samples: 'Ví dụ',
  fonts: { tcvn3: 'phông TCVN3 (ABC, .VnTime)', vni: 'phông VNI' },
  fontReads: (font: string, reads: string, share: string) =>
    `Chữ của ${font}, đọc là: ${reads} (${share} số từ đúng chính tả)`,
  field: 'Là',
  fieldOf: (header: string) => `Cột "${header}" là`,
  unnamed: (letter: string) => `Cột ${letter}`,
  unsure: 'nên xem lại',
  remap: 'Kiểm tra lại với cách ghép này',
  missing: (fields: string) =>
    `Tệp thiếu cột: ${fields}. Thiếu cột này không phân biệt được người trùng tên. Chọn cột tương ứng hoặc tải tệp mẫu.`,
  verdicts,
  all: 'Tất cả',
  total: 'Tổng số',
  applied: 'Đã ghi',
  findings: 'Những điều cần xem',
  finding: 'Vấn đề',
  count: 'Số dòng',
  accept: (count: string) => `Nhận cả ${count} dòng`,
  inRows: (row: number, others: number, words: string) =>
    others > 0 ? `Dòng ${row} và ${others} dòng khác, ví dụ: ${words}` : `Dòng ${row}: ${words}`,
  same: 'Cùng một người',
  sameRow: (row: number, name: string) => `Dòng ${row} và ${name} là cùng một người`,
  other: 'Người khác',
  otherRow: (row: number, name: string) => `Dòng ${row} là người khác, không phải ${name}`,
  openFound: 'Mở hồ sơ',
  openFoundOf: (name: string) => `Mở hồ sơ ${name} trong trang mới`,
  isSame: 'cùng một người',
  isOther: 'người khác',
  impact: {
    title: 'Tác động khi ghi',
    doubtful: (count: string) =>
      `${count} dòng có thể là người đã có trong sổ. Những dòng này chưa được ghi cho đến khi chọn cùng một người hay người khác.`,
    see: 'Xem các dòng này',
    area: 'Xã, phường',
    added: 'Người mới',
    completed: 'Đã có, bổ sung',
    awards: 'Đang hưởng',
    monthly: 'Tệp ghi, mỗi tháng',
    byLaw: 'Theo luật, mỗi tháng',
    owed: 'Truy lĩnh kỳ tới',
    deaths: 'Ghi đã mất',
    total: 'Cộng',
    effects: 'Xem ảnh hưởng mức hưởng theo luật của người đã có trong sổ',
    nothing: 'Chưa có dòng nào sẵn sàng để ghi.',
    hint: 'Mức hưởng là số ghi trong tệp; hệ thống tính lại theo luật. Người đang hưởng theo danh sách chỉ vào kỳ chi trả sau khi một người khác, có quyền quyết định trên địa bàn, xác nhận. Người ghi đã mất sẽ được đề nghị thôi hưởng.',
  },
  paidBefore: {
    title: 'Những tháng đã chi theo danh sách cũ',
    owed: (amount: string, people: string) =>
      `Kỳ chi trả tới sẽ truy lĩnh ${amount} cho ${people} người, sau khi được xác nhận.`,
    ofMonths: (from: string, through: string) =>
      `Đó là các tháng từ ${from} đến ${through} mà hệ thống chưa chi. Nếu danh sách cũ đã chi cho họ, ghi tháng cuối đã chi dưới đây: những tháng đó không được chi lần nữa.`,
    told: (through: string) =>
      `Danh sách cũ đã chi đến hết ${through}. Hệ thống chi từ tháng sau, không truy lĩnh các tháng trước đó.`,
    through: 'Danh sách cũ đã chi đến hết tháng',
    hint: 'Tháng/năm, ví dụ 10/2026. Dùng cho mọi dòng chưa được xác nhận mà không ghi ở cột «Đã chi đến hết tháng». Để trống khi chưa chi tháng nào.',
    save: 'Ghi tháng đã chi',
    nothingPaid: 'Ghi là chưa chi tháng nào',
  },
  arrears: (amount: string, from: string, through: string) =>
    from === through ? `truy lĩnh ${amount} (${from})` : `truy lĩnh ${amount} (${from}–${through})`,
  acceptOne: 'Nhận',
  acceptRow: (row: number) => `Nhận đề xuất ở dòng ${row}`,
  accepted: 'đã nhận',
  rowsTitle: 'Các dòng',
  row: 'Dòng',
  person: 'Người',
  verdict: 'Kết quả',
  reason: 'Vấn đề và đề xuất',
  capitals: 'Tên viết hoa toàn bộ được ghi lại như ở cột Người.',
  unnamedPerson: 'Không có tên',
  noRows: 'Không có dòng nào.',
  fine: 'Không có vấn đề.',
  apply: (count: string) => `Ghi ${count} dòng`,
  applyTitle: 'Ghi vào hệ thống',
  applyBody: (ready: string, rest: string) =>
    `${ready} dòng sẵn sàng được ghi. ${rest} dòng khác ở lại trong lần nhập này và có thể tải về để sửa.`,
  applyOwed: (amount: string, people: string) =>
    `Khi được xác nhận, kỳ chi trả tới truy lĩnh ${amount} cho ${people} người.`,
  notYet: 'Chưa ghi',
  badRows: 'Tải dòng cần sửa (.xlsx)',
  cancel: 'Bỏ lần nhập',
  cancelTitle: 'Bỏ lần nhập này',
  cancelBody: 'Chưa có dòng nào được ghi. Có thể gửi lại tệp sau.',
  keep: 'Giữ lại',
  done: (view: ImportView['rows'], format: (count: number) => string) =>
    [
      `Đã ghi ${format(view.applied)} dòng.`,
      view.known > 0 && `${format(view.known)} dòng đã có từ trước.`,
      view.ready > view.applied &&
        `${format(view.ready - view.applied)} dòng vừa được nhận, bấm ghi để đưa vào hệ thống.`,
      view.look > 0 && `${format(view.look)} dòng cần xem: nhận ở bảng dưới nếu đúng, rồi ghi tiếp.`,
      view.refused > 0 &&
        `${format(view.refused)} dòng chưa ghi được: tải dòng cần sửa, sửa trong Excel rồi nhập lại.`,
    ]
      .filter(Boolean)
      .join(' '),
  columnBefore,
  fieldNames,
  findingWords,
  problems: {
    'people.import_not_found':
      'Không tìm thấy lần nhập này trong địa bàn được giao. Mở lại từ danh sách các lần nhập.',
    'people.import_columns_missing':
      'Thiếu cột họ tên, hoặc ngày sinh hay năm sinh. Thiếu cột này không phân biệt được người trùng tên. Chọn cột tương ứng.',
    'people.import_column_twice':
      'Hai cột cùng được chọn cho một nội dung. Mỗi nội dung chỉ lấy từ một cột. Chọn lại một trong hai.',
    'people.import_wrong_state':
      'Lần nhập đã sang bước khác. Có thể người khác vừa thao tác. Tải lại trang để xem tình trạng.',
    'people.import_paid_through_in_future':
      'Tháng này chưa đến. Ghi tháng cuối mà danh sách cũ đã chi, muộn nhất là tháng sau.',
    'people.import_no_header':
      'Không tìm thấy dòng tiêu đề trong tệp. Cần ít nhất cột họ tên và cột ngày sinh. Tải tệp mẫu để so sánh.',
    'people.import_nothing_ready':
      'Chưa có dòng nào sẵn sàng để ghi. Xem các dòng cần xem, hoặc sửa tệp rồi gửi lại.',
    'people.import_row_not_open': 'Dòng này đã được chọn hoặc đã ghi. Tải lại trang để xem.',
    'people.import_one_by_one': 'Trùng người phải chọn từng dòng. Mở các dòng cần xem.',
    'people.import_no_bad_rows': 'Không có dòng nào cần sửa. Mọi dòng đã sẵn sàng hoặc đã được ghi.',
    'people.not_in_area': 'Đơn vị này nằm ngoài phạm vi được giao. Chọn một đơn vị trong danh sách.',
    'people.area_not_found': 'Không tìm thấy đơn vị này. Chọn một đơn vị trong danh sách.',
    'sheet.not_a_workbook':
      'Tệp không phải bảng tính Excel, hoặc đã hỏng. Mở tệp bằng Excel, lưu thành .xlsx rồi gửi lại.',
    'sheet.has_macros':
      'Tệp chứa macro nên không được nhận. Macro có thể gây hại. Lưu tệp thành .xlsx rồi gửi lại.',
    'sheet.encrypted': 'Tệp có mật khẩu nên không đọc được. Bỏ mật khẩu rồi gửi lại.',
    'sheet.too_large': 'Tệp lớn hơn 20 MB. Bỏ hình ảnh và các trang không dùng, hoặc chia thành nhiều tệp.',
    'sheet.unpacks_too_large':
      'Tệp giải nén ra quá lớn nên không được mở. Chép danh sách sang một tệp mới rồi gửi lại.',
    'sheet.too_many_rows': 'Tệp có hơn 50.000 dòng. Chia danh sách theo xã rồi gửi từng tệp.',
    'sheet.empty': 'Tệp không có dòng nào. Kiểm tra trang tính đầu tiên rồi gửi lại.',
    'platform.file_empty': 'Tệp rỗng. Chọn tệp khác.',
  } as ProblemWords,
}

export type Messages = typeof messages
