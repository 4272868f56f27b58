import type { ProblemWords } from '#platform/web/problem'
import type { ListedState } from '../../domain/listed-state.ts'

export const messages = {
  section: 'Đối tượng',
  title: 'Xác nhận danh sách nhập',
  intro:
    'Người được ghi là đang hưởng trong danh sách nhập từ Excel chưa vào kỳ chi trả nào, cho đến khi một người khác người nhập đối chiếu với quyết định và xác nhận.',
  waitingTitle: 'Chờ xác nhận',
  doneTitle: 'Đã xử lý',
  noneWaiting: 'Không có danh sách nào chờ xác nhận',
  noneWaitingNext: 'Khi có người nhập danh sách kèm quyết định hưởng, danh sách của địa bàn hiện ở đây.',
  home: {
    title: (lists: string) => `${lists} danh sách nhập chờ xác nhận`,
    all: 'Xem tất cả',
  },
  ofImport: {
    title: 'Việc hưởng theo danh sách',
    lead: 'Chỉ vào kỳ chi trả sau khi một người khác, có quyền quyết định trên địa bàn, xác nhận.',
    open: 'Xem từng dòng',
    openOf: (area: string) => `Xem từng dòng của ${area}`,
  },
  ofPerson: {
    waits: (from: string, number: string, day: string) =>
      `Chờ xác nhận: hưởng từ ${from} theo quyết định ${number} ngày ${day}, ghi trong danh sách nhập. Chưa vào kỳ chi trả nào.`,
    see: 'Xem danh sách',
  },
  list: {
    file: 'Tệp',
    area: 'Xã, phường',
    by: 'Người nhập',
    at: 'Nhập lúc',
    waiting: 'Chờ xác nhận',
    monthly: 'Mức trong danh sách, mỗi tháng (đ)',
    own: 'anh/chị đã nhập',
    broughtBy: (name: string) => `${name} nhập`,
    total: 'Cộng',
    coming: (rows: string) => `+ ${rows} đang xử lý`,
  },
  coming: {
    title: (rows: string) => `Còn đang xử lý ${rows} dòng của danh sách này.`,
    more: 'Các dòng đó hiện ra ở đây trong ít phút. Khi đủ mới xác nhận hoặc trả lại được cả danh sách; trong lúc chờ có thể chọn từng dòng.',
    progress: 'Đang chuyển sang chờ xác nhận',
  },
  arrears: {
    counting: 'Đang tính truy lĩnh …',
    whole: (amount: string, people: string) =>
      `Xác nhận cả danh sách thì kỳ chi trả tới truy lĩnh ${amount} cho ${people} người.`,
    ofMonths: (from: string, through: string) =>
      `Đó là các tháng từ ${from} đến ${through} mà hệ thống chưa chi. Nếu danh sách cũ đã chi cho họ thì chưa xác nhận: nhờ người nhập ghi «Danh sách cũ đã chi đến hết tháng» ở trang lần nhập, số tiền ở đây sẽ bớt ngay.`,
    ofMonthsOwn: (from: string, through: string) =>
      `Đó là các tháng từ ${from} đến ${through} mà hệ thống chưa chi. Nếu danh sách cũ đã chi cho họ, ghi «Danh sách cũ đã chi đến hết tháng» trước khi danh sách được xác nhận.`,
    tell: 'Mở trang lần nhập',
    none: 'Không có truy lĩnh nào khi xác nhận danh sách này.',
    column: 'Truy lĩnh kỳ tới (đ)',
    months: (from: string, through: string) => (from === through ? from : `${from}–${through}`),
    paidThrough: (through: string) => `đã chi đến hết ${through}`,
    ofRows: (amount: string) => `Kỳ chi trả tới truy lĩnh ${amount} cho những dòng này.`,
  },
  states: {
    proposed: 'Chờ xác nhận',
    confirmed: 'Đã xác nhận',
    held: 'Đã hưởng từ trước',
    sent_back: 'Trả lại',
  } satisfies Record<ListedState, string>,
  all: 'Tất cả',
  filter: 'Tình trạng',
  isOwn:
    'Anh/chị đã nhập danh sách này nên không tự xác nhận được. Người nhập và người xác nhận phải là hai người: Chủ tịch xã hoặc chuyên viên cấp tỉnh khác sẽ xác nhận.',
  row: 'Dòng',
  person: 'Người',
  hidden: 'Người đã ra ngoài địa bàn',
  died: (day: string) => `Đã mất ${day}`,
  decision: 'Quyết định',
  decisionOf: (number: string, day: string) => `${number}, ngày ${day}`,
  from: 'Hưởng từ',
  beforeDecision: 'Trước tháng ký',
  monthly: 'Theo danh sách (đ)',
  notSaid: 'không ghi',
  byLaw: 'Theo luật (đ)',
  nothingByLaw: 'Luật không cho khoản nào',
  lapsed: (month: string) => `Hết điều kiện từ ${month}, cần quyết định mới`,
  differs: 'Khác danh sách',
  why: 'Vì sao?',
  whyOf: (name: string) => `Vì sao ${name} được mức này theo luật?`,
  state: 'Tình trạng',
  decided: (name: string, at: string) => `${name}, ${at}`,
  choose: 'Chọn',
  chooseRow: (row: number, name: string) => `Chọn dòng ${row}, ${name}`,
  chooseAll: 'Chọn mọi dòng đang chờ trên trang này',
  confirmAll: (rows: string) => `Xác nhận cả ${rows} dòng`,
  confirmChosen: (rows: string) => `Xác nhận ${rows} dòng đã chọn`,
  sendBackAll: 'Trả lại cả danh sách',
  sendBackChosen: (rows: string) => `Trả lại ${rows} dòng đã chọn`,
  confirm: {
    title: 'Xác nhận việc hưởng',
    body: (rows: string, area: string) =>
      `${rows} dòng của ${area} được ghi thành việc hưởng theo quyết định trong danh sách, và vào kỳ chi trả lập sau đây. Số tiền được tính theo luật, không theo mức trong danh sách.`,
    responsible: 'Tên anh/chị được ghi là người xác nhận.',
    verb: (rows: string) => `Xác nhận ${rows} dòng`,
    otherwise: 'Chưa xác nhận',
  },
  sendBack: {
    title: 'Trả lại người nhập',
    body: (rows: string) =>
      `${rows} dòng không vào kỳ chi trả nào. Người và thông tin đã ghi vẫn còn trong sổ. Người nhập đọc được lý do.`,
    reason: 'Lý do',
    hint: 'Nêu điều chưa đúng và cần làm gì, ví dụ: «Quyết định 15/QĐ-UBND không có trong sổ văn bản».',
    needsReason: 'Viết lý do, ít nhất 5 ký tự.',
    verb: (rows: string) => `Trả lại ${rows} dòng`,
    otherwise: 'Chưa trả lại',
  },
  done: {
    confirmed: (rows: string, held: number, format: (count: number) => string) =>
      `Đã xác nhận ${rows} dòng. Những người này có trong kỳ chi trả lập sau đây.` +
      (held > 0 ? ` ${format(held)} dòng khác đã hưởng từ trước, giữ nguyên quyết định cũ.` : ''),
    sentBack: (rows: string) => `Đã trả lại ${rows} dòng. Người nhập đọc được lý do ở lần nhập đó.`,
  },
  noRows: 'Không có dòng nào ở tình trạng này.',
  problems: {
    'entitlement.award_list_not_found':
      'Không tìm thấy danh sách này trong địa bàn được giao. Mở lại từ «Xác nhận danh sách nhập».',
    'entitlement.award_list_own':
      'Chưa xác nhận được vì anh/chị đã nhập danh sách này. Người nhập và người xác nhận phải là hai người. Chuyển cho Chủ tịch xã hoặc chuyên viên cấp tỉnh khác.',
    'entitlement.award_list_changed': ({ waiting }) =>
      `Danh sách vừa thay đổi: nay có ${String(waiting)} dòng chờ xác nhận. Chưa có dòng nào được ghi. Xem lại rồi xác nhận.`,
    'entitlement.listed_award_decided': ({ rows }) =>
      `Người khác vừa xác nhận dòng ${rowsOf(rows)}. Chưa có dòng nào được trả lại. Tải lại trang để xem.`,
    'entitlement.listed_award_out_of_sight': ({ rows }) =>
      `Người ở dòng ${rowsOf(rows)} nay không còn trong địa bàn được giao. Chưa có dòng nào được ghi. Trả lại các dòng đó, hoặc chuyển chuyên viên cấp tỉnh xác nhận.`,
    'entitlement.award_overlaps':
      'Có người vừa được ghi quyết định hưởng khác. Chưa có dòng nào được ghi. Tải lại trang rồi xác nhận.',
  } as ProblemWords,
}

function rowsOf(rows: unknown): string {
  return Array.isArray(rows) ? rows.join(', ') : ''
}

export type Messages = typeof messages
