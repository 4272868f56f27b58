import type { Month } from '#kernel/civil-date'
import { formatMonth } from '#kernel/written'
import type { FundSource, Programme, Span } from '../contract.ts'

/** The words of the settlement that leaves the house; papers are Vietnamese whatever language the screen has. */
export const settlementPaperWords = {
  title: 'BÁO CÁO QUYẾT TOÁN',
  about: (span: string) => `Chi trả trợ giúp xã hội ${span}`,
  span: (span: Span, first: Month, last: Month) =>
    ({
      month: `tháng ${formatMonth(first)}`,
      quarter: `quý ${(Number(first.slice(5)) + 2) / 3} năm ${first.slice(0, 4)} (${formatMonth(first)} đến ${formatMonth(last)})`,
      year: `năm ${first.slice(0, 4)}`,
    })[span],
  scope: (provider: string | null, area: string) =>
    `${provider === null ? 'Tất cả đơn vị chi trả' : `Đơn vị chi trả: ${provider}`}. Địa bàn: ${area}.`,
  identity: 'I. Đẳng thức tiền: đã chuyển + tồn đầu kỳ = đã chi + hoàn trả + chuyển kỳ sau',
  byProgramme: 'II. Theo chế độ (đồng)',
  byArea: 'III. Theo đơn vị hành chính (đồng)',
  bySource: 'IV. Theo nguồn kinh phí',
  corrections: 'V. Điều chỉnh phát sinh sau khi khóa',
  item: 'Chỉ tiêu',
  ours: 'Theo sổ kế toán',
  theirs: 'Đơn vị chi trả báo cáo',
  difference: 'Chênh lệch',
  afterwards: 'Theo sổ đến nay',
  items: {
    carriedIn: 'Tồn đầu kỳ (đồng)',
    transferred: 'Đã chuyển (đồng)',
    paid: 'Đã chi (đồng)',
    returned: 'Hoàn trả (đồng)',
    carriedOut: 'Chuyển kỳ sau (đồng)',
    payees: 'Người đã nhận (người)',
  },
  heads: ['Tồn đầu kỳ', 'Đã chuyển', 'Đã chi', 'Hoàn trả', 'Chuyển kỳ sau'],
  programme: 'Chế độ',
  area: 'Đơn vị',
  source: 'Nguồn',
  spent: 'Đã chi từ dự toán (đồng)',
  total: 'Cộng',
  programmes: {
    monthly_allowance: 'Trợ cấp xã hội hằng tháng',
    social_pension: 'Trợ cấp hưu trí xã hội',
    care: 'Hỗ trợ chăm sóc, nuôi dưỡng',
    one_off: 'Trợ giúp một lần',
  } satisfies Record<Programme, string> as Record<Programme, string>,
  sources: {
    central: 'Ngân sách trung ương',
    province: 'Ngân sách cấp tỉnh',
    commune: 'Ngân sách cấp xã',
  } satisfies Record<FundSource, string> as Record<FundSource, string>,
  explanation: (text: string) => `Giải trình chênh lệch: ${text}`,
  locked: (by: string, at: string) => `Đã khóa: ${by}, ${at}.`,
  open: 'BẢN CHƯA KHÓA',
  unseen: 'Biểu này chưa được đối chiếu với mẫu quyết toán của cơ quan tài chính.',
  none: 'Không có.',
  signatures: ['NGƯỜI LẬP', 'KẾ TOÁN', 'THỦ TRƯỞNG ĐƠN VỊ'],
  signHere: '(Ký, họ tên)',
  fileName: (span: string) => `Quyết toán chi trả ${span.replaceAll('/', '-')}`,
  sheetName: 'Quyết toán',
} as const
