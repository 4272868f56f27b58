import { CivilDate } from '#kernel/civil-date'
import { formatDay } from '#kernel/written'
import type { ProblemWords } from '#platform/web/problem'
import type { Span } from '../contract.ts'
import { programmes, sources } from './money-words.vi.ts'

export const settlementWords = {
  title: 'Quyết toán',
  caption: 'Các kỳ quyết toán, mới nhất đứng trên',
  none: 'Chưa có kỳ quyết toán nào',
  noneMore: 'Lập quyết toán cho một tháng, quý hoặc năm sau khi đơn vị chi trả báo cáo.',
  span: 'Kỳ',
  provider: 'Đơn vị chi trả',
  allProviders: 'Tất cả đơn vị chi trả',
  area: 'Địa bàn',
  state: 'Tình trạng',
  states: { open: 'Đang lập', locked: 'Đã khóa' },
  opened: 'Người lập',
  locked: 'Người khóa',
  spans: { month: 'Tháng', quarter: 'Quý', year: 'Năm' } satisfies Record<Span, string> as Record<
    Span,
    string
  >,
  spanOf: (span: Span, first: string, last: string) =>
    ({
      month: `Tháng ${first}`,
      quarter: `Quý ${(Number(first.slice(0, 2)) + 2) / 3}/${first.slice(3)} (${first} đến ${last})`,
      year: `Năm ${first.slice(3)}`,
    })[span],
  open: 'Lập quyết toán',
  openTitle: 'Lập quyết toán',
  within: 'Có tháng',
  withinHint: 'Quý và năm là quý, năm có tháng này',
  otherwise: 'Để sau',
  figures: 'Đối chiếu',
  figuresCaption: 'Số theo sổ kế toán và số đơn vị chi trả báo cáo',
  item: 'Chỉ tiêu',
  ours: 'Theo sổ',
  theirs: 'Đơn vị báo cáo',
  difference: 'Chênh lệch',
  items: {
    carriedIn: 'Tồn đầu kỳ (đ)',
    transferred: 'Đã chuyển (đ)',
    paid: 'Đã chi (đ)',
    returned: 'Hoàn trả (đ)',
    carriedOut: 'Chuyển kỳ sau (đ)',
    payees: 'Người đã nhận',
  },
  agrees: 'Báo cáo của đơn vị chi trả khớp với sổ.',
  differs: 'Báo cáo của đơn vị chi trả lệch với sổ.',
  notReported: 'Chưa nhập báo cáo của đơn vị chi trả.',
  reported: (by: string, at: string) => `${by} nhập lúc ${at}`,
  report: 'Nhập báo cáo của đơn vị',
  reportTitle: 'Báo cáo của đơn vị chi trả',
  save: 'Ghi báo cáo',
  explanation: 'Giải trình chênh lệch',
  explanationHint: 'Bắt buộc khi có chênh lệch mới khóa được',
  lock: 'Khóa quyết toán',
  lockTitle: 'Khóa quyết toán?',
  lockMore:
    'Số theo sổ được giữ nguyên như lúc này. Bút toán ghi sau cho các tháng này được nêu riêng là điều chỉnh.',
  lockedDone: 'Đã khóa quyết toán.',
  notOver: (day: string) =>
    `Kỳ này kết thúc ngày ${day}, sau ngày đó mới khóa được: tiền còn đang đi và đang về. Số dưới đây là tạm tính.`,
  partsOpen: (providers: string) =>
    `Chưa khóa được cho tất cả: chưa khóa quyết toán của ${providers} đủ các tháng này. Lập và khóa quyết toán từng đơn vị chi trả trước.`,
  isMine: 'Anh/chị lập quyết toán này nên người khác phải khóa.',
  corrections: 'Điều chỉnh sau khi khóa',
  correctionsCaption: 'Số lúc khóa và số theo sổ đến nay',
  atLock: 'Lúc khóa',
  now: 'Đến nay',
  noCorrections: 'Không có bút toán nào thay đổi các tháng này sau khi khóa.',
  byProgramme: 'Theo chế độ',
  byArea: 'Theo đơn vị hành chính',
  bySource: 'Theo nguồn kinh phí',
  programme: 'Chế độ',
  source: 'Nguồn',
  spent: 'Đã chi từ dự toán (đ)',
  programmes,
  sources,
  nothing: 'Không có.',
  total: 'Cộng',
  pdf: 'Tải PDF',
  xlsx: 'Tải Excel',
  problems: {
    'payments.settlement_of_no_payments':
      'Kỳ này chưa chi đồng nào ở đây: hoặc trước đợt chi đầu tiên, hoặc chưa đến. Chọn kỳ khác.',
    'payments.settlement_exists': 'Kỳ này của đơn vị và địa bàn này đã được lập. Mở kỳ đang có.',
    'payments.settlement_locked': 'Quyết toán đã khóa. Tải lại trang để xem.',
    'payments.settlement_changed':
      'Chưa khóa: báo cáo hoặc số theo sổ đã thay đổi sau khi anh/chị mở trang. Tải lại trang, xem lại rồi khóa.',
    'payments.settlement_unreported': 'Chưa khóa được: chưa nhập báo cáo của đơn vị chi trả.',
    'payments.settlement_differs': 'Chưa khóa được: báo cáo lệch với sổ và chưa có giải trình.',
    'payments.settlement_not_over': ({ lastDay }) =>
      `Chưa khóa được vì kỳ này chưa hết: tiền còn đang đi và đang về. Đợi sau ngày ${formatDay(CivilDate.parse(lastDay))}.`,
    'payments.settlement_parts_open': ({ providers }) =>
      `Chưa khóa được vì còn đơn vị chi trả chưa khóa quyết toán đủ các tháng này: ${[providers].flat().join(', ')}. Khóa từng đơn vị trước.`,
    'payments.second_person_needed': 'Người lập không tự khóa. Người phê duyệt khác phải khóa.',
    'payments.settlement_not_found': 'Không tìm thấy quyết toán này trong phạm vi của anh/chị.',
    'payments.area_not_yours': 'Địa bàn này ngoài phạm vi của anh/chị.',
  } as ProblemWords,
}

export type SettlementWords = typeof settlementWords
